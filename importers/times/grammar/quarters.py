"""Seasons, quarters and halves of a year, as the business pages name them."""

from __future__ import annotations

from importers.times.forms import Duration, Form, Latest, Quarter, Season, YearAgo
from importers.times.grammar import values
from importers.times.grammar.rules import Groups, Rule
from importers.times.vocabulary import WORDS


def _season(g: Groups) -> Form | None:
    return Season(
        WORDS.season[g["season"]],
        values.reference(g.get("ref")),
        values.year(g.get("year")),
        values.pointer(g),
    )


def _bc_season(g: Groups) -> Form | None:
    return Season(WORDS.season[g["season"]], year=int(g["n"]), era="BC")


def _quarter(g: Groups) -> Form | None:
    number = values.ordinal(g["ordinal"]) if g.get("ordinal") else int(g.get("digit") or 0)
    half = g.get("half") == "half"
    if not 1 <= number <= (2 if half else 4):
        return None
    also = values.ordinal(g["also"]) if g.get("also") else None
    return Quarter(number, half, values.year(g.get("year")), values.pointer(g), also)


def _last_half(g: Groups) -> Form | None:
    return Quarter(
        2 if g["which"] in {"last", "latter"} else 1,
        half=True,
        year=values.year(g.get("year")),
        pointer=values.pointer(g),
    )


def _year_ago(g: Groups) -> Form | None:
    if g.get("number"):
        count = values.number(g["number"])
        return Duration(values.duration(count, "M"), "month", count)
    return YearAgo("quarter" if g.get("unit") == "quarter" else None, period=g.get("unit") == "period")


def _year_told(g: Groups) -> Form | None:
    return YearAgo("quarter" if g["unit"] == "quarter" else None, year=int(g["year"]))


def _latest(g: Groups) -> Form | None:
    return Latest("quarter" if g["unit"] == "quarter" else "year" if g["unit"] == "year" else None)


_OF_YEAR = (
    r"(?: (?:of|in) (?:fiscal |the year |fiscal year )?<year>| <year>|{pointer}|(?: of (?:the|its) (?:fiscal )?year))"
)
_QUARTER = r"(?:<ordinal>[ -](?:fiscal[ -])?(?P<half>quarter|half)|q(?P<digit>[1-4]))"

SEASONS: tuple[Rule, ...] = (
    Rule("season BC", r"{edge?}(?:the )?<season>(?: of|,)? (?P<n>\d{1,4}) <bc>", _bc_season, ("season",)),
    Rule(
        "season of a year",
        r"{later?}{edge?}(?:the )?(?:early |late |mid-)?<season>(?: of|,|-)? ?<year>",
        _season,
        ("season",),
    ),
    Rule("season of a year pointed at", r"{edge?}(?:the )?<season>{pointer}", _season, ("season",)),
    Rule("year and season", r"{edge?}(?:the )?<year> <season>", _season, ("number", "season")),
    Rule("modified season", r"{edge?}(?:the )?(?:this )?<ref> (?:early |late )?<season>", _season, ("season",)),
    Rule("season", r"{later?}{edge?}(?:the )?<season>", _season, ("season",)),
)

QUARTERS: tuple[Rule, ...] = (
    Rule(
        "quarter of last year's kind",
        rf"(?:(?P<year_ref>last|this|next) year's|the <year>|<year>(?:'s)?) (?:fiscal )?{_QUARTER}",
        _quarter,
        ("number", "unit", "quarter"),
    ),
    Rule(
        "two of the quarters",
        rf"(?:(?:the|its|their) )?<ordinal> (?:and|or) <ordinal:also>[ -]quarters{_OF_YEAR}?",
        _quarter,
        ("units",),
    ),
    Rule("quarter of a year told", r"the <year> (?P<unit>quarter|period)", _year_told, ("number",)),
    Rule("last half", r"(?:the )?(?P<which>last|latter|former) half (?:of|in) (?:the )?<year>", _last_half, ("half",)),
    Rule(
        "two quarters",
        r"(?:at least )?(?:the )?first two quarters of <year>",
        lambda g: Quarter(1, half=True, year=values.year(g["year"])),
        ("units",),
    ),
    Rule(
        "year-ago period",
        r"(?:(?:the|its) )?(?:comparable |corresponding )?year[ -](?:ago|earlier) (?:<number> months|(?P<unit>quarter|period|level|month|third quarter|fourth quarter|second quarter|first quarter)?)",
        _year_ago,
        ("unit", "units"),
    ),
    Rule("year-ago", r"(?:the )?year-(?:ago|earlier)(?P<unit>)", _year_ago, ("unit",)),
    Rule(
        "corresponding period",
        r"(?:(?:the )?(?:corresponding|same|comparable|like) (?P<unit>period|quarter|time)(?: of)?(?: a year (?:ago|earlier)| last year| the year before)"
        r"|the (?P<unit>period|quarter) a year (?:ago|earlier)|last year's (?:corresponding |same |comparable |like )?(?P<unit>period|quarter))",
        _year_ago,
        ("unit", "period"),
    ),
    Rule(
        "latest period",
        r"(?:the |its )?(?:latest|most recent) (?:fiscal )?(?P<unit>quarter|period|year)",
        _latest,
        ("unit", "period"),
    ),
    Rule(
        "quarter",
        rf"{{later?}}(?:(?:the|its) )?(?:fiscal[ -])?{_QUARTER}{_OF_YEAR}?",
        _quarter,
        ("unit", "half", "quarter"),
    ),
)
