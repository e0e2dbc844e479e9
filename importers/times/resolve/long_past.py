"""What a report tells of years gone by: the time told, which holds the days and months told after it without their year."""

from __future__ import annotations

import re
from datetime import timedelta

from importers.times.scene import Antecedent, Scene

NEAR = 200
"""So near, in code points, a year that was named holds the months named after it."""
NEAR_DAY = 400
"""And so near a day or month of long ago those told after it."""
LONG = timedelta(days=300)
"""So long before the day of writing it is no year at hand that a bare date could be of."""

_FRONTED = re.compile(
    r"(?:^|[.!?:;][\"')]* +)(?:(?:and|but|then|in|on|by|at|during|over|late|early|mid|the|that|of|end|beginning|start)[ -]+)*$"
)
"""“In the autumn they voted”."""
_STOP = re.compile(r"[,.;:!?]|\b(?:and|but)\b")
_OPEN = re.compile(r"\b(?:since|through|until|till) +$")
"""“bought shares through 29 September”: the other end of a stretch."""


def held_by(scene: Scene) -> Antecedent | None:
    """The time told whose year a date without one is of, in a report that looks back: "In 1936 they set off. In October …"."""
    told, now = scene.any, scene.now
    if told is None or scene.narrative:
        return told
    if now is None or told.passing or told.bounds or told.interval.grain in {"decade", "century"}:
        return None
    held = _by_year(told, scene) if told.interval.grain == "year" else _by_day(told, scene)
    return told if held and not _OPEN.search(scene.before) else None


def _by_year(told: Antecedent, scene: Scene) -> bool:
    past = scene.now is not None and told.interval.last < scene.now.day and scene.start - told.span[1] <= NEAR
    if not past or not told.explicit:
        return False
    return scene.tense() == "told" or (scene.tense() == "past" and _in_clause(told, scene))


def _in_clause(told: Antecedent, scene: Scene) -> bool:
    """“In 1921 the news fell upon 15 April”: nothing parts the two."""
    gap = scene.start - told.span[1]
    return 0 < gap <= len(scene.before) and _STOP.search(scene.before[-gap:]) is None


def _by_day(told: Antecedent, scene: Scene) -> bool:
    if scene.now is None or scene.now.day - told.interval.last < LONG or scene.start - told.span[1] > NEAR_DAY:
        return False
    if _FRONTED.search(scene.before):
        return scene.tense() == "told"
    return scene.tense() != "future" and told.span[0] >= scene.sentence()
