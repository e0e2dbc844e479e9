"""Another publication context for a report: what is derived from it anew, and what moves by that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from importers.again import another_context, read_in
from store.records import Context, Issue, Records, Time
from tui.models.pieces import Row, cut
from tui.models.words import span_of_days


@dataclass(frozen=True)
class Rework:
    """A report in another context, with what is found in it there."""

    issue: Issue
    records: Records


@dataclass(frozen=True)
class Move:
    """A time expression that means other days now; "" is no day."""

    text: str
    before: str
    after: str


def shown(context: Context) -> tuple[str, str, str]:
    """Publication, issue number and day of publication, as they are put before a person to change."""
    return context.publication or "", context.issue or "", str(context.published or "")


def rework(issue: Issue, publication: str, number: str, published: str) -> Rework:
    """The report in the context that a person gives; a field left empty is asked of the text and the calendar.

    Raises ValueError, in one line, where `published` is no date.
    """
    context = another_context(issue, publication=publication, number=number, published=published)
    return Rework(replace(issue, context=context), read_in(issue, context))


def moves(before: Iterable[Time], after: Iterable[Time]) -> list[Move]:
    """The expressions whose days change, in the order of the text."""
    known = {(time.start, time.end): time for time in before}
    found = []
    for time in after:
        old = known.get((time.start, time.end))
        days = (old.first, old.last) if old else (None, None)
        if days != (time.first, time.last):
            found.append(Move(time.text, span_of_days(*days), span_of_days(time.first, time.last)))
    return found


def move_rows(found: Sequence[Move], width: int) -> list[Row]:
    """A row a move, `width` cells wide."""
    lines = [f" ‘{move.text}’  {move.before or 'no day'} → {move.after or 'no day'}" for move in found]
    return [Row((((cut(line, width), ""),),), selectable=False) for line in lines]
