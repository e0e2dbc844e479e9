"""Where a correction holds: the record of an issue that its anchor names, also after the issue was read anew.

An anchor names a record by kind, span and words. Several records of a kind can have one span ("rallies in Leeds and
Hull"); what was found there, in short, tells them apart. Where the span of the words has moved, because words before
them were changed, the anchor follows as long as they stand there once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias, cast

from store.records import Anchor, Elsewhere, Entry, Event, Figure, Finding, Person, Place, Quote, Time

_Place: TypeAlias = tuple[str, int, int, str]
_CORRECTED = frozenset({"time", "figure", "quote", "event", "person", "place"})


def told(found: Finding) -> str:
    """What was found, in short: the title, the number and what it counts, the speaker, the TIMEX3 value, the name."""
    match found:
        case Event():
            return found.title
        case Figure():
            return f"{found.low}-{found.high} {found.counted or found.unit or ''}".strip()
        case Quote():
            return found.speaker or ""
        case Time():
            return found.value
        case Person() | Place():
            return found.name


def shown(found: Finding) -> str:
    """The same for people, who know a figure by its words."""
    return found.text if isinstance(found, Figure) else told(found) or found.text


def named(anchor: Anchor) -> str:
    """What an anchor holds on to, for people."""
    return anchor.text if anchor.kind == "figure" else anchor.found or anchor.text


class Anchors:
    """The records found in one issue, as they were found, by what anchors say of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._at: defaultdict[_Place, list[Entry]] = defaultdict(list)
        self._worded: defaultdict[tuple[str, str], set[_Place]] = defaultdict(set)
        for entry in entries:
            found = cast("Finding", entry.record)
            place = entry.kind, found.start, found.end, found.text
            self._at[place].append(entry)
            self._worded[entry.kind, found.text].add(place)

    def fields(self, entry: Entry) -> dict[str, Any]:
        """The fields of an anchor that names `entry`, which is one of these.

        Raises ValueError where the entry is none that was found.
        """
        if entry.kind not in _CORRECTED:
            message = f"a record of kind {entry.kind} cannot be corrected"
            raise ValueError(message)
        found = cast("Finding", entry.record)
        kind = cast("Literal['time', 'figure', 'quote', 'event', 'person', 'place']", entry.kind)
        there = self._at[kind, found.start, found.end, found.text]
        same = [other.id for other in there if told(cast("Finding", other.record)) == told(found)]
        return {
            "kind": kind,
            "start": found.start,
            "end": found.end,
            "text": found.text,
            "found": told(found),
            "nth": same.index(entry.id),
            "alone": len(there) == 1,
        }

    def find(self, anchor: Anchor) -> Entry | None:
        """The record that the anchor names; None where it is gone, or where it is no longer clear which it is."""
        there = self._candidates(anchor)
        same = [entry for entry in there if told(cast("Finding", entry.record)) == anchor.found]
        if anchor.nth < len(same):
            return same[anchor.nth]
        return there[0] if anchor.alone and len(there) == 1 else None

    def _candidates(self, anchor: Anchor) -> Sequence[Entry]:
        there = self._at.get((anchor.kind, anchor.start, anchor.end, anchor.text))
        if there:
            return there
        places = self._worded.get((anchor.kind, anchor.text), set())
        return self._at[next(iter(places))] if len(places) == 1 else ()


def elsewhere(issue_id: int, fields: dict[str, Any]) -> Elsewhere:
    """The anchor with these fields, in an issue that it names."""
    return Elsewhere(issue_id=issue_id, **fields)
