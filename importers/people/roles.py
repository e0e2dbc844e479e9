"""What a text calls a person, without the words that say nothing of him or her."""

from __future__ import annotations

from importers.people.lexicon import lexicon

_ARTICLES = frozenset({"the", "a", "an"})


def without_address(role: str) -> str:
    """The role without the forms of address behind it: "Hull MP" of "Hull MP Sir"; "Mr" alone is none."""
    lex, words = lexicon(), role.split()
    while words and words[-1].rstrip(".") in lex.titles and words[-1].casefold() not in lex.roles:
        del words[-1]
    return " ".join(words)


def without_article(role: str) -> str:
    """The role without "the", "a" or "an" before it."""
    first, _, rest = role.partition(" ")
    return rest if first.casefold() in _ARTICLES else role
