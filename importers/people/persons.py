"""The people of one document and their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

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
                key = _plain_role(role)
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
        wanted = _plain_role(words)
        if wanted in self._by_role:
            return self._by_role[wanted]
        fitting = {person for person in self.persons if any(_is_short_for(wanted, role) for role in person.roles)}
        return fitting.pop() if len(fitting) == 1 else None

    def by_family(self, name: str) -> Person | None:
        """The first person whose family name this is, whatever its capitals, or None."""
        wanted = name.casefold()
        return next(filter(lambda person: person.name.casefold().endswith(wanted), self.persons), None)

    def named(self, name: str) -> Person | None:
        """The person of exactly this full name, or None."""
        return next(filter(lambda person: person.name == name, self.persons), None)


_LEADERS = frozenset({"leader", "secretary", "president", "chair", "head", "chief", "boss", "chairman", "chairwoman"})


def _is_short_for(words: str, role: str) -> bool:
    """Whether a description says less of the same: "union leader" of "general secretary of the union"."""
    short, long = words.split(), _plain_role(role).split()
    head = next((at for at, word in enumerate(long) if word in _PREPOSITIONS), len(long))
    if not short or not head:
        return False
    same = short[-1] == long[head - 1] or (len(short) > 1 and _is_same_office(short[-1], long[head - 1]))
    return same and set(short[:-1]) <= set(long)


def is_role_of(description: str, role: str) -> bool:
    """Whether "the Vermont senator" can mean the bearer of this role: the same office, and no other name before it.

    "the Labour leader" is no "Green Party leader", while a plain "Sen." may be the senator of any state.
    """
    short, long = _plain_role(description).split(), _plain_role(role).split()
    if not short or not long:
        return False
    head = next((at for at, word in enumerate(long) if word in _PREPOSITIONS), len(long))
    if not head or not _is_same_office(short[-1], long[head - 1]):
        return False
    names, others = _capitalised(description) - {short[-1]}, _capitalised(role) - {long[head - 1]}
    return not names or not others or bool(names & others)


def is_thinkable(description: str, roles: Sequence[str]) -> bool:
    """Whether somebody with these roles can be described so anew: "the Leeds deputy" of an MP, but no "Labour leader" of a Green one."""
    short, known = _plain_role(description).split(), {word for role in roles for word in _plain_role(role).split()}
    return bool(short) and short[-1] not in known and not (_PARTIES & set(short)) - known


def _capitalised(words: str) -> set[str]:
    return {_ABBREVIATED.get(word.rstrip("."), word).casefold() for word in words.split()[:8] if word[0].isupper()} - {
        "the"
    }


def _is_same_office(one: str, other: str) -> bool:
    return one == other or (one in _LEADERS and other in _LEADERS)


_PARTIES = frozenset(
    [
        "labour",
        "tory",
        "conservative",
        "liberal",
        "democrat",
        "democratic",
        "republican",
        "green",
        "snp",
        "ukip",
        "plaid",
        "dup",
        "brexit",
        "reform",
        "union",
        "communist",
        "socialist",
    ]
)
_PREPOSITIONS = frozenset({"of", "from", "in", "at", "for", "with", "on"})
_ABBREVIATED = {
    "Sen": "senator",
    "Rep": "representative",
    "Gov": "governor",
    "Cllr": "councillor",
    "Prof": "professor",
    "Dr": "doctor",
}


def _plain_role(role: str) -> str:
    words = [_ABBREVIATED.get(word.rstrip("."), word).casefold() for word in role.replace("’", "'").split()]
    while words and words[0] in {"a", "an", "the", "former", "then", "his", "her", "their", "our"}:
        del words[0]
    return " ".join(words)
