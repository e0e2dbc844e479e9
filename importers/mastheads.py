"""The names of papers that we do not know, by their wording: `data/mastheads.toml`. Where on the page is not said here."""

from __future__ import annotations

import re
from functools import cache

import msgspec

import data
from importers.gazetteer import gazetteer
from importers.people.lexicon import lexicon

LONGEST = 40
"""The most characters of a name."""
_EDGES = " .,:;|/•·–—-"
_WORD = re.compile(r"[A-ZÀ-Þ][\w'’]*|&|and|of")


class _Words(msgspec.Struct):
    sure: frozenset[str]
    unsure: frozenset[str]
    before: frozenset[str]


def paper_named(words: str) -> str | None:
    """The name of a paper that the words read like, without what parts it from its surroundings; else None.

    Capitals alone become small letters: "THE VALLEY ECHO" is "The Valley Echo".
    """
    name = words.strip(_EDGES)
    parts = name.split()
    if len(name) > LONGEST or not all(map(_WORD.fullmatch, parts)):
        return None
    plain = [part.casefold().replace("’", "'") for part in parts]
    if not _is_called_so(plain[1:] if plain[:1] == ["the"] else plain):
        return None
    return " ".join(part if part in {"and", "of"} else part.capitalize() for part in plain) if name.isupper() else name


def _is_called_so(plain: list[str]) -> bool:
    known, last = _words(), plain[-1] if plain else ""
    told = [part for part in plain[:-1] if part in known.before]
    others = [part for part in plain[:-1] if part not in known.before]
    placed = not others or gazetteer().find(" ".join(others).title()) is not None
    if last in known.unsure:
        return bool(told) and placed
    return last in known.sure and len(plain) > 1 and (placed or _is_one_word(others))


def _is_one_word(others: list[str]) -> bool:
    """Whether it is one word, and not a given name: "Freddie Mercury" is no paper."""
    return len(others) == 1 and others[0].title() not in lexicon().given


@cache
def _words() -> _Words:
    return msgspec.toml.decode(data.path("mastheads.toml").read_bytes(), type=_Words)
