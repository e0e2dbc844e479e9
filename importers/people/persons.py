"""The people of one document and their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from importers.people.offices import is_short_for, plain_office

Gender: TypeAlias = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest name the document gives."""

    name: str
    """Without titles: "Valerie Bossman-Ovarshie"; one word where the document has no more."""
    roles: tuple[str, ...] = ()
    """What the document calls this person, in the order of the text: "deputy leader", "a student in Leeds"."""
    gender: Gender | None = None
    """None where neither title, name nor role tells."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: `start` inclusive, `end` exclusive, in code points, titles and roles left out."""

    start: int
    end: int
    person: Person
    possessive: bool = False
    """True before an apostrophe-s: "Corbyn's"."""


@dataclass(frozen=True)
class People:
    """Everybody found in one document; mentions stand in the order of the text and do not overlap."""

    persons: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _by_role(self) -> dict[str, Person | None]:
        """Each role to its bearer, or to None where several bear it."""
        bearers: dict[str, Person | None] = {}
        for person in self.persons:
            for role in person.roles:
                key = plain_office(role)
                bearers[key] = person if bearers.get(key, person) == person else None
        return bearers

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in `[start, end)`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, offset: int) -> Mention | None:
        """The mention that covers this offset, or None."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.mentions[number].end:
            return None
        return self.mentions[number]

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions that begin before `offset`, the nearest first."""
        for number in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self.mentions[number]

    def by_role(self, words: str) -> Person | None:
        """Who bears the role that `words` give ("the Labour leader"), if the document says so of one person only."""
        wanted = plain_office(words)
        if wanted in self._by_role:
            return self._by_role[wanted]
        fitting = {person for person in self.persons if any(is_short_for(wanted, role) for role in person.roles)}
        return fitting.pop() if len(fitting) == 1 else None

    def by_family(self, name: str) -> Person | None:
        """The first person whose family name this is, whatever its capitals, or None."""
        wanted = name.casefold()
        return next(filter(lambda person: person.name.casefold().endswith(wanted), self.persons), None)

    def named(self, name: str) -> Person | None:
        """The person of exactly this full name, or None."""
        return next(filter(lambda person: person.name == name, self.persons), None)
