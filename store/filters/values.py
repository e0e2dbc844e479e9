"""Values of the filter language: days and numbers as people type them."""

from __future__ import annotations

import re
from datetime import date

from store.filters.days import Overlaps, Yearly, moved
from store.filters.errors import FilterError
from store.filters.logic import every
from store.filters.periods import read_period
from store.filters.predicates import Comparison, Leaf, Predicate, Size

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NUMBER = r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,6})?([km]?)"
_SIZE = re.compile(rf"(>=|<=|[<>=≥≤])?{_NUMBER}", re.IGNORECASE)
_SIZES = re.compile(rf"({_NUMBER})\.\.({_NUMBER})", re.IGNORECASE)
_COMPARISONS: dict[str | None, Comparison] = {
    ">": ">",
    ">=": ">=",
    "≥": ">=",
    "<": "<",
    "<=": "<=",
    "≤": "<=",
    "=": "=",
    None: "=",
}
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}


def read_days(text: str, position: int) -> Leaf:
    """The days of "2016-08-21", "2016-08", "2016" or "FROM..TO", either end of which may be missing.

    Also in words, see `periods`: "august 2016" and, of every year, "august", "last week of august", "june..august".
    """
    period = read_period(text)
    if period is not None:
        return period
    first, dots, last = text.partition("..")
    if not dots:
        return Overlaps(*read_day(text, position))
    begin = read_day(first, position)[0] if first else None
    end = read_day(last, position + len(first) + 2)[1] if last else None
    if begin is None and end is None:
        message = "a range of days needs at least one end, as in 2016-08-01..2016-08-07"
        raise FilterError(message, position)
    if begin and end and end < begin:
        message = f"this range ends before it begins; write {last}..{first}"
        raise FilterError(message, position)
    return Overlaps(begin, end)


def read_day(text: str, position: int) -> tuple[date, date]:
    """First and last day, both inclusive, of a day, a month or a year in ISO form, or of words that name their year."""
    match = _DAY.fullmatch(text)
    if match is None:
        return _read_words(text, position)
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        message = f"there is no {text} in the calendar; write year-month-day, as in 2016-08-21"
        raise FilterError(message, position) from None
    if day:
        return first, first
    return first, moved(first, day=31) if month else moved(first, month=12, day=31)


def _read_words(text: str, position: int) -> tuple[date, date]:
    match read_period(text):
        case Overlaps(first=date() as first, last=date() as last):
            return first, last
        case Yearly():
            message = f"“{text}” is in every year; write the year too, as in 2016-08 or “august 2016”"
        case _:
            message = f"“{text}” is no date here; write 2016-08-21, 2016-08, 2016, august or 2016-08-01..2016-08-07"
    raise FilterError(message, position)


def read_size(text: str, position: int) -> Predicate:
    """The comparison in ">1000", ">=1,000", "<2k", "1.5m", "300" or "1000..4000"."""
    if match := _SIZE.fullmatch(text):
        sign, *number = match.groups()
        return Size(_COMPARISONS[sign], _number(*number))
    if match := _SIZES.fullmatch(text):
        low, high = _number(*match.groups()[1:4]), _number(*match.groups()[5:8])
        return every([Size(">=", min(low, high)), Size("<=", max(low, high))])
    message = f"“{text}” is no size; write size:>1000, size:<=500, size:300 or size:1000..4000"
    raise FilterError(message, position)


def _number(whole: str, fraction: str | None, unit: str) -> float:
    return float(whole.replace(",", "") + (fraction or "")) * _TIMES[unit.lower()]
