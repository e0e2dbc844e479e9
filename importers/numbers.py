"""Numbers in running text: digits, words, mixtures of both, and vague plurals.

A small grammar of its own, read once from left to right in time linear in the text:

    exact    1,800   40, 000   1.4m   2 million   two hundred and fifty   half a million   a dozen   2 lakh crore
    vague    hundreds   tens of thousands   several hundred   a few dozen   100s
    few      several   a couple of         (counts only before a noun; the caller decides)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from importers.word_pattern import cased, exact_pattern

Form: TypeAlias = Literal["digits", "words", "vague", "few"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int
    value: float
    """What it says; for a vague plural the least it can mean (hundreds: 200)."""
    form: Form

    @property
    def vague(self) -> bool:
        """True where the wording gives no upper bound of its own ("hundreds", "several")."""
        return self.form in {"vague", "few"}


_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_INDIAN = {"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
_MULTIPLES = {"hundred": 100, "dozen": 12, **_SCALES, **_INDIAN}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100} | {f"{word}s": n for word, n in _SCALES.items()}
_PLURALS |= {"lakhs": 10**5, "crores": 10**7}
_FEW = {"several": 3, "few": 3, "couple": 2}

VAGUE_PLURAL = 2
"""How many hundreds "hundreds" are at least, after the Crowd Counting Consortium."""

_DIGITS = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3}(?!\d))+|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:, 000(?!\d))+|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}(?!\d))+|\d+)"
    r"(?P<fraction>[.·]\d+(?![.·]?\d))?"
    r"(?P<suffix>(?:k|mn|mln|m|bn|tn)\b|s(?![^\W_]))?",
    re.IGNORECASE,
)
_ROUND = re.compile(r"10+\Z")
_WORD = re.compile(r"[a-z]+\b", re.IGNORECASE)
_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]{1,3}(?:\n(?!\s*\n))?|\n(?!\s*\n)|[-\u2010\u2011]")
_HEADS = frozenset((*_UNITS, *_TENS, *_MULTIPLES, *_PLURALS, *_FEW, "half", "quarter"))
_ARTICLE = rf"[Aa][Nn]?(?=[ -](?:{'|'.join([*_MULTIPLES, 'quarter', 'half', 'few', 'couple', 'score of', 'baker'])})\b)"
_HEAD = rf"(?:(?=[0-9])|(?=(?:{exact_pattern(cased(_HEADS))})\b)|(?={_ARTICLE})|Rs(?=[0-9]))"
_OPENS = re.compile(_HEAD)
# What stands before a number comes first, so that the engine looks at the gaps between words only.
_START = re.compile(rf"\W{_HEAD}")
_IDIOM = re.compile(r"[Aa] (?P<word>score|baker[’']s dozen)(?= of [a-z])", re.IGNORECASE)
_SEPARATORS = re.compile(r"\D")
_REST = re.compile(r"\w+")


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers in `text[start:end]`, from left to right, without overlap.

    Digits that belong to a longer word ("G20", "4x4", "1st", "3D") are no number.
    """
    stop = len(text) if end is None else end
    match = _OPENS.match(text, start, stop) or _START.search(text, start, stop)
    while match:
        begin = match.end()
        number = _digits(text, begin, stop) if text[begin].isdigit() else _words(text, begin, stop)
        position = number.end if number else _skip(text, begin)
        if number:
            yield number
        match = _START.search(text, position, stop)


def _skip(text: str, begin: int) -> int:
    """Past the word or the run of digits that turned out to be no number."""
    found = _REST.match(text, begin)
    return found.end() if found else begin + 1


def _digits(text: str, start: int, stop: int) -> Number | None:
    if start and (text[start - 1].isalnum() or text[start - 1] in "_#@/\\") and text[start - 2 : start] != "Rs":
        return None
    match = _DIGITS.match(text, start, stop)
    if match is None or len(match["digits"]) > 24:
        return None
    whole = _SEPARATORS.sub("", match["digits"])
    value = float(f"{whole}.{match['fraction'][1:]}" if match["fraction"] else whole)
    end, suffix = match.end(), (match["suffix"] or "").lower()
    if suffix == "s":
        return Number(start, end, value * VAGUE_PLURAL, "vague") if _ROUND.match(whole) else None
    value *= _SUFFIXES.get(suffix, 1)
    if not suffix and end < stop and (text[end].isalpha() and not _glued_unit(text, end, stop)):
        return None
    value, end = _scaled(text, value, end, stop)
    value, end = _and_a_half(text, value, end, stop)
    return Number(start, end, _tidy(value), "digits")


def _glued_unit(text: str, start: int, stop: int) -> bool:
    """True for a unit written on to its digits without a space ("5percentage points", "25p")."""
    word = _WORD.match(text, start, stop)
    return word is not None and (
        word.group().lower() in {"p", "c", "pc", "km", "kg"} or word.group().lower()[:7] == "percent"
    )


def _scaled(text: str, value: float, end: int, stop: int) -> tuple[float, int]:
    """Multiply by the scale words that follow: "3 hundred thousand", "1.4 million"."""
    for _ in range(2):
        word = _next_word(text, end, stop)
        scale = _MULTIPLES.get(word[0]) if word else None
        if word is None or scale is None:
            break
        value, end = value * scale, word[1]
    return value, end


