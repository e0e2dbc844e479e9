"""What the words of a match are worth: numbers, years, grains."""

from __future__ import annotations

import re

from importers.times.forms import Grain, Reference, YearReference
from importers.times.grammar.rules import Groups
from importers.times.vocabulary import MONTHS, NUMBERS, ORDINALS, UNITS, WEEKDAYS, WORDS

GRAINS: dict[str, Grain] = {
    "TS": "second",
    "TM": "minute",
    "TH": "hour",
    "D": "day",
    "W": "week",
    "F": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
}

_REFERENCES: dict[str, Reference] = {
    "last": "last",
    "past": "past",
    "this": "this",
    "next": "next",
    "coming": "coming",
    "previous": "previous",
    "following": "following",
    "same": "same",
}
_HALVES = re.compile(r" ?(\d)/(\d)$")


def reference(word: str | None) -> Reference:
    """How the modifier `word` points; no word is bare."""
    return _REFERENCES[WORDS.deictic[word]] if word else "bare"


def pointer(groups: Groups) -> YearReference | None:
    """The year that a date points at: "of last year", "of that year"."""
    word = groups.get("year_ref")
    return YearReference(reference(word)) if word else None


def month(word: str | None) -> int | None:
    """1 to 12."""
    return MONTHS[word.rstrip(".")] if word else None


def weekday(word: str | None) -> int | None:
    """0 is Monday."""
    return WEEKDAYS[word.rstrip(".")] if word else None


def whole(word: str | None) -> int | None:
    """An integer written in digits."""
    return int(word) if word else None


def year(word: str | None) -> int | None:
    """A year of four digits, or of two: 30 and above is of the last century."""
    if not word:
        return None
    number = int(word)
    return number if len(word) > 2 else number + (1900 if number >= 30 else 2000)


def ordinal(word: str) -> int:
    """The number of "third", "3rd"."""
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])


def number(words: str) -> float:
    """The value of "two", "twenty-four", "a hundred", "1,460", "2 1/2"."""
    if words[0].isdigit():
        halves = _HALVES.search(words)
        if halves:
            return float(words[: halves.start()] or 0) + int(halves[1]) / (int(halves[2]) or 1)
        return float(words.replace(",", ""))
    value = 0
    for word in re.split(r"[ -]+", words):
        if word != "and":
            worth = NUMBERS[word]
            value = max(value, 1) * worth if worth in {12, 100, 1000} and word != "twelve" else value + worth
    return value


def designator(word: str) -> str:
    """The ISO 8601 letter of a unit, with its T where shorter than a day."""
    return UNITS[word]


def grain(word: str) -> Grain:
    """The grain of a unit word; a fortnight counts in weeks."""
    return GRAINS[UNITS[word]]


def duration(count: float | None, code: str) -> str:
    """The TIMEX3 value of so many units; None is an unknown number of them."""
    if code == "F":
        code, count = "W", None if count is None else 2 * count
    if count is not None and code == "E":
        code, count = "Y", 10 * count
    if count is not None and code == "C":
        code, count = "Y", 100 * count
    if count is not None and code == "Q":
        code, count = "M", 3 * count
    if code in {"E", "C"}:
        code = {"E": "DE", "C": "CE"}[code]
    amount = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    return f"PT{amount}{code[1]}" if code[0] == "T" and len(code) == 2 else f"P{amount}{code}"
