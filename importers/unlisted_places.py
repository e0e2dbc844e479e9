"""Places that the gazetteer does not list, known by the grammar around their names.

"A meeting in Thornwick on Friday", "Thornwick town hall", "THORNWICK — More than 90 people …": whatever Thornwick is, it
is where something happened. A name that has been a place once is one wherever the document uses it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from importers.calendar_words import WEEKDAY
from importers.documents import NARRATIVE, Block, Document
from importers.gazetteer import cues, gazetteer
from importers.people.lexicon import lexicon
from importers.people.persons import People
from importers.word_pattern import word_pattern
from store.records import Span

_WORD = r"[A-Z][a-zà-ÿ]+(?:-[A-Za-zà-ÿ]+)*"
_NAME = rf"(?:St\.? )?{_WORD}(?: (?:upon|le|la|de|del) {_WORD}| {_WORD}){{0,2}}"
_THROUGH = (
    r"(?:\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Tt]hrough|[Tt]hroughout|[Oo]utside|[Aa]round)"
    r"(?: (?:central|nearby|rural|north|south|east|west|northern|southern|eastern|western))?)"
)
_COUNT = r"(?: \(\d[\d,]*\))?"
_IN = re.compile(rf"{_THROUGH} (?P<name>{_NAME})(?P<more>(?:{_COUNT}, {_NAME})*{_COUNT},? and {_NAME})?")
"""The places of a list may have numbers behind them: "in Sligo (4,000), Ennis (3,000) and Castlebar"."""
_DATELINE = re.compile(
    r"(?P<name>[A-Z]{3,}(?: [A-Z]{3,}){0,2})(?:, [A-Z][\w.]+)?(?: \([A-Z][\w ]*\))? [—–-]{1,2} (?=[A-Z“\"‘'\d])"
)
_DATELINE_WITH_REGION = re.compile(rf"(?P<name>{_NAME}), [A-Z][\w.]+(?: [A-Z][\w.]+)? [—–] (?=[A-Z“\"‘'\d])")
_OF_SORT = re.compile(
    rf"\b(?:seat|constituency|town|village|city|borough|county|district|parish|port|suburb|island|hamlet) of (?P<name>{_NAME})"
)
_SIZED = re.compile(rf"(?P<name>{_NAME}) \(\d[\d,]*\)")
_GATHERINGS = re.compile(
    r"\b(?:[Rr]allies|[Mm]arches|[Pp]rotests|[Dd]emonstrations|[Mm]eetings|[Vv]igils|[Pp]ickets|[Ss]trikes)\b"
)
"""Behind these "Ennis (3,000)" is a place and its crowd; elsewhere it may be somebody and her votes."""
_ONE = re.compile(_NAME)
_APPOSED = re.compile(
    rf"(?P<name>{_NAME}), (?:in )?(?:(?:north|south|east|west|mid|central)[- ]?(?:east |west )?)?(?P<wider>[A-Z][\w ]*?)(?=[,.;:]|\Z| on | last )"
)
_OF_TOWNS = frozenset({"City", "Falls", "Springs", "Beach", "Heights", "Lake", "Island", "Rapids", "Valley", "Grove"})
"""Words that end the names of towns as of other things."""
_NO_PLACE = re.compile(r"(?:ish|ism|ists?|ians?)\Z")


def find_unlisted(document: Document, people: People) -> frozenset[str]:
    """The names, as printed but for capitals, that the document uses as those of places no gazetteer lists."""
    seek = _Seeker(document.text, people)
    return frozenset(
        name
        for block in document.blocks
        if block.kind in NARRATIVE and block.kind != "headline"
        for name in seek.names(block)
    )


def mentions(text: str, block: Block, names: frozenset[str]) -> Iterator[Span]:
    """Where a block uses one of these names, a family name or the name of something longer left out."""
    if not names:
        return
    for match in _mention(names).finditer(text, block.start, block.end):
        yield match.span()


@lru_cache(maxsize=8)  # asked for each block of a document, and each document has names of its own
def _mention(names: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(sorted((re.escape(n) for name in names for n in (name, name.upper())), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{forms})(?![\w-])")


class _Seeker:
    """Tells names of places from other names."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._named = [(m.start, m.end) for m in people.mentions]
        self._bearers = {word for person in people.persons for word in person.name.split()}

    def names(self, block: Block) -> Iterator[str]:
        """The unlisted places that this block speaks of as places."""
        for form in (_DATELINE, _DATELINE_WITH_REGION):
            if dateline := form.match(self._text, block.start, block.end):
                yield from self._checked(dateline["name"].title(), dateline.start("name"))
        for match in _OF_SORT.finditer(self._text, block.start, block.end):
            if _goes_on(self._text, match.end(), block.end):
                yield from self._checked(match["name"], match.start("name"))
        for match in _IN.finditer(self._text, block.start, block.end):
            if not _goes_on(self._text, match.end(), block.end):
                continue
            for one in _ONE.finditer(self._text, match.start("name"), match.end()):
                yield from self._checked(one.group(), one.start())
        gatherings = _GATHERINGS.search(self._text, block.start, block.end)
        for match in _SIZED.finditer(self._text, gatherings.end(), block.end) if gatherings else ():
            yield from self._checked(match["name"], match.start("name"))
        for match in _APPOSED.finditer(self._text, block.start, block.end):
            wider = gazetteer().find(match["wider"])
            if (wider and wider.kind in {"region", "country"}) or match["wider"].lower() in cues().states:
                yield from self._checked(match["name"], match.start())
        for match in _local().finditer(self._text, block.start, block.end):
            group = "name" if match["name"] else "owner"
            yield from self._checked(match[group], match.start(group))

    def _checked(self, name: str, start: int) -> Iterator[str]:
        words = name.removeprefix("St ").removeprefix("St. ").split()
        if len(words) > 1 and words[-1] in _OF_TOWNS:
            del words[-1]
        if self._is_person(start) or any(self._is_other(word) for word in words):
            return
        yield name

    def _is_person(self, start: int) -> bool:
        at = bisect_right(self._named, (start, 10**12)) - 1
        return at >= 0 and start < self._named[at][1]

    def _is_other(self, word: str) -> bool:
        known, low = lexicon(), word.lower()
        return (
            word in self._bearers
            or word in known.given
            or word in known.titles
            or word in known.no_name
            or word in known.things
            or low in known.roles
            or low in cues().no_places
            or low in cues().organisations
            or _NO_PLACE.search(word) is not None
        )


def _goes_on(text: str, end: int, stop: int) -> bool:
    """True where the words after a name let it be a place: no noun that it would belong to, no further name."""
    return end == stop or _after().match(text, end, stop) is not None


@cache
def _after() -> re.Pattern[str]:
    """A stop, a word that opens something else, or a verb."""
    words = word_pattern(cues().goes_on)
    return re.compile(rf"[.,;:)!?—–]|\s[(—–-]|\s(?:{words}|{WEEKDAY}|[a-z]{{2,}}ed)\b|\s\d")


@cache
def _local() -> re.Pattern[str]:
    """A name right before a noun for what towns have, after a preposition: "at Thornwick town hall"."""
    nouns = "|".join(sorted(cues().local, key=len, reverse=True))  # in lower case: Cobden Hall is a name
    lead = r"\b(?:in|into|at|to|outside|near|through|from|around|on|of) (?:the )?|, |\A"
    return re.compile(
        rf"(?:(?:{lead})(?P<name>{_WORD}(?: {_WORD})?)(?: [A-Z]{{2,5}})?|(?P<owner>{_WORD}(?: {_WORD})?)[’']s(?: \w+)?) (?:{nouns})\b"
    )
