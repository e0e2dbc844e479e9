"""What is shown, day by day: the days of all items are worked out once, a filter only chooses among them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import compress

from store.records import Certainty, Entry, Event, Figure, Kind, Quote, Time

ITEMS: tuple[Kind, ...] = ("event", "figure", "quote")
"""The kinds of record people look at, in the order in which a day shows them."""
ORDER: tuple[Kind, ...] = (*ITEMS, "time")
"""The same with the time expressions, which explain them and are shown only where a filter asks for them."""

SURENESS: tuple[Certainty, ...] = ("certain", "bounded", "reported", "unknown")

LONGEST_SPREAD = 14
"""An interval of at most this many days is shown on each of its days; a longer one is no day's business."""


class Layout:
    """Items on their days, those shown on the same days side by side, so that many are counted at one stroke.

    A choice of items is said by flags: for each item a byte, 1 where it is chosen, else 0.
    """

    def __init__(self, items: Sequence[Entry]) -> None:
        """Lay the items out; those of one day keep their order."""
        there: dict[tuple[date | None, ...], list[Entry]] = {}
        for entry in items:
            there.setdefault(tuple(days_covered(entry)), []).append(entry)
        self.items: list[Entry] = []
        """The items, by the first day that they are shown on; what has no day of its own comes last."""
        self._places: dict[tuple[date | None, ...], range] = {}
        for days in sorted(there, key=lambda days: (days[0] is None, days[0], len(days))):
            start = len(self.items)
            self.items += there.pop(days)
            self._places[days] = range(start, len(self.items))
        self._on: dict[date | None, list[range]] = defaultdict(list)
        for covered, rows in self._places.items():
            for day in covered:
                self._on[day].append(rows)
        self.all = b"\1" * len(items)
        self.sure = bytes(entry.certainty == "certain" for entry in self.items)
        """The flags of those whose day is certain: they are shown on that day alone."""

    def counts(self, flags: bytes) -> dict[date | None, int]:
        """How many chosen items each day shows; days without any are left out."""
        counted = Counter[date | None]()
        for days, rows in self._places.items():
            number = flags.count(1, rows.start, rows.stop)
            for day in days if number else ():
                counted[day] += number
        return counted

    def on(self, day: date | None, flags: bytes) -> list[int]:
        """The numbers of the chosen items of a day, in their order."""
        return [row for rows in self._on.get(day, ()) for row in rows if flags[row]]

    def chosen_and_sure(self, flags: bytes) -> bytes:
        """The flags of those that are chosen and whose day is certain."""
        if flags is self.all:
            return self.sure
        return (int.from_bytes(flags, "little") & int.from_bytes(self.sure, "little")).to_bytes(len(flags), "little")

    @cached_property
    def _by_id(self) -> tuple[array[int], array[int]]:
        """The ids in ascending order, and the number of the item of each."""
        rows = sorted(range(len(self.items)), key=lambda row: self.items[row].id)
        return array("q", (self.items[row].id for row in rows)), array("I", rows)

    def row_of(self, entry_id: int) -> int | None:
        """The number of the item of this id; None where there is none."""
        ids, rows = self._by_id
        at = bisect_left(ids, entry_id)
        return rows[at] if at < len(ids) and ids[at] == entry_id else None


class Shown:
    """The items that are shown, by day; immutable once made."""

    def __init__(self, items: Sequence[Entry] = (), layout: Layout | None = None, flags: bytes | None = None) -> None:
        """Show `items`; or, given a layout, those of it that `flags` choose."""
        self.layout = Layout(items) if layout is None else layout
        self._flags = self.layout.all if flags is None else flags
        self._sorted: dict[date | None, Sequence[Entry]] = {}

    @cached_property
    def items(self) -> Sequence[Entry]:
        """All items that are shown, by day."""
        return list(compress(self.layout.items, self._flags))

    @property
    def number(self) -> int:
        """How many items are shown."""
        return self._flags.count(1)

    @cached_property
    def _counts(self) -> dict[date | None, int]:
        return self.layout.counts(self._flags)

    @cached_property
    def _sure(self) -> dict[date | None, int]:
        return self.layout.counts(self.layout.chosen_and_sure(self._flags))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days with items, in order."""
        return tuple(sorted(day for day in self._counts if day is not None))

    @cached_property
    def most(self) -> int:
        """The number of items of the fullest day."""
        return max((self._counts[day] for day in self.days), default=0)

    @cached_property
    def most_sure(self) -> int:
        """The number of sure items of the day that has most of them."""
        return max((self.sure(day) for day in self.days), default=0)

    def prepare(self) -> Shown:
        """Work out beforehand what the screen will ask for."""
        _ = self.most, self.most_sure
        return self

    @property
    def ids(self) -> Container[int]:
        """The ids of all items shown."""
        return Ids(self.layout, self._flags)

    def on(self, day: date | None) -> Sequence[Entry]:
        """The items of a day, kind by kind, the sure ones first; None is the row of what has no day of its own."""
        if day not in self._sorted:
            rows = self.layout.on(day, self._flags)
            self._sorted[day] = sorted((self.layout.items[row] for row in rows), key=_rank)
        return self._sorted[day]

    def count(self, day: date | None) -> int:
        """How many items a day shows."""
        return self._counts.get(day, 0)

    def within(self, first: date | None, last: date | None) -> int:
        """How many items the days from `first` to `last`, both inclusive, show; no days mean those without a day."""
        if first is None or last is None:
            return self.count(None)
        days = self.days_within(first, last)
        if len(days) == 1:
            return self.count(days[0])
        return len({row for day in days for row in self.layout.on(day, self._flags)})

    def days_within(self, first: date, last: date) -> Sequence[date]:
        """The days with items from `first` to `last`, both inclusive."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def sure(self, day: date | None) -> int:
        """How many items a day shows whose day is certain; the others are only reported or bounded."""
        return self._sure.get(day, 0) if day is not None else 0

    def day_of(self, entry_id: int) -> date | None:
        """The first day on which an item is shown; raises KeyError where it is not shown."""
        row = self.layout.row_of(entry_id)
        if row is None or not self._flags[row]:
            raise KeyError(entry_id)
        return next(days_covered(self.layout.items[row]))


@dataclass(frozen=True)
class Ids(Container[int]):
    """The ids of chosen items, without a list of them."""

    layout: Layout
    flags: bytes

    def __contains__(self, key: object) -> bool:
        row = self.layout.row_of(key) if isinstance(key, int) else None
        return row is not None and bool(self.flags[row])


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
