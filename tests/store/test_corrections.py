from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store import Timeline
from store.records import Context, Event, Issue, Quote, Records

MONDAY, FRIDAY = date(2016, 7, 18), date(2016, 7, 22)
ISSUE = Issue(
    text="A rally was held. Come, she said.",
    title="Rally",
    context=Context(publication="P", issue="1", published=FRIDAY),
)
RALLY = Event(start=0, end=17, text="A rally was held.", title="Rally", kind="rally", first=MONDAY, last=MONDAY)
COME = Quote(start=18, end=22, text="Come", speaker="she")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_a_corrected_day_moves_the_entry(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        now = timeline.correct(found.id, {"first": "2016-07-22", "last": date(2016, 7, 24)}, "she told me")
        assert (now.day, now.certainty) == (FRIDAY, "bounded")
        assert list(timeline.days()) == [FRIDAY]
    with Timeline.open(path) as again:
        assert list(again.days()) == [FRIDAY]
        assert list(again.entries(first=date(2016, 7, 23))) == [now]
        assert list(again.entries(last=MONDAY)) == []


def test_the_later_correction_wins_and_each_can_be_withdrawn(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        rally, come = timeline.entries()
        timeline.correct(come.id, {"speaker": "Ann"})
        timeline.correct(rally.id, {"first": None, "last": None})
        last = timeline.correct(come.id, {"speaker": "Ann Other"})
        assert last.record == Quote(start=18, end=22, text="Come", speaker="Ann Other")
        ids = [entry.id for entry in timeline.corrections()]
        timeline.withdraw(ids[1])
        assert list(timeline.days()) == [MONDAY, FRIDAY]
        timeline.withdraw(ids[2])
        assert getattr(timeline.get(come.id).record, "speaker", None) == "Ann"


def test_corrections_outlive_a_replacement_and_loose_ones_are_listed(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,), quotes=(COME,)))
        rally, come = timeline.entries()
        timeline.correct(rally.id, {"title": "March"})
        timeline.correct(come.id, {"speaker": "Ann"})
        assert timeline.loose_corrections() == []
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (kept,) = timeline.entries()
        assert getattr(kept.record, "title", None) == "March"
        assert [entry.record.text for entry in timeline.loose_corrections()] == ["Come"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changes", [{"nobody": 1}, {"first": "yesterday"}, {"first": "2016-07-25"}, {"last": None}, {"title": 5}]
)
def test_changes_that_do_not_fit_are_refused(path: Path, changes: dict[str, object]) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(RALLY,)))
        (found,) = timeline.entries()
        size = path.stat().st_size
        with pytest.raises(ValueError, match=r"^[^\n]+$"):
            timeline.correct(found.id, changes)
        assert path.stat().st_size == size
        assert timeline.get(found.id) == found


def test_only_what_was_found_can_be_corrected(path: Path) -> None:
    with Timeline.open(path) as timeline:
        added = timeline.add(ISSUE, Records())
        with pytest.raises(ValueError, match="issue"):
            timeline.correct(added.issue_id, {"title": "x"})
        with pytest.raises(KeyError):
            timeline.correct(99, {})
