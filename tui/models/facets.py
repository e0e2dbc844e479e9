"""Facets: who, where, which paper and what kind there is among the items shown, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.filters.folding import DOUBLE_QUOTES
from store.filters.kinds import is_known
from store.records import Entry, Event, Figure, Quote
from tui.models.pieces import Row, cut, pad, pad_left, width_of
from tui.models.shown import Library

FIELDS = {"kind": "Kind", "source": "Paper", "place": "Place", "who": "Who"}
"""Field of the filter language -> heading."""

MOST = 40
"""So many values of a field are shown, the most frequent ones."""


MOST_NAMES = 2000
"""So many names of a field can be completed."""


@dataclass(frozen=True)
class Facet:
    """A value that occurs, and how often."""

    field: str
    value: str
    count: int


def facets(items: Iterable[Entry], library: Library, most: int = MOST) -> list[Facet]:
    """What there is among `items`, field by field, the `most` most frequent first; of equal ones by name."""
    counted: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for entry in items:
        for field, value in set(_values(entry, library)):
            counted[field][value] += 1
    return [
        Facet(field, value, number)
        for field, values in counted.items()
        for value, number in sorted(values.items(), key=lambda found: (-found[1], found[0]))[:most]
    ]


def names_in(library: Library) -> dict[str, list[str]]:
    """Field -> names that occur in a timeline, the most frequent first: what a filter may be completed with."""
    names: dict[str, list[str]] = {}
    for facet in facets(library.items, library, MOST_NAMES):
        names.setdefault(facet.field, []).append(facet.value)
    return names


def _values(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    record = entry.record
    yield "kind", entry.kind
    issue = library.issue_of(entry)
    if issue is not None and issue.context.publication:
        yield "source", issue.context.publication
    if isinstance(record, Event | Figure):
        yield "kind", record.kind
        yield from (("place", place) for place in record.places)
    people = record.people if isinstance(record, Event) else ()
    speaker = record.speaker if isinstance(record, Quote) else record.claimant if isinstance(record, Figure) else None
    yield from (("who", name) for name in (*people, *((speaker,) if speaker else ())))


def facet_rows(found: Sequence[Facet], chosen: Iterable[Facet], width: int) -> list[Row]:
    """The facets under their headings, `width` cells wide; the chosen ones have a tick."""
    ticked, rows = set(chosen), []
    field = ""
    for facet in found:
        if facet.field != field:
            field = facet.field
            rows.append(Row((((pad(f"── {FIELDS[field]} {'─' * width}"[:width], width), "muted"),),), selectable=False))
        number = pad_left(f"{facet.count:,}", 6)
        name = cut(facet.value, width - 4 - len(number))
        filled = pad(name, width - 4 - width_of(number))
        tick = "✓" if facet in ticked else " "
        rows.append(Row((((f"  {tick} ", "strong"), (filled, ""), (number, "")),), facet))
    return rows


def narrowed(query: str, chosen: Sequence[Facet], *, without: bool = False) -> str:
    """`query` narrowed to the chosen facets: one of those of a field, and that in each field; or to what has none."""
    terms = []
    for field in FIELDS:
        values = [_written(facet) for facet in chosen if facet.field == field]
        if values:
            terms.append(f"{'-' if without else ''}{field}:{','.join(values)}")
    before = query.strip()
    if terms and " OR " in before:
        before = f"({before})"
    return " ".join(filter(None, [before, *terms]))


def _written(facet: Facet) -> str:
    value = facet.value
    if facet.field == "kind" and not is_known(value):
        return f'"{value}"'  # one that a person gave
    bare = "".join(" " if character in DOUBLE_QUOTES else character for character in value)
    return bare if bare.isalnum() else f'"{" ".join(bare.split())}"'
