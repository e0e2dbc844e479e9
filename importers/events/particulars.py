"""What else a mention gives: the venue, the time of day, the votes."""

from __future__ import annotations

import re

from importers.events.mention import Mention
from importers.spans import Row
from store.records import Time

_CLOCK = re.compile(r"T(?P<clock>[01]\d:[0-5]\d|2[0-3]:[0-5]\d)")
_FAR = 60
_ANOTHER = re.compile(r"\b(?:who|which|that|whose|to [a-z]+|gets?|before|after|until)\b(?! place)")
"""Between the two, these open a clause with an hour of its own."""
_WAKING = "08:00"
_EARLY = re.compile(r"\d\s?a\.?m|morning|dawn|\b0?\d[.:]\d\d\b")
"""Without these "three o’clock" may be in the afternoon."""
_EXACT = re.compile(r"\d|noon|midday|midnight|o[’']clock")
_ENDS = re.compile(r"\b(?:until|till|by|before|to|since|after)\s(?:about |around )?\Z")


def venue_of(mention: Mention) -> str | None:
    """The first of its places that is a hall, a square or a building; None where it names none."""
    return next((place.name for place in mention.places if place.kind == "venue"), None)


def time_of_day(text: str, mention: Mention, times: Row[Time]) -> str | None:
    """When on its day it began, "19:30": the first time of day in the mention that is of that day and no end."""
    if mention.time is None:
        return None
    for time in times.within(*mention.span):
        gap = text[min(time.end, mention.time.end) : max(time.start, mention.time.start)]
        if len(gap) > _FAR or _ANOTHER.search(gap):
            continue
        clock = _CLOCK.search(time.value) if _EXACT.search(time.text) else None
        if clock and time.first == mention.time.first and not _ENDS.search(text, max(0, time.start - 16), time.start):
            return clock["clock"] if clock["clock"] >= _WAKING or _EARLY.search(time.text) else None
    return None


def votes_of(mention: Mention) -> tuple[int, ...]:
    """The votes counted in it, in the order of the text, each exact."""
    return tuple(int(figure.low) for figure in mention.votes if figure.low is not None and figure.low == figure.high)
