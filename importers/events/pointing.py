"""Words by which a clause points to what was told before: "told the rally", "there", "at noon", "the crowd"."""

from __future__ import annotations

import re

from importers.events.clauses import Clause
from importers.events.lexicon import Trigger
from importers.places import Place
from store.records import Span

_EVERYWHERE = re.compile(
    r"\b(?:[Ww]orld-?wide|[Aa]round the (?:world|globe|country)|[Aa]cross the (?:world|globe)|[Nn]ation-?wide|[Ss]tate-?wide|[Cc]ountry-?wide|[Aa]cross (?:the (?:country|state|region|nation|county)|[A-Z]\w+)|[Tt]hroughout the)\b"
)
_SERIES = re.compile(
    r"\b(?:rallies|marches|pickets|picket lines|protests|strikes|walkouts|demonstrations|vigils|meetings)\b[^.;,“”\"]{0,40}?"
    + _EVERYWHERE.pattern
)
_IT_WILL_BE = re.compile(
    r"(?:It|This|The event|They) (?:will|is|are)(?: now| instead)?(?: to)?(?: now| instead)? (?:be held|take place|go ahead|due|planned|scheduled|set)\b"
)
_TO_THE = re.compile(
    r"\b(?:told|addressed|asked|urged|warned|reminded|thanked|led|headed|joined)\s(?:the|that)\s(?:[\w’'-]+\s){0,2}\Z"
)
_TO_CROWD = re.compile(
    r"\b(?:told|addressed|asked|urged|warned|reminded|thanked)\s(?:the|a)\s(?:[\w’'-]+\s){0,2}(?:crowds?|audience|gathering|throng)\b"
)
_THERE = re.compile(
    r"\b(?:in|across|around|through|outside) (?:the|this) (?:city|town|village|borough|county|island|port|suburb|capital)\b(?! (?:hall|centre|center|council|square))"
    r"|\bthe same (?:route|square|spot|hall|venue|streets|town|city)\b|(?<=[a-z][a-z]s )there\b|\b(?<!from )there\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|should|can|must|seem|remain))"
)
_MOVES_ON = re.compile(
    r"\b(?:went|moved|travelled|traveled|headed|pressed|drove|flew) on to\b|\bthen (?:flew|drove|travelled|traveled|headed) to\b"
    r"|\bended (?:the|his|her|their) (?:day|night|evening|tour) (?:in|at)\b"
)
_HOUR = re.compile(
    r"\b(?:[Aa]t (?:noon|midday|lunchtime|dawn|dusk|\d[\d.:]* ?[ap]\.?m\b)|[Ii]n the (?:morning|afternoon|evening))"
)


def goes_round(text: str, span: Span) -> bool:
    """True for what goes through a country or the world: "nationwide", "across the state"."""
    return _EVERYWHERE.search(text, *span) is not None


def is_series(text: str, span: Span) -> bool:
    """True for gatherings of one kind in many places: "there were picket lines across the country"."""
    return _SERIES.search(text, *span) is not None


def speaks_of(text: str, clause: Clause, trigger: Trigger | None, places: tuple[Place, ...]) -> bool:
    """True where somebody "told the rally" or "addressed the crowd" in some place: the gathering told before."""
    if not places:
        return False
    if trigger is not None and _TO_THE.search(text, clause.start, trigger.start):
        return True
    return _TO_CROWD.search(text, clause.start, clause.end) is not None


def moves_on(text: str, clause: Clause) -> bool:
    """True for "He went on to Derby" and "ended the day in Hove": where somebody was next, on the day told."""
    return _MOVES_ON.search(text, clause.start, clause.end) is not None


def is_there(text: str, clause: Clause) -> bool:
    """True for "there" and "in the city": the place just spoken of."""
    return _THERE.search(text, clause.start, clause.end) is not None


def will_be_held(text: str, clause: Clause) -> bool:
    """True for "It will now be held": the gathering told right before."""
    return _IT_WILL_BE.match(text, clause.start) is not None


def has_hour(text: str, clause: Clause) -> bool:
    """True for "at noon" and "in the evening", which are of a day that has been told."""
    return _HOUR.search(text, clause.start, clause.end) is not None
