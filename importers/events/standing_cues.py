"""The patterns by which `standing` tells on whose word an event stands, made from the words of `data/standing.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import data
from importers.word_pattern import exact_pattern, word_pattern

DAY = r"(?:on )?(?:(?:last |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|last (?:night|week))"
"""A day without a number, as it stands behind a verb of saying."""
_OPENS = (
    r"(?=(?:the|a|an|some|about|around|over|more|nearly|almost|up|at least|his|her|their|its|it|he|she|they|we|I|there|no"
    r"|hundreds|thousands|dozens|scores|tens|many|most|all|both|two|three|four|five|six|members|workers|strikers|police)\b|[A-Z\d£$€])"
)
_WHO = r"(?P<who>[^,;.:“”\"—]{2,60}?)"
_OF_IT = (
    r"(?:,? (?!(?:and|that|who|which|after|as|when|where|while|was|were|is|are|had|has|heard|saw|drew|told|said|led|took|came"
    r"|went|began|ended|but)\b|(?!planned|scheduled|called|organised|organized|arranged|billed)\w+ed\b)[^\s;]+?,?){0,14}?"
)
"""The words that belong to the name of a happening: no verb of its own among them."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Each pattern under the name `standing` asks for; those that are matched begin where the head ends."""
    raw = tomllib.loads(data.path("standing.toml").read_text(encoding="utf-8"))
    any_of = {name: f"(?:{exact_pattern(words)})" for name, words in raw.items()}
    claims, plain, denials = any_of["claims"], any_of["plain"], any_of["denials"]
    reports = rf"(?:\w+ )?(?:{word_pattern(raw['reports'])})"
    off, be = any_of["called_off"], r"(?:was|were|is|are|be|been|being|got|has been|had been|have been|had to be|to be)"
    return {
        "lead in": re.compile(
            r"\A(?:[\s,]+|(?:But|And|However|Meanwhile|Yet|So|Now|Later|Earlier|Last night|Yesterday)\b,?|"
            + DAY
            + r",?)+"
        ),
        "claims": re.compile(
            rf"(?<=\w )(?P<verb>{claims}(?= (?:(?:[\w’'-]+ ){{1,4}})?that\b)|{plain}(?=,? (?:{DAY} )?{_OPENS}))"
        ),
        "denied": re.compile(
            rf"\b(?P<verb>{denials}) (?:that\b|having\b|[a-z]+ing\b|(?:any |all |the |these |those )?{reports}\b)"
        ),
        "reports": re.compile(rf"\b{reports} (?:by [^,;.]{{2,40}} )?(?:that|of)\b(?=[^;]*\Z)"),
        "untrue": re.compile(
            rf"\b(?:is|are|was|were|as) (?:completely |totally |entirely |simply )?{any_of['untrue']}\b"
        ),
        "source": re.compile(rf"\b[Aa]ccording to {_WHO}(?=[,;.]|\Z)"),
        "tail": re.compile(rf", {_WHO} (?:{plain}|{claims})(?: {DAY})?[.]?\s*\Z"),
        "tail turned": re.compile(rf", (?:{plain}) {_WHO}[.]?\s*\Z"),
        "hearsay": re.compile(rf"\b(?:{word_pattern(raw['hearsay'])})\b"),
        "off before": re.compile(
            rf"\b{any_of['calls_off']} (?:(?!(?:and|after|before|in|at|to|by|on|who|that|as)\b)[\w’'-]+ ){{0,4}}\Z"
        ),
        "off later": re.compile(
            rf"[^.;,]{{0,40}}? (?:had been|was|were|is|are) (?:due|scheduled|planned|set|to)\b[^.;]{{0,60}}? but (?:it |they )?{be} {off}\b"
        ),
        "surely off head": re.compile(any_of["surely_off"]),
        "surely off": re.compile(rf"\b{be} {any_of['surely_off']}\b"),
        "off head": re.compile(r"\b(?:CANCELLED|CANCELED|POSTPONED|Cancelled|Postponed)[:.–—-]? [^.;]{0,60}\Z"),
        "off after": re.compile(rf"{_OF_IT} {be} {off}\b|[^;.\w]{{0,3}}\({off}\)"),
        "not to be": re.compile(
            rf"{_OF_IT}(?: will| would| is| are)?(?: now)?(?: not|n['’]t| won['’]t| no longer)(?: now)? {any_of['not_to_be']}\b"
        ),
        "not held": re.compile(
            rf"{_OF_IT} (?:did not|didn['’]t|never|failed to|has not|had not|was not|were not|was never) {any_of['not_held']}\b"
        ),
        "no noun": re.compile(
            r"\b(?:[Nn]o (?!fewer|less|more|longer|doubt|one|matter|stranger)|[Nn]either |not (?:a|any) |without (?:a|any) |n['’]t (?:a|any) )(?:[\w’'-]+ ){0,2}\Z"
        ),
        "not verb": re.compile(
            r"\b(?:did|does|do|has|have|had|was|were|would|will|could|is|are)(?: not|n['’]t) (?:[a-z]+ly )?(?:to |be |been )?\Z"
            r"|\bnever (?:[a-z]+ly )?\Z"
        ),
        "modest": re.compile(rf"(?:\s+(?:{any_of['modest']}|{DAY}))+\s*\Z|\s+\Z"),
    }
