"""Facets: who, where, when, which paper and what kind there is among the items shown, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from store.filters.folding import DOUBLE_QUOTES
from store.filters.kinds import is_known
from store.filters.subject import PlacesTold, kinds_of, people_of, places_of, states_of
from store.records import Entry, Issue
from tui.models.pieces import Row, cut, pad, pad_left, width_of

if TYPE_CHECKING:
    from store.search import Hits

FIELDS = {"kind": "Kind", "source": "Paper", "date": "Month", "place": "Place", "who": "Who", "is": "State"}
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


IssueOf: TypeAlias = Callable[[Entry], Issue | None]
"""The report an item was found in."""
Notes: TypeAlias = Mapping[tuple[str, str], str]
"""Field and value -> what else there is to say of the value."""
Counts: TypeAlias = Mapping[str, Counter[str]]
"""Field -> how many items have each value."""


def facets(items: Iterable[Entry], issue_of: IssueOf, places_told: PlacesTold, most: int = MOST) -> list[Facet]:
    """What there is among `items`, field by field, the `most` most frequent first; of equal ones by name.

    `places_told` is that of the filter's `Known`.
    """
    counted: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    for entry in items:
        for field, value in set(_values(entry, issue_of(entry), places_told)):
            counted[field][value] += 1
    return listed(counted, most)


def facets_of(hits: Hits, most: int = MOST) -> list[Facet]:
    """The same of what the search index found."""
    columns = hits.columns
    counted: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    counted |= {"who": hits.names(columns.people), "place": hits.names(columns.places)}
    for (day, _, _), number in hits.counts(columns.filed):
        if day is not None:
            counted["date"][f"{day:%Y-%m}"] += number
    for (paper, *_), number in hits.counts(columns.source):
        if paper:
            counted["source"][paper] += number
    for field, values in (("kind", hits.counts(columns.kinds)), ("is", hits.counts(columns.states))):
        for named, number in values:
            for value in filter(None, dict.fromkeys(named)):
                counted[field][value] += number
    return listed(counted, most)


def listed(counted: Counts, most: int) -> list[Facet]:
    """The values field by field, the `most` most frequent first, of equal ones by name; months in their order."""
    found: list[Facet] = []
    for field in FIELDS:
        best = sorted(counted[field].items(), key=lambda found: (-found[1], found[0]))[:most]
        found += [Facet(field, *value) for value in (sorted(best) if field == "date" else best)]
    return found


def names_in(found: Iterable[Facet]) -> dict[str, list[str]]:
    """Field -> values that occur, the most frequent first: what a filter may be completed with."""
    names: dict[str, list[str]] = {}
    for facet in found:
        names.setdefault(facet.field, []).append(facet.value)
    return names


def _values(entry: Entry, issue: Issue | None, places_told: PlacesTold) -> Iterator[tuple[str, str]]:
    record = entry.record
    yield from (("kind", kind) for kind in kinds_of(entry) if kind)
    if issue is not None and issue.paper:
        yield "source", issue.paper
    if entry.day is not None:
        yield "date", f"{entry.day:%Y-%m}"
    yield from (("place", place) for place in places_of(entry, places_told) if place)
    yield from (("who", name) for name in people_of(record) if name)
    yield from (("is", state) for state in states_of(entry))


def facet_rows(
    found: Sequence[Facet], chosen: Iterable[Facet], width: int, notes: Notes = MappingProxyType({})
) -> list[Row]:
    """The facets under their headings, `width` cells wide; the chosen ones have a tick.

    `notes` stand behind the names as far as there is room: what a person is called, where a place lies.
    """
    ticked, rows = set(chosen), []
    field = ""
    for facet in found:
        if facet.field != field:
            field = facet.field
            rows.append(Row((((pad(f"── {FIELDS[field]} {'─' * width}"[:width], width), "muted"),),), selectable=False))
        number = pad_left(f"{facet.count:,}", 6)
        room = width - 4 - width_of(number)
        name = cut(facet.value, room)
        note = pad(f"  {notes.get((facet.field, facet.value), '')}", room - width_of(name))
        tick = "✓" if facet in ticked else " "
        rows.append(Row((((f"  {tick} ", "strong"), (name, ""), (note, "muted"), (number, "")),), facet))
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
    if facet.field == "date":
        return value
    bare = "".join(" " if character in DOUBLE_QUOTES else character for character in value)
    return bare if bare.isalnum() else f'"{" ".join(bare.split())}"'
