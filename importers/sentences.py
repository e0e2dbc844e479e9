"""Cut a stretch of text into sentences without losing an offset."""

from __future__ import annotations

import re
from functools import cache

import msgspec

import data
from store.records import Span

_OPENING = "[\"“‘'«(\\[`—–•-]"
_CAPITAL = "[^\\W_a-zß-öø-ÿ]"
"""A letter that is not small, or a digit."""

# A stop opens the match only at the head of its run, so that a megabyte of stops is read once. The glued forms are
# `movement.“Some` and `involved.He wants`.
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]+)"
    rf"(?:(?P<closing>[\"”’'»)\]]*+(?:[ ][\"”](?=\s))?)(?=(?P<between>\s+{_OPENING}*)(?:{_CAPITAL}|[£$€#@]))"
    r"|(?=[“‘«\"](?=[A-Z]))|(?<=[a-z]{2}[.!?…])(?=[A-Z][a-z’']))"
    r"|\n[^\S\n]*\n"
)
_TOKEN = re.compile(r"[\w.’'-]{1,12}$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_WORD = re.compile(r"[^\W\d_]+|\d+")


class _Words(msgspec.Struct):
    always: frozenset[str]
    sometimes: frozenset[str]
    before_number: frozenset[str]
    openers: frozenset[str]
    cues: frozenset[str]


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`: spans without white space at their ends, in order.

    A sentence ends at a full stop, question or exclamation mark (with the quotation marks and brackets
    that close on it) before something that can open a sentence, and at an empty line. Abbreviations and
    initials do not end one, nor does the mark of a quotation whose attribution follows. Linear in time.
    """
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match["mark"] and _goes_on(text, match, begin):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, end)
    return spans


def _goes_on(text: str, match: re.Match[str], begin: int) -> bool:
    if match["mark"] == ".":
        return not match["closing"] and _abbreviates(text, match, begin)
    return bool(match["closing"]) and _attributes(text, match.end())


def _abbreviates(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on behind it."""
    at = match.start()
    found = _TOKEN.search(text, max(begin, at - 12), at)
    if found is None:
        return False
    short, words = found.group().lstrip(".'’-"), _words()
    if short in words.always:
        return True
    following = _WORD.search(text, match.end(), match.end() + 40)
    next_word = following.group() if following else ""
    if short in words.before_number:
        return next_word.isdigit()
    if short in words.sometimes or (short != "I" and _INITIALS.fullmatch(short)):
        return next_word not in words.openers and (match["between"] or "").strip() == ""
    return False


def _attributes(text: str, at: int) -> bool:
    """Whether name and verb of speech follow the closed quotation, as in `“Who says?” Anna Price asked`."""
    for number, word in enumerate(text[at : at + 60].split()[:5]):
        if word.rstrip(",.:;") in _words().cues:
            return number > 0
        if not word[0].isupper():
            return False
    return False


@cache
def _words() -> _Words:
    return msgspec.toml.decode(data.path("sentences.toml").read_bytes(), type=_Words)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
