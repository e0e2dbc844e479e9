from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Self

import pytest

from store.filters import Filter
from store.records import Bounds, Context, Entry, Event, Figure, Issue, Kind, Quote, Time

ISSUE = Issue(
    text="Some 3,000 dockers marched. \x1b[31m“We stay,” said Zoë Müller.",
    context=Context(publication="The Harbour Gazette", issue="312", published=date(2016, 8, 23)),
)


class Shelf:
    """A timeline that was never a file: what the commands read, and nothing else of a Timeline."""

    path: Path | None = None

    def __init__(self) -> None:
        day = date(2016, 8, 20)
        records: tuple[tuple[Kind, Event | Time | Quote | Figure], ...] = (
            (
                "event",
                Event(
                    start=0,
                    end=27,
                    text="Some 3,000 dockers marched.",
                    title="March [sic] of the dockers \x1b]0;owned\x07 and their families through the old harbour, Tynemouth",
                    kind="march",
                    first=day,
                    last=day,
                    places=("Tynemouth",),
                    attendance=Bounds(low=3000, high=3000),
                ),
            ),
            ("time", Time(start=0, end=4, text="Saturday", type="DATE", value="2016-08-20", first=day, last=day)),
            ("quote", Quote(start=35, end=43, text="We stay,", speaker="Zoë\u202e Müller", first=day, last=day)),
            ("figure", Figure(start=0, end=10, text="Some 3,000", low=3000, high=3000, counted="dockers")),
        )
        self.asked: tuple[date | None, date | None] | None = None
        self.found = [
            Entry(
                id=number,
                day=record.first,
                kind=kind,
                issue_id=1,
                certainty="certain" if record.first else "unknown",
                record=record,
            )
            for number, (kind, record) in enumerate(records, start=2)
        ]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def issues(self) -> list[Entry]:
        return [self.get(1)]

    def get(self, entry_id: int) -> Entry:
        issue = Entry(id=1, day=date(2016, 8, 23), kind="issue", issue_id=None, certainty="reported", record=ISSUE)
        return {entry.id: entry for entry in (issue, *self.found)}[entry_id]

    def named_in(self, issue_id: int) -> list[Entry]:  # noqa: ARG002 -- nobody is named in any
        return []

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        return (entry for entry in self.found if entry.kind == kind)

    def entries(
        self, keep: Filter | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        self.asked = (first, last)
        return (entry for entry in self.found if keep is None or keep.matches(entry, self.issue_of(entry)))

    def issue_of(self, entry: Entry) -> Issue | None:
        return ISSUE if entry.issue_id == 1 else None


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def opened(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The timeline that every command opens."""
    door = ModuleType("tui.timelines")
    monkeypatch.setattr(door, "open_timeline", lambda path, *, read_only=False: shelf, raising=False)  # noqa: ARG005
    monkeypatch.setitem(sys.modules, "tui.timelines", door)
    return shelf
