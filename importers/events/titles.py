"""The line a person would write for an event: "Rally for Corbyn, Kilburn: up to 4,000"."""

from __future__ import annotations

import re

from importers.events.lexicon import Kind
from importers.numbers import find_numbers
from importers.places import Place
from store.records import Figure, Span

_LONGEST = 76
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sir|Lord) )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
_FOR = re.compile(rf"\b(?:for|in support of|to support|supporting|backing|hear|see) {_NAME}")
_WITH = re.compile(rf"\bwith (?:[a-z]+ ){{0,3}}{_NAME}")
_OWN = re.compile(r"(?P<name>[A-Z][\w’'-]+) (?:campaign )?(?:rally|rallies|meeting|event)\b")
_OPENERS = re.compile(
    r"(?:And|But|As|Meanwhile|However|Then|Also|So|After|Yet)\b,? |(?:and|but|as|while|where)\b,? |[—–,;] ?"
)
_SPACE = re.compile(r"\s+")
_NOT_A_PERSON = frozenset(
    {"Labour", "Party", "Socialist", "Tory", "CLP", "Momentum", "Unite", "The", "Black", "London"}
)


def title_of(text: str, span: Span, kind: Kind, places: tuple[Place, ...], crowd: Figure | None) -> str:
    """The title of the mention at `span`; gatherings by kind, cause, place and size, others by their own words."""
    if not kind.gathering:
        return excerpt(text, span)
    named = kind.name.capitalize() + _cause(text[span[0] : span[1]], {p.canonical for p in places})
    where = ", ".join(place.name for place in places if place.kind != "venue") or ", ".join(p.name for p in places)
    size = f": {size_words(crowd)}" if crowd else ""
    return f"{named}{', ' if where else ''}{where}{size}"


def _cause(clause: str, places: set[str]) -> str:
    for pattern, word in ((_FOR, "for"), (_OWN, "for"), (_WITH, "with")):
        for match in pattern.finditer(clause):
            name = match["name"].removesuffix("’s").removesuffix("'s")
            last = name.split()[-1]
            if last not in _NOT_A_PERSON and name not in places and last not in places:
                return f" {word} {last if word == 'for' else name}"
    return ""


def size_words(crowd: Figure) -> str:
    """The size as the text words it, without what is counted: "up to 4,000"."""
    ends = [number.end for number in find_numbers(crowd.text)]
    words = crowd.text[: ends[-1]] if ends else crowd.text
    return words[:1].lower() + words[1:]


def excerpt(text: str, span: Span) -> str:
    """The words of the mention on one line, cut at a word."""
    words = _SPACE.sub(" ", text[span[0] : span[1]]).strip(" ,;—–")
    if opener := _OPENERS.match(words):
        words = words[opener.end() :]
    words = words[:1].upper() + words[1:].rstrip(".")
    if len(words) <= _LONGEST:
        return words
    cut = words.rfind(" ", 0, _LONGEST)
    return words[: cut if cut > 0 else _LONGEST].rstrip(" ,;:—–") + "…"
