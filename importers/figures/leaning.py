"""Bare numbers: when a number without a noun is a figure, and the unit it takes from what stands around it."""

from __future__ import annotations

import re

from importers.figures.lexicon import lexicon
from importers.figures.traps import follows_name
from importers.numbers import Number

_NEXT = re.compile(r"[ \u00a0](?P<word>[a-z]+)\b(?: (?P<second>us|them|you)\b)?")
_BEFORE = re.compile(
    r"(?P<two>(?P<first>[\w’']+)[ \u00a0](?P<last>of|by|at))\s(?:between |from )?\Z|(?P<one>[\w’']+)\s\Z"
)
_REMAINING = re.compile(r"\b(?:remaining|other|rest|further)\s\Z", re.IGNORECASE)
_SIDES = re.compile(r"\s(?:for|against|to|went|abst\w+|in favour|voted|votes?|abstentions?)\b")
_SCORES = re.compile(r"(?:,|;|,? and)\s(?:[A-Z][\w’'-]+\s){1,3}\d+(?:\.\d+)?(?=\s?(?:[.,;%]|votes?\b|per|\Z))")
_VOTE = re.compile(r"\b(?:vot|nominat|ballot|result|poll|percent|won\b|backed|count)|per cent|%")
_AGAINST = re.compile(r"\d[^.;:]{0,40} to (?:(?:[A-Z][\w’'.-]+ ){0,2}[A-Z][\w-]+[’']s?|his|her|its|their) \Z")
"""The other side of a count: "280 nominations to Ms Price’s 131"."""
_SCORED = re.compile(r"\d(?:%|\s?per ?cent)?(?: votes?)?(?:,|;|,? and)\s(?:[A-Z][\w’'-]+\s){1,2}\Z")
_AT_GATHERING = re.compile(
    r" (?:(?:more|others) )?(?:at|on|join|joins|back|pack) (?:[\w’'-]+ ){0,3}(?:rally|rallies|march|meeting|protest|demo|demonstration|vigil|picket|hustings|launch)\b"
)
_SIDE = re.compile(r" (?:against|abstaining|in favour)\b| for(?=[,;.]| and \d)")
_VOTED = re.compile(r" (?:had |have )?voted (?:for|against|in favour)\b")
_GENERIC = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_POINTED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Mm]y) \Z")
_NUMBERED = 1000
"""Buses, rooms and roads have smaller numbers."""
_OUT_OF = re.compile(r" out of (?:an?|the|some|about|over|nearly|more than)\b")
_RESUMES = re.compile(
    r"\b(?:it|that|the (?:real |actual |true )?(?:figure|number|total|turnout|crowd|attendance))\s(?:was|is|at|were|closer to|nearer)"
    r"(?:\s(?:only|just|about|around|nearer|closer to|at))*\s(?:only |just )?\Z",
    re.IGNORECASE,
)
_BY_WHOSE_COUNT = re.compile(r", (?:by|according to) [^,.;]{3,60},")
_CROWD_AT = re.compile(r"\b(?:crowd|turnout|attendance|numbers)\b[^.,;:]{0,24}? at (?:between )?\Z")
_OF_THOSE = re.compile(r"\b[Oo]f (?:the |those |these )?\d[\d,]* [^.;:]{0,48}, \Z")
"""Behind it a bare number is a part of these: "Of 163 who spoke, four agreed"."""
_FORTUNE = 2 * 10**9
"""Bare billions are money, not people."""
_CHILDREN = re.compile(
    r"\b(?:mother|father|mum|dad|parent|grandmother|grandfather|family)(?:-| )of(?:-| )\Z", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"(?:\A|[.!?:—–-]\s*|\b(?:at|by|until|till|after|before|past|to|from|around|about|turned|aged?|the|in|of|on|was|is|he|she|and|when|for|over|under)\s)\Z",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r" (?:of|who|that|which|on|in)\b")


def counts(text: str, number: Number, floor: int, stop: int, *, qualified: bool) -> bool:
    """True for a number without a noun that still says how many.

    `qualified` says that words such as "some" or "another" stand before it.
    """
    lead = text[max(floor, number.start - 24) : number.start]
    if number.form == "few":
        return False
    if number.vague and follows_name(text, number, floor) and text[number.start] == "S":
        return False  # "Rand Paul Scores", a verb in a headline
    if number.vague:
        return not _GENERIC.search(lead) or bool(_OF_WHOM.match(text, number.end, stop))
    if number.value == 1 and number.form == "words":
        return False
    if qualified or _REMAINING.search(lead) or (number.start == floor and number.end == stop):
        return True
    if number.form == "words" and number.value <= 10 and _GENERIC.search(lead):
        return False  # "the two met"
    if number.form == "words":
        return (
            number.value >= 100
            or _OF_THOSE.search(text, max(floor, number.start - 80), number.start) is not None
            or crowd(text, number, floor, stop)
            or bool(_CHILDREN.search(lead) or _OUT_OF.match(text, number.end, stop))
            or (number.value > 10 and not _OTHERWISE.search(lead))
        )
    voted = _VOTE.search(text, max(floor, number.start - 120), number.start)
    if voted and (_SCORES.match(text, number.end, stop) or _SCORED.search(lead)):
        return True
    if voted and _AGAINST.search(text, max(floor, number.start - 80), number.start):
        return True
    if number.value < _NUMBERED and _POINTED.search(lead) and not crowd(text, number, floor, stop):
        return False  # "the 86", a bus
    if follows_name(text, number, floor) and not crowd(text, number, floor, stop, weak=False):
        return False
    return number.value >= 10 or bool(_SIDES.match(text, number.end, stop))


def crowd(text: str, number: Number, floor: int, stop: int, *, weak: bool = True, start: int | None = None) -> bool:
    """True where the words next to a bare number can only be about people: "1,600 crammed", "a rally of 600".

    `weak` admits verbs that things can have as well ("were", "backed"); `start` is where the qualifiers of the number
    begin.
    """
    words = lexicon()
    aside = _BY_WHOSE_COUNT.match(text, number.end, stop)
    after = _NEXT.match(text, aside.end() if aside else number.end, stop)
    verbs = words.crowd_verbs | words.crowd_weak if weak else words.crowd_verbs
    if after and (after["word"] in verbs or after.group().strip() in verbs):
        return True
    if _CHILDREN.search(text, max(floor, number.start - 24), number.start) or _AT_GATHERING.match(
        text, number.end, stop
    ):
        return True
    return (number.vague and number.value < _FORTUNE) or _crowd_noun(
        text, number.start if start is None else start, floor
    )


def _crowd_noun(text: str, start: int, floor: int) -> bool:
    lead = _BEFORE.search(text[max(floor, start - 40) : start])
    if lead is not None and (lead["two"] or lead["one"] or "").lower() in lexicon().crowd_before:
        return True
    return _CROWD_AT.search(text, max(floor, start - 48), start) is not None


def resumes(text: str, start: int, floor: int) -> bool:
    """True where the number that begins at `start`, qualifiers and all, is another count of what was counted before: "police said it was 800"."""
    return _RESUMES.search(text, max(floor, start - 48), start) is not None


def is_side(text: str, number: Number, stop: int) -> bool:
    """True for one side of a vote: "18 for, 4 against"."""
    return _SIDE.match(text, number.end, stop) is not None


def voted(text: str, number: Number, stop: int) -> bool:
    """True for a bare number of those who voted one way: "205 voted for her"."""
    return _VOTED.match(text, number.end, stop) is not None
