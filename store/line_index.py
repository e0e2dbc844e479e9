"""Where every record lies and on which days: what a timeline keeps in memory instead of its records.

About 40 bytes a record, in columns. The row number of a record is its place in the columns; rows are added
at the end and never move.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

KIND_CODES: dict[str, int] = {
    "meta": 1,
    "issue": 2,
    "correction": 3,
    "time": 4,
    "figure": 5,
    "quote": 6,
    "event": 7,
    "step": 8,
}
DERIVED_CODES = frozenset({4, 5, 6, 7})
OTHER = 0
"""The code of rows that other programs added."""
REMOVED = 255
UNDATED = 2**31 - 1
"""Stands for no day; sorts behind every day."""

_KIND_BITS = 4


class Slot(msgspec.Struct, frozen=True, gc=False):
    """What the index knows of one record. Days are ordinals of the proleptic calendar (`date.toordinal`)."""

    id: int
    offset: int
    """Of its line in the file, in bytes."""
    length: int
    """Of its line without line feed, in bytes."""
    kind: int
    issue: int
    """Id of the issue it was found in, its own for an issue, 0 for none."""
    day: int
    """The day it is filed under, or UNDATED."""
    last: int
    """The last day it covers, inclusive; `day` where it covers one."""


class Index:
    """The slots of all records, by id, by issue and by day."""

    def __init__(self) -> None:
        self.ids = array("q")
        self.offsets = array("q")
        self.lengths = array("I")
        self.kinds = array("B")
        self.issues = array("I")
        self.days = array("i")
        self.lasts = array("i")
        self.filed: dict[int, dict[int, array[int]]] = {}
        """day -> (span class, kind) in one number -> rows. Span class c holds intervals shorter than 2**c days + 1."""
        self.live = 0
        self.live_bytes = 0
        self._greatest = -1
        self._runs: dict[int, list[range]] | None = None  # issue -> its rows, once somebody has asked for them
        self._rows: dict[int, int] | None = None  # id -> row, once the ids no longer ascend

    def __len__(self) -> int:
        return self.live

    def __contains__(self, key: int) -> bool:
        row = self._row(key)
        return row is not None and self.kinds[row] != REMOVED

    def __iter__(self) -> Iterator[int]:
        """Ids in the order in which they were first written."""
        return (key for key, kind in zip(self.ids, self.kinds, strict=True) if kind != REMOVED)

    def get(self, key: int) -> Slot | None:
        """The slot of a record, or None where there is none."""
        row = self._row(key)
        return None if row is None or self.kinds[row] == REMOVED else self.slot(row)

    @property
    def next_id(self) -> int:
        """An id greater than every id so far, removed ones included."""
        return max(self._greatest, 0) + 1

    @property
    def ascending(self) -> bool:
        """Whether the ids ascend with the rows, as they do unless another program chose them."""
        return self._rows is None

    def look_up_by_id(self) -> None:
        """Prepare for ids that do not ascend; takes 100 bytes a record."""
        self._rows = {key: row for row, key in enumerate(self.ids)}

    def restored(self, live: int, live_bytes: int, *, ascending: bool) -> None:
        """To be called once the columns and `filed` have been filled from elsewhere."""
        self.live, self.live_bytes = live, live_bytes
        if not ascending:
            self.look_up_by_id()
            self._greatest = max(self.ids)
        elif self.ids:
            self._greatest = self.ids[-1]

    def put(self, slot: Slot) -> Slot | None:
        """File a new record, or a record anew; returns how it was filed before, if it was."""
        before = None
        row = None if slot.id > self._greatest else self._row(slot.id)
        if row is None:
            row = self._append(slot)
        else:
            before = self._unfile(row)
            self._set(row, slot)
        self.live += 1
        self.live_bytes += slot.length
        if slot.kind in DERIVED_CODES:
            self._file(row, slot)
        return before

    def _file(self, row: int, slot: Slot) -> None:
        places, place = self.filed.get(slot.day), _place(slot)
        if places is None:
            places = self.filed[slot.day] = {}
        if place not in places:
            places[place] = array("I")
        places[place].append(row)

    def drop(self, key: int) -> Slot | None:
        """Forget a record; returns how it was filed, if it was."""
        row = self._row(key)
        if row is None:
            return None
        before = self._unfile(row)
        self.kinds[row] = REMOVED
        return before

    def of_kind(self, kind: int) -> list[int]:
        """Ids of the records of one kind, in the order in which they were first written."""
        return [self.ids[row] for row in _find(self.kinds, kind)]

    def of_issue(self, issue: int) -> list[int]:
        """Ids of the derived records of one issue, likewise."""
        if self._runs is None:
            self._runs = _runs_of(self.issues)
        return [
            self.ids[row]
            for run in self._runs.get(issue, ())
            for row in run
            if self.issues[row] == issue and self.kinds[row] in DERIVED_CODES
        ]

    def counts(self) -> Iterator[tuple[int, int, int]]:
        """(day, kind, how many) in no order; one pair of day and kind may come several times."""
        for day, places in self.filed.items():
            for place, rows in places.items():
                yield day, place % (1 << _KIND_BITS), len(rows)

    def between(self, first: int | None, last: int | None) -> Iterator[Slot]:
        """The slots of the derived records that touch the days `first` to `last`, both inclusive, by day and issue.

        None leaves that end open; undated ones come last, and only where both ends are open.
        """
        for day in sorted(self.filed):
            if last is not None and day > last:
                return
            if day == UNDATED and first is not None:
                return
            yield from map(self.slot, self._rows_of(day, first))

    def _rows_of(self, day: int, first: int | None) -> list[int]:
        rows: list[int] = []
        early = first is not None and day < first
        for place, there in self.filed.get(day, {}).items():
            if not early:
                rows.extend(there)
            elif first is not None and day + (1 << (place >> _KIND_BITS)) > first:
                rows.extend(row for row in there if self.lasts[row] >= first)
        rows.sort()
        rows.sort(key=self.issues.__getitem__)
        return rows

    def _row(self, key: int) -> int | None:
        if self._rows is not None:
            return self._rows.get(key)
        row = bisect_left(self.ids, key)
        return row if row < len(self.ids) and self.ids[row] == key else None

    def _append(self, slot: Slot) -> int:
        row = len(self.ids)
        if slot.id > self._greatest:
            self._greatest = slot.id
        elif self._rows is None:
            self.look_up_by_id()
        if self._rows is not None:
            self._rows[slot.id] = row
        self.ids.append(slot.id)
        self.offsets.append(slot.offset)
        self.lengths.append(slot.length)
        self.kinds.append(slot.kind)
        self.issues.append(slot.issue)
        self.days.append(slot.day)
        self.lasts.append(slot.last)
        if self._runs is not None:
            _lengthen(self._runs, slot.issue, row)
        return row

    def _set(self, row: int, slot: Slot) -> None:
        self.offsets[row] = slot.offset
        self.lengths[row] = slot.length
        self.kinds[row] = slot.kind
        if self.issues[row] != slot.issue:
            self.issues[row], self._runs = slot.issue, None
        self.days[row] = slot.day
        self.lasts[row] = slot.last

    def slot(self, row: int) -> Slot:
        """What is known of the record in a row."""
        return Slot(
            self.ids[row],
            self.offsets[row],
            self.lengths[row],
            self.kinds[row],
            self.issues[row],
            self.days[row],
            self.lasts[row],
        )

    def _unfile(self, row: int) -> Slot | None:
        if self.kinds[row] == REMOVED:
            return None
        slot = self.slot(row)
        self.live -= 1
        self.live_bytes -= slot.length
        if slot.kind in DERIVED_CODES:
            self._take_out(row, slot)
        return slot

    def _take_out(self, row: int, slot: Slot) -> None:
        places = self.filed[slot.day]
        rows = places[_place(slot)]
        rows.remove(row)
        if not rows:
            del places[_place(slot)]
        if not places:
            del self.filed[slot.day]


def _place(slot: Slot) -> int:
    return (slot.last - slot.day).bit_length() << _KIND_BITS | slot.kind


def _runs_of(issues: array[int]) -> dict[int, list[range]]:
    """The rows of each issue as runs; an issue and what was found in it mostly are one."""
    runs: dict[int, list[range]] = {}
    row = 0
    for issue, run in groupby(issues):
        length = sum(1 for _ in run)
        runs.setdefault(issue, []).append(range(row, row + length))
        row += length
    return runs


def _lengthen(runs: dict[int, list[range]], issue: int, row: int) -> None:
    there = runs.setdefault(issue, [])
    if there and there[-1].stop == row:
        there[-1] = range(there[-1].start, row + 1)
    else:
        there.append(range(row, row + 1))


def _find(column: array[int], value: int) -> Iterable[int]:
    """Rows in which the column has this value; far quicker than a loop over the rows."""
    width = column.itemsize
    content, wanted = column.tobytes(), array(column.typecode, [value]).tobytes()
    at = content.find(wanted)
    while at >= 0:
        row, inside = divmod(at, width)
        if not inside:
            yield row
        at = content.find(wanted, at + 1)
