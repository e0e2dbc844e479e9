"""Times in words that need no day to count from: "august", "late August 2016", "last week of August", "summer".

Halves of sentences as people type them, in English; the months as python-dateutil knows them. Beginning, middle and
end of a month are its days 1-10, 11-20 and 21 to the end, weeks of a month its days 1-7, 8-14 and so on, the last one
its last seven days; seasons are whole months, winter begins in December.
"""

from __future__ import annotations

import re
from functools import cache

from store.filters.days import Overlaps, Yearly
from store.filters.folding import fold

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_PARTS = {
    "early": ("early", 1, 10),
    "beginning of": ("early", 1, 10),
    "start of": ("early", 1, 10),
    "mid": ("mid", 11, 20),
    "middle of": ("mid", 11, 20),
    "late": ("late", 21, 31),
    "end of": ("late", 21, 31),
}
_WEEKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_WORDED = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_DAY = r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_PERIOD = re.compile(
    rf"(?:the )?(?:(?P<part>{'|'.join(_PARTS)})[ -]|(?P<week>{'|'.join(_WEEKS)}) week (?:of|in) "
    rf"|{_DAY} (?:of )?)?(?P<name>[a-z]+)\.?(?: {_DAY})?(?:,? (?P<year>\d{{4}}))?"
)


def read_period(text: str) -> Yearly | Overlaps | None:
    """The days that words stand for: those of one year where they name it, else those of every year; None for others.

    Either end of "june..august" may be any of these, both with a year or both without.
    """
    first, dots, last = fold(text).partition("..")
    begin = _read(first)
    if not dots:
        return begin
    end = _read(last)
    if isinstance(begin, Yearly) and isinstance(end, Yearly):
        return Yearly(f"{begin.words}..{end.words}", begin.begin, end.end)
    return None


def _read(words: str) -> Yearly | Overlaps | None:
    match = _PERIOD.fullmatch(words)
    found = _time_of_year(match) if match else None
    if found is None or match is None or match["year"] is None:
        return found
    year = int(match["year"])
    return found.of(year) if year else None


def _time_of_year(match: re.Match[str]) -> Yearly | None:
    name, part, week = match["name"], match["part"], match["week"]
    day = match[3] or match[5]
    month = _months().get(name)
    if name in _SEASONS and not (part or week or day):
        begin, end = _SEASONS[name]
        return Yearly("autumn" if name == "fall" else name, (begin, 1), (end, 31))
    if month is None or (match[3] and match[5]) or (day and (part or week) and match[5]):
        return None
    number, written = month
    if part:
        word, first, last = _PARTS[part]
        return Yearly(f"{word} {written}", (number, first), (number, last))
    if week:
        which = _WEEKS[week]
        days = (7 * which - 6, 7 * which) if which > 0 else (-7, -1)
        return Yearly(f"{_WORDED[which]} week of {written}", (number, days[0]), (number, days[1]))
    if day:
        return Yearly(f"{int(day)} {written}", (number, int(day)), (number, int(day)))
    return Yearly(written, (number, 1), (number, 31))


@cache
def _months() -> dict[str, tuple[int, str]]:
    """Name or abbreviation -> number and name of a month."""
    from dateutil.parser import parserinfo  # costs 15 ms, and most filters name no month

    listed = enumerate(parserinfo.MONTHS, start=1)
    return {name.lower(): (number, names[-1].lower()) for number, names in listed for name in names}
