"""On which days items are shown, worked out once for all that a filter can leave of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from store.records import Entry, Event, Figure, Quote, Time

LONGEST_SPREAD = 14
"""An interval of at most this many days is shown on each of its days; a longer one is no day's business."""


class Rows:
    """The items shown on one day, by their numbers: those of one stretch, and others."""

    __slots__ = ("others", "start", "stop")

    def __init__(self) -> None:
        self.start = self.stop = 0
        self.others: list[int] = []

    def add(self, row: int) -> None:
        """Add the next one."""
        if self.start == self.stop:
            self.start = self.stop = row
        if row == self.stop:
            self.stop += 1
        else:
            self.others.append(row)

    def number(self, flags: bytes) -> int:
        """How many of them have the flag 1."""
        return flags.count(1, self.start, self.stop) + sum(map(flags.__getitem__, self.others))

    def kept(self, flags: bytes) -> Iterator[int]:
        """Those that have the flag 1."""
        return (row for rows in (range(self.start, self.stop), self.others) for row in rows if flags[row])


class Layout:
    """Items on their days. A choice of items is said by flags: for each item a byte, 1 where it is chosen, else 0."""

    def __init__(self, items: Sequence[Entry]) -> None:
        """Lay the items out; those that follow each other day by day take least room."""
        self.items = items
        on: defaultdict[date | None, Rows] = defaultdict(Rows)
        for row, entry in enumerate(items):
            for day in days_covered(entry):
                on[day].add(row)
        self.on: Mapping[date | None, Rows] = on
        self.all = b"\1" * len(items)
        self.sure = bytes(entry.certainty == "certain" for entry in items)
        """The flags of those whose day is certain: they are shown on that day alone."""

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
