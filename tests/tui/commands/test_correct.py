"""correct: a person's word on one record, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui import cli
from tui.commands.correct import changes_of

STORIES = {
    "Valley Herald": "Some 400 people came to a rally in Kilburn on Saturday. “We stay,” said Zoë Müller.",
    "Evening Call": "A rally of 450 people was held in Kilburn on Saturday.",
    "Northern Worker": "A march of 90 people was held in Hull last Friday.",
}
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    for paper, text in STORIES.items():
        head = f"---\npublication: {paper}\npublished: 2019-05-14\n---\n"
        (tmp_path / f"{paper}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    path = tmp_path / "t.json"

    def _run(*words: str, status: int = 0) -> str:
        assert cli.main([*words, "--timeline", str(path)]) == status
        said = capsys.readouterr()
        return said.err if status else said.out

    _run("import", *(str(tmp_path / f"{paper}.txt") for paper in STORIES))
    return _run


def records(run: Run, query: str) -> list[dict[str, Any]]:
    days = json.loads(run("list", "--json", "--filter", query))
    return [record for day in days for record in day["records"]]


def event(run: Run, place: str, number: int = 0) -> dict[str, Any]:
    return records(run, f"kind:event place:{place}")[number]


def test_fields_are_corrected_and_the_record_is_printed(run: Run) -> None:
    march = str(event(run, "hull")["id"])
    said = run("correct", march, "day=2019-05-11", "places=Goole;Selby", "attendance=100-", "--note", "she told me")
    assert said.startswith(f"event {march} · 2019-05-11 · ")
    now = json.loads(run("correct", march, "planned=yes", "--json"))["record"]
    assert (now["first"], now["last"], now["places"], now["planned"]) == (
        "2019-05-11",
        "2019-05-11",
        ["Goole", "Selby"],
        True,
    )
    assert (now["attendance"]["low"], now["attendance"]["high"]) == (100, None)
    run("corrections", "--undo")
    run("corrections", "--undo")
    assert event(run, "hull")["day"] == "2019-05-10"


def test_a_speaker_and_a_number_are_corrected(run: Run) -> None:
    (quote,) = records(run, "kind:quote")
    assert json.loads(run("correct", str(quote["id"]), "speaker=Ann Day", "--json"))["record"]["speaker"] == "Ann Day"
    figure = str(records(run, "kind:figure place:hull")[0]["id"])
    assert json.loads(run("correct", figure, "low=95", "--json"))["record"]["low"] == 95


def test_deleted_starred_and_noted(run: Run) -> None:
    march = str(event(run, "hull")["id"])
    assert run("correct", march, "--star").endswith(" · ★\n")
    assert run("correct", march, "--note", "ask Bo").endswith(" · ★ · note: ask Bo\n")
    assert "deleted" in run("correct", march, "--delete")
    assert records(run, "kind:event place:hull") == []
    assert "deleted" not in run("correct", march, "--restore")
    assert "★" not in run("correct", march, "--unstar")
    assert "note" not in run("correct", march, "--note", "")


def papers(run: Run) -> list[int]:
    return sorted(len(each["accounts"]) for each in json.loads(run("corroborate", "--json"))["events"])


def test_events_are_joined_and_split(run: Run) -> None:
    before = papers(run)
    assert max(before) == 2
    one, march = event(run, "kilburn"), event(run, "hull")
    run("correct", str(one["id"]), "--split")
    assert papers(run) != before
    assert max(papers(run)) == 1
    run("corrections", "--undo")
    run("correct", str(march["id"]), "--join", str(one["id"]), "--note", "one march")
    assert papers(run)[-1] == 3
    assert "join" in run("corrections")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["999", "--star"], "no record 999"),
        (["1", "--star"], "cannot be corrected"),
        (["2"], "say one thing"),
        (["2", "title=x", "--delete"], "say one thing"),
        (["2", "title"], "'title' is not FIELD=VALUE"),
        (["2", "colour=red"], "no such field: colour"),
        (["2", "day=Saturday"], "'Saturday' is no day"),
        (["2", "text=x"], "stays as it is"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], said: str, run: Run) -> None:
    line = run("correct", *words, status=1)
    assert said in line
    assert line.count("\n") == 1
    assert json.loads(run("corrections", "--json")) == []


@pytest.mark.parametrize(
    ("word", "changes"),
    [
        ("day=none", {"first": None, "last": None}),
        ("places=none", {"places": ()}),
        ("attendance=3,000", {"attendance": {"low": 3000, "high": 3000}}),
        ("attendance=-4000", {"attendance": {"low": None, "high": 4000}}),
        ("attendance=3500-4000", {"attendance": {"low": 3500, "high": 4000}}),
        ("high=1.5", {"high": 1.5}),
        ("title=a=b", {"title": "a=b"}),
    ],
)
def test_values_are_read_as_their_fields_want_them(word: str, changes: dict[str, object]) -> None:
    assert changes_of([word]) == changes
