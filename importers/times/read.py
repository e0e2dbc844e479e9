"""Read the times of a document: recognise, resolve in order, keep the derivation."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import BlockKind, Document
from importers.times.discourse import Discourse
from importers.times.evidence import with_evidence
from importers.times.explain import why
from importers.times.forms import Clock, Expression
from importers.times.narrative import in_news, is_narrative
from importers.times.plain import plain
from importers.times.recognise import recognise
from importers.times.scene import Reading
from importers.times.speech import Quoted
from store.records import Context, Derivation, Time

UNREAD: frozenset[BlockKind] = frozenset({"furniture", "issue line"})
"""Blocks in which no times are looked for."""


def read_times(document: Document, context: Context, quotations: Sequence[Quoted] = ()) -> tuple[Time, ...]:
    """Every time expression outside furniture, in the order of the text, with the days it means.

    `quotations` are the stretches of direct speech, in order; inside them "today" counts from the day of speech.
    Without a publication date what counts from it keeps `first` and `last` None.
    """
    text, low = document.text, plain(document.text)
    found = [
        (block, recognise(text, low, block.start, block.end)) for block in document.blocks if block.kind not in UNREAD
    ]
    narrative = is_narrative(
        (expression for _, expressions in found for expression in expressions), context, quotations
    )
    if not narrative:
        found = [(block, in_news(expressions)) for block, expressions in found]
    discourse = Discourse(document, low, context, quotations, narrative)
    times = [
        time_of(text, expression, discourse.read(block, expression, following))
        for block, expressions in found
        for at, expression in enumerate(expressions)
        for following in [_following(expressions, at, low)]
    ]
    return with_evidence(times, text)


def _following(expressions: Sequence[Expression], at: int, low: str) -> Expression | None:
    """The expression behind the one at `at`, past an hour in brackets: "6pm (1700 GMT) on Saturday"."""
    behind = expressions[at + 1 : at + 3]
    if len(behind) == 2 and isinstance(behind[0].form, Clock) and low.endswith("(", at, behind[0].start):
        return behind[1]
    return behind[0] if behind else None


def time_of(text: str, expression: Expression, reading: Reading) -> Time:
    """The record of an expression and its reading."""
    anchor = reading.anchor
    derivation = Derivation(
        rule=reading.rule,
        anchor=anchor.day if anchor else None,
        anchor_from=anchor.source if anchor else "",
        anchor_span=anchor.span if anchor else None,
        alternatives=reading.alternatives,
    )
    surface = text[expression.start : expression.end]
    return Time(
        start=expression.start,
        end=expression.end,
        text=surface,
        type=reading.type,
        value=reading.value,
        mod=expression.mod,
        first=reading.first,
        last=reading.last,
        why=why(surface, reading.first, reading.last, derivation),
        derivation=derivation,
    )
