"""The taxonomy of `data/events.toml` in the shape the event reader looks things up in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

import data
from importers.word_pattern import word_pattern


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event."""

    name: str
    rank: int
    """Place in the file: the lower, the more specific."""
    gathering: bool
    word: bool


OTHER = Kind("other", 1000, gathering=False, word=False)
"""What is told with a day but has no word of the taxonomy."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of the text that names a kind of event."""

    start: int
    end: int
    kind: Kind
    noun: bool


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All kinds and their trigger words, in lower case."""

    kinds: dict[str, Kind]
    words: dict[str, tuple[Kind, bool]]
    """Trigger word to its kind, and whether it is a noun."""
    pattern: re.Pattern[str]

    def triggers(self, text: str, start: int, end: int) -> list[Trigger]:
        """The trigger words in `text[start:end]`, in order."""
        found = []
        for match in self.pattern.finditer(text, start, end):
            kind, noun = self.words[" ".join(match.group().lower().split())]
            found.append(Trigger(match.start(), match.end(), kind, noun))
        return found


@cache
def taxonomy() -> Taxonomy:
    """The shipped taxonomy, read once."""
    raw = tomllib.loads(data.path("events.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {}
    words: dict[str, tuple[Kind, bool]] = {}
    for rank, (name, table) in enumerate(raw.items()):
        kind = Kind(name, rank, gathering=table.get("gathering", False), word=table.get("word", False))
        kinds[name] = kind
        for noun in table.get("nouns", []):
            words.setdefault(noun, (kind, True))
        for verb in table.get("verbs", []):
            words.setdefault(verb, (kind, False))
    return Taxonomy(kinds, words, re.compile(rf"\b(?:{word_pattern(words)})\b"))
