"""Choose among the days an expression could mean: what the clause looks toward, then nearness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from importers.times.intervals import Interval
from importers.times.scene import Anchor, Antecedent
from importers.times.tense import Tense
from store.records import Alternative


def distance(of: Interval, at: date) -> int:
    """Days between `at` and the stretch; 0 within it."""
    return max((of.first - at).days, (at - of.last).days, 0)


def nearest(days: Sequence[date], at: date) -> date:
    """The day nearest to `at`, the earlier one of two equally near."""
    return min(days, key=lambda day: (abs((day - at).days), day))


def from_told(told: Antecedent) -> Anchor:
    """The first day of a time told before, as an anchor."""
    return Anchor(told.interval.first, f"“{told.text}”", told.span)


BACKWARD = 2.0
"""A story goes forward: so much longer is a day of the way back."""
SAME_YEAR = 0.3
"""And it seldom leaves the year without saying so: so much shorter is a day of the way within it."""


def nearest_to_told(candidates: Sequence[Interval], told: Antecedent) -> Interval:
    """The stretch nearest to what was told last."""
    at = told.interval

    def way(of: Interval) -> float:
        days = max((of.first - at.last).days, BACKWARD * (at.first - of.last).days, 0)
        return days * (SAME_YEAR if of.first.year == at.first.year else 1)

    return min(candidates, key=way)


def chosen(
    candidates: Sequence[Interval], at: date, tense: Tense | None, kind: str, before: str = ""
) -> tuple[Interval, str, tuple[Alternative, ...]]:
    """The candidate meant, the name of the rule that decided, and the runner-up with the reason why it lost.

    `before` are the words that lead up to the expression: "since September" looks back, whatever the clause says.
    """
    if _SINCE.search(before) or (kind == "month" and _HAPPENED_IN.search(before)):
        tense = "told"
    elif tense == "past" and any(sign.search(before) for sign in _OPEN.get(kind, ())):
        tense = None
    ranked = sorted(candidates, key=lambda of: (distance(of, at), of.first))
    best, others = ranked[0], ranked[1:]
    rule = f"nearest {kind}"
    because = "it is farther from the anchor"
    fitting = [of for of in ranked if fits(of, at, tense)]
    if fitting and fitting[0] != best and (_firm(tense, kind, before) or outweighs(best, at)):
        best, others = fitting[0], [best]
        rule = f"{'future' if tense == 'future' else 'past'} {kind}"
        because = f"the clause looks to the {rule.split()[0]}"
    return best, rule, tuple(Alternative(first=of.first, last=of.last, because=because) for of in others[:1])


_SINCE = re.compile(
    r"\bsince +(?:(?:(?:shortly|soon|just|right) +)?(?:after|before) +)?(?:(?:the|an?|early|late|mid)[ -]+)*$"
)
_MEANT_BY = re.compile(r"\bthrough +(?:(?:the +)?(?:end of|early|late|mid)[ -]+)?$")
"""“extended its loans through January”: an end that need not have come."""
_BY = re.compile(r"\b(?:by|before|until|till|for) +$")
"""“They had hoped to be done by Christmas”."""
_HAPPENED_IN = re.compile(
    r"\b(?:massacre|attacks?|shootings?|bombings?|killings?|murders?|deaths?|crash|riots?|disaster|defeat|victory|resignation) in +(?:early |late |mid-)?$"
)
"""“after the massacre in June”."""
_AT_EVENT = re.compile(
    r"(?<!won the )(?<!lost the )(?<!held the )(?<!after the )(?<!since the )(?<!'s )\b(?:convention|elections?|primary|primaries|caucus(?:es)?|contests?|"
    r"conference|congress|referendum|summit|showdown|runoff|polls) +in +(?:early |late |mid-)?$"
)
"""“They press for it at the convention in July”: the month is that of the event, whatever is told of it."""
_OPEN = {"month": (_AT_EVENT, _MEANT_BY), "holiday": (_BY,)}
"""What leaves open, in a clause told in the past, whether the time has been."""
_IN = re.compile(r"\b(?:in|during|over) +(?:the +)?$")


def _firm(tense: Tense | None, kind: str, before: str) -> bool:
    """Whether the past is beyond doubt: "since May", "In May they won", "they won in May" (but not "due in May")."""
    if tense == "told":
        return kind != "day" or _SINCE.search(before) is not None
    return tense == "past" and (kind == "holiday" or (kind == "month" and _IN.search(before) is not None))


def fits(of: Interval, at: date, tense: Tense | None) -> bool:
    """Whether a clause of this tense can speak of the stretch on the day `at`."""
    if tense in {"past", "told"}:
        return of.first <= at
    if tense == "future":
        return of.last >= at
    return True


TRUSTED = 40
"""So many days ahead the nearest reading stands even in a clause told in the past ("it was set for 9 May")."""
BEHIND = 40
"""So many days back it stands even in a clause that looks ahead."""


def outweighs(near: Interval, at: date) -> bool:
    """Whether tense may overrule nearness: not where the nearest is all but certain."""
    return distance(near, at) > (TRUSTED if near.first > at else BEHIND)
