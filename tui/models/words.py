"""Days, numbers and counts in the words of the screen: always British, whatever the locale of the machine."""

from __future__ import annotations

from datetime import date

from store.records import Certainty

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
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


def short_day(day: date) -> str:
    """The day without weekday and year: "23 Jul"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """The whole day: "Sat 23 Jul 2016"."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)} {day.year}"


def day_or_about(day: date | None) -> str:
    """The name of a day, or of the row of what has none."""
    return long_day(day) if day else ABOUT


def span_of_days(first: date | None, last: date | None) -> str:
    """Both days included: "Sat 23 Jul 2016", "8–14 Aug 2016", "28 Jul – 3 Aug 2016"; "" where there is no day."""
    if first is None or last is None:
        return ""
    if first == last:
        return long_day(first)
    if first.year != last.year:
        return f"{short_day(first)} {first.year} – {short_day(last)} {last.year}"
    if first.month != last.month:
        return f"{short_day(first)} – {short_day(last)} {last.year}"
    return f"{first.day}–{short_day(last)} {last.year}"


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 day", "1,200 days"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def amount(low: float | None, high: float | None, qualifier: str | None, unit: str | None) -> str:
    """A number with its bounds and unit, short: "~1,800", "≤10,000", "≥2m", "£50", "5–7%"."""
    before, after = _unit(unit)
    if low is not None and high is not None:
        about = "~" if qualifier and low == high else ""
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
