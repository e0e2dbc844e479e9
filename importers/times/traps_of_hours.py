"""Hours without "a.m." and "o'clock" that are none: prices, margins, ages, scores."""

from __future__ import annotations

import re

from importers.times.forms import Expression

HALVES_UNSAID = frozenset({"hour alone", "hour and minutes", "half the hour", "so many to the hour"})
"""The rules of hours that look like plain numbers."""
_AROUND = 90
_MONEY = re.compile(
    r"[$£€¥%]|\b(?:cents?|shares?|stocks?|index|points?|yen|francs|marks|dollars?|sterling|prices?|priced|rates?|yields?|bid|traded|trading|average|"
    r"odds|score|scored|magnitude|richter|percent|per cent|wickets?|overs)\b"
)
_MARGIN = re.compile(
    r"\b(?:w[io]ns?|won|lost|beat(?:en)?|rose|fell|dropped|declined|shrank|swelled|climbed|jumped|up|down|cut|increased?|reduced?|ahead|led|leads?|leading|trail(?:s|ed|ing)?|grew|outnumbered|outvoted|short|divided|"
    r"multiplied|defeated|edged|passed|carried|one|two|three|four|five|six|seven|eight|nine|ten|rejected|approved|backed|adopted)"
    r"(?: (?!at\b)[a-z]+){0,2} by (?:nearly |almost |about |around )?$"
)
"""“It was carried by eight.”"""
_VOTES = re.compile(
    r"\b(?:ruled|voted|decided|upheld|dismissed|split|carried|passed|rejected|approved|adopted|backed|defeated|won|lost|elected)"
    r"(?: [a-z]+){0,3} by $"
)
"""“The bench ruled by five to four.”"""
_MEASURE = re.compile(r"\b(?:feet|foot|ft|yards?|metres|inches|paces) by $")
"""“a cell ten feet by eight”."""
_HOME = re.compile(r"\b(?:live[sd]?|living|lodg(?:es|ed|ing)|dwel(?:ls?|t|ling)|resid(?:es?|ed|ing)) at $")
"""“They lived at 7, and we next door.”"""
_AGE = re.compile(
    r"\b(?:school|orphaned|married|widowed|work|mines?|pit|mill|factory|born|died|aged|sea|singing|playing|career|life) at $|\b(?:aged|ages|age|children|boys|girls|pupils|under|over) (?:[a-z]+ )?(?:at|after|before|until|by) $"
)
"""“He left school at twelve.”"""
_ONE = re.compile(r"\b(?:by|before|after|past) (?:nearly |almost |about |around )?$")
_NUMBERED = re.compile(
    r"\b(?:page|room|channel|number|no\.?|gate|platform|pier|berth|lane|level|stood|stands|stays?|remains?|toll|capped|set|put|fixed|pegged) (?:[a-z]+ )?at $"
)
"""“The toll stood at nine.”"""


def is_false_hour(low: str, found: Expression) -> bool:
    """Whether a plain number after "at" or "by" is none of the clock; `low` is the plain form of the text."""
    before = low[max(0, found.start - _AROUND) : found.start]
    if found.rule == "so many to the hour":
        return _VOTES.search(before) is not None
    if found.rule == "half the hour":
        return False
    if any(other.search(before) for other in (_MARGIN, _AGE, _NUMBERED, _MEASURE, _HOME)):
        return True
    if low.startswith("one", found.start) and (_ONE.search(before) or low.startswith((" and ", " on "), found.end)):
        return True
    return _MONEY.search(before) is not None or _MONEY.search(low[found.end : found.end + _AROUND // 2]) is not None
