"""Which of the time expressions of a sentence can date an event, and which of them does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from importers.events.stretches import is_going_on, stretched
from store.records import Time

_DAY = timedelta(days=1)
_JOINED = 5
"""How far apart, in code points, the days of one happening stand ("Wednesday and Thursday")."""
_NEWS = 31
"""The longest stretch, in days, that dates a happening; a longer one is background ("last year")."""
_LASTING = 366
"""The longest, in days, that something can go on and be told with the day on which it began."""
_PARTS_OF_DAY = frozenset(
    {"lunchtime", "morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "overnight"}
)
"""Words for a part of some day: "a lunchtime walkout" tells no day."""
_OPEN = re.compile(r"(?:since|until|till)\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\b(?:since|until|till)\s(?:(?:the|this|last)\s|(?:\d[\d.:]*\s?(?:[ap]\.?m\.?)?|noon|midnight)\s(?:on\s)?)?\Z",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:extended|moved|put back|brought forward|rescheduled|rearranged|postponed|delayed|deferred)(?: \w+)? (?:to|until|till|for)"
    r"(?: the)?\s\Z"
)
_HOUR = re.compile(r"T\d\d:\d\dZ?\Z")
_DAY_NAMED = re.compile(r"day\b|yesterday|tomorrow|\b(?:last|this|next)\b|\b[A-Z][a-z]{2,} \d|\d [A-Z]", re.IGNORECASE)
_ON_WHICH = re.compile(r",? when \S")


def dating(text: str, times: Iterable[Time]) -> list[Time]:
    """The expressions that can date a happening of the news: a day, a few, a month, not "since then"."""
    return [
        replace(stretch, last=stretch.first) if _begins(text, time) else stretch
        for time, stretch in stretched(text, tuple(times))
        if _dates(text, time)
    ]


def _dates(text: str, time: Time) -> bool:
    if time.first is None or time.last is None or time.type in {"DURATION", "SET"}:
        return False
    if time.text.lower() in _PARTS_OF_DAY:
        return False
    length = (time.last - time.first).days + 1
    if _begins(text, time):
        return True
    if is_going_on(text, time):
        return length <= _LASTING
    if length > 1 and _OPEN.match(time.text):
        return False
    return length <= _NEWS and not _RUNNING.search(text, max(0, time.start - 16), time.start)


def _begins(text: str, time: Time) -> bool:
    """True for "since last Thursday, when he said": what it tells is of that day alone."""
    running = _RUNNING.search(text, max(0, time.start - 16), time.start) is not None
    return running and _ON_WHICH.match(text, time.end) is not None


def moved_to(text: str, times: Iterable[Time]) -> Time | None:
    """The day to which something was moved: "extended to 30 November"."""
    return next((t for t in times if _MOVED.search(text, max(0, t.start - 32), t.start)), None)


def nearest(times: Iterable[Time], offset: int) -> Time | None:
    """The expression nearest to `offset`; of two on the same days the first."""
    ranked = sorted(times, key=lambda t: (days_long(t) > 1, min(abs(t.start - offset), abs(t.end - offset))))
    return _with_next_day(ranked[0], ranked) if ranked else None


def _with_next_day(time: Time, others: Iterable[Time]) -> Time:
    """The days of "Wednesday and Thursday" as one stretch, under the expression of the first."""
    after = time
    for other in sorted(others, key=lambda t: t.start):
        near = 0 < other.start - after.end <= _JOINED
        if near and other.first and after.last and other.first - after.last == _DAY and days_long(other) == 1:
            after = other
    before = [
        t for t in others if 0 < time.start - t.end <= _JOINED and t.last and time.first and time.first - t.last == _DAY
    ]
    begin = before[0] if before and days_long(before[0]) == 1 else time
    return replace(begin, last=after.last) if after is not begin else time


def is_hour(time: Time) -> bool:
    """True for an hour without a day of its own: "at ten o'clock"."""
    return time.type == "TIME" and _HOUR.search(time.value) is not None and _DAY_NAMED.search(time.text) is None


def days_long(time: Time) -> int:
    """How many days an expression covers; 0 where no day is known."""
    return (time.last - time.first).days + 1 if time.first and time.last else 0
