"""Stretches of the calendar: their TIMEX3 value, their first and last day, and how to step from one to the next.

Weeks run Monday to Sunday, a weekend is Saturday and Sunday, seasons are meteorological. Every function raises
OverflowError or ValueError where the calendar of `datetime` ends (before year 1, after 9999).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from importers.times.forms import Grain

SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Interval:
    """`first` and `last` are both inclusive."""

    value: str
    first: date
    last: date
    grain: Grain

    def holds(self, day: date) -> bool:
        """Whether `day` lies within."""
        return self.first <= day <= self.last


def day(at: date) -> Interval:
    """One day."""
    return Interval(at.isoformat(), at, at, "day")


def week(at: date) -> Interval:
    """The week with `at` in it, Monday to Sunday."""
    year, number, weekday = at.isocalendar()
    monday = at - timedelta(days=weekday - 1)
    return Interval(f"{year:04}-W{number:02}", monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Interval:
    """The Saturday and Sunday of the week with `at` in it."""
    of = week(at)
    return Interval(f"{of.value}-WE", of.first + timedelta(days=5), of.last, "weekend")


def month(year: int, number: int) -> Interval:
    """A month of the calendar."""
    return Interval(
        f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"
    )


def quarter(year: int, number: int) -> Interval:
    """A quarter, 1 to 4."""
    return Interval(f"{year:04}-Q{number}", date(year, 3 * number - 2, 1), month(year, 3 * number).last, "quarter")


def half(year: int, number: int) -> Interval:
    """A half of a year, 1 or 2."""
    return Interval(f"{year:04}-H{number}", date(year, 6 * number - 5, 1), month(year, 6 * number).last, "half")


def season(year: int, code: str) -> Interval:
    """A season by its code SP, SU, FA, WI; winter runs from the December of `year` to the February after."""
    opens = date(year, _SEASON_STARTS[code], 1)
    return Interval(f"{year:04}-{code}", opens, opens + relativedelta(months=3, days=-1), "season")


def year(number: int) -> Interval:
    """A year of the calendar."""
    return Interval(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Interval:
    """A decade by its year without the last digit: 193 is the 1930s."""
    return Interval(f"{number:03}", date(10 * number, 1, 1), date(10 * number + 9, 12, 31), "decade")


def century(hundreds: int) -> Interval:
    """A century by its year without the last two digits: 18 is the nineteenth."""
    return Interval(f"{hundreds:02}", date(100 * hundreds, 1, 1), date(100 * hundreds + 99, 12, 31), "century")


def around(at: date, grain: Grain) -> Interval:
    """The stretch of this grain with `at` in it; grains below a day count as the day."""
    if grain == "week":
        return week(at)
    if grain == "weekend":
        return weekend(at)
    if grain == "month":
        return month(at.year, at.month)
    if grain == "quarter":
        return quarter(at.year, (at.month + 2) // 3)
    if grain == "half":
        return half(at.year, 1 if at.month <= 6 else 2)
    if grain == "season":
        code = SEASONS[((at.month - 3) % 12) // 3]
        return season(at.year - 1 if at.month <= 2 else at.year, code)
    if grain == "year":
        return year(at.year)
    if grain == "decade":
        return decade(at.year // 10)
    if grain == "century":
        return century(at.year // 100)
    return day(at)


def moved(at: date, grain: Grain, count: int) -> date:
    """`at` moved by `count` units of this grain."""
    if grain == "century":
        return at + relativedelta(years=100 * count)
    if grain == "decade":
        return at + relativedelta(years=10 * count)
    if grain == "year":
        return at + relativedelta(years=count)
    if grain in {"half", "season", "quarter"}:
        return at + relativedelta(months=(6 if grain == "half" else 3) * count)
    if grain == "month":
        return at + relativedelta(months=count)
    if grain in {"week", "weekend"}:
        return at + timedelta(weeks=count)
    return at + timedelta(days=count)


def part_of_month(of: Interval, mod: str | None) -> tuple[date, date]:
    """The days 1-10, 11-20 or 21 to the end of a month with a TIMEX3 mod; Tuesday to Thursday in the middle of a week.

    The whole stretch of anything else.
    """
    if of.grain == "week" and mod == "MID":
        return of.first + timedelta(days=1), of.first + timedelta(days=3)
    if of.grain != "month" or mod not in {"START", "MID", "END"}:
        return of.first, of.last
    if mod == "START":
        return of.first, of.first.replace(day=10)
    if mod == "MID":
        return of.first.replace(day=11), of.first.replace(day=20)
    return of.first.replace(day=21), of.last
