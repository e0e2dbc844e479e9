"""What a place name says: a town or district, a venue, or a stretch of land that holds many towns."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

import msgspec

import data
from store.filters.folding import fold

_NONE: frozenset[str] = frozenset()
_COMPASS = re.compile(r"^(?:(?:north|south)[- ]?(?:west|east)|north|south|east|west|central|inner|outer)(?:ern)?[ -]")


class Site(msgspec.Struct, frozen=True):
    """The places of one mention, sorted by what they can tell apart; names are folded."""

    towns: frozenset[str]
    """Towns and districts: two mentions of one day that share one may be one happening."""
    venues: frozenset[str]
    regions: frozenset[str]
    """What is named that holds towns: a region, a country, London."""
    within: frozenset[str]
    """The towns or shires in which its towns lie (Kilburn in London); no countries."""

    @property
    def bare(self) -> bool:
        """Whether no place is named."""
        return not (self.towns or self.venues or self.regions)

    @property
    def roundup(self) -> bool:
        """Whether so many towns are named that the mention sums up several happenings."""
        return len(self.towns) > 2


@lru_cache(maxsize=65536)
def site_of(places: tuple[str, ...]) -> Site:
    """Sort the places of a mention."""
    towns, venues, regions, within = set(), set(), set(), set()
    for name in map(fold, places):
        key = _plain(name)
        if key in _holding():
            regions.add(key)
        elif key in _gazetteer():
            towns.add(key)
            within.add(_gazetteer()[key][1])
        else:
            venues.add(name.removeprefix("the "))
    return Site(names(towns), names(venues), names(regions), names(within - _countries()))


def names(found: Collection[str]) -> frozenset[str]:
    """As a set; one and the same for all that hold nothing, since an empty set takes 216 bytes."""
    return frozenset(found) if found else _NONE


def _plain(name: str) -> str:
    """A known name without the compass point before it ("north london"), and by its usual spelling."""
    known = _gazetteer()
    short = _COMPASS.sub("", name)
    found = name if name in known else short
    canonical = known[found][0] if found in known else ""
    return canonical or found


@cache
def _gazetteer() -> dict[str, tuple[str, str, str]]:
    """Folded name to canonical name (empty: the same), region and kind."""
    found = {}
    for line in data.path("places.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, canonical, kind, region, *_ = line.split("\t")
            if kind != "v":
                found[fold(name)] = (fold(canonical), fold(region), kind)
    return found


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for name, (_, _, kind) in _gazetteer().items() if kind == "c") | {""}


@cache
def _holding() -> frozenset[str]:
    """Names that hold others: regions, countries, and every town that is the region of another (London)."""
    return frozenset(name for name, (_, _, kind) in _gazetteer().items() if kind in "rc") | {
        region for _, region, _ in _gazetteer().values() if region
    }


def forget_places() -> None:
    """Remember none of the places that were read, nor the gazetteer, which is read again within 20 ms."""
    for read in (site_of, _gazetteer, _countries, _holding):
        read.cache_clear()
