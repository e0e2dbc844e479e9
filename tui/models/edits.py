"""What a person said of items, in words, and which items the steps of undo and redo are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from store.anchors import named
from store.records import Correction, Entry, Issue, Step
from tui.models.pieces import Line, Row, cut, pad, wrap
from tui.models.reading import span_of
from tui.models.record_rows import paper_of
from tui.models.words import day_or_about, span_of_days

ACTS = {
    "change": "corrected",
    "delete": "deleted",
    "join": "joined",
    "split": "split",
    "note": "note",
    "star": "starred",
}
"""What a person did -> the word for it."""
ACT, DAY = 10, 16
"""Widths of columns, in cells."""


class Said(Struct, frozen=True):
    """A correction, the item it is about, and its report."""

    id: int
    correction: Correction
    about: Entry | None
    """None where the item is not found any more."""
    issue: Issue | None


def said_rows(found: Sequence[Said], width: int) -> list[Row]:
    """A row a correction, with its number as the key, those that fit nothing any more first; `width` cells wide."""
    return [Row(tuple(_lines(said, width)), number) for number, said in enumerate(found)]


def _lines(said: Said, width: int) -> Iterator[Line]:
    correction = said.correction
    day = pad(day_or_about(said.about.day) if said.about else "not found", DAY)
    what = cut(named(correction), max(width - ACT - DAY - 4, 8))
    yield ((f"  {pad(ACTS[correction.act], ACT)} {day} ", "strong"), (what, ""))
    told = " · ".join(filter(None, [*details(correction), paper_of(said.issue)]))
    for words in wrap(told, max(width - 5, 8), 2) if told else ():
        yield ((f"     {words}", "muted"),)
    if said.about is None:
        yield (("     not found in its report any more; it counts again as soon as it is", "error"),)


def details(correction: Correction) -> Iterator[str]:
    """What a correction says, beside what it does."""
    changes = dict(correction.changes)
    if "first" in changes and "last" in changes:
        first, last = changes.pop("first"), changes.pop("last")
        yield f"day: {_days(first, last)}"
    for name, value in changes.items():
        yield f"{name}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
    others = "; ".join(f"“{named(other)}”" for other in correction.others)
    if others:
        yield f"{'with' if correction.act == 'join' else 'from'} {others}"
    if correction.note:
        yield f"“{correction.note}”"


def _days(first: object, last: object) -> str:
    from datetime import date

    if isinstance(first, str) and isinstance(last, str):
        return span_of_days(date.fromisoformat(first), date.fromisoformat(last))
    return "none"


def said_of(corrections: Iterable[Correction]) -> list[tuple[str, str]]:
    """What a person said of one item, for the reasons of its date: label and words."""
    lines = []
    for correction in corrections:
        if correction.act == "change":
            lines += [("note", f"“{correction.note}”")] if correction.note else []
        elif correction.act == "note":
            lines.append(("note", f"“{correction.note}”"))
        elif correction.act != "star":
            lines.append((ACTS[correction.act], "; ".join(details(correction))))
    return lines


def report_of(step: Step) -> int | None:
    """The id of the report whose item a step is about; None where it is about a whole report."""
    held = next(iter((*step.made, *step.withdrawn)), None)
    return held.issue_id if held else None


def item_of(step: Step, there: Iterable[Entry]) -> int | None:
    """The id of the item that a step is about, among those of its report; None where it is not there."""
    held = next(iter((*step.made, *step.withdrawn)), None)
    if held is None:
        return None
    span = (held.correction.kind, held.correction.start, held.correction.end)
    return next((entry.id for entry in there if (entry.kind, *span_of(entry)) == span), None)
