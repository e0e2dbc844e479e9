"""The words of time, from `data/times/words.toml`, and the patterns made of them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

import data


class Words(msgspec.Struct, frozen=True):
    """The tables of the file, each from a word to what it stands for."""

    weekday: dict[str, int]
    weekday_short: dict[str, int]
    month: dict[str, int]
    month_short: dict[str, int]
    season: dict[str, str]
    unit: dict[str, str]
    units: dict[str, str]
    number: dict[str, int]
    ordinal: dict[str, int]
    decade: dict[str, int]
    part: dict[str, str]
    deictic: dict[str, str]
    edge: dict[str, str]
    recurring: dict[str, str]


WORDS = msgspec.toml.decode(data.path("times/words.toml").read_bytes(), type=Words)

WEEKDAYS: Mapping[str, int] = WORDS.weekday | WORDS.weekday_short
MONTHS: Mapping[str, int] = WORDS.month | WORDS.month_short
UNITS: Mapping[str, str] = WORDS.unit | WORDS.units
ORDINALS: Mapping[str, int] = WORDS.ordinal

_HYPHENATED = {
    f"{tens} {unit}": WORDS.number[tens] + WORDS.number[unit]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
NUMBERS: Mapping[str, int] = WORDS.number | _HYPHENATED | {"hundred": 100, "dozen": 12, "thousand": 1000}

BEHIND_HOUR = (
    "and|sharp|on|when|but|while|it|he|she|they|we|i|there|an?|the|this|last|yesterday|tomorrow|tonight|until|till|"
    "because|as|with|without|amid|outside|where"
)
"""Words that go on behind an hour by itself, where a noun would make it a count."""
