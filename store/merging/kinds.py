"""Which kinds can be one happening, and the words that part or join mentions: `data/merging.toml`, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

import data


class Kinds(msgspec.Struct, frozen=True):
    """What `data/merging.toml` says, made for looking up."""

    gatherings: frozenset[str]
    common: frozenset[str]
    alike: frozenset[str]
    loose: frozenset[frozenset[str]]
    time_of_day: dict[str, str]
    """From a word ("night") to its part of the day ("evening")."""
    part: frozenset[str]
    another: frozenset[str]
    empty: frozenset[str]

    rooms: dict[str, str]
    """Of a kind, the one that stands for all with which it can be one happening, be it by way of others."""

    def room(self, kind: str) -> str:
        """Mentions of kinds of two rooms are never one happening, unless a person says so."""
        return self.rooms.get(kind, kind)

    def same(self, one: str, other: str) -> bool:
        """Whether two kinds are one kind, or two words for one gathering."""
        return one == other or (one in self.alike and other in self.alike)

    def compatible(self, one: str, other: str) -> bool:
        """Whether two kinds can be one happening at all."""
        return self.same(one, other) or frozenset((one, other)) in self.loose


@cache
def kinds() -> Kinds:
    """The kinds and words as shipped."""
    import tomllib  # costs 3 ms, and not every start needs it

    with data.path("merging.toml").open("rb") as file:
        read = tomllib.load(file)
    gatherings, alike = frozenset(read["gatherings"]), frozenset(read["alike"])
    loose = frozenset(map(frozenset, read["loose"]))
    words = {name: frozenset(listed) for name, listed in read["words"].items()}
    return Kinds(
        gatherings=gatherings,
        common=frozenset(read["common"]),
        alike=alike,
        loose=loose,
        time_of_day={word: part for part, listed in read["times"].items() for word in listed},
        part=words["part"],
        another=words["another"],
        empty=words["empty"],
        rooms=_rooms([alike, *(pair for pair in loose if len(pair & gatherings) != 1)]),
    )


def _rooms(together: Iterable[frozenset[str]]) -> dict[str, str]:
    rooms: list[frozenset[str]] = []
    for some in together:
        met = [room for room in rooms if room & some]
        rooms = [room for room in rooms if room not in met] + [some.union(*met)]
    return {kind: min(room) for room in rooms for kind in room}
