"""The words of `data/event_titles.toml`: what a happening is called, and what stands before its name."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import data
from importers.events.mention import Mention

_WORDS = 2
"""At most so many words of the text stand before the name of a gathering in its title."""


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(data.path("event_titles.toml").read_text(encoding="utf-8"))


@cache
def no_cause() -> frozenset[str]:
    """Names that no gathering is for."""
    return frozenset(_raw()["words"]["no_cause"])


@cache
def _epithets() -> frozenset[str]:
    return frozenset(_raw()["words"]["epithets"])


def name_of(text: str, mention: Mention) -> str:
    """What a person calls the happening: "Demonstration", "Candlelit vigil", "Two-day strike", else its kind."""
    kind, trigger = mention.kind.name, mention.trigger
    if trigger is None or trigger.kind.name != kind:
        return kind.capitalize()
    word = text[trigger.start : trigger.end].lower()
    called = str(_raw()["called"].get(word) or (word if trigger.noun else kind))
    before = text[max(mention.span[0], trigger.start - 40) : trigger.start].split() if trigger.noun else []
    lead: list[str] = []
    while before and len(lead) < _WORDS and before[-1].lower() in _epithets():
        lead.insert(0, before.pop().lower())
    name = " ".join([*lead, called])
    return name[:1].upper() + name[1:]
