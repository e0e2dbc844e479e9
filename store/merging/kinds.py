"""Which kinds can be one happening, and the words that part or join mentions: `data/merging.toml`, read once."""

from __future__ import annotations

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
    words = {name: frozenset(listed) for name, listed in read["words"].items()}
    return Kinds(
        gatherings=frozenset(read["gatherings"]),
        common=frozenset(read["common"]),
        alike=frozenset(read["alike"]),
        loose=frozenset(map(frozenset, read["loose"])),
        time_of_day={word: part for part, listed in read["times"].items() for word in listed},
        part=words["part"],
        another=words["another"],
        empty=words["empty"],
    )
