"""Numbers of people who were spoken to by telephone: they were canvassed, and came together nowhere."""

from __future__ import annotations

import re

from store.records import Span

_SPOKEN = re.compile(
    r"\b(?:to |will )?(?:sp(?:oken?|eaks?|eaking)|talk(?:s|ed|ing)?) (?:(?:by|over the|on the) (?:tele)?phone )?(?:to|with) (?:a )?"
    r"(?:(?:another|further|more than|as many as|over|some|about|around|nearly|almost|at least|up to) )*"
    r"(?P<number>\d|dozens|scores|hundreds|thousands)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"\b(?:by|over the|on the) (?:tele)?phones?\b", re.IGNORECASE)
_END = re.compile(r"[.!?;](?=\s|\Z)|\n")
_REACH = 120
"""How far from the verb, in code points, its sentence names the telephone."""


def canvassed(text: str, start: int) -> Span | None:
    """The span of "spoke to 900" where it begins at `start` and was done by telephone, as its sentence says."""
    spoken = _SPOKEN.match(text, start)
    if spoken is None:
        return None
    low, high = max(0, start - _REACH), min(len(text), spoken.end() + _REACH)
    low = max([low, *(end.end() for end in _END.finditer(text, low, start))])
    end = _END.search(text, spoken.end(), high)
    return spoken.span() if _TELEPHONE.search(text, low, end.start() if end else high) else None


def are_canvassed(text: str, figure: Span, floor: int) -> bool:
    """True for the figure of those who were spoken to by telephone; the verb stands behind `floor`."""
    for spoken in _SPOKEN.finditer(text, floor, figure[1]):
        if figure[0] <= spoken.start("number") < figure[1] and canvassed(text, spoken.start()):
            return True
    return False
