"""How an event is told, in the words that every list and export uses."""

from __future__ import annotations

from store.records import Event


def standing_in_words(event: Event) -> str:
    """On whose word an event stands: "claimed by police", "denied", "called off"; "" for what the report itself tells."""
    if event.standing == "told":
        return ""
    link = "from" if event.standing == "quoted" else "by"
    by = f" {link} {event.claimant}" if event.claimant and event.standing in {"claimed", "denied", "quoted"} else ""
    return f"{event.standing}{by}"


def notes_on(event: Event) -> tuple[str, ...]:
    """What a reader has to know of an event before taking it for a fact: planned, on whose word, background."""
    notes = ("planned" if event.planned else "", standing_in_words(event), "background" if event.background else "")
    return tuple(note for note in notes if note)
