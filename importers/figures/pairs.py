"""Two numbers that belong together: a range ("200 to 300"), the sides of a vote ("94 to 33"), the score of a game."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from importers.numbers import Number

Pair: TypeAlias = Literal["range", "vote", "score"]

_LINK = re.compile(
    r"(?P<unit>[ \u00a0]?(?:%|per ?cent|votes?|people|members|delegates)?)\s?"
    r"(?P<link>-|–|‑|-to-|to|or|and|&|against|versus|v)\s?[£$€]?\s?\Z"
)
_LEADS_IN = re.compile(r"\b(?:between|btw\.?|anywhere from)\s+[£$€]?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+[£$€]?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:grow\w*|grew|r[io]se|risen|rising|fall\w*|fell|increas\w+|rais\w+|lift\w*|climb\w*|jump\w*|soar\w*|leapt|up"
    r"|cut|down|drop\w*|reduc\w+|shr[aiu]nk\w*|slump\w*|tumbl\w+|halved|doubled|trebled|tripled|gone|went|go)\b[^.;:]{0,40}\Z"
)
_SPORT = re.compile(
    r"\b(?:XV|XI|[Ff]ootball|[Rr]ugby|[Cc]ricket|[Hh]ockey|[Nn]etball|[Mm]atch|[Ff]ixture|[Gg]oals?|[Kk]icked|[Cc]up|[Hh]alf-time|[Ii]nnings|[Ww]ickets?)\b"
)
_TALLY = 200
"""No game ends with more points."""
_IN_BRACKETS = re.compile(r"\s?\(\s?(?:[<>]|[a-z ]{2,12})?\s?")
_LOST = re.compile(r"\b(?:lost|beaten|defeated|rejected|voted|vote)\b[^.]{0,25}\Z", re.IGNORECASE)
_SCALE = re.compile(r"hundred|thousand|million|billion|trillion|\d(?:k|mn?|bn|tn)\b", re.IGNORECASE)
_SCALES = (10**12, 10**9, 10**6, 10**3, 10**2)
_UNWRITTEN = 10**3
"""The scale that the second number need not spell: "10-15,000"."""
_HUNDREDS = re.compile(r"\d(?:-|–)\d00\Z")


def restates(text: str, vague: Number, exact: Number) -> bool:
    """True where brackets give the number that a vague word stands for: "scores (over 50)"."""
    return exact.start - vague.end < 24 and bool(
        _IN_BRACKETS.fullmatch(text[vague.end : exact.start]) and text[exact.end : exact.end + 1] in {")", "+"}
    )


def pair(text: str, first: Number, second: Number, floor: int) -> Pair | None:
    """How two neighbouring numbers belong together, if they do; the words before count from `floor` on."""
    if second.start - first.end > 24:
        return None
    link = _LINK.match(text[first.end : second.start])
    if link is None:
        return None
    before = text[max(floor, first.start - 80) : first.start]
    if link["unit"].strip() in {"%", "percent", "per cent"} and text[second.start - 1] in "£$€":
        return None  # "fell 3 percent to $300"
    if link["link"] == "to" and text[second.start : second.end] == "one":
        return None
    if link["link"] in {"and", "&"}:
        return "range" if _LEADS_IN.search(before) else None
    if link["link"] == "or":
        return "range" if first.value < second.value else None
    if link["link"] in {"against", "versus", "v"}:
        return "vote"
    return _across(text, before, first, second, spelled=link["link"] in {"to", "-to-"})


def _across(text: str, before: str, first: Number, second: Number, *, spelled: bool) -> Pair | None:
    """What "to" or a dash between numbers says: from the lesser to the greater it is a range, unless a vote is told of."""
    if _LEADS_IN.search(before) or _FROM.search(before):
        changed = _FROM.search(before) and _CHANGED.search(before)
        return "range" if first.value < second.value and not changed else None
    if not spelled and second.value < _TALLY and _SPORT.search(text, first.start - len(before), second.end + 40):
        return "score"
    if scaled_to(text, first, second) < second.value:
        return "vote" if _LOST.search(before) else "range"
    return "vote" if spelled or first.value >= 20 else None


def scaled_to(text: str, first: Number, second: Number) -> float:
    """The value of the first of a range, which shares the scale of the second: "two to three million", "five or six hundred", "10-15,000"."""
    surface = text[second.start : second.end]
    if first.value < second.value / 100 and _HUNDREDS.search(text, first.start, second.end):
        return first.value * 100
    for scale in _SCALES:
        lead = second.value / scale
        written = _SCALE.search(surface) if scale != _UNWRITTEN else True
        if written and first.value < min(1000, scale) <= second.value and first.value < lead and lead == int(lead):
            return first.value * scale
    return first.value
