"""Read one phrase by itself: for `explain "last friday"` and for going to a day typed in words."""

from __future__ import annotations

import re

from importers.times.forms import DayWord, Expression
from importers.times.plain import plain
from importers.times.read import time_of
from importers.times.recognise import recognise
from importers.times.resolve import resolve
from importers.times.scene import Anchor, Scene
from importers.times.tense import tense
from store.records import Context, Time

_STEP = re.compile(r"([+-])\s*(\d{1,5})\s*([dwmy]?)\b|([+-])\s*(\d{1,5})\s*(days?|weeks?|months?|years?)\b")


def explain_phrase(phrase: str, context: Context) -> Time | None:
    """The time that `phrase` says on the day `context.published`, or None where it says none.

    Case does not matter ("11 aug", "last friday"), and "+3d", "-2w" step from the day.
    """
    low = plain(phrase)
    scene = Scene(
        now=Anchor(context.published, "the publication date") if context.published else None,
        country=context.country,
    )
    found = _step(low) or _longest(phrase, low)
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
    days = {"d": 1, "": 1, "w": 7}.get((match[3] or match[6] or "d")[:1])
    if days is None:
        return None
    return Expression(0, len(low), DayWord((1 if sign == "+" else -1) * count * days), "step")
