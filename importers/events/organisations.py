"""The organisations that a stretch of text names, by the words of `data/organisations.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import data
from importers.word_pattern import exact_pattern
from store.records import Span

_ARTICLE = re.compile(
    r"(?:[Tt]he|A|An|And|But|At|In|On|From|By|As|When|While|Its?|Their|His|Her|Our|This|That|Some|Last|Next|After|Before|With|For|Since|Under|Owner|Owners|Members of|Leaders of|Workers at|Staff at) "
)


def organisations_in(text: str, span: Span) -> tuple[str, ...]:
    """Their names in the order of the text, each once, without the article."""
    found: dict[str, None] = {}
    for match in _pattern().finditer(text, *span):
        name = match.group()
        while article := _ARTICLE.match(name):
            name = name[article.end() :]
        if " " in name or name in _names():
            found[" ".join(name.split())] = None
    return tuple(found)


@cache
def _names() -> frozenset[str]:
    return frozenset(tomllib.loads(data.path("organisations.toml").read_text(encoding="utf-8"))["names"])


@cache
def _pattern() -> re.Pattern[str]:
    raw = tomllib.loads(data.path("organisations.toml").read_text(encoding="utf-8"))
    names, endings = exact_pattern(raw["names"]), exact_pattern(raw["endings"])
    word = r"[A-Z][\w’&'-]*"
    return re.compile(
        rf"(?<![\w’'-])(?:{word} (?:(?:{word}|and|of|for|the|&) ){{0,5}}(?:{endings})|(?:{names})(?: {endings})?)(?![\w’'-]*\w)"
    )
