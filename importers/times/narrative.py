"""Histories: what tells them from news, and which times in them lead away from the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from importers.times.forms import Date, DayWord, Expression, Form, Offset, Season, Unit, Weekday
from importers.times.grammar import HISTORIES
from importers.times.scene import Antecedent, Reading
from importers.times.speech import Quoted, within
from store.records import Context

_OF_HISTORIES = frozenset(rule.name for rule in HISTORIES)
MONTH = timedelta(days=31)
NEAR_YEARS = 3
"""A year so near to the one of the passage carries the story on, wherever in the sentence it stands."""
_LEAD = 40
_CLAUSE = 120
_AHEAD = re.compile(
    r"\b(?:until|till) +(?!(?:the +)?(?:end|early|late|mid|beginning|start)\b)[a-z][^.;:]*? (?:in|on) +$"
)
"""“It lasted until the fall of the town in March”: the end of a stretch, ahead of the story."""
_WITHIN = re.compile(r"\b(?:in|by|during|of|since|until|throughout|from|early|late|mid)[ -]+(?:the +)?$")
_OPENING = re.compile(
    r"(?:^|[.!?]\"? +|  )(?:(?:in|by|during|from|since|until|late|early|mid|the|of|end|beginning|spring|summer|autumn|winter|on)[ -]+){0,4}$"
)


def is_narrative(expressions: Iterable[Expression], context: Context, quotations: Sequence[Quoted] = ()) -> bool:
    """Whether the text tells of the past as histories do: years are written out, and they are not the paper's."""
    starts = [quotation.start for quotation in quotations]
    written = near = deictic = 0
    for expression in expressions:
        form = expression.form
        if isinstance(form, Date) and form.year is not None:
            written += 1
            near += context.published is not None and abs(form.year - context.published.year) <= 1
        elif (weight := _deixis(form)) and not within(quotations, starts, expression.start):
            deictic += weight
    return written - near >= 5 and written - near > near and deictic <= written


def _deixis(form: Form) -> int:
    """How many written years outweigh what counts from the day of writing: "on Monday", less "last week", "two years ago"."""
    if isinstance(form, DayWord | Weekday):
        return 12
    if isinstance(form, Offset):
        return 7 if form.deictic else 0
    return 7 if isinstance(form, Unit | Season) and form.reference in {"last", "this", "next"} else 0


def in_news(expressions: list[Expression]) -> list[Expression]:
    """The expressions without those that date something in histories alone."""
    return [expression for expression in expressions if expression.rule not in _OF_HISTORIES]


def strays(
    low: str,
    expression: Expression,
    told: Antecedent,
    reading: Reading,
    story: Antecedent | None,
    published: date | None,
) -> bool:
    """Whether a time leads away from the `story`: the reader's own day, a look back, a year named in passing."""
    if reading.anchor is not None and reading.anchor.day == published and not told.explicit:
        return True
    of = told.interval
    if _AHEAD.search(low, max(0, expression.start - _CLAUSE), expression.start):
        return True
    if isinstance(expression.form, Offset) and of.grain != "day":
        return True
    if of.grain != "year" or story is None:
        return False
    at = story.interval
    if of.first <= at.first and at.last <= of.last:
        return True  # the story is in that year already, and knows the month
    before = low[max(0, expression.start - _LEAD) : expression.start]
    if _OPENING.search(before):
        return False
    return at.last - at.first < MONTH or abs(of.first.year - at.first.year) > NEAR_YEARS or not _WITHIN.search(before)
