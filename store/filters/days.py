"""Tests of the days of a record: within a stretch of days, or at a time of every year."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from store.filters.predicates import Leaf

Days: TypeAlias = tuple[date, date] | None
"""First and last day of a record, both inclusive."""


class Overlaps(Leaf, frozen=True):
    """Days, `first` and `last` inclusive, None for an open end."""

    first: date | None
    last: date | None
    part = "days"

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return f"from:{self.first}" if self.first else f"to:{self.last}"
        if self.first == self.last:
            return f"date:{self.first}"
        if self.first.day == 1 and self.last == moved(self.first, day=31):
            return f"date:{self.first:%Y-%m}"
        return f"date:{self.first}..{self.last}"

    def fits(self, value: Days) -> bool:
        """True where the record covers, or is filed under, one of the days."""
        if value is None:
            return False
        return (self.last is None or value[0] <= self.last) and (self.first is None or value[1] >= self.first)


class Yearly(Leaf, frozen=True):
    """A time of every year: August, late August, the last week of August, summer, 20 August, June to August.

    `begin` and `end` are month and day, both inclusive; a negative day counts from the end of the month, and day 31
    is the last one of every month. An `end` before the `begin` lies in the following year.
    """

    words: str
    """As the filter language writes it."""
    begin: tuple[int, int]
    end: tuple[int, int]
    part = "days"

    def __str__(self) -> str:
        return f'date:"{self.words}"' if " " in self.words else f"date:{self.words}"

    def of(self, year: int) -> Overlaps:
        """The days of the time that begins in a year."""
        over = self.end[0] < self.begin[0]
        last = date.max if over and year == date.max.year else _day(year + over, *self.end)
        return Overlaps(_day(year, *self.begin), last)

    def fits(self, value: Days) -> bool:
        """True where the record covers, or is filed under, one of the days in some year."""
        if value is None:
            return False
        first, last = value[0].year, value[1].year
        return last - first > 1 or any(self.of(year).fits(value) for year in range(max(first - 1, 1), last + 1))


def _day(year: int, month: int, day: int) -> date:
    first = date(year, month, 1)
    return moved(first, day=day) if day > 0 else moved(first, day=31, days=day + 1)


def moved(start: date, **by: int) -> date:
    """The day that python-dateutil's `relativedelta` leads to: `day=31` is the last one of the month."""
    from dateutil.relativedelta import relativedelta  # costs 2 ms, and most filters name no day

    return start + relativedelta(**by)  # type: ignore[arg-type]
