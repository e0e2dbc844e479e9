"""Days that belong together: "from 22 February to 6 March", "for five days from Monday", "on strike since 28 February".

A stretch is told under the expression of its first day, so that it still points to one time of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from store.records import Time

_TO = re.compile(r"\s?(?:to|until|till|through|up to|-|–)\s?(?:the )?")
_AND = re.compile(r"\sand\s(?:the )?")
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)
_COUNTED_FROM = re.compile(
    r"(?:[- ](?:[\w’'-]+ ){0,2}?(?:strikes?|walkouts?|stoppages?|action|occupation|march|conference|festival|tour|fast))?"
    r",? (?:from|starting|beginning|commencing)(?: on)? (?:the )?"
)
_LENGTH = re.compile(r"PT?(?P<count>\d+)(?P<unit>[HDW])\Z")
_DAYS_IN = {"H": 1 / 24, "D": 1, "W": 7}
_GOING_ON = re.compile(
    r"\b(?:ha(?:s|ve)|had|[’']ve) (?:now |all )?been (?:out\b|on (?:[\w’'-]+ ){0,3}strike|striking|occupying|picketing|camped"
    r"|camping|locked out|blockading|on (?:the )?picket)[^.;:]{0,60}?\bsince\s(?:the\s|last\s)?\Z"
)
_REACH = 120
_LONGEST = 184
"""Days beyond which a stretch is background."""


def is_going_on(text: str, time: Time) -> bool:
    """True for the day since which an action lasts: "have been on strike since 28 February"."""
    return _GOING_ON.search(text, max(0, time.start - _REACH), time.start) is not None


def stretched(text: str, times: Sequence[Time]) -> Iterator[tuple[Time, Time]]:
    """Each time with itself, or with the stretch that begins with it; the last day of a stretch is left out."""
    skip: Time | None = None
    for number, time in enumerate(times):
        if time is skip:
            continue
        following = times[number + 1] if number + 1 < len(times) else None
        before = times[number - 1] if number else None
        if following is not None and _runs_to(text, time, following):
            skip = following
            yield time, replace(time, last=following.last)
        else:
            yield time, _counted(text, before, time)


def _runs_to(text: str, time: Time, following: Time) -> bool:
    if not (time.first and following.first and following.last) or "DURATION" in {time.type, following.type}:
        return False
    gap, lead = text[time.end : following.start], text[max(0, time.start - 16) : time.start]
    linked = _TO.fullmatch(gap) or ("between" in lead.lower() and _AND.fullmatch(gap))
    if not linked or not (_FROM.search(lead) or time.type == "DATE"):
        return False
    return time.first < following.first and (following.last - time.first).days < _LONGEST and _is_day(time)


def _is_day(time: Time) -> bool:
    return time.first == time.last


def _counted(text: str, before: Time | None, time: Time) -> Time:
    """The days that a length counts from this one: "for five days from 3 February", "for 48 hours from Monday"."""
    length = _LENGTH.match(before.value) if before is not None and before.type == "DURATION" else None
    if before is None or length is None or time.first is None or not _is_day(time):
        return time
    if not _COUNTED_FROM.fullmatch(text, before.end, time.start):
        return time
    days = round(int(length["count"]) * _DAYS_IN[length["unit"]])
    return replace(time, last=_after(time.first, days - 1)) if 1 < days <= _LONGEST else time


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days) if (date.max - day).days > days else day
