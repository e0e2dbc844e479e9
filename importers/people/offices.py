"""Whether two descriptions can be of one person: the same office, and no other party, place or owner before it."""

from __future__ import annotations

from collections.abc import Sequence

_SHORT = {"Sen": "Senator", "Rep": "Representative", "Gov": "Governor", "Cllr": "Councillor", "Prof": "Professor"}
_COMPARED = _SHORT | {"Dr": "Doctor"}
"""Before a name "Dr" is a form of address; where two descriptions are compared it may be the doctor."""
_LEADERS = frozenset({"leader", "secretary", "president", "chair", "head", "chief", "boss", "chairman", "chairwoman"})
_PARTIES = frozenset(
    [
        *("labour", "tory", "conservative", "liberal", "democrat", "democratic", "republican", "green", "snp", "ukip"),
        *("plaid", "dup", "brexit", "reform", "union", "communist", "socialist"),
    ]
)
_PREPOSITIONS = frozenset({"of", "from", "in", "at", "for", "with", "on"})
_BEFORE = frozenset({"a", "an", "the", "former", "then", "his", "her", "their", "our"})


def plain_office(role: str) -> str:
    """The role in lower case, spelled out, without article, owner or "former"."""
    words = [_compared(word) for word in role.replace("’", "'").split()]
    while words and words[0] in _BEFORE:
        del words[0]
    return " ".join(words)


def spelled_out(word: str) -> str:
    """The word, or the office that it is short for: "Senator" of "Sen."."""
    return _SHORT.get(word.rstrip("."), word)


def _compared(word: str) -> str:
    return _COMPARED.get(word.rstrip("."), word).casefold()


def is_short_for(words: str, role: str) -> bool:
    """Whether a description says less of the same: "union leader" of "general secretary of the union"."""
    short, long = words.split(), plain_office(role).split()
    head = _end_of_head(long)
    if not short or not head:
        return False
    same = short[-1] == long[head - 1] or (len(short) > 1 and _is_same_office(short[-1], long[head - 1]))
    return same and set(short[:-1]) <= set(long)


def is_role_of(description: str, role: str) -> bool:
    """Whether "the Vermont senator" can mean the bearer of this role: the same office, and no other name before it.

    "the Labour leader" is no "Green Party leader", while a plain "Sen." may be the senator of any state.
    """
    short, long = plain_office(description).split(), plain_office(role).split()
    head = _end_of_head(long)
    if not short or not head or not _is_same_office(short[-1], long[head - 1]):
        return False
    names, others = _capitalised(description) - {short[-1]}, _capitalised(role) - {long[head - 1]}
    return not names or not others or bool(names & others)


def is_thinkable(description: str, roles: Sequence[str]) -> bool:
    """Whether somebody with these roles can be described so anew: "the Leeds deputy" of an MP, but no "Labour leader" of a Green one."""
    short, known = plain_office(description).split(), {word for role in roles for word in plain_office(role).split()}
    return bool(short) and short[-1] not in known and not (_PARTIES & set(short)) - known


def _end_of_head(words: Sequence[str]) -> int:
    """How many words stand before the first preposition."""
    return next((at for at, word in enumerate(words) if word in _PREPOSITIONS), len(words))


def _capitalised(words: str) -> set[str]:
    return {_compared(word) for word in words.split()[:8] if word[0].isupper()} - {"the"}


def _is_same_office(one: str, other: str) -> bool:
    return one == other or (one in _LEADERS and other in _LEADERS)
