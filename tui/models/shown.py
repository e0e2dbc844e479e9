"""What is shown: the items a filter leaves, laid out on their days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from store.filters import Filter, Subject
from store.merging import Happening, merge
from store.records import Certainty, Entry, Event, Figure, Issue, Kind, Quote, Time

ITEMS: tuple[Kind, ...] = ("event", "figure", "quote")
"""The kinds of record people look at, in the order in which a day shows them."""
ORDER: tuple[Kind, ...] = (*ITEMS, "time")
"""The same with the time expressions, which explain them and are shown only where a filter asks for them."""

AT_A_TIME = 1000
"""So many items are filtered before anybody is asked whether they still matter."""

AT_ONCE = 2000
"""The events of so many items are merged without anybody waiting for it; those of more beside the screen."""

SURENESS: tuple[Certainty, ...] = ("certain", "bounded", "reported", "unknown")

LONGEST_SPREAD = 14
"""An interval of at most this many days is shown on each of its days; a longer one is no day's business."""


class Library:
    """Everything read from a timeline once: the issues, the items, and the times that explain them."""

    def __init__(
        self,
        issues: Mapping[int, Issue],
        items: Sequence[Entry],
        dates: Sequence[Entry] = (),
        found: Mapping[int, Entry] = MappingProxyType({}),
    ) -> None:
        """Keep what was read; `dates` are the entries of the time expressions, `found` see `as_found`."""
        self.issues = issues
        self.items = items
        self.dates = dates
        self._found = found

    @classmethod
    def read(
        cls, issues: Iterable[Entry], derived: Iterable[Entry], as_found: Callable[[int], Entry] | None = None
    ) -> Library:
        """Sort the entries of a timeline into a library; items keep their order.

        `as_found` gives a corrected entry as it was found, by its id.
        """
        found = list(derived)
        items = [entry for entry in found if entry.kind in ITEMS]
        dates = [entry for entry in found if entry.kind == "time"]
        before = {entry.id: as_found(entry.id) for entry in items if entry.corrected} if as_found else {}
        return cls(
            {entry.id: entry.record for entry in issues if isinstance(entry.record, Issue)}, items, dates, before
        )

    def as_found(self, entry: Entry) -> Entry:
        """An item as it was found in the report, before a person corrected it."""
        return self._found.get(entry.id, entry)

    @cached_property
    def counts(self) -> list[tuple[Kind, int]]:
        """How many items there are of each kind."""
        counted = Counter(entry.kind for entry in self.items)
        return [(kind, counted[kind]) for kind in ITEMS]

    @cached_property
    def of_issue(self) -> dict[int, list[Entry]]:
        """The items of each issue in the order of the text."""
        found: dict[int, list[Entry]] = {}
        for entry in self.items:
            found.setdefault(entry.issue_id or 0, []).append(entry)
        for entries in found.values():
            entries.sort(key=_place)
        return found

    def issue_of(self, entry: Entry) -> Issue | None:
        """The report an item was found in."""
        return self.issues.get(entry.issue_id) if entry.issue_id is not None else None

    def event_of(self, entry: Entry) -> Entry | None:
        """The event that a figure or a quote belongs to."""
        record = entry.record
        span = record.event if isinstance(record, Figure | Quote) else None
        if span is None or entry.issue_id is None:
            return None
        return self._events.get((entry.issue_id, *span))

    @cached_property
    def _events(self) -> dict[tuple[int, int, int], Entry]:
        """The events by issue and span."""
        return {
            (entry.issue_id or 0, entry.record.start, entry.record.end): entry
            for entry in self.items
            if isinstance(entry.record, Event)
        }

    @cached_property
    def happenings(self) -> dict[int, Happening]:
        """The event that each event mention tells, by the id of the mention."""
        merged = merge((entry for entry in self.items if entry.kind == "event"), self.issues)
        return {entry.id: happening for happening in merged for entry in happening.mentions}

    def happening_of(self, entry: Entry) -> Happening | None:
        """The event that a mention tells; None also while those of a large timeline are still being merged."""
        return self.happenings.get(entry.id) if self._merged or len(self.items) <= AT_ONCE else None

    @property
    def _merged(self) -> bool:
        return "happenings" in self.__dict__

    def times_of(self, issue_id: int | None) -> Sequence[Time]:
        """The time expressions of a report, in the order of the text."""
        return self._times.get(issue_id, ()) if issue_id is not None else ()

    @cached_property
    def _times(self) -> dict[int, list[Time]]:
        """The time expressions of each issue, in the order of the text."""
        found: defaultdict[int, list[Time]] = defaultdict(list)
        for entry in self.dates:
            if isinstance(entry.record, Time) and entry.issue_id is not None:
                found[entry.issue_id].append(entry.record)
        for times in found.values():
            times.sort(key=lambda time: time.start)
        return found

    @cached_property
    def everything(self) -> Shown:
        """What is shown without a filter."""
        return Shown(self.items, self._days)

    @cached_property
    def _days(self) -> list[tuple[date | None, ...]]:
        """The days each item is shown on: worked out once, needed at every key of a filter."""
        return [tuple(days_covered(entry)) for entry in self.items]

    @cached_property
    def subjects(self) -> list[Subject]:
        """The items as a filter sees them; kept, for the same ones are filtered at every key."""
        return [Subject(entry, self.issue_of(entry)) for entry in self.items]

    def prepare(self) -> None:
        """Work out beforehand what the first filter would have to wait for."""
        for subject in self.subjects:
            _ = subject.text
        _ = self.happenings

    def keep(self, wanted: Filter, stop: Callable[[], bool] = lambda: False) -> Shown | None:
        """What is shown under a filter; None where `stop` said that nobody waits for it any more.

        Time expressions are among it where the filter asks for their kind.
        """
        test = wanted.root.test
        kept: list[int] = []
        for start in range(0, len(self.subjects), AT_A_TIME):
            if stop():
                return None
            chunk = self.subjects[start : start + AT_A_TIME]
            kept += [number for number, subject in enumerate(chunk, start) if test(subject)]
        items, days = [self.items[number] for number in kept], [self._days[number] for number in kept]
        if wanted.asks_for_kind("time"):
            items += [entry for entry in self.dates if wanted.matches(entry, self.issue_of(entry))]
            return Shown(items)
        return Shown(items, days)


