"""The gazetteer of `data/places.tsv`, read when first asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

import data

PlaceKind: TypeAlias = Literal["town", "venue", "region", "country"]

_LETTERS = 2
"""So many letters has an abbreviation that is a word in small letters, too."""
_KINDS: dict[str, PlaceKind] = {"t": "town", "v": "venue", "r": "region", "c": "country"}


@dataclass(frozen=True, slots=True)
class Known:
    """One place of the gazetteer."""

    canonical: str
    kind: PlaceKind
    region: str
    country: str
    """ISO 3166 code; empty where it lies in several countries."""
    thousands: int
    """Inhabitants in thousands; 0 where unknown."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of `data/place_cues.toml`, in lower case but for the last words of venues."""

    before: frozenset[str]
    strong: frozenset[str]
    compass: frozenset[str]
    after: frozenset[str]
    organisations: frozenset[str]
    ambiguous: frozenset[str]
    months: frozenset[str]
    goes_on: frozenset[str]
    """What can follow a place and no adjective."""
    local: frozenset[str]
    """What towns have."""
    no_places: frozenset[str]
    """Words with a capital that are no place after "in"."""
    bodies: frozenset[str]
    """Last words of venues that name bodies as often as buildings."""
    addresses: frozenset[str]
    """Last words of venues that need a preposition before them."""
    seats: frozenset[str]
    """Streets and the like that stand for what has its seat there."""
    states: frozenset[str]
    """How American papers shorten the names of states."""
    streets: frozenset[str]
    """Words before which a name is that of a street."""
    venues: tuple[str, ...]


class Gazetteer:
    """Place names, looked up without regard to case, hyphens and the shape of apostrophes."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = {place_key(line[: line.index("\t")]): line for line in lines if not line.startswith("#")}
        self.longest = {first: 1 for first in self._lines if " " not in first}
        for key in self._lines:
            if " " in key:
                first = key[: key.index(" ")]
                self.longest[first] = max(self.longest.get(first, 1), key.count(" ") + 1)
        """First word of a name to the number of words of the longest name that begins with it."""

    def find(self, name: str) -> Known | None:
        """The place of this name, None where there is none."""
        line = self._lines.get(place_key(name))
        if line is None:
            return None
        found, canonical, kind, region, country, thousands = line.split("\t")
        if len(found) == _LETTERS and found.isupper() and not name.isupper():
            return None  # "Us" is no country
        return Known(canonical or found, _KINDS[kind], region, country, int(thousands))


def place_key(name: str) -> str:
    """The form under which a name is looked up."""
    return name.replace("-", " ").replace("’", "'").lower()


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    return Gazetteer(data.path("places.tsv").read_text(encoding="utf-8").splitlines())


@cache
def cues() -> Cues:
    """The shipped cue words, read once."""
    raw = tomllib.loads(data.path("place_cues.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(word.lower() for word in words) for name, words in raw.items() if name != "venues"}
    return Cues(**lists, venues=tuple(raw["venues"]))
