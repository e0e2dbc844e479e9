"""Events that may be the same as another one: those of the same days, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.records import Entry, Event
from tui.models.pieces import Row, cut, pad
from tui.models.record_rows import paper_of, title_of
from tui.models.shown import Library
from tui.models.words import day_or_about

NEAR = 10
"""Events up to so many days apart are offered."""
DAY = 16


def neighbours(event: Entry, library: Library) -> list[Entry]:
    """One mention of each other event of the days around, those of the same place, kind and day first."""
    here = library.happening_of(event)
    own = {each.id for each in here.mentions} if here else {event.id}
    found: dict[int, Entry] = {}
    for entry in library.items:
        if isinstance(entry.record, Event) and entry.id not in own and _apart(entry, event) <= NEAR:
            happening = library.happening_of(entry)
            found.setdefault(happening.id if happening else entry.id, entry)
    return sorted(found.values(), key=lambda entry: _unlike(entry, event))


def _apart(one: Entry, other: Entry) -> int:
    return abs((one.day - other.day).days) if one.day and other.day else 0 if one.day is other.day else NEAR + 1


def _unlike(entry: Entry, event: Entry) -> tuple[bool, bool, int, date, int]:
    one, other = entry.record, event.record
    places = isinstance(one, Event) and isinstance(other, Event) and bool({*one.places} & {*other.places})
    kind = isinstance(one, Event) and isinstance(other, Event) and one.kind == other.kind
    return not places, not kind, _apart(entry, event), entry.day or date.max, entry.id


def event_rows(found: Sequence[Entry], library: Library, width: int) -> list[Row]:
    """A row an event: day, title and paper; `width` cells wide."""
    rows = []
    for entry in found:
        words = cut(f"{title_of(entry)} · {paper_of(library.issue_of(entry))}", max(width - DAY - 3, 8))
        rows.append(Row((((f"  {pad(day_or_about(entry.day), DAY)} ", "strong"), (words, "")),), entry.id))
    return rows
