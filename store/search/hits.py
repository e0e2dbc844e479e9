"""What a filter keeps: the ids, how many on each day, and what there is among them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TypeVar

import msgspec

from store.records import Kind
from store.search.columns import Column, Columns, Names

T = TypeVar("T", bound=Hashable)

_FLAGS = bytes(code == ord("1") for code in range(256))


class Hits(msgspec.Struct, frozen=True, dict=True):
    """The rows that a filter keeps. It stays right when the timeline changes, for rows are only ever added."""

    bits: int
    """One bit a row, the first row the highest one."""
    rows: int
    """How many rows there are, those that no longer count included."""
    ids_by_row: array[int]
    issues_by_row: array[int]
    columns: Columns

    def __len__(self) -> int:
        return self.bits.bit_count()

    @cached_property
    def flags(self) -> bytes:
        """For every row 1 where it is kept, else 0."""
        return f"{self.bits:0{self.rows}b}".encode("ascii").translate(_FLAGS) if self.rows else b""

    @property
    def ids(self) -> Iterable[int]:
        """The ids of what is kept, in the order of the rows."""
        return compress(self.ids_by_row, self.flags)

    def in_order(self) -> list[int]:
        """The ids by the day the entries are filed under, then issue, then text; those without a day last."""
        filed = [(day is None, day) for day, _, _ in self.columns.filed.values]
        rows = zip(self.columns.filed.codes, self.issues_by_row, self.ids_by_row, strict=False)
        kept = [(filed[code], issue, key) for code, issue, key in compress(rows, self.flags)]
        return [key for _, _, key in sorted(kept)]

    def counts(self, column: Column[T]) -> list[tuple[T, int]]:
        """The values of a column that occur, and how often each does."""
        found = Counter(compress(column.codes, self.flags))
        return [(column.values[code], number) for code, number in found.items()]

    def names(self, column: Names) -> Counter[str]:
        """In how many rows each name of a column occurs."""
        found = Counter(compress(column.codes, map(self.flags.__getitem__, column.rows)))
        return Counter({column.values[code]: number for code, number in found.items()})

    def days(self) -> dict[date | None, Counter[Kind]]:
        """How many entries of each kind are filed under each day, in the order of the days, None last."""
        counted: dict[date | None, Counter[Kind]] = {}
        filed = self.counts(self.columns.filed)
        for (day, kind, _), number in sorted(filed, key=lambda item: (item[0][0] is None, item[0][0])):
            counted.setdefault(day, Counter())[kind] += number
        return counted
