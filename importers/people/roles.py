"""What a text calls a person, without the words that say nothing of him or her."""

from __future__ import annotations

from importers.people.lexicon import lexicon, words
from importers.people.offices import spelled_out

_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset({"and", "or", "then", "now", "but", "with", "since", "under", *_ARTICLES})
"""Words before a role that are none of it."""
_OWNERS = frozenset({"his", "her", "their", "our", "my", "its", "your"})
_CLAUSES = words(
    "is are was were be been has had have told said says say saying asked addressed praised noted noting speaking served "
    "signed founded endorsed led seen vying eager questioning according along as like both nor about on to through "
    "including particularly because when while where there don't don’t you're you’re herself himself still scheduled "
    "running recently asking said who which that for from of in at by"
)
"""With these begins what somebody did, and no role."""
_YEAR = 4
"""So many digits has a year: "2012 nominee"."""
_HEAD = 7
"""So many words from its beginning the noun of a role stands."""


def without_address(role: str) -> str:
    """The role without the forms of address behind it: "Hull MP" of "Hull MP Sir"; "Mr" alone is none."""
    lex, said = lexicon(), role.split()
    while said and said[-1].rstrip(".") in lex.titles and said[-1].casefold() not in lex.roles:
        del said[-1]
    return " ".join(said)


def without_article(role: str) -> str:
    """The role without "the", "a" or "an" before it."""
    first, _, rest = role.partition(" ")
    return rest if first.casefold() in _ARTICLES else role


def plain_role(role: str) -> str:
    """The role as it can stand behind a name: "Vermont Senator", "nurse at the Infirmary".

    "" where the words are none: a form of address, what the person did, or "his wife", who knows whose.
    """
    said = without_address(" ".join(spelled_out(word) for word in role.split())).split()
    said = _without_companion(said)
    while said and said[0].casefold() in _LEADING:
        del said[0]
    if not said or said[0].casefold() in _CLAUSES | _OWNERS or (said[0].isdigit() and len(said[0]) != _YEAR):
        return ""
    return " ".join(said) if any(map(_is_role, said[:_HEAD])) else ""


def _without_companion(said: list[str]) -> list[str]:
    """The words without another person joined to the bearer: "President Obama and Vice President"."""
    joined = [at for at, word in enumerate(said) if word == "and" and at]
    for at in reversed(joined):
        if (
            all(word[0].isupper() for word in said[:at])
            and not _is_role(said[at - 1])
            and any(map(_is_role, said[at:]))
        ):
            return said[at + 1 :]
    return said


def _is_role(word: str) -> bool:
    plain = word.rstrip(".,").casefold()
    return plain in lexicon().roles or plain.removesuffix("s") in lexicon().roles
