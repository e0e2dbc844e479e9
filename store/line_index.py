"""Where every record lies and on which days: what a timeline keeps in memory instead of its records.

About 40 bytes a record, in columns. The row number of a record is its place in the columns; rows are added
at the end and never move.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import lt
from typing import NamedTuple

import msgspec

from store.filed import Filed
from store.issue_rows import IssueRows

KIND_CODES: dict[str, int] = {
    "meta": 1,
    "issue": 2,
    "correction": 3,
    "time": 4,
    "figure": 5,
    "quote": 6,
    "event": 7,
    "step": 8,
    "person": 9,
    "place": 10,
}
DERIVED_CODES = frozenset({4, 5, 6, 7})
"""Codes of the kinds that are filed under days."""
FOUND_CODES = DERIVED_CODES | {9, 10}
"""Codes of the kinds that are found in an issue."""
OTHER = 0
"""The code of rows that other programs added."""
REMOVED = 255
UNDATED = 2**31 - 1
"""Stands for no day; sorts behind every day."""


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


class Columns(NamedTuple):
    """The same of many records, field by field."""

    ids: list[int]
    offsets: list[int]
    lengths: list[int]
    kinds: list[int]
    issues: list[int]
    days: list[int]
    lasts: list[int]


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
        self.filed = Filed()
        self.live = 0
        self.live_bytes = 0
        self._greatest = -1
        self._of_issue: IssueRows | None = None  # once somebody has asked for them
        self._rows: dict[int, int] | None = None  # id -> row, once the ids no longer ascend

    def __len__(self) -> int:
        return self.live

    def __contains__(self, key: int) -> bool:
        row = self.row(key)
        return row is not None and self.kinds[row] != REMOVED

    def __iter__(self) -> Iterator[int]:
        """Ids in the order in which they were first written."""
        return (key for key, kind in zip(self.ids, self.kinds, strict=False) if kind != REMOVED)

    def get(self, key: int) -> Slot | None:
        """The slot of a record, or None where there is none."""
        row = self.row(key)
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
        row = None if slot.id > self._greatest else self.row(slot.id)
        if row is None:
            row = self._append(slot)
        else:
            before = self._unfile(row)
            self._set(row, slot)
        self.live += 1
        self.live_bytes += slot.length
        if slot.kind in DERIVED_CODES:
            self.filed.file((row,), slot.day, slot.last, slot.kind)
        return before

    def precedes(self, new: Columns) -> bool:
        """Whether the ids of new records ascend, behind all so far."""
        return new.ids[0] > self._greatest and all(map(lt, new.ids, new.ids[1:]))

    def extend(self, new: Columns) -> None:
        """File many new records at once, which this index has to precede."""
        row = len(self.ids)
        for name, values in reversed(new._asdict().items()):  # the ids last, so that no other thread sees half a row
            getattr(self, name).extend(values)
        rows_at: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        for place in zip(new.days, new.lasts, new.kinds, strict=True):
            rows_at[place].append(row)
            row += 1
        for (day, last, kind), rows in rows_at.items():
            if kind in DERIVED_CODES:
                self.filed.file(rows, day, last, kind)
        self._note_new(new, len(self.ids) - len(new.ids))

    def _note_new(self, new: Columns, row: int) -> None:
        self.live += len(new.ids)
        self.live_bytes += sum(new.lengths)
        self._greatest = new.ids[-1]
        if self._rows is not None:
            self._rows.update(zip(new.ids, range(row, len(self.ids)), strict=True))
        if self._of_issue is not None:
            for at, issue in enumerate(new.issues, start=row):
                self._of_issue.add(issue, at)

    def drop(self, key: int) -> Slot | None:
        """Forget a record; returns how it was filed, if it was."""
        row = self.row(key)
        if row is None:
            return None
        before = self._unfile(row)
        self.kinds[row] = REMOVED
        return before

    def rows_of_kind(self, kind: int) -> list[int]:
        """The rows of the records of one kind, in the order in which they were first written."""
        return list(_find(self.kinds, kind))

    def of_kind(self, kind: int) -> list[int]:
        """Their ids."""
        return [self.ids[row] for row in self.rows_of_kind(kind)]

    def of_issue(self, issue: int) -> list[int]:
        """Ids of the records found in one issue, likewise."""
        return [self.ids[row] for row in self.rows_of_issue(issue)]

    def rows_of_issue(self, issue: int) -> list[int]:
        """Their rows."""
        if self._of_issue is None:
            self._of_issue = IssueRows(self.issues)
        issues, kinds = self.issues, self.kinds
        return [row for row in self._of_issue.of(issue) if issues[row] == issue and kinds[row] in FOUND_CODES]

    def counts(self) -> Iterator[tuple[int, int, int]]:
        """(day, kind, how many) in no order; one pair of day and kind may come several times."""
        return self.filed.counts()

    def between(self, first: int | None, last: int | None) -> Iterator[int]:
        """The rows of the derived records that touch the days `first` to `last`, both inclusive, by day and issue.

        None leaves that end open; undated ones come last, and only where both ends are open.
        """
        for day in sorted(self.filed.days):
            if last is not None and day > last:
                return
            if day == UNDATED and first is not None:
                return
            rows = self.filed.rows_of(day, first, self.lasts)
            rows.sort(key=self.issues.__getitem__)
            yield from rows

    def row(self, key: int) -> int | None:
        """The row of an id, also of a removed one; None where it never was there."""
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
        self.offsets.append(slot.offset)
        self.lengths.append(slot.length)
        self.kinds.append(slot.kind)
        self.issues.append(slot.issue)
        self.days.append(slot.day)
        self.lasts.append(slot.last)
        self.ids.append(slot.id)  # last, so that no other thread sees half a row
        if self._of_issue is not None:
            self._of_issue.add(slot.issue, row)
        return row

    def _set(self, row: int, slot: Slot) -> None:
        self.offsets[row] = slot.offset
        self.lengths[row] = slot.length
        self.kinds[row] = slot.kind
        if self.issues[row] != slot.issue:
            self.issues[row], self._of_issue = slot.issue, None
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
            self.filed.take_out(row, slot.day, slot.last, slot.kind)
        return slot


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
