"""What the reports tell is merged into events, from the texts on."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import data
from importers import import_paths
from store import Timeline
from store.merging import Happening, merge
from store.records import Bounds, Event, Issue

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"


@cache
def events(folder: Path) -> list[Happening]:
    if not folder.exists():
        pytest.skip("the seed reports are not here")
    with Timeline.in_memory() as timeline:
        import_paths([folder], timeline)
        issues = {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}
        return merge(timeline.entries(), issues)


def at(place: str, day: date, folder: Path) -> list[Happening]:
    return [event for event in events(folder) if place in event.places and event.first == day]


BOTH = pytest.mark.parametrize("folder", [data.path("sample"), SEEDS], ids=["sample", "seeds"])


@BOTH
def test_kilburn_is_one_event_of_two_papers_with_their_numbers(folder: Path) -> None:
    (event,) = at("Kilburn", date(2016, 8, 21), folder)
    assert {"socialist worker", "the socialist"} <= set(event.sources)
    told = [entry.record for entry in event.mentions]
    given = [each.attendance for each in told if isinstance(each, Event) and each.attendance]
    assert {(None, 4000), (3500, None)} <= {(bounds.low, bounds.high) for bounds in given}
    assert (event.attendance, event.conflicts) == (Bounds(low=3500, high=4000), ())


@BOTH
def test_leeds_hull_and_newcastle_stay_three_and_the_overflow_is_part_of_leeds(folder: Path) -> None:
    found = [at(place, date(2016, 7, 30), folder) for place in ("Leeds", "Hull", "Newcastle")]
    assert [len(events) for events in found] == [1, 1, 1]
    assert len({events[0].id for events in found}) == 3
    leeds = [entry.record for entry in found[0][0].mentions]
    sizes = [event.attendance for event in leeds if isinstance(event, Event) and event.attendance]
    assert (1600, 1600) in [(size.low, size.high) for size in sizes]
    total = found[0][0].attendance
    assert total is not None
    assert (total.low, total.high) == (2000, None)


@BOTH
def test_matlock_is_one_event(folder: Path) -> None:
    assert len([event for event in events(folder) if "Matlock" in event.places]) == 1


@BOTH
def test_those_barred_are_one_decision(folder: Path) -> None:
    told = [[entry.record for entry in event.mentions] for event in events(folder)]
    barred = [records for records in told if any(isinstance(e, Event) and "130,000" in e.text for e in records)]
    assert len(barred) == 1


def test_a_digest_of_several_reports_is_no_paper() -> None:
    told = events(data.path("sample"))
    assert all("campaign digest" not in event.papers for event in told)
    assert any(event.papers == () and event.sources == ("campaign digest",) for event in told)


def test_the_two_papers_of_the_seeds_are_independent() -> None:
    (event,) = at("Kilburn", date(2016, 8, 21), SEEDS)
    assert event.papers == ("socialist worker", "the socialist")