class Shown:
    """The items that are shown, by day; immutable once made."""

    def __init__(self, items: Sequence[Entry], covered: Sequence[Sequence[date | None]] | None = None) -> None:
        """Lay `items` out on their days; `covered` has the days of each, where they are known already."""
        self.items = items
        days: defaultdict[date | None, list[Entry]] = defaultdict(list)
        for entry, its_days in zip(items, covered or map(tuple, map(days_covered, items)), strict=True):
            for day in its_days:
                days[day].append(entry)
        self._days = days
        self._sorted: dict[date | None, Sequence[Entry]] = {}
        self._sure = Counter(entry.day for entry in items if entry.certainty == "certain")
        self.days: tuple[date, ...] = tuple(sorted(day for day in days if day is not None))
        """Days with items, in order."""

    @cached_property
    def most(self) -> int:
        """The number of items of the fullest day."""
        return max((len(self._days[day]) for day in self.days), default=0)

    @cached_property
    def most_sure(self) -> int:
        """The number of sure items of the day that has most of them."""
        return max((self._sure[day] for day in self.days), default=0)

    @cached_property
    def ids(self) -> frozenset[int]:
        """The ids of all items shown."""
        return frozenset(entry.id for entry in self.items)

    def on(self, day: date | None) -> Sequence[Entry]:
        """The items of a day, kind by kind, the sure ones first; None is the row of what has no day of its own."""
        if day not in self._sorted:
            self._sorted[day] = sorted(self._days.get(day, ()), key=_rank)
        return self._sorted[day]

    def count(self, day: date | None) -> int:
        """How many items a day shows."""
        return len(self._days.get(day, ()))

    def within(self, first: date | None, last: date | None) -> int:
        """How many items the days from `first` to `last`, both inclusive, show; no days mean those without a day."""
        if first is None or last is None:
            return self.count(None)
        days = self.days_within(first, last)
        return self.count(days[0]) if len(days) == 1 else len({entry.id for day in days for entry in self._days[day]})

    def days_within(self, first: date, last: date) -> Sequence[date]:
        """The days with items from `first` to `last`, both inclusive."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def sure(self, day: date | None) -> int:
        """How many items a day shows whose day is certain; the others are only reported or bounded."""
        return self._sure[day] if day is not None else 0

    def day_of(self, entry_id: int) -> date | None:
        """The first day on which an item is shown; raises KeyError where it is not shown."""
        entry = next((entry for entry in self.items if entry.id == entry_id), None)
        if entry is None:
            raise KeyError(entry_id)
        return next(days_covered(entry))


def _rank(entry: Entry) -> tuple[int, int]:
    return ORDER.index(entry.kind), SURENESS.index(entry.certainty)


def days_covered(entry: Entry) -> Iterator[date | None]:
    """The days on which an item is shown; None for one that is undated or covers too many days."""
    first, last = bounds_of(entry)
    if first is None or last is None:
        yield entry.day
    elif (last - first).days >= LONGEST_SPREAD:
        yield None
    else:
        for number in range((last - first).days + 1):
            yield first + timedelta(number)


def bounds_of(entry: Entry) -> tuple[date | None, date | None]:
    """First and last day, inclusive, that the text gives an item."""
    record = entry.record
    if isinstance(record, Event | Figure | Quote | Time):
        return record.first, record.last
    return None, None


def _place(entry: Entry) -> tuple[int, int]:
    """Order of the text; what holds something else comes before it."""
    record = entry.record
    return (record.start, -record.end) if isinstance(record, Event | Figure | Quote | Time) else (0, 0)
