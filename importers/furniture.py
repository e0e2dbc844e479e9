"""Page furniture: navigation, subscription and fund boxes, as `data/furniture.toml` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

import msgspec

import data


class _Below(msgspec.Struct):
    patterns: list[str]


class _Furniture(msgspec.Struct):
    longest: int
    patterns: dict[str, list[str]]
    below: _Below


def is_furniture(words: str) -> bool:
    """Whether this line, its white space made plain, is furniture wherever it stands."""
    return len(words) <= _lists().longest and bool(_anywhere().fullmatch(_plain(words)))


def is_box_line(words: str) -> bool:
    """Whether this line is furniture when it stands below furniture: an amount, a share, a count."""
    return len(words) <= _lists().longest and bool(_below().fullmatch(_plain(words)))


def _plain(words: str) -> str:
    return words.replace("’", "'")


@cache
def _lists() -> _Furniture:
    return msgspec.toml.decode(data.path("furniture.toml").read_bytes(), type=_Furniture)


@cache
def _anywhere() -> re.Pattern[str]:
    return _one_of(chain.from_iterable(_lists().patterns.values()))


@cache
def _below() -> re.Pattern[str]:
    return _one_of(_lists().below.patterns)


def _one_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
