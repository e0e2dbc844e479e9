"""What stands behind a number: the noun it counts, or the qualifier that says more of it."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.figures.counted import Counted, counted_after, hyphenated
from importers.figures.wording import Qualifier, qualifier_after
from importers.numbers import Number

_PARTITIVE = r"(?:the|our|their|its|his|her|my|your|these|those)"
_IS_PART = re.compile(rf" of (?:{_PARTITIVE}\b|[A-Z][\w-]*[’']s )")
_OF_NUMBER = re.compile(rf" of (?:(?:{_PARTITIVE}|all) )?\d[\d,]*(?<!,)(?![.:]?\d)")
_EACH_SO_LONG = re.compile(r" (?:\d+|[a-z]+)-(?:minute|hour|day|week|month|year|mile|page|seat)(?= [a-z]+s\b)")
_OF_THEM = re.compile(r"(?:score|dozen)\Z", re.IGNORECASE)


def following(text: str, number: Number, stop: int) -> tuple[Counted | None, int, Qualifier]:
    """What is counted after a number, where the figure ends, and the qualifier that follows."""
    if joined := hyphenated(text, number.end, stop):
        return joined, joined.end, Qualifier(joined.end)
    after = qualifier_after(text, number.end, stop)
    if part := _OF_NUMBER.match(text, after.at, stop):
        whole = counted_after(text, part.end(), stop, of=False)
        return whole and replace(whole, end=after.at), after.at, after
    if long := _EACH_SO_LONG.match(text, after.at, stop):
        what = counted_after(text, long.end(), stop, of=False)
        return what and replace(what, end=after.at), after.at, after
    counted = counted_after(text, after.at, stop, of=_takes_of(text, number, after.at, stop))
    end = counted.end if counted else after.at
    if not after.effects and counted:
        after = qualifier_after(text, end, stop)
        end = after.at
    return counted, end, after


def _takes_of(text: str, number: Number, end: int, stop: int) -> bool:
    """Whether "of" behind the number still leads to what it counts: "hundreds of", "six of the"."""
    return (
        number.vague
        or number.value >= 1000
        or _IS_PART.match(text, end, stop) is not None
        or _OF_THEM.search(text, number.start, number.end) is not None
    )
