"""Read a whole date as people write it in a front matter, a manifest or on a dateline."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from importers.calendar_words import ANY_MONTH, ANY_WEEKDAY, month_number

MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "FM", "PW", "MH", "MP", "AS", "VI"})
"""Countries (ISO 3166) in which 4/8/2016 is the eighth of April."""

_MONTH = rf"(?P<month>{ANY_MONTH})"
_WEEKDAY = rf"(?:{ANY_WEEKDAY},?\s+)?(?:the\s+)?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_WEEKDAY}(?<!\d){_NUMBER}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}(?!\d)",
        rf"{_WEEKDAY}\b{_MONTH}\s+{_NUMBER},?\s+{_YEAR}(?!\d)",
        rf"(?<![\d./]){_YEAR}[./](?P<month>\d\d?)[./](?P<day>\d\d?)(?![\d./])",
    )
)
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d)"
)
_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?![\w])")
_ADDRESS_BACK = re.compile(r"/(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>(?:19|20)\d\d)(?![\w])")
_CLOCK = re.compile(
    r"[T ,]*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?\.?",
    re.IGNORECASE,
)


def read_day(words: str, country: str = "GB") -> date:
    """The day that `words` name and nothing besides, but for a weekday before it and a time of day behind it.

    "2016-08-16", "16 August 2016", "Tue 16 Aug 2016", "August 16, 2016", and "16/8/2016" in the order of the
    country. Raises ValueError, in one line that says how to write it, for anything else.
    """
    found = find_day(words, country)
    if found is not None:
        (start, end), day = found
        if not words[:start].strip() and (not words[end:].strip() or _CLOCK.fullmatch(words[end:].rstrip())):
            return day
    message = f'"{" ".join(words.split())[:60]}" is not a date; write it as 2016-08-16 or 16 August 2016'
    raise ValueError(message)


def find_day(words: str, country: str = "GB") -> tuple[tuple[int, int], date] | None:
    """The first whole date in `words`, with its span there; None where there is none that the calendar has."""
    matches = [match for form in (*_FORMS, _FIGURES) for match in form.finditer(words)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        day = _day_of(match, country)
        if day is not None:
            return match.span(), day
    return None


def day_in_address(url: str) -> date | None:
    """The day in the path of a web address, as in /2016/08/24/ or /24-08-2016/; None where there is none."""
    for form in (_ADDRESS, _ADDRESS_BACK):
        for match in form.finditer(url):
            day = _day_of(match, "GB")
            if day is not None:
                return day
    return None


def _day_of(match: re.Match[str], country: str) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        number, month = (two, one) if country in MONTH_FIRST else (one, two)
        year += 2000 if len(parts["year"]) == 2 else 0
    else:
        name = parts["month"]
        month = int(name) if name.isdigit() else month_number(name)
        number = int(parts["day"])
    try:
        return date(year, month, number)
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # a report names the same few days again and again
def in_words(day: date) -> str:
    """A day as notes and messages show it: "Tue 16 Aug 2016"."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"
