"""Read one phrase by itself: for `explain "last friday"` and for going to a day typed in words."""

from __future__ import annotations

import re
from typing import Literal

from importers.times.forms import Date, DayWord, Expression, Form, Offset
from importers.times.plain import plain
from importers.times.read import time_of
from importers.times.recognise import recognise
from importers.times.resolve import resolve
from importers.times.scene import Anchor, Scene
from importers.times.tense import tense
from store.records import Context, Time

_STEP = re.compile(r"([+-])\s*(\d{1,5})\s*([dwmy]?)\b|([+-])\s*(\d{1,5})\s*(days?|weeks?|months?|years?)\b")

_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})")


def explain_phrase(phrase: str, context: Context) -> Time | None:
    """The time that `phrase` says on the day `context.published`, or None where it says none.

    Case does not matter ("11 aug", "last friday"), and "+3d", "-2w" step from the day.
    """
    low = plain(phrase)
    scene = Scene(
        now=Anchor(context.published, "the publication date") if context.published else None,
        country=context.country,
    )
    found = _step(low) or _day_and_month(low, context.country) or _longest(phrase, low)
    if found is None:
        return None
    scene.before = low[: found.start]
    scene.tense = lambda: tense(low, found.start, found.end)
    return time_of(phrase, found, resolve(found, scene))


def _longest(phrase: str, low: str) -> Expression | None:
    # Typed phrases rarely bother with capitals; the grammar asks for them in running text.
    titled = " ".join(word[:1].upper() + word[1:] for word in phrase.split(" "))
    text = titled if len(titled) == len(phrase) else phrase
    found = recognise(text, plain(text) if text != phrase else low, 0, len(text))
    return max(found, key=lambda one: one.end - one.start, default=None)


def _step(low: str) -> Expression | None:
    match = _STEP.fullmatch(low.strip())
    if match is None:
        return None
    sign, count = match[1] or match[4], int(match[2] or match[5])
    unit = (match[3] or match[6] or "d")[0]
    direction: Literal[-1, 1] = 1 if sign == "+" else -1
    form: Form
    if unit in "my":
        form = Offset(count, "month" if unit == "m" else "year", direction, deictic=True, exact=True)
    else:
        form = DayWord(direction * count * (7 if unit == "w" else 1))
    return Expression(0, len(low), form, "step")


def _day_and_month(low: str, country: str) -> Expression | None:
    """“16/8”, as nobody writes it in running text."""
    match = _NUMERIC.fullmatch(low.strip())
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if country == "US" and day <= 12:
        day, month = month, day
    return Expression(0, len(low), Date(month=month, day=day), "day and month in figures") if 1 <= month <= 12 else None
