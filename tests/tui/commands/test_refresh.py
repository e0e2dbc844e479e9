"""refresh: a timeline read again, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

import importers.pipeline
from importers import import_paths, refresh
from importers.documents import Document
from importers.refreshing import refreshed_context
from store import Timeline
from store.records import Context, Event, Figure, Issue, Quote, Records, Time
from tui import cli

STORY = "Some 3,000 dockers marched through Tynemouth last Friday. “We stay,” said Zoë Müller.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two reports as an older version left them: a day wrong in one, a figure missing from the other."""
    for name in "ab":
        head = "---\npublication: Harbour Gazette\npublished: 2016-08-23\n---\n"
        (tmp_path / f"{name}.txt").write_text(f"{head}Report {name}\n\n{STORY}", encoding="utf-8")
    made = tmp_path / "t.json"
    with Timeline.open(made) as timeline:
        import_paths([tmp_path / "a.txt", tmp_path / "b.txt"], timeline)
        for number, entry in enumerate(timeline.issues()):
            assert isinstance(entry.record, Issue)
            timeline.renew(entry.id, entry.record, _older(timeline, entry.id, number))
    return made


def _older(timeline: Timeline, issue_id: int, number: int) -> Records:
    found = [entry.record for entry in timeline.of_issue(issue_id)]
    events = tuple(each for each in found if isinstance(each, Event))
    if number == 0:
        events = tuple(
            msgspec.structs.replace(each, first=date(2016, 8, 26), last=date(2016, 8, 26)) for each in events
        )
    return Records(
        times=tuple(each for each in found if isinstance(each, Time)),
        figures=tuple(each for each in found if isinstance(each, Figure) and number == 0),
        quotes=tuple(each for each in found if isinstance(each, Quote)),
        events=events,
    )


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def _run(*words: str, status: int = 0) -> str:
        assert cli.main([*words, "--timeline", str(path)]) == status
        return capsys.readouterr().out

    return _run


def test_it_says_what_would_change_then_changes_it_and_then_there_is_nothing_left(
    path: Path, run: Callable[..., str]
) -> None:
    before = path.read_bytes()
    shown = run("refresh", "--dry-run")
    assert path.read_bytes() == before
    assert "2 reports read again, 2 would change" in shown
    assert "Fri 26 August 2016 → Fri 19 August 2016: 1 record" in shown
    assert "new: 1 figure" in shown
    found = json.loads(run("refresh", "--json"))
    assert (found["reports"], found["changed"], found["written"], found["failed"]) == (2, 2, 2, [])
    assert found["came"] == {"figure": 1}
    assert [each["source"] for each in found["of_reports"]] == [str(path.parent / f"{name}.txt") for name in "ab"]
    assert run("refresh") == "2 reports read again, 0 changed\n"


def test_what_was_corrected_by_hand_stays(path: Path, run: Callable[..., str]) -> None:
    with Timeline.open(path) as timeline:
        one, other = (entry for entry in timeline.entries() if entry.kind == "event")
        timeline.correct(one.id, {"first": "2016-08-20", "last": "2016-08-20"})
        timeline.delete(other.id)
    run("refresh")
    with Timeline.open(path) as timeline:
        assert [entry.day for entry in timeline.entries() if entry.kind == "event"] == [date(2016, 8, 20)]
        assert timeline.loose_corrections() == []
        assert len(timeline.corrections()) == 2


def test_several_processes_find_the_same(run: Callable[..., str]) -> None:
    alone = run("refresh", "--dry-run", "--json")
    assert run("refresh", "--dry-run", "--json", "--jobs", "2") == alone


def test_stopped_midway_some_are_refreshed_and_the_others_whole(path: Path) -> None:
    with Timeline.open(path) as timeline:
        first = next(refresh(timeline))
        assert first.written
        figures = sum(entry.kind == "figure" for entry in timeline.entries())
        assert [each.written for each in refresh(timeline)] == [False, True]
        assert sum(entry.kind == "figure" for entry in timeline.entries()) == figures + 1


def test_a_fault_in_one_report_leaves_it_as_it_was(
    path: Path, run: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extract = importers.pipeline.extract

    def faulty(document: Document, context: Context) -> Records:
        if "Report a" in document.text:
            raise KeyError(document.text)
        return extract(document, context)

    monkeypatch.setattr(importers.pipeline, "extract", faulty)
    assert cli.main(["refresh", "--timeline", str(path)]) == 1
    said = capsys.readouterr()
    assert "a.txt: a fault of the program (KeyError in test_refresh.py" in said.err
    assert "2 reports read again, 1 changed" in said.out
    monkeypatch.undo()
    assert json.loads(run("refresh", "--json"))["written"] == 1


@pytest.mark.parametrize(
    ("context", "published"),
    [
        (Context(published=date(2016, 8, 1)), date(2016, 8, 1)),
        (Context(published=date(2016, 8, 1), how={"published": "text"}), date(2016, 8, 1)),
        (
            Context(
                publication="Socialist Worker",
                issue="2517",
                published=date(2016, 8, 1),
                how={"publication": "front matter", "issue": "front matter", "published": "calendar"},
            ),
            date(2016, 8, 16),
        ),
    ],
    ids=["given by nobody known", "in the page and no longer in the text", "from a calendar that has been mended"],
)
def test_the_context_is_asked_again_and_never_forgotten(context: Context, published: date) -> None:
    assert refreshed_context(Issue(text=STORY, context=context)).published == published
