"""Days, numbers and counts in the words of the screen: always British, whatever the locale of the machine."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from store.exports.wording import is_loose
from store.records import Certainty

FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = tuple(name[:3] for name in FULL_WEEKDAYS)
FULL_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = tuple(name[:3] for name in FULL_MONTHS)

SIGNS: dict[Certainty, str] = {"certain": "●", "bounded": "◐", "reported": "○", "unknown": "○"}
"""How a certainty is drawn: never by colour alone."""

SURE: dict[Certainty, str] = {
    "certain": "certain",
    "bounded": "bounded",
    "reported": "undated",
    "unknown": "undated",
}
"""How a certainty is called on the status line."""

ABOUT = "Undated"
"""The row of what has no day of its own: none at all, or a time too long for one day."""


DateOrder: TypeAlias = Literal["day", "month", "year"]
DATE_ORDERS: tuple[DateOrder, ...] = ("day", "month", "year")
"""What comes first where a day is written: "Sat 23 Jul 2016", "Sat Jul 23 2016", "Sat 2016-07-23"."""


class _House:
    """How this user has days written; the app sets it once, before it draws anything."""

    order: DateOrder = "day"


def write_days(order: DateOrder) -> None:
    """Write days in this order from now on."""
    _House.order = order


def month_first() -> bool:
    """Whether 4/8 means the eighth of April."""
    return _House.order == "month"


def short_day(day: date) -> str:
    """The day without weekday and year: "23 Jul"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if _House.order == "day" else f"{month} {day.day}"


def full_day(day: date) -> str:
    """The day without its weekday: "23 Jul 2016"."""
    return day.isoformat() if _House.order == "year" else f"{short_day(day)} {day.year}"


def long_day(day: date) -> str:
    """The whole day: "Sat 23 Jul 2016"."""
    return f"{WEEKDAYS[day.weekday()]} {full_day(day)}"


def day_or_about(day: date | None) -> str:
    """The name of a day, or of the row of what has none."""
    return long_day(day) if day else ABOUT


def span_of_days(first: date | None, last: date | None) -> str:
    """Both days included: "Sat 23 Jul 2016", "8–14 Aug 2016", "28 Jul – 3 Aug 2016"; "" where there is no day."""
    if first is None or last is None:
        return ""
    if first == last:
        return long_day(first)
    if first.year != last.year or _House.order == "year":
        return f"{full_day(first)} – {full_day(last)}"
    if first.month != last.month:
        return f"{short_day(first)} – {full_day(last)}"
    if _House.order == "month":
        return f"{short_day(first)}–{last.day} {last.year}"
    return f"{first.day}–{full_day(last)}"


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 day", "1,200 days"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def amount(low: float | None, high: float | None, qualifier: str | None, unit: str | None) -> str:
    """A number with its bounds and unit, short: "~1,800", "≤10,000", "≥2m", "£50", "5–7%"."""
    before, after = _unit(unit)
    if low is not None and high is not None:
        about = "~" if is_loose(qualifier) and low == high else ""
        number = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
        return f"{about}{before}{number}{after}"
    if low is not None:
        return f"≥{before}{_number(low)}{after}"
    return f"≤{before}{_number(high)}{after}" if high is not None else "?"


def _unit(unit: str | None) -> tuple[str, str]:
    return {"GBP": ("£", ""), "USD": ("$", ""), "EUR": ("€", ""), "percent": ("", "%")}.get(unit or "", ("", ""))


def _number(number: float) -> str:
    if number >= 1_000_000:
        return f"{number / 1_000_000:.3g}m"
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"