def _next_word(text: str, start: int, stop: int) -> tuple[str, int] | None:
    gap = _GAP.match(text, start, stop)
    word = _WORD.match(text, gap.end(), stop) if gap else None
    return (word.group().lower(), word.end()) if word else None


def _phrase(text: str, end: int, stop: int, *phrase: str) -> int | None:
    """The end of these words where they follow, else None."""
    for expected in phrase:
        word = _next_word(text, end, stop)
        if word is None or word[0] != expected:
            return None
        end = word[1]
    return end


def _words(text: str, start: int, stop: int) -> Number | None:
    if idiom := _IDIOM.match(text, start, stop):
        return Number(start, idiom.end(), 20 if idiom["word"].lower() == "score" else 13, "words")
    match = _WORD.match(text, start, stop)
    if match is None:
        return None
    word, end = match.group().lower(), match.end()
    if word in {"a", "an"}:
        following = _next_word(text, end, stop)
        if following is None:
            return None
        word, end = following
    if word in _PLURALS:
        return _plural(text, start, word, end, stop)
    if word in _FEW:
        return _few(text, start, word, end, stop)
    if word in {"half", "quarter"}:
        return _part(text, start, word, end, stop)
    if word in _UNITS or word in _TENS or word in _MULTIPLES:
        return _counted_out(text, start, word, end, stop)
    return None


def _plural(text: str, start: int, word: str, end: int, stop: int) -> Number:
    """Vague plurals: "hundreds", "tens of thousands", "thousands upon thousands"."""
    value = VAGUE_PLURAL * _PLURALS[word]
    while (joint := _next_word(text, end, stop)) and joint[0] in {"of", "upon", "and"}:
        following = _next_word(text, joint[1], stop)
        if following is None or following[0] not in _PLURALS:
            break
        if joint[0] == "of":
            value *= _PLURALS[following[0]]
        end = following[1]
    return Number(start, end, value, "vague")


def _few(text: str, start: int, word: str, end: int, stop: int) -> Number | None:
    """A few of a scale: "several hundred", "a few dozen"; else only "several" and "a couple of"."""
    value = _FEW[word]
    tail = end
    if word == "couple":
        tail = _phrase(text, end, stop, "of") or end
    scale = 1
    while (following := _next_word(text, tail, stop)) and (
        by := _MULTIPLES.get(following[0]) or _PLURALS.get(following[0])
    ):
        scale, tail = scale * by, following[1]
        end = tail
    if scale > 1:
        return Number(start, end, value * scale, "vague")
    if word == "few" or (word == "couple" and tail == end):
        return None
    return Number(start, max(end, tail), value, "few")


def _part(text: str, start: int, word: str, end: int, stop: int) -> Number | None:
    """A part of a scale: "half a million", "half a dozen", "a quarter of a million"."""
    share = 0.5 if word == "half" else 0.25
    tail = _phrase(text, end, stop, "of", "a") if word == "quarter" else _phrase(text, end, stop, "a")
    following = _next_word(text, tail if tail is not None else end, stop)
    if following is None or following[0] not in _MULTIPLES:
        return None
    return Number(start, following[1], _tidy(share * _MULTIPLES[following[0]]), "words")


def _counted_out(text: str, start: int, word: str, end: int, stop: int) -> Number:
    """A number in words: "twenty-five", "two hundred and six thousand", "two and a half million"."""
    total, current, room, least_scale = 0.0, 0.0, 10**3, 10**15
    following: tuple[str, int] | None = (word, end)
    while following is not None:
        word, tail = following
        value = _UNITS.get(word) or _TENS.get(word)
        if value is not None and value < room:
            current, room = current + value, 10 if word in _TENS else 0
        elif word in _INDIAN and not total:
            total, current, room = (current or 1) * _INDIAN[word], 0, 0
        elif word in {"hundred", "dozen"} and current < 100 and room != 10**2:
            current, room = (current or 1) * _MULTIPLES[word], 10**2
        elif word in _SCALES and _SCALES[word] < least_scale and (current or not total):
            total, current = total + (current or 1) * _SCALES[word], 0
            room, least_scale = 10**3, _SCALES[word]
        else:
            break
        end = tail
        following = _after(text, end, stop, joined=room in {10**2, 10**3})
    whole, end = _and_a_half(text, total + current, end, stop)
    return Number(start, end, _tidy(whole), "words")


def _after(text: str, end: int, stop: int, *, joined: bool) -> tuple[str, int] | None:
    """The next word of the number; "and" counts only after a hundred or a scale."""
    following = _next_word(text, end, stop)
    if following and following[0] == "and" and joined:
        following = _next_word(text, following[1], stop)
        if following and following[0] not in _UNITS and following[0] not in _TENS:
            return None
    return following


def _and_a_half(text: str, value: float, end: int, stop: int) -> tuple[float, int]:
    tail = _phrase(text, end, stop, "and", "a", "half")
    return _scaled(text, value + 0.5, tail, stop) if tail is not None else (value, end)


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 1.1 million is 1100000."""
    return float(round(value)) if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) and value >= 100 else value
