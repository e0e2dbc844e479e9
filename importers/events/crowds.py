"""Which figures are the size of a gathering."""

from __future__ import annotations

import re

from importers.places import Place
from importers.spans import Row
from store.records import Figure

_HANDFUL = 10
"""A number below it ("two hecklers") is never the size of a gathering."""
_OF_CROWD = re.compile(
    r"\b(?:turnout|attendance|crowds?)\b[^.;:%]{0,48}?\b(?:at|of)\s(?:about |around |some |over |nearly )?\Z"
)
_BODY = re.compile(
    r"\b(?:workforce|staff|membership|electorate|population|community|delegation|deputation|team|panel|crew) of (?:\w+ ){0,3}\Z"
)
"""Whose size this is did not come together for it."""
_SHARE = re.compile(r"\s?(?:%|per ?cent|percent)")
_REACH = 80
_OF_GATHERINGS = re.compile(r"\b(?:protest[eo]rs?|demonstrators?|marchers?|picket(?:er)?s)\Z")
"""Who is called so came together, whatever the sentence says they did."""
_STRUCK = re.compile(
    r"\b(?:arrest\w*|injured|hurt|killed|wounded|detained|charged|jailed|fined|dead|died|shot|beaten|held)\b"
)
_DID = re.compile(
    r"(?: (?!who\b|which\b|that\b)[\w’'-]+){0,6} (?:struck|walked out|picketed|rallied|downed tools|stopped work|blockaded|blocked|choked|clogged|besieged|occupied|lobbied|demonstrated"
    r"|(?:began|started|joined|held|staged) (?:a|an|the|their) (?:[\w’'-]+ ){0,2}(?:strike|walkout|stoppage|occupation|sit-in|protest|march|vigil|picket))\b"
)
"""What people who came together did, right behind their number."""
_AT_MEETING = re.compile(r"\b[Aa]t [^.,;:]{0,60}\b(?:meeting|rally|gathering|assembly|conference)\b[^.;:]{0,48}\Z")
_VOTED = re.compile(r"[^.;:,]{0,24} voted\b|, [^.;:]{0,40} voted\b")
_AROUND = 48
_BRACKET = re.compile(r"\)")


def is_crowd(text: str, figure: Figure, towns: Row[Place]) -> bool:
    """True for people who came together, for "a turnout of 900", and for a bare number behind a place: "Hove (300)"."""
    least = min(value for value in (figure.low, figure.high, 10**12) if value is not None)
    if least < _HANDFUL:
        return False
    if _BODY.search(text, max(0, figure.start - _REACH), figure.start):
        return False
    if figure.kind == "attendance" and figure.unit == "people":
        return True
    if figure.unit == "people" and _OF_GATHERINGS.search(figure.text):
        return not _STRUCK.search(text, max(0, figure.start - _AROUND), figure.end + _AROUND)
    if figure.unit == "people" and _DID.match(text, figure.end):
        return not _STRUCK.search(text, figure.start, figure.end + _AROUND)
    before = text[max(0, figure.start - _REACH) : figure.start]
    if figure.unit == "people" and _AT_MEETING.search(before) and _VOTED.match(text, figure.end):
        return True
    if figure.unit not in {None, "people"} or _SHARE.match(text, figure.end):
        return False
    return bool(_OF_CROWD.search(before)) or _is_in_brackets(text, figure, towns)


def _is_in_brackets(text: str, figure: Figure, towns: Row[Place]) -> bool:
    opens = text[figure.start - 2 : figure.start] == " ("
    town = towns.at(figure.start - 3) if opens and figure.start > 2 else None
    return town is not None and town.end == figure.start - 2 and _BRACKET.match(text, figure.end) is not None
