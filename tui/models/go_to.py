"""Which day a phrase means to somebody who walks the timeline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from store.records import Context
from tui.models.words import long_day, month_first

_STEP = re.compile(r"\s*([+-])\s*(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?|)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Goal:
    """The days a phrase means, both inclusive, or both None for no day at all, and why."""

    first: date | None
    last: date | None
    why: str


def prepare() -> None:
    """Have the grammar of dates ready: the first phrase takes a good part of a second."""
    resolve("today", date(2000, 1, 1))


def resolve(phrase: str, anchor: date) -> Goal | None:
    """The days of a phrase counted from `anchor`; "+3d", "-2w", "+1m" step from there. None where it names no day."""
    # Here, not above: the grammar of dates need not be there before somebody asks for one.
    from importers.times import explain_phrase

    step = _STEP.fullmatch(phrase)
    if step:
        return _stepped(anchor, step)
    context = Context(published=anchor, country="US" if month_first() else "GB")
    time = explain_phrase(phrase, context) if phrase.strip() else None
    if time is None or time.first is None or time.last is None:
        return None
    derivation = time.derivation
    counted = f", counted from {long_day(derivation.anchor)}" if derivation and derivation.anchor else ""
    return Goal(time.first, time.last, f"‘{time.text}’: {derivation.rule if derivation else time.why}{counted}")


def _stepped(anchor: date, step: re.Match[str]) -> Goal | None:
    number = int(step[1] + step[2])
    unit = {"": "days", "d": "days", "w": "weeks", "m": "months", "y": "years"}[step[3].lower()[:1]]
    steps = {"days": relativedelta(days=number), "weeks": relativedelta(weeks=number)}
    steps |= {"months": relativedelta(months=number), "years": relativedelta(years=number)}
    try:
        day = anchor + steps[unit]
    except (ValueError, OverflowError):
        return None
    return Goal(day, day, f"{step[1]}{step[2]} {unit} from the day shown")
