"""The verbs that tell: past forms, and forms for what is to come, by the words of `data/telling.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import data
from importers.word_pattern import exact_pattern


def is_past(text: str, start: int, end: int) -> bool:
    """True where a past form stands in `text[start:end]`."""
    return _past().search(text, start, end) is not None


def is_to_come(text: str, start: int, end: int) -> bool:
    """True where a form stands there that announces what is to come: "the council meets"."""
    return _words("to_come").search(text, start, end) is not None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """True where a word there puts what is told in the future: "will", "due to"."""
    return _words("ahead").search(text, start, end) is not None


@cache
def _words(name: str) -> re.Pattern[str]:
    raw = tomllib.loads(data.path("telling.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{exact_pattern(raw[name])})\b")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{_words('past').pattern}|\b[a-z]{{2,}}ed\b")
