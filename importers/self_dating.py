"""Phrases that date the text they stand in: "last night, Saturday", "today (Wednesday)", "yesterday, 12 July".

Such a phrase says how far the writer was from a weekday or a day of the month, and so fixes the day of writing within
the days on which the text can have been written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from importers.calendar_words import MONTH, WEEKDAY, month_number, weekday_number
from importers.documents import NARRATIVE, Document

_AWAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "yesterday morning": -1, "yesterday afternoon": -1, "yesterday evening": -1,
    "tomorrow": 1, "tomorrow morning": 1, "tomorrow afternoon": 1, "tomorrow evening": 1, "tomorrow night": 1,
}  # fmt: skip
"""How many days the words are away from the day of writing."""

_DEICTIC = rf"(?P<deictic>{'|'.join(sorted(_AWAY, key=len, reverse=True))})"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
_MONTH = rf"(?P<month>{MONTH})"
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}"
_DAY_ALONE = _DAY.replace("<day>", "<day_alone>").replace("<month>", "<month_alone>")
# Nothing but a comma, a dash or a bracket may stand between, so that "today Friday is" of another clause is not read.
_APPOSED = re.compile(
    rf"\b{_DEICTIC}\s*[,(–—-]\s*(?:{_WEEKDAY}(?:,?\s+{_DAY})?|{_DAY_ALONE})(?=\s*(?:[,;:.)–—-]|$))",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?{_DAY}(?!,?\s+\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,£$€])(?:19|20)\d\d(?![\d.,]\d|\d)")
_LOOK_BACK = 2000
"""So many characters before a phrase are looked through for an open quotation."""
AFTER = 12
"""So many years after the last one that a text names are offered for a weekday with a day and month."""


@dataclass(frozen=True)
class SelfDated:
    """A phrase that dates itself, and where it stands; offsets as everywhere."""

    start: int
    end: int
    text: str
    away: int
    """Days from the day of writing to the day it names."""
    weekday: int | None
    """Monday 0."""
    day: int | None
    month: int | None

    def allows(self, written: date) -> bool:
        """Whether the phrase can have been written on that day."""
        named = written + timedelta(self.away)
        same_day = self.day is None or (self.day, self.month) == (named.day, named.month)
        return same_day and self.weekday in {None, named.weekday()}


def self_dated(document: Document) -> Iterator[SelfDated]:
    """The phrases of the text that date themselves; those inside quotations date the speech and are left out."""
    for block in document.blocks:
        if block.kind not in NARRATIVE:
            continue
        for match in _APPOSED.finditer(document.text, block.start, block.end):
            if not _is_quoted(document.text, block.start, match.start()):
                yield _phrase(match)


def day_of_writing(phrases: list[SelfDated], window: tuple[date, date], on_sale: date | None = None) -> date | None:
    """The one day in the window, both ends inclusive, that all phrases allow; None where there is not just one.

    Where the window has the weekday twice, the one from the day on sale onwards counts: what says "last night" is
    written for the web, and the web gives it the number of the issue that is out.
    """
    first, last = window
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    allowed = [day for day in days if all(phrase.allows(day) for phrase in phrases)] if phrases else []
    if len(allowed) > 1 and on_sale:
        allowed = [day for day in allowed if day >= on_sale]
    return allowed[0] if len(allowed) == 1 else None


def fitting_years(document: Document) -> tuple[str, list[int]] | None:
    """A weekday with its day and month from the text, and the years in which all such pairs of the text fall so.

    The years begin with the last one that the text names, since it was written no earlier. None where the text has no
    pair or names no year: there would be too many.
    """
    pairs = [
        (match.group(), weekday_number(match["weekday"]), int(match["day"]), month_number(match["month"]))
        for block in document.blocks
        if block.kind in NARRATIVE
        for match in _PAIR.finditer(document.text, block.start, block.end)
    ]
    named = [int(year) for year in _YEAR.findall(document.text)]
    if not pairs or not named:
        return None
    years = range(max(named), max(named) + AFTER + 1)
    return " ".join(pairs[0][0].split()), [year for year in years if all(_falls(year, *pair[1:]) for pair in pairs)]


def _phrase(match: re.Match[str]) -> SelfDated:
    day, month = match["day"] or match["day_alone"], match["month"] or match["month_alone"]
    weekday = match["weekday"]
    return SelfDated(
        start=match.start(),
        end=match.end(),
        text=" ".join(match.group().split()),
        away=_AWAY[match["deictic"].casefold()],
        weekday=weekday_number(weekday) if weekday else None,
        day=int(day) if day else None,
        month=month_number(month) if month else None,
    )


def _falls(year: int, weekday: int, day: int, month: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _is_quoted(text: str, start: int, at: int) -> bool:
    start = max(start, at - _LOOK_BACK)
    return text.rfind("“", start, at) > text.rfind("”", start, at) or text.count('"', start, at) % 2 == 1
