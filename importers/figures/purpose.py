"""What a figure is about, and whose claim it is, by the words of its sentence."""

from __future__ import annotations

import re

from importers.calendar_words import WEEKDAYS
from importers.canvassing import are_canvassed
from importers.figures.lexicon import lexicon
from store.records import Span

_REACH = 160
_OWN = 75
_CUE_REACH = 80
"""How far, in code points, a cue stands from its figure; one before the figure half as far."""
# Without a boundary before it, so that the engine can skip to the letters with which the words begin.
_CLAIMING = re.compile(
    r"said|say|claim|estimate|reckon|report|reveal|announce|put|insist|told|ccording|(?:spoke|speak|talk)[a-z]* of|counts?\b|counted"
)
_SAYING = (
    r"(?:said|says?|claim(?:s|ed)?|estimate[sd]?|reckon(?:s|ed)?|report(?:s|ed)?|reveal(?:s|ed)?|announced?|put|insist(?:s|ed)?"
    r"|told(?:\s\w+){1,3}?|counts?|counted|(?:spoken?|speaks?|talk(?:s|ed)?)\sof(?!\s(?:the|those|these|his|her|their|its|our)\b))"
)
_SOURCES = (
    r"(?:organisers?|organizers?|police|officials?|journalists|reports?|sources?|spokes\w+|supporters|campaigners|stewards"
    r"|media|unions?|leaders?|team|campaign|papers?|newspapers?|party|press|aides?|marshals?|gardaí|witnesses|observers"
    r"|company|firm|agency|department|council|municipality|authorit(?:y|ies)|government|ministers?|ministry|bosses|employers|managers?|hosts?)"
)
_WHO = (
    rf"(?:(?:the\s)?(?:[A-Za-z][\w’'-]*\s){{0,2}}{_SOURCES}(?:\s(?:of|on|from|in|for)\s(?:the\s)?[\w’'-]+)?"
    r"|(?:the\s)?[A-Z][\w.’'-]+(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'-]+){0,5})"
)
_BEFORE = re.compile(
    rf"\b(?P<who>{_WHO})(?:,\s[^,;.]{{2,48}},)?\s(?:have\s|has\s|had\s)?{_SAYING}\b(?:\sthat)?(?!\s(?:as|while|when|after|before)\s)(?:\s[^\s.;]+){{0,8}}\s\Z"
)
_BY_COUNT = re.compile(rf"\b[Bb]y\s(?P<who>{_WHO})[’']s?\s(?:own\s|official\s)?(?:count|estimate|reckoning|figures)\b")
_AFTER = re.compile(
    rf",\s(?:said\s|say\s)?(?P<who>{_WHO})(?:\s(?:have\s|has\s)?{_SAYING})?(?=[.,;]|\s(?:yesterday|today)|\Z)"
)
_NOBODY = frozenset({*WEEKDAYS, "He", "She", "It", "They", "We", "You", "This", "That", "There"})
_BEFORE_WHO = re.compile(
    r"\A(?:[\w’'-]+\s)*?(?=(?:its|their|his|her|our|the|a|an|some)\s)"
    r"|\A(?:(?:but|and|as|while|when|then|however|yesterday|today|later|day|week|month|year|night|[A-Z][a-z]+day|(?:mr|mrs|ms|miss)\.?)\s)+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(rf"\b[Aa]ccording\sto\s(?P<who>{_WHO})")


def kind_of(text: str, figure: Span, sentence: Span, unit: str | None, default: str = "other") -> str:
    """The kind by the unit, else by the cue word nearest to the figure in its sentence, else `default`."""
    words = lexicon()
    if unit in words.kind_of_unit:
        return words.kind_of_unit[unit]
    if unit != "people":
        return "other"
    if are_canvassed(text, figure, max(sentence[0], figure[0] - _CUE_REACH)):
        return "contacts"
    best = (_CUE_REACH, default)
    low, high = max(sentence[0], figure[0] - _CUE_REACH), min(sentence[1], figure[1] + _CUE_REACH)
    for cue in words.cue_pattern.finditer(text, low, high):
        # what follows the figure is what the people did; what stands before it counts half
        distance = 2 * (figure[0] - cue.end()) if cue.start() < figure[0] else cue.start() - figure[1]
        if figure[0] <= cue.start() < figure[1]:
            distance = _OWN  # "members" says who they are, "met" what they did
        best = min(best, (max(0, distance), words.cues[cue.group().lower()]))
    return best[1]


def claimant_of(text: str, figure: Span, sentence: Span) -> str | None:
    """Who the sentence says gives the figure: "organisers", "journalists on Twitter"."""
    low, high = max(sentence[0], figure[0] - _REACH), min(sentence[1], figure[1] + _REACH)
    if not _CLAIMING.search(text, low, high):
        return None
    lead, rest = text[low : figure[0]], text[figure[1] : high]
    found = _BEFORE.search(lead)
    found = found or next(
        (told for told in (p.search(side) for p in (_ACCORDING, _BY_COUNT) for side in (lead, rest)) if told), None
    )
    if found is None and (aside := _AFTER.search(rest)) and _CLAIMING.search(aside.group()):
        found = aside
    who = _BEFORE_WHO.sub("", found["who"]) if found else ""
    return who if who and who not in _NOBODY else None
