"""Parts of a whole and multiples: "one in five", "two thirds of the members", "half the town", "twice as many", "tenfold"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from importers.numbers import Number, find_numbers
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


_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "treble": 3, "triple": 3}
_FOLD = {f"{word}fold": number for number, word in enumerate(_COUNTS, start=2)}

_WHOLE = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|\d{1,3})"
_RATIO = re.compile(
    rf"(?: |-)(?P<noun>[a-z]+ (?=in [a-z0-9]+ (?![a-z]{{4,}}s\b)))?(?:in|out of)(?: every)?(?: |-)(?P<all>{_WHOLE})\b"
    r"(?![,.:]?\d|-|\s?%|\s?per |\s(?:hundred|thousand|million|o[’']clock))"
)
_PART = re.compile(rf"[ -](?P<part>{'|'.join(_PARTS)})(?P<several>s)?\b")
_FOLDED = re.compile(r"-fold\b")
_WORD = rf"(?P<word>{word_pattern(['half', *(f'a {part}' for part in _PARTS), *_MULTIPLES])})\b"
_HEADED = r"(?P<headed>Quarter)(?= of [a-z])"
"""How a headline has it, which leaves the article out."""
_OPENS = re.compile(rf"{_WORD}|{_HEADED}")
# The sign before a word comes first, so that the engine looks at the gaps between words only.
_ALONE = re.compile(rf"\W(?:{_WORD}|(?<=:.){_HEADED})")
_FOLD_WORD = re.compile(rf"\b(?:{word_pattern(_FOLD)})\b")
_OF_PART = re.compile(
    r" (?:of|would|will|were|was|are|have|had|say|said|more|less|fewer)\b(?! an? (?:mile|million|billion|second|point))"
)
_OF_HALF = re.compile(
    r" (?!of (?:1|one|a) per)(?!(?:of )?(?:the |an? )?"
    r"(?:battle|time|year|month|week|day|night|century|decade|season|hour|past|fun|story|point|problem)\b)"
    r"(?:of|the|its|their|our|your|my|his|her|these|those) "
)
_AS_MANY = re.compile(
    r" (?:as (?:many|much|big|large|high|long|likely|far|fast|often)"
    r"|the (?:number|size|turnout|amount|rate|figure|total|price|cost|pay|crowd|average))\b"
)
_OTHER_HALF = re.compile(
    r"\b(?:first|second|other|latter|top|bottom|last|better|final|opening|closing|one|and a|past) \Z"
)
_JOINED = re.compile(r"[£$€.,:-]\Z")


def find_shares(text: str, numbers: Sequence[Number], start: int, end: int) -> list[Share]:
    """The shares of `text[start:end]` in order; "three quarters" are 75 percent, "twice as many" is two times.

    `numbers` are the numbers of the stretch, from which most shares begin.
    """
    found = [share for number in numbers if (share := _from_number(text, number, start, end)) is not None]
    found += _alone(text, start, end)
    return sorted(found, key=lambda share: share.start) if len(found) > 1 else found


def _from_number(text: str, number: Number, start: int, end: int) -> Share | None:
    """The share that a number opens: "one in five", "nine out of ten", "two thirds", "ten-fold"."""
    if number.value > 999 or number.vague or _JOINED.search(text, max(start, number.start - 1), number.start):
        return None
    if ratio := _RATIO.match(text, number.end, end):
        whole = next(find_numbers(ratio["all"])).value
        few = number.value < whole and not (ratio["noun"] and number.value > 1)
        return Share(number.start, ratio.end(), _percent(number.value, whole), "percent") if few else None
    part = _PART.match(text, number.end, end)
    if part and part["several"] and 1 < number.value < _PARTS[part["part"]]:
        return Share(number.start, part.end(), _percent(number.value, _PARTS[part["part"]]), "percent")
    if part and not part["several"] and number.value == 1:
        sole = text[number.end] == "-" or _OF_PART.match(text, part.end(), end)
        return Share(number.start, part.end(), _percent(1, _PARTS[part["part"]]), "percent") if sole else None
    fold = _FOLDED.match(text, number.end, end)
    return Share(number.start, fold.end(), number.value, "times") if fold else None


def _alone(text: str, start: int, end: int) -> Iterator[Share]:
    """The shares that are words by themselves: "half", "a third", "twice", "tenfold"."""
    if text.find("fold", start, end) >= 0:
        for match in _FOLD_WORD.finditer(text, start, end):
            yield Share(*match.span(), _FOLD[match.group().lower()], "times")
    for match in chain(filter(None, [_OPENS.match(text, start, end)]), _ALONE.finditer(text, start, end)):
        group = "word" if match["word"] else "headed"
        word, (begin, finish) = match[group].lower(), match.span(group)
        if word in _MULTIPLES:
            if _AS_MANY.match(text, finish, end):
                yield Share(begin, finish, _MULTIPLES[word], "times")
        elif word == "half":
            other = _OTHER_HALF.search(text, max(start, begin - 10), begin)
            if other is None and _OF_HALF.match(text, finish, end):
                yield Share(begin, finish, 50, "percent")
        elif _OF_PART.match(text, finish, end):
            yield Share(begin, finish, _percent(1, _PARTS[word.rpartition(" ")[2]]), "percent")


def _percent(count: float, of: float) -> float:
    return round(100 * count / of, 2)
