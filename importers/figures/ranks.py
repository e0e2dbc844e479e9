"""Ranks: the one use of an ordinal that is a figure ("third place", "came second")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.numbers import Number
from importers.word_pattern import word_pattern

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"\b(?:(?P<word>{word_pattern(_ORDINALS)})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))\b")
_PLACE = re.compile(r" (?:place|spot)\b")
_VERB = re.compile(r"\b(?:came|come|coming|finished|finishing|ranked|trailing|trailed)(?: in| a distant| a close)? \Z")
_CUES = re.compile(r" (?:place|spot|came |come |coming |finish|ranked |trail)")
_WORD_LONG = 10
_IDIOM = re.compile(r"\b(?:[Ii]n|[Tt]ake|[Tt]ook) (?:the )?\Z")


def find_ranks(text: str, start: int, end: int) -> Iterator[Number]:
    """The ordinals of `text[start:end]` that give a rank, in order; one that fills the stretch is one."""
    if end - start > _WORD_LONG and _CUES.search(text, start, end) is None:
        return
    for match in _ORDINAL.finditer(text, start, end):
        lead = text[max(start, match.start() - 24) : match.start()]
        placed = _PLACE.match(text, match.end(), end) and not (_IDIOM.search(lead) and match["word"] == "first")
        if placed or _VERB.search(lead) or match.span() == (start, end):
            word = (match["word"] or "").lower()
            yield Number(*match.span(), _ORDINALS.index(word) + 1 if word else int(match["digits"]), "words")
