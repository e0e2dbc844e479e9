"""From the number of an issue to the day it was on sale, and no further than what is known of the paper allows.

A weekly paper counts its issues, so two issues whose days are known fix those between them: if as many weeks lie
between them as numbers, every number has its week. Where weeks are missing and it is not known which, a number gets
the stretch of weeks in which it can have appeared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec

WEEK = timedelta(weeks=1)
FARTHEST = 520
"""So many issues outside the known ones nothing is said any more."""


class KnownIssue(msgspec.Struct, frozen=True):
    """An issue whose day is known: the points from which the others are counted."""

    number: int
    on_sale: date
    cover: date | None = None
    """The printed date where it differs from the day on sale."""
    source: str = ""


class Break(msgspec.Struct, frozen=True, dict=True, rename={"first": "from", "last": "to"}):
    """A time of the year in which weeks without a paper lie; month and day as "12-18", both inclusive."""

    first: str
    last: str
    weeks: int

    @cached_property
    def _ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        first, last = ((int(end[:2]), int(end[3:])) for end in (self.first, self.last))
        return first, last

    def holds(self, day: date) -> bool:
        """Whether the day is in it, over the turn of the year too."""
        (first, last), when = self._ends, (day.month, day.day)
        return first <= when <= last if first <= last else when >= first or when <= last

    def season(self, day: date) -> tuple[str, int]:
        """This break in the year in which it begins, for a day in it."""
        first, last = self._ends
        return self.first, day.year - (first > last and (day.month, day.day) <= last)


class OnSale(NamedTuple):
    """The day an issue was on sale, or the first and last day it can have been; both inclusive."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, where it is only one."""
        return self.first if self.first == self.last else None


class WeeklyCalendar(msgspec.Struct, frozen=True):
    """What is known of the rhythm of a weekly paper; `issues` in order of their numbers."""

    issues: tuple[KnownIssue, ...]
    weekday: int = 0
    """The weekday on which it comes out, Monday 0; a known issue can have come a day or two early or late."""
    skipped: frozenset[date] = frozenset()
    breaks: tuple[Break, ...] = ()

    def on_sale(self, number: int) -> OnSale | None:
        """When issue `number` was on sale; None where the known issues do not say."""
        for known in self.issues:
            if known.number == number:
                return OnSale(known.on_sale, known.on_sale)
        for before, after in pairwise(self.issues):
            if before.number < number < after.number:
                return self._between(before, after, number)
        return self._outside(number) if self.issues else None

    def _between(self, before: KnownIssue, after: KnownIssue, number: int) -> OnSale | None:
        """The weeks between two known issues, once with the missing ones as late and once as early as can be."""
        weeks = [day for day in self._weeks(before.on_sale, after.on_sale) if day not in self.skipped]
        missing = len(weeks) - (after.number - before.number - 1)
        if missing < 0:
            return None
        at = number - before.number - 1
        earliest = self._without(weeks[::-1], missing)[::-1][at]
        latest = self._without(weeks, missing)[at]
        if missing and len(self._seasons(weeks)) > 1:
            # Nobody has counted how long each of several breaks was.
            return OnSale(max(earliest - WEEK, weeks[at]), min(latest + WEEK, weeks[at + missing]))
        return OnSale(earliest, latest)

    def _without(self, weeks: Sequence[date], missing: int) -> list[date]:
        """`weeks` less the `missing` first ones that can lack a paper: those in breaks, and any for what is over."""
        room: dict[tuple[str, int], int] = {}
        out: set[date] = set()
        for day in weeks:
            for pause in self.breaks:
                season = pause.season(day)
                if len(out) < missing and pause.holds(day) and room.setdefault(season, pause.weeks):
                    room[season] -= 1
                    out.add(day)
                    break
        out.update([day for day in weeks if day not in out][: missing - len(out)])
        return [day for day in weeks if day not in out]

    def _outside(self, number: int) -> OnSale | None:
        """Counted on from the last or back from the first known issue: a week of doubt, and every break more."""
        edge = self.issues[-1] if number > self.issues[-1].number else self.issues[0]
        steps = abs(number - edge.number)
        if steps > FARTHEST or number < 1:
            return None
        step = WEEK if number > edge.number else -WEEK
        near = edge.on_sale + steps * step
        weeks = self._weeks(min(edge.on_sale, near), max(edge.on_sale, near) + WEEK)
        lost = sum(self._seasons(weeks).values())
        days = sorted((near if steps == 1 else near - step, near + (1 + lost) * step))
        return OnSale(days[0], days[1])

    def _seasons(self, weeks: Sequence[date]) -> dict[tuple[str, int], int]:
        """The breaks, year by year, that these weeks touch, and how many weeks each can cost."""
        return {pause.season(day): pause.weeks for day in weeks for pause in self.breaks if pause.holds(day)}

    def _weeks(self, after: date, before: date) -> list[date]:
        """The weekly days between two issues, without those of the two themselves."""
        first, last = self._regular(after), self._regular(before)
        return [first + number * WEEK for number in range(1, (last - first) // WEEK)]

    def _regular(self, day: date) -> date:
        """The nearest day of the paper's weekday."""
        away = (self.weekday - day.weekday()) % 7
        return day + timedelta(away if away < 4 else away - 7)
