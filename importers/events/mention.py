"""One event mention while it is being read."""

from __future__ import annotations

from dataclasses import dataclass

from importers.documents import BlockKind
from importers.events.lexicon import Kind, Trigger
from importers.places import Place
from store.records import Figure, Span, Time


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention before it becomes a record."""

    span: Span
    kind: Kind
    trigger: Trigger | None
    time: Time | None
    places: tuple[Place, ...]
    crowd: Figure | None
    planned: bool
    sentence: int
    """Index of its (last) sentence."""
    block: BlockKind
    section: int
    """The local report it stands in."""
    whole: Span
    """Its sentence."""
    votes: tuple[Figure, ...] = ()
    lead: Span | None = None
    """The words that say what happens, where the span has only a day of a list."""
