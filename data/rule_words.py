"""The door to `times/rules.toml`: what a rule of the resolution of times does, in plain English.

It stands here so that a screen can say it without loading the grammar of times.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

import data


class _Sentences(msgspec.Struct, frozen=True):
    """The tables of the file."""

    name: dict[str, str]
    pattern: dict[str, str]
    before: dict[str, str]
    after: dict[str, str]


@cache
def _sentences() -> _Sentences:
    return msgspec.toml.decode(data.path("times/rules.toml").read_bytes(), type=_Sentences)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(re.escape(name).replace(r"\{\}", r"([a-z]+)")), words)
        for name, words in _sentences().pattern.items()
    )


@cache
def in_words(rule: str) -> str | None:
    """A sentence that says what the rule of this name does, without capital or full stop.

    None for a name that no rule has now, as a timeline of an earlier version may hold one.
    """
    if rule in _sentences().name:
        return _sentences().name[rule]
    for ending, more in _sentences().after.items():
        if rule.endswith(ending):
            return _joined("", in_words(rule.removesuffix(ending)), more)
    for opening, more in _sentences().before.items():
        if rule.startswith(opening):
            return _joined(more, in_words(rule.removeprefix(opening)), "")
    for pattern, words in _patterns():
        match = pattern.fullmatch(rule)
        if match:
            return words.replace("{}", match[1]) if match.lastindex else words
    return None


def _joined(before: str, sentence: str | None, after: str) -> str | None:
    return None if sentence is None else before + sentence + after
