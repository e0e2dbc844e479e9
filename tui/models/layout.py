"""On which days items are shown, worked out once for all that a filter can leave of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from store.records import Entry, Event, Figure, Quote, Time

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
