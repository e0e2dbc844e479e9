"""What a filter keeps: the ids, how many on each day, and what there is among them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, compress
from typing import Any

from store.records import Kind
from store.search.columns import Column, Name

_FLAGS = bytes(code == ord("1") for code in range(256))


@dataclass(frozen=True)
class Hits:
    """The rows that a filter keeps. It stays right when the timeline changes, for rows are only ever added."""

    bits: int
    """One bit a row, the first row the highest one."""
    rows: int
    """How many rows there are, those that no longer count included."""
    ids_by_row: array[int]
    columns: Mapping[Name, Column[Any]]

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

    def counts(self, *names: Name) -> Counter[Any]:
        """How often each value of a column occurs, or each combination of values of several."""
        columns = [self.columns[name] for name in names]
        if len(columns) == 1:
            return _valued(Counter(self._codes(names[0])), columns[0].values)
        found = Counter(zip(*map(self._codes, names), strict=True))
        return Counter(
            {
                tuple(column.values[code] for column, code in zip(columns, codes, strict=True)): number
                for codes, number in found.items()
            }
        )

    def days(self) -> dict[date | None, Counter[Kind]]:
        """How many entries of each kind are filed under each day, in the order of the days, None last."""
        counted: dict[date | None, Counter[Kind]] = {}
        found = self.counts("day", "kinds").items()
        for (day, kinds), number in sorted(found, key=lambda item: item[0][0] or date.max):
            counted.setdefault(day, Counter())[kinds[0]] += number
        if None in counted:
            counted[None] = counted.pop(None)
        return counted

    def names(self, name: Name) -> Counter[str]:
        """How often each name occurs in a column of names; a row with the same name twice counts once."""
        values = [tuple(dict.fromkeys(filter(None, value))) for value in self.columns[name].values]
        return Counter(chain.from_iterable(map(values.__getitem__, self._codes(name))))

    def _codes(self, name: Name) -> Iterable[int]:
        return compress(self.columns[name].codes, self.flags)


def _valued(found: Counter[int], values: Sequence[Any]) -> Counter[Any]:
    return Counter({values[code]: number for code, number in found.items()})
