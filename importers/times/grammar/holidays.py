"""Named days: the names from `data/times/holidays.toml` with the words that point at one of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, TypeAlias

import msgspec

import data
from importers.times.forms import Form, Holiday
from importers.times.grammar import values
from importers.times.grammar.rules import Groups, Rule
from importers.word_pattern import exact_pattern

Country: TypeAlias = Literal["GB", "US", "IE", "CA", "AU", "NZ", "ZA", "IN"]


class Named(msgspec.Struct, frozen=True):
    """One entry of the file."""

    names: tuple[str, ...]
    rule: str = ""
    days: tuple[str, ...] = ()
    country: tuple[Country, ...] = ()


class _File(msgspec.Struct, frozen=True):
    holiday: tuple[Named, ...]


def _with_eves(days: tuple[Named, ...]) -> tuple[Named, ...]:
    """The `days` of the file, and "eve of poll" the day before each polling day that was called."""
    eves = [
        Named(
            ("eve of poll", "eve-of-poll", "eve of polling day", "eve of polling"),
            days=tuple((date.fromisoformat(day) - timedelta(days=1)).isoformat() for day in named.days),
            country=named.country,
        )
        for named in days
        if "polling day" in named.names and named.days
    ]
    return (*days, *eves)


HOLIDAYS = _with_eves(msgspec.toml.decode(data.path("times/holidays.toml").read_bytes(), type=_File).holiday)
NAMES = tuple(name for holiday in HOLIDAYS for name in holiday.names)


def _holiday(g: Groups) -> Form | None:
    return Holiday(
        " ".join((g["name"]).split()),
        values.reference(g.get("ref")),
        values.year(g.get("year")),
        values.pointer(g),
        weekend=bool(g.get("weekend")),
        eve=bool(g.get("eve")),
        week=bool(g.get("week")),
    )


_NAME = f"(?P<name>{exact_pattern(NAMES)})"

HOLIDAY_RULES: tuple[Rule, ...] = (
    Rule(
        "holiday",
        rf"(?:(?:the )?<ref> )?{_NAME}(?:(?P<weekend> weekend)|(?P<eve> eve\b)|(?P<week> week)(?! of))?{{part?}}(?:(?:,| in| of)? <year>|{{pointer}})?",
        _holiday,
        ("holiday",),
    ),
)
