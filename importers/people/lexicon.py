"""The word lists behind names: titles and roles from `data/titles.toml`, given names from `data/given_names.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

import data
from importers.people.persons import Gender


class _ByGender(msgspec.Struct):
    m: list[str]
    f: list[str]


class _Address(_ByGender):
    any: list[str]


class _Letters(msgspec.Struct):
    seats: list[str]
    honours: list[str]


class _Titles(msgspec.Struct):
    forms_of_address: _Address
    letters: _Letters
    roles: list[str]
    gender: _ByGender
    things: list[str]
    no_name: list[str]


class _Given(msgspec.Struct):
    m: str
    f: str
    any: str
    ambiguous: str


class _Sentences(msgspec.Struct):
    openers: list[str]


class Lexicon:
    """What a word can be in a name; capitals as printed, roles in lower case and in the singular."""

    def __init__(self, titles: _Titles, given: _Given, openers: list[str]) -> None:
        address = titles.forms_of_address
        self.titles = _by_gender(address.m, address.f, address.any)
        self.given = _by_gender(given.m.split(), given.f.split(), given.any.split())
        self.ambiguous = frozenset(given.ambiguous.split())
        self.seats, self.honours = frozenset(titles.letters.seats), frozenset(titles.letters.honours)
        self.letters = frozenset(letters.casefold() for letters in (*self.seats, *self.honours))
        """What stands behind a name for a seat or an honour, in lower case."""
        self.roles = frozenset(titles.roles) | {role.casefold() for role in titles.roles}
        self.role_gender = _by_gender(titles.gender.m, titles.gender.f, [])
        self.things = frozenset(titles.things)
        self.no_name = frozenset(titles.no_name) | frozenset(openers)

    def is_role(self, word: str) -> bool:
        """Whether a word, as printed, says what somebody is or was: "driver", "ex-driver"."""
        low = word.casefold()
        return low in self.roles or low.removeprefix("ex-") in self.roles

    def is_title(self, word: str) -> bool:
        """Whether a capitalised word stands before a name as title or office: "Sen.", "Councillor", "Leader"."""
        plain = word.rstrip(".")
        return plain in self.titles or (plain.casefold() in self.roles and plain not in self.given)


def words(text: str) -> frozenset[str]:
    """The words of a list that is short enough to stand in the code."""
    return frozenset(text.split())


def _by_gender(men: list[str], women: list[str], both: list[str]) -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = dict.fromkeys(both)
    for word in men:
        found[word] = "m"
    for word in women:
        found[word] = "f"
    return found


@cache
def lexicon() -> Lexicon:
    """The lists that ship with the program, read once."""
    titles = msgspec.toml.decode(data.path("titles.toml").read_bytes(), type=_Titles)
    given = msgspec.toml.decode(data.path("given_names.toml").read_bytes(), type=_Given)
    sentences = msgspec.toml.decode(data.path("sentences.toml").read_bytes(), type=_Sentences)
    return Lexicon(titles, given, sentences.openers)
