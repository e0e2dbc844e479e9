"""Numbers that are no figures: years, references, ages, addresses, telephone numbers, parts of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from importers.calendar_words import MONTH, WEEKDAYS
from importers.figures.lexicon import lexicon
from importers.numbers import Number
from store.records import Span, Time

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|of|early|late|year|and|to|for|the)|[-–/,(])\s*\Z", re.IGNORECASE
)
_LABEL = re.compile(r"(?P<word>[^\W\d_]+)\.?[ \u00a0-]\Z")
_NAME = re.compile(r"\b[A-Z][\w’']*[ \u00a0-]\Z")
_SENTENCE_OPENS = re.compile(r"(?:\A|[.!?“\"‘:]\s*)\Z")
_REFERENCE = re.compile(r"[#@/\\_=&\[]\Z|\d[.:]\Z|=[\"'“]\Z")
_BEFORE_COUNTS = frozenset(" \n(“")
"""Before most numbers that count stands one of these, and behind a reference none."""
_VERSE = re.compile(r":\d")
_AGE = re.compile(r"(?:-|\s)years?(?:-|\s)olds?\b|s\b")
_AGE_ASIDE = re.compile(r"[A-Z][\w’'-]*(?:(?: \([^)]{1,12}\))?,\s?(?:\d\d,? and )?| \()\Z")
_COUNTS = re.compile(r"\s?(?:%|per)")
_AGE_TOLD = re.compile(
    r"\b(?:(?:who(?:’s|'s)?|he|she|I|is|was|I’m|I'm)\s(?:is|was|turned|turns|turning)?\s?|is [a-z]+ and )\Z"
)
_AGE_GROUP = re.compile(r"s?\s(?:aged |ages )?(?:under|over|above|below|younger than|older than)\s\Z", re.IGNORECASE)
_OF_THEM_UNDER = re.compile(r"\bof (?:them|whom|us|you) (?:aged )?(?:under|over)\s\Z", re.IGNORECASE)
_AGE_AT = re.compile(
    r"\b(?:joined|left|leaving|died|retired|started|began|married|widowed|pregnant|school|work|home|pit|orphaned)\b[^.;:]{0,30}\bat\s\Z"
)
_CLOCK_ALONE = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\Z")
_ANCHORED = re.compile(r"\s(?:before|after|earlier|later|ago|hence|from now)\b")
_SIDES = re.compile(r"\s(?:sides|camps|halves)\b")
_ENDS = re.compile(r"\s?(?:[.,;:)\]”―—–]|-\s|\Z|and\b)")
_ADDRESS = re.compile(
    r" [A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Street|Road|Avenue|Lane|Square|Place|Close|Way|Drive|Terrace|Gardens|Hill)\b"
)
_JOINED = re.compile(r"[-\u2010\u2011][^\W\d_]")
_CLOCK = re.compile(r"(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o['’]clock\b)", re.IGNORECASE)
_MONTH = re.compile(rf"\s(?:of\s)?{MONTH}\b")
_MARKER = re.compile(r"[.)]\s")
_DIGITS_NEAR = re.compile(r"\d[ -]\Z")
_DIGITS_NEXT = re.compile(r"[ -]\d{3,}")
_OF_MANY = re.compile(
    r"[ \u00a0]of[ \u00a0](?:[A-Z][\w-]*[’']s|the|our|their|its|those|these|many|several|my|your|his|her)\b",
    re.IGNORECASE,
)
_RATIO = r"\s(?:in|of|out of)\s(?:every\s)?"
_OUT_OF = re.compile(
    rf"{_RATIO}[£$€]?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d|10|20|100)\b(?![,.]?\d)(?!\s?(?:%|per|million))"
)
_FRACTION = re.compile(r"[ -](?:halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b")
_ODDS = re.compile(r"(?:-| )to(?:-| )one\b")
_ODDS_BEFORE = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?:-| )to(?:-| )\Z")
_PART_OF = re.compile(
    rf"(?:\b(?:one|two|three|four|five|six|seven|eight|nine)|\b[£$€]?\d{{1,2}}){_RATIO}[£$€]?\Z", re.IGNORECASE
)


class Times:
    """The stretches of a text in which an expression tells when something was."""

    def __init__(self, times: Iterable[Time]) -> None:
        self._spans: list[Span] = sorted((t.start, t.end) for t in times if _tells_when(t))
        self._starts = [start for start, _ in self._spans]

    def hold(self, number: Number) -> bool:
        """True where the number stands in such an expression."""
        at = bisect_right(self._starts, number.start)
        near = self._spans[max(0, at - 2) : at + 1]
        return any(start < number.end and number.start < end for start, end in near)


def _tells_when(time: Time) -> bool:
    """A bare length ("30 minutes") is a figure as well; a day or an anchored length ("the last two years") is not."""
    return time.type != "DURATION" or time.first is not None


def looks_like_year(text: str, number: Number) -> bool:
    """True for four bare digits between 1500 and 2099."""
    return _YEAR.match(text[number.start : number.end]) is not None


def is_year(text: str, number: Number, floor: int) -> bool:
    """True for four bare digits that can be a year after a word that years follow."""
    if not looks_like_year(text, number):
        return False
    return _YEAR_BEFORE.search(text, max(floor, number.start - 8), number.start) is not None


def is_reference(text: str, number: Number, floor: int, stop: int) -> bool:
    """True for a number that names or points to something: "Article 50", "page 7", "10 Downing Street", "6pm"."""
    lead = text[max(floor, number.start - 24) : number.start]
    tail = text[number.end : min(stop, number.end + 48)]
    if (
        (lead[-1:] not in _BEFORE_COUNTS and _REFERENCE.search(lead) and not _COUNTS.match(tail))
        or (lead.endswith(("top ", "Top ")) and not _COUNTS.match(tail))
        or _VERSE.match(tail)
        or _CLOCK.match(tail)
        or _MONTH.match(tail)
        or _ADDRESS.match(tail)
    ):
        return True
    label = _LABEL.search(lead)
    if label and label["word"].lower() in lexicon().labels:
        return True
    if label and label["word"] in lexicon().named and not tail[:1].isalpha():
        return True
    if _is_time_line(text, number, floor, stop) or (lead[-4:].lower() == "the " and _SIDES.match(tail)):
        return True
    if _JOINED.match(tail):
        return True  # a "two-way race", a "12-nation pact"; the nouns that count so have been read before
    return _is_age(text, lead, tail, number, floor) or (
        text[number.start].isdigit() and _is_marker(text, lead, tail, number)
    )


def _is_time_line(text: str, number: Number, floor: int, stop: int) -> bool:
    """True for the time of day that fills a line of a live blog: "12.04"."""
    opens = number.start == floor or text[number.start - 1] == "\n"
    closes = number.end == stop or text[number.end] == "\n"
    return opens and closes and _CLOCK_ALONE.match(text, number.start, number.end) is not None


def anchors(text: str, end: int, stop: int) -> bool:
    """True where the length that ends at `end` says how far off something is: "three days before the vote"."""
    return _ANCHORED.match(text, end, stop) is not None


def _is_age(text: str, lead: str, tail: str, number: Number, floor: int) -> bool:
    if not 1 <= number.value < 120:
        return False
    if _AGE.match(tail):
        return True
    if not _ENDS.match(tail):
        return False
    near = text[max(floor, number.start - 64) : number.start]
    return bool(_AGE_ASIDE.search(lead) or _AGE_TOLD.search(lead) or (lead.endswith("at ") and _AGE_AT.search(near)))


def _is_marker(text: str, lead: str, tail: str, number: Number) -> bool:
    """True for "1." at the head of a line and for the groups of a telephone number."""
    if number.value < 100 and not lead.rpartition("\n")[2].strip(" (") and _MARKER.match(tail):
        return True
    grouped = _DIGITS_NEAR.search(lead) or _DIGITS_NEXT.match(tail)
    return bool(grouped) and (text[number.start] == "0" or " 0" in lead)


def follows_name(text: str, number: Number, floor: int) -> bool:
    """True where a capitalised word within a sentence leads up to the number: "Radio 4", "Clause Four"."""
    low = max(floor, number.start - 32)
    name = _NAME.search(text, low, number.start)
    if name is None or name.group().strip(" -\u00a0") in WEEKDAYS:
        return False
    return not _SENTENCE_OPENS.search(text[low : name.start()])


def is_age_group(text: str, number: Number, floor: int) -> bool:
    """True for a bare number that bounds an age: "people under 30"."""
    lead = text[max(floor, number.start - 24) : number.start]
    if number.value < 100 and _OF_THEM_UNDER.search(lead):
        return True
    return 12 <= number.value < 100 and _AGE_GROUP.search(lead) is not None and lead.split()[-2:-1] != ["just"]


def is_part_of_many(text: str, number: Number, floor: int, stop: int) -> bool:
    """True for "two thirds", for "one of the largest" and for both numbers of "nine out of ten" and "five to one"."""
    if (number.value <= 10 or number.value in {20, 100}) and _PART_OF.search(
        text[max(floor, number.start - 24) : number.start]
    ):
        return True
    if number.value == 1 and _OF_MANY.match(text, number.end, stop):
        return True
    if number.value < 10 and _FRACTION.match(text, number.end, stop):
        return True
    if _ODDS.match(text, number.end, stop):
        return True
    if number.value == 1 and _ODDS_BEFORE.search(text, max(floor, number.start - 24), number.start):
        return True
    return _OUT_OF.match(text, number.end, min(stop, number.end + 24)) is not None
