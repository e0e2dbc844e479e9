"""The word lists of `data/units.toml` in the shape the figure reader looks things up in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

import data
from importers.word_pattern import word_pattern

Effect: TypeAlias = Literal["at_least", "at_most", "about", "exact", "determiner"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All keys are in lower case, words apart by one space."""

    units: dict[str, str]
    """Noun to unit: "supporters" to people."""
    symbols: dict[str, str]
    """Sign before the number to unit: "£" to GBP."""
    kind_of_unit: dict[str, str]
    not_people: frozenset[str]
    before: dict[str, Effect]
    """Words before a number to what they do to its bounds."""
    after: dict[str, Effect]
    last_before: frozenset[str]
    """The last word of each entry of `before`: a quick way to see that none of them is there."""
    first_after: frozenset[str]
    """The first word of each entry of `after`."""
    hyphenated: dict[str, str]
    """Noun joined to the number by a hyphen to unit: "strong" to people."""
    stops: frozenset[str]
    not_plural: frozenset[str]
    irregular_plurals: frozenset[str]
    labels: frozenset[str]
    named: frozenset[str]
    """Words that label a number only where they are printed with a capital: "Year 11"."""
    crowd_verbs: frozenset[str]
    crowd_weak: frozenset[str]
    crowd_before: frozenset[str]
    cues: dict[str, str]
    """Cue word to kind: "rally" to attendance."""
    cue_pattern: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    raw = tomllib.loads(data.path("units.toml").read_text(encoding="utf-8"))
    cues = {cue: kind for kind, words in raw["kinds"].items() for cue in words}
    return Lexicon(
        units=_inverted({unit: about["nouns"] for unit, about in raw["units"].items()}),
        symbols={sign: unit for unit, about in raw["units"].items() for sign in about.get("symbols", [])},
        kind_of_unit={unit: about["kind"] for unit, about in raw["units"].items() if "kind" in about},
        not_people=frozenset(raw["units"]["people"]["not_people"]),
        before=_effects(raw["before"]),
        after=_effects(raw["after"]),
        last_before=frozenset(words.split()[-1] for words in _effects(raw["before"])),
        first_after=frozenset(words.split()[0] for words in _effects(raw["after"])),
        hyphenated=_inverted(raw["hyphenated"]),
        stops=_lower(raw["phrase"]["stops"]),
        not_plural=_lower(raw["phrase"]["not_plural"]),
        irregular_plurals=_lower(raw["phrase"]["irregular_plurals"]),
        labels=_lower(raw["labels"]["words"]),
        named=frozenset(raw["labels"]["capital"]),
        crowd_verbs=_lower(raw["crowd"]["verbs"]),
        crowd_weak=_lower(raw["crowd"]["weak"]),
        crowd_before=_lower(raw["crowd"]["before"]),
        cues=cues,
        cue_pattern=re.compile(rf"\b(?:{word_pattern(cues)})\b"),
    )


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _inverted(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word.lower(): name for name, words in lists.items() for word in words}


def _effects(table: dict[str, Any]) -> dict[str, Effect]:
    names: dict[str, Effect] = {
        "at_least": "at_least",
        "at_most": "at_most",
        "about": "about",
        "exact": "exact",
        "determiners": "determiner",
    }
    return {word: names[key] for key, words in table.items() for word in words}
