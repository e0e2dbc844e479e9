"""What the charts show: attendance event by event, and activity by paper and by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from store.merging import Happening
from store.records import Entry, Event
from tui.models.happenings import told_by
from tui.models.record_rows import paper_of, title_of
from tui.models.scale import larger
from tui.models.shown import Library, days_covered

ChartName: TypeAlias = Literal["attendance", "papers", "kinds"]

TITLES: dict[ChartName, str] = {
    "attendance": "How many came, event by event",
    "papers": "Items by paper",
    "kinds": "Events by kind",
}
UNKNOWN_PAPER = "paper not known"


@dataclass(frozen=True)
class Mark:
    """How many came to one event: the bounds of all papers that tell it, both inclusive; None is open."""

    item: int
    """The id of a mention of it."""
    first: date
    last: date
    low: float | None
    high: float | None
    title: str
    told_by: str
    """How many papers tell it, or the one that does."""
    contested: bool
    """Whether papers contradict each other on how many came."""

    @property
    def known(self) -> float:
        """The number that is named: the upper bound, else the lower one."""
        return larger(self.low, self.high)


@dataclass(frozen=True)
class Attendance:
    """One mark an event, in the order of the days."""

    marks: Sequence[Mark]
    undated: int
    """How many events with a number have no day, and no mark."""


@dataclass(frozen=True)
class Series:
    """How much there is of one paper, or of one kind, on each day."""

    name: str
    counts: Counter[date]
    total: int


def attendance(items: Iterable[Entry], library: Library) -> Attendance:
    """The attendances of the events among `items`, or of those that `items` belong to."""
    found: dict[int, Mark | None] = {}
    for entry in items:
        event = entry if isinstance(entry.record, Event) else library.event_of(entry)
        if event is None:
            continue
        happening = library.happening_of(event)
        number = happening.id if happening else event.id
        if number not in found and _has_number(event, happening):
            found[number] = _mark(event, happening, library)
    marks = sorted(filter(None, found.values()), key=lambda mark: (mark.first, -mark.known, mark.item))
    return Attendance(marks, len(found) - len(marks))


def _has_number(event: Entry, happening: Happening | None) -> bool:
    return (happening.attendance if happening else getattr(event.record, "attendance", None)) is not None


def _mark(event: Entry, happening: Happening | None, library: Library) -> Mark | None:
    record = event.record
    if not isinstance(record, Event):
        return None
    first, last = (happening.first, happening.last) if happening else (record.first, record.last)
    size = happening.attendance if happening else record.attendance
    if first is None or last is None or size is None:
        return None
    title = happening.title if happening else title_of(event)
    told = told_by(happening) if happening else ""
    contested = happening is not None and "size" in happening.conflicts
    paper = told or paper_of(library.issue_of(event))
    return Mark(event.id, first, last, size.low, size.high, title or title_of(event), paper, contested)


def activity(items: Iterable[Entry], library: Library, by: ChartName) -> tuple[list[Series], int]:
    """How much each paper tells, or how many events of each kind there are, the most first; and how much has no day.

    An interval counts on each of its days, and once in the total.
    """
    counts: defaultdict[str, Counter[date]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    undated = 0
    for entry, name in _named(items, library, by):
        days = [day for day in days_covered(entry) if day is not None]
        totals[name] += 1
        counts[name].update(days)
        undated += not days
    ordered = sorted(totals.items(), key=lambda found: (-found[1], found[0]))
    return [Series(name, counts[name], total) for name, total in ordered], undated


def _named(items: Iterable[Entry], library: Library, by: ChartName) -> Iterator[tuple[Entry, str]]:
    for entry in items:
        if by == "papers":
            yield entry, paper_of(library.issue_of(entry)) or UNKNOWN_PAPER
        elif isinstance(entry.record, Event):
            yield entry, entry.record.kind


@dataclass(frozen=True)
class Bins:
    """The days of a chart in stretches of equal length."""

    first: date
    each: int
    """Days in a stretch."""
    number: int

    def of(self, counts: Counter[date]) -> list[int]:
        """How much there is in each stretch."""
        found = [0] * self.number
        for day, much in counts.items():
            found[(day - self.first).days // self.each] += much
        return found

    def start(self, number: int) -> date:
        """The first day of a stretch."""
        return self.first + timedelta(number * self.each)


def bins(series: Sequence[Series], most: int) -> Bins | None:
    """Stretches over all days of `series`, at most `most` of them, of some days or of weeks; None where no day is."""
    days = [day for each in series for day in each.counts]
    if not days or most < 1:
        return None
    first, last = min(days), max(days)
    each = 1
    while (last - first).days // each + 1 > most:
        each += 1 if each < 7 else 7
    return Bins(first, each, (last - first).days // each + 1)
