"""corrections and redate: what a person said, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store import Timeline
from tui import cli

STORY = """The dockers rise

Some 3,000 dockers marched through Tynemouth last Friday. “We stay,” said Zoë Müller.

A meeting was held in Leeds on Monday."""

Run = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    for name, number, day in (("a.txt", "311", "2016-08-16"), ("b.txt", "312", "2016-08-23")):
        head = f"---\npublication: Harbour Gazette\nissue: {number}\npublished: {day}\n---\n"
        (tmp_path / name).write_text(f"{head}{STORY}\nNumber {number}.\n", encoding="utf-8")
    timeline = tmp_path / "t.json"
    assert cli.main(["import", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--timeline", str(timeline)]) == 0
    capsys.readouterr()
    return timeline


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*words: str, status: int = 0) -> str:
        assert cli.main([*words, "--timeline", str(path)]) == status
        said = capsys.readouterr()
        return said.err if status else said.out

    return _run


def days(run: Run) -> list[str]:
    return [day["day"] for day in json.loads(run("list", "--json", "--filter", "kind:march"))]


def test_nothing_corrected_is_said_on_stderr(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("corrections") == ""
    assert json.loads(run("corrections", "--json")) == []
    capsys.readouterr()


def test_corrections_are_listed_with_what_they_are_about(path: Path, run: Run) -> None:
    with Timeline.open(path) as timeline:
        march = next(entry for entry in timeline.entries() if getattr(entry.record, "kind", "") == "march")
        timeline.correct(march.id, {"places": ["North Shields"]}, "the map")
        timeline.star(march.id)
        timeline.delete(march.id)
    lines = run("corrections").splitlines()
    assert len(lines) == 3
    assert "places: North Shields · note: the map · Harbour Gazette 311" in lines[0]
    found: list[dict[str, Any]] = json.loads(run("corrections", "--json"))
    assert [row["act"] for row in found] == ["change", "star", "delete"]
    assert {row["record_id"] for row in found} == {march.id}
    assert not any(row["needs_attention"] for row in found)
    assert run("corrections", "--undo") == f"undone: deleted: {march.record.title}\n"  # type: ignore[union-attr]
    assert len(json.loads(run("corrections", "--json"))) == 2
    assert json.loads(run("corrections", "--redo", "--json"))["step"].startswith("deleted: ")
    run("corrections", "--withdraw", str(found[0]["id"]), str(found[2]["id"]))
    assert [row["act"] for row in json.loads(run("corrections", "--json"))] == ["star"]


def test_a_correction_whose_record_is_gone_needs_attention(path: Path, run: Run, tmp_path: Path) -> None:
    with Timeline.open(path) as timeline:
        march = next(entry for entry in timeline.entries() if getattr(entry.record, "kind", "") == "march")
        timeline.annotate(march.id, "ask")
    head = "---\npublication: Harbour Gazette\nissue: 311\npublished: 2016-08-16\n---\n"
    (tmp_path / "a.txt").write_text(f"{head}The dockers rise\n\nNobody did anything at all.\n", encoding="utf-8")
    run("import", str(tmp_path / "a.txt"))
    (row,) = json.loads(run("corrections", "--json"))
    assert (row["needs_attention"], row["record_id"], row["note"]) == (True, None, "ask")
    assert "NEEDS ATTENTION" in run("corrections")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["corrections", "--undo"], "nothing was done by hand"),
        (["corrections", "--redo"], "nothing was undone"),
        (["corrections", "--withdraw", "99"], "no correction 99"),
        (["redate", "a.txt"], "say what is to change"),
        (["redate", "nowhere", "--published", "2016-08-16"], "no report 'nowhere'"),
        (["redate", "The dockers rise", "--published", "2016-08-16"], "names 2 reports"),
        (["redate", "a.txt", "--published", "soon"], "--published"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], said: str, run: Run) -> None:
    line = run(*words, status=1)
    assert said in line
    assert line.count("\n") == 1


def test_another_day_of_publication_is_shown_before_it_is_given_and_can_be_undone(run: Run) -> None:
    before = days(run)
    assert before == ["2016-08-12", "2016-08-19"]
    shown = run("redate", "311", "--published", "2016-08-09", "--dry-run")
    assert "Fri 12 August 2016 → Fri 5 August 2016" in shown
    assert days(run) == before
    assert run("redate", "311", "--published", "2016-08-09") == shown
    assert days(run) == ["2016-08-05", "2016-08-19"]
    run("corrections", "--undo")
    assert days(run) == before
    run("corrections", "--redo")
    assert days(run) == ["2016-08-05", "2016-08-19"]


def test_what_a_person_said_of_the_publication_outlives_a_new_import(run: Run, tmp_path: Path) -> None:
    done = json.loads(run("redate", "a.txt", "--published", "9 August 2016", "--issue", "310", "--json"))
    assert done["applied"] is True
    assert (done["after"]["issue"], done["after"]["how"]["issue"]) == ("310", "person")
    assert sum(shift["records"] for shift in done["shifts"]) == len(done["moves"]) > 0
    (row,) = json.loads(run("import", str(tmp_path / "a.txt"), "--json"))
    assert (row["status"], row["published"], row["issue"]) == ("known", "2016-08-09", "310")
    assert days(run) == ["2016-08-05", "2016-08-19"]


def test_a_correction_made_by_hand_does_not_move(path: Path, run: Run) -> None:
    with Timeline.open(path) as timeline:
        march = next(entry for entry in timeline.entries() if getattr(entry.record, "kind", "") == "march")
        timeline.correct(march.id, {"first": "2016-08-01", "last": "2016-08-01"})
    done = json.loads(run("redate", "a.txt", "--published", "2016-08-09", "--json"))
    assert "event" in {move["kind"] for move in done["moves"]}
    assert not any(move["what"] == march.record.title for move in done["moves"])  # type: ignore[union-attr]
    assert days(run) == ["2016-08-01", "2016-08-19"]


def test_a_redated_report_is_listed_among_the_corrections_until_it_is_undone(path: Path, run: Run) -> None:
    with Timeline.open(path) as timeline:
        (march, *_) = (entry.id for entry in timeline.entries() if getattr(entry.record, "kind", "") == "march")
        timeline.star(march)
    run("redate", "312", "--published", "2016-08-30")
    with Timeline.open(path) as timeline:
        timeline.annotate(march, "ask")
    rows: list[dict[str, Any]] = json.loads(run("corrections", "--json"))
    assert [row["act"] for row in rows] == ["star", "redate", "note"]
    assert len({tuple(row) for row in rows}) == 1
    assert (rows[1]["id"], rows[1]["before"], rows[1]["changes"]) == (
        None,
        {"published": "2016-08-23"},
        {"published": "2016-08-30"},
    )
    said = "redate  2016-08-30  report “The dockers rise” · published: 2016-08-23 → 2016-08-30 · Harbour Gazette 312"
    assert run("corrections").splitlines()[1].endswith(said)
    run("corrections", "--undo")
    assert run("corrections", "--undo").startswith("undone: another publication")
    assert [row["act"] for row in json.loads(run("corrections", "--json"))] == ["star"]


def test_what_changes_nothing_makes_no_step(run: Run) -> None:
    assert "nothing moves" in run("redate", "a.txt", "--published", "2016-08-16")
    run("corrections", "--undo", status=1)


def test_another_number_asks_the_calendar_again(run: Run, tmp_path: Path) -> None:
    story = "Socialist Worker\n\nIssue No. 2517\n\nDockers march\n\nSome 900 dockers marched in Hull on Sunday.\n"
    (tmp_path / "c.txt").write_text(story, encoding="utf-8")
    (row,) = json.loads(run("import", str(tmp_path / "c.txt"), "--json"))
    assert (row["issue"], row["published"]) == ("2517", "2016-08-16")
    done = json.loads(run("redate", "c.txt", "--issue", "2518", "--json"))
    assert (done["after"]["issue"], done["after"]["published"]) == ("2518", "2016-08-23")
    assert {"before": ["2016-08-14", "2016-08-14"], "after": ["2016-08-21", "2016-08-21"]}.items() <= max(
        done["shifts"], key=lambda shift: shift["records"]
    ).items()
    run("redate", "c.txt", "--issue", "")
    (row,) = json.loads(run("import", str(tmp_path / "c.txt"), "--json"))
    assert (row["status"], row["published"]) == ("known", "2016-08-16")
