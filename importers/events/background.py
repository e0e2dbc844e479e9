"""What is told only to explain the news: long past, or from a life that is looked back on."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.records import Time

OLD = timedelta(days=184)
"""What ended longer than this before publication is no news."""
_RECENT = timedelta(days=31)
_OBITUARY = re.compile(
    r"\b(?:who )?(?:has |have )?died[^.]{0,40}?,? (?:aged|at the age of) \d{2,3}\b|\bborn (?:on )?[^.;]{4,32}; died (?:on )?[^.;]{4,32}"
)
_OPENING = 800


def is_long_past(time: Time | None, published: date | None) -> bool:
    """True for a day that lay more than half a year back when the text was written."""
    return time is not None and time.last is not None and published is not None and published - time.last > OLD


def looks_back(text: str) -> bool:
    """True for an obituary: what it tells without a recent day is of a life gone by."""
    return (
        _OBITUARY.search(text, 0, _OPENING) is not None or _OBITUARY.search(text, max(0, len(text) - 200)) is not None
    )


def is_background(time: Time | None, published: date | None, *, obituary: bool) -> bool:
    """True for what is told only as background, by its day or, in an `obituary`, for want of a recent one."""
    if is_long_past(time, published):
        return True
    if not obituary or published is None:
        return False
    return time is None or (time.last is not None and published - time.last > _RECENT)
