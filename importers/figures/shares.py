"""Parts of a whole and multiples: "one in five", "two thirds of the members", "half the town", "twice as many", "tenfold"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.numbers import find_numbers
from importers.word_pattern import word_pattern


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole or a multiple: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int
    value: float
    """A part in percent, to two decimals; a multiple as it is."""
    unit: str
    """percent or times."""


_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "treble": 3, "triple": 3}

_COUNT = rf"(?:{word_pattern(_COUNTS)}|\d{{1,3}})"
_WHOLE = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|\d{1,3})"
_PART = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth"
_RATIO = rf"(?P<of>{_COUNT})(?: |-)(?:(?<=[Oo]ne )[a-z]+ (?=in [a-z0-9]+ (?![a-z]{(4,)}s\b)))?(?:in|out of)(?: every)?(?: |-)(?P<all>{_WHOLE})\b(?![,.:]?\d|-|\s?%|\s?per |\s(?:hundred|thousand|million|o[’']clock))"
_SEVERAL = rf"(?P<count>{_COUNT})[ -](?P<parts>{_PART})s\b"
_ONE = rf"(?:a|A|one|One)[ -](?P<one>{_PART})(?= (?:of|would|will|were|was|are|have|had|say|said|more|less|fewer)\b)(?! of an? (?:mile|million|billion|second|point))"
_HALF = (
    r"(?P<half>[Hh]alf)(?= (?:of|the|its|their|our|your|my|his|her|these|those) )"
    r"(?! of (?:1|one|a) per)(?! (?:of )?(?:the |an? )?(?:battle|time|year|month|week|day|night|century|decade|season|hour|past|fun|story|point|problem)\b)"
)
_TIMES = (
    r"(?P<times>[Tt]wice|[Dd]ouble|[Tt]hrice|[Tt]reble|[Tt]riple)"
    r"(?= (?:as (?:many|much|big|large|high|long|likely|far|fast|often)|the (?:number|size|turnout|amount|rate|figure|total|price|cost|pay|crowd|average))\b)"
)
_FOLD = rf"(?P<fold>{_COUNT})-?fold\b"
_SHARE = re.compile(rf"(?<![\w£$€.,:-])(?:{_RATIO}|{_SEVERAL}|{_ONE}|{_HALF}|{_TIMES}|{_FOLD})")
_CUES = (
    "half ",
    "Half ",
    " in ",
    "-in-",
    " out of ",
    "third",
    "quarter",
    "fth",
    "fold",
    "twice",
    "Twice",
    "double",
    "reble",
    "riple",
    "tenth",
    "ixth",
    "ighth",
)
_OTHER_HALF = re.compile(
    r"\b(?:first|second|other|latter|top|bottom|last|better|final|opening|closing|one|and a|past) \Z"
)


def find_shares(text: str, start: int, end: int) -> Iterator[Share]:
    """The shares of `text[start:end]` in order; "three quarters" are 75 percent, "twice as many" is two times."""
    if not any(text.find(cue, start, end) >= 0 for cue in _CUES):
        return
    for match in _SHARE.finditer(text, start, end):
        share = _share(text, match, start)
        if share is not None:
            yield share


def _share(text: str, match: re.Match[str], floor: int) -> Share | None:
    begin, finish = match.span()
    if match["times"]:
        return Share(begin, finish, _MULTIPLES[match["times"].lower()], "times")
    if match["fold"]:
        return Share(begin, finish, _value(match["fold"]), "times")
    if match["half"]:
        other = _OTHER_HALF.search(text, max(floor, begin - 10), begin)
        return None if other else Share(begin, finish, 50, "percent")
    if match["one"]:
        return Share(begin, finish, _percent(1, _PARTS[match["one"]]), "percent")
    if match["parts"]:
        count, parts = _value(match["count"]), float(_PARTS[match["parts"]])
    else:
        count, parts = _value(match["of"]), _value(match["all"])
    return Share(begin, finish, _percent(count, parts), "percent") if 0 < count < parts else None


def _value(words: str) -> float:
    return next(find_numbers(words)).value


def _percent(count: float, of: float) -> float:
    return round(100 * count / of, 2)
