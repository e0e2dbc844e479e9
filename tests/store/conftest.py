from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from store import Timeline
from store.records import Context, Event, Issue, Quote, Records

DAY = date(2016, 7, 18)


class Reports(Protocol):
    """Makes numbered reports that differ from each other."""

    def __call__(self, number: int, events: int = 3) -> tuple[Issue, Records]: ...


def _report(number: int, events: int = 3) -> tuple[Issue, Records]:
    issue = Issue(
        text=f"Report {number}. " + "They met in the hall, “as ever”. " * 3,
        title=f"Report {number}",
        context=Context(publication="The Paper", issue=str(number), published=DAY),
    )
    found = tuple(
        Event(start=n, end=n + 5, text=f"event {n}", title=f"Event {number}.{n}", kind="rally", first=DAY, last=DAY)
        for n in range(events)
    )
    quotes = (Quote(start=events + 9, end=events + 16, text="as ever", speaker=f"Speaker {number}"),)
    return issue, Records(events=found, quotes=quotes)


@pytest.fixture
def report() -> Reports:
    return _report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline of five reports."""
    path = tmp_path / "t.json"
    with Timeline.open(path) as timeline:
        for number in range(1, 6):
            timeline.add(*_report(number))
    return path
