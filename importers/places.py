"""Find the places a document names: towns, districts, regions, countries and venues.

Many place names are words, months or family names as well ("Reading", "Deal", "May", "Lincoln"). A name counts where its
size speaks for it or a cue does: a preposition before it, a region after it, a noun that only places have ("rally",
"CLP", "council"), its own line, or a neighbour in a list of places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from importers.documents import NARRATIVE, Block, Document
from importers.gazetteer import Known, PlaceKind, cues, gazetteer, place_key
from importers.people.lexicon import lexicon
from importers.people.persons import People
from importers.unlisted_places import find_unlisted, mentions
from store.records import Span

_LARGE = 20
"""Thousands of inhabitants from which a British name needs no cue."""
_LARGE_ABROAD = 250
_CAPITAL = re.compile(r"(?<![\w’'])[A-Z][\w’'-]*\w")
_FURTHER = re.compile(r"[ \u00a0-](?P<word>[\w’']+(?:-[\w’']+)*)")
_OWNED = re.compile(r"['’]s?[ \u00a0]")
_OWNER = re.compile(r"['’]s?\Z")
_LEAD = re.compile(r"(?P<words>(?:[A-Za-z][\w’'-]*[ \u00a0]){1,4})\Z")
_COMPASS = re.compile(
    r"(?<![\w’'])(?:(?:[Nn]orth|[Ss]outh)[- ]?(?:[Ww]est|[Ee]ast)|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Ii]nner|[Oo]uter)[ -]\Z"
)
_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*\.?) \Z")
_NEXT = re.compile(r"(?P<own>['’]s?)?[ \u00a0](?P<word>[\w’'-]+)")
_LINK = re.compile(
    r"\s?(?:\(\d[\d,]*\))?(?:,|/|&|,? and|,? or|,? then)\s(?:in |at |the )?(?:(?:north|south|east|west|central)[- ]?(?:east|west)? )?\Z"
)
_WITHIN = re.compile(r",? ?(?:in |\()?\s?(?:the )?\Z")
_SLOGAN = re.compile(r"(?<![\w#])(?P<place>[A-Z][a-z]{3,})4(?P<whom>[A-Z][a-z]+)")
_VENUE = re.compile(
    rf"(?<![\w’'])(?:[A-Z][\w’'-]*[ \u00a0]){{1,4}}(?:Town |Civic |Community |Leisure |Methodist |Working Men['’]s |Social )?"
    rf"(?:{'|'.join(cues().venues)})\b(?![ \u00a0][A-Z])"
)
_AT = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Oo]n|[Ii]nside|[Oo]utside|[Nn]ear|[Ii]nto|[Aa]round|[Aa]long|[Aa]cross|[Dd]own|[Oo]ff|[Pp]acked|[Ff]illed) (?:the |a |nearby )?\Z"
)
_WAY = re.compile(r"\b(?:[Ff]rom|[Tt]o|[Vv]ia|[Oo]f|[Pp]ast|[Tt]hrough|[Bb]etween|[Uu]p) (?:the )?\Z")
_BY = re.compile(r"\b(?:[Oo]utside|[Nn]ear|[Aa]round|[Aa]long|[Dd]own|[Pp]ast|[Aa]t) (?:the )?\Z")
_LONG_AT = 24
_GREEN = re.compile(
    r" (?:[Pp]arty|leaders?|MPs?|MSPs?|councillors?|candidates?|activists?|voters?|members?|peers?|politicians?|vote|conference)\b"
)
"""Behind it a Green is somebody of that party."""
_ARTICLES = re.compile(r"(?:The|A|An|At|In|On|From|Outside|Near|And|But|As|When)[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place: `start` inclusive, `end` exclusive, in code points."""

    name: str
    """As the text gives it, with the compass point: "north London"."""
    canonical: str
    kind: PlaceKind
    region: str
    country: str
    start: int
    end: int
    qualifies: bool = False
    """True where it only says in what region the place right before it lies ("Liskeard, Cornwall")."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: Place
    known: Known
    sure: bool


def find_places(document: Document, people: People | None = None) -> tuple[Place, ...]:
    """The places named in the narrative blocks and in crossheads and signatures, in the order of the text.

    Names of `people` are no places, unless the gazetteer and a cue say so.
    """
    unlisted = find_unlisted(document, people or People())
    found: list[Place] = []
    for block in document.blocks:
        if block.kind in NARRATIVE or block.kind == "signature":
            found += _in_block(document.text, block, unlisted)
    return tuple(found)


def _in_block(text: str, block: Block, unlisted: frozenset[str]) -> list[Place]:
    named = _linked(text, _with_unlisted(text, block, _candidates(text, block), unlisted))
    venues = list(_venues(text, block, named))
    taken = {place.start for place in venues}
    towns = [place for place in named if not (place.kind == "venue" and place.start in taken)]
    return _qualified(text, sorted([*towns, *venues], key=lambda place: (place.start, -place.end)))


def _candidates(text: str, block: Block) -> list[_Candidate]:
    names, found, position = gazetteer(), list[_Candidate](), block.start
    while match := _CAPITAL.search(text, position, block.end):
        position = match.end()
        hit = _longest(text, match, block.end, names.longest)
        if hit is not None:
            end, known = hit
            place = _place(text, match.start(), end, known, block)
            found.append(_Candidate(place, known, _is_sure(text, place, known, block)))
            position = end
    found += _slogans(text, block)
    return sorted(found, key=lambda c: c.place.start)


def _with_unlisted(text: str, block: Block, candidates: list[_Candidate], unlisted: frozenset[str]) -> list[_Candidate]:
    """With the names that this document uses as places, whether the gazetteer has them or not.

    A doubtful name gives way to a longer one of which it is a part: the Wick of "Nether Wick".
    """
    named = [span for span in mentions(text, block, unlisted) if not _is_surname(text, span[0])]
    candidates = [c for c in candidates if c.sure or not any(_is_part(c.place, span) for span in named)]
    taken = {offset for c in candidates for offset in range(c.place.start, c.place.end)}
    ambiguous = cues().ambiguous | cues().months
    out = [
        replace(c, sure=c.sure or (c.place.canonical in unlisted and c.place.canonical.lower() not in ambiguous))
        for c in candidates
    ]
    for start, end in named:
        if start not in taken and end - 1 not in taken:
            known = Known(text[start:end].title(), "town", "", "", 0)
            out.append(_Candidate(_place(text, start, end, known, block), known, sure=True))
    return sorted(out, key=lambda c: c.place.start)


def _is_part(place: Place, whole: Span) -> bool:
    return whole[0] <= place.start and place.end <= whole[1] and place.end - place.start < whole[1] - whole[0]


def _is_surname(text: str, start: int) -> bool:
    """True where a given name or a title stands before the name."""
    before = _BEFORE.search(text, max(0, start - 20), start)
    return before is not None and (before["word"] in lexicon().given or lexicon().is_title(before["word"]))


def _longest(text: str, match: re.Match[str], stop: int, longest: dict[str, int]) -> tuple[int, Known] | None:
    """The end and entry of the longest known name that begins with this capitalised word."""
    word = match.group()
    owner = _OWNER.search(word)
    bare = word[: owner.start()] if owner else word
    first = place_key(bare).partition(" ")[0]
    limit = longest.get(first)
    if limit is None:
        return None
    names = gazetteer()
    ends = [match.start() + len(bare)] if owner else _ends(text, match, stop, limit)
    for end in reversed(ends):
        surface = _OWNER.sub("", text[match.start() : end])
        if known := names.find(surface):
            return match.start() + len(surface), known
    return None


def _ends(text: str, match: re.Match[str], stop: int, limit: int) -> list[int]:
    ends = [match.end()]
    while len(ends) < limit and (further := _FURTHER.match(text, ends[-1], stop)):
        ends.append(further.end())
    return ends


def _place(text: str, start: int, end: int, known: Known, block: Block) -> Place:
    compass = _COMPASS.search(text, max(block.start, start - 12), start)
    begin = compass.start() if compass and known.kind != "country" else start
    return Place(text[begin:end], known.canonical, known.kind, known.region, known.country, begin, end)


def _is_sure(text: str, place: Place, known: Known, block: Block) -> bool:
    """True where the name is a place by its size or by a cue next to it."""
    words = cues()
    name = place_key(text[place.start : place.end])
    if name in words.months or ((street := _NEXT.match(text, place.end, block.end)) and _is_street(street)):
        return False
    lead = _LEAD.search(text, max(block.start, place.start - 40), place.start)
    before = lead["words"].split() if lead else []
    after = _NEXT.match(text, place.end, block.end)
    while before and before[-1].lower() in words.compass:
        before.pop()
    cue = before[-1].lower() if before else ""
    # "Tory-run Kent" names a place, "Owen Kent" a person
    follows_name = bool(before) and before[-1][0].isupper() and not _OWNER.search(before[-1])
    follows_name = follows_name and not before[-1].rpartition("-")[2].islower()
    if follows_name and cue not in words.before and cue not in words.organisations:
        return False
    alone = (place.start, place.end) == (block.start, block.end)
    told = alone or (after is not None and after["word"].lower() in words.after)
    leads_on = (
        after is not None
        and not after["own"]
        and after["word"][0].isupper()
        and after["word"].lower() not in words.after
    )
    if name in words.ambiguous or name.title() in _given_names():
        strong = cue in words.strong or (cue in {"from", "to"} and _is_large(known) and known.country == "GB")
        return (strong and not leads_on) or (told and place.start != block.start)
    if _is_large(known):
        return not leads_on or known.country == "GB" or known.kind != "town"
    if leads_on:
        return False
    return cue in words.before or told or (after is not None and after["own"] == "’s" and known.thousands >= 5)


def _is_street(after: re.Match[str]) -> bool:
    """True where the word after a name makes it that of a street: "Oxford Street"."""
    return not after["own"] and after["word"].lower() in cues().streets and after["word"][0].isupper()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lexicon().given)


def _is_large(known: Known) -> bool:
    if known.kind != "town" or known.region == "London":
        return True
    return known.thousands >= (_LARGE if known.country == "GB" else _LARGE_ABROAD)


def _slogans(text: str, block: Block) -> Iterable[_Candidate]:
    """The place in the name of a local campaign: "Harrogate4Corbyn"."""
    for match in _SLOGAN.finditer(text, block.start, block.end):
        if known := gazetteer().find(match["place"]):
            place = Place(
                match["place"], known.canonical, known.kind, known.region, known.country, *match.span("place")
            )
            yield _Candidate(place, known, sure=True)


def _linked(text: str, candidates: list[_Candidate]) -> list[Place]:
    """The sure ones, and those that stand in a list with a sure one ("Leeds, Hull and Deal")."""
    sure = [c.sure for c in candidates]
    order = range(1, len(candidates))
    for i in (*order, *reversed(order)):
        if sure[i - 1] != sure[i]:
            gap = text[candidates[i - 1].place.end : candidates[i].place.start]
            if _LINK.fullmatch(gap):
                sure[i - 1] = sure[i] = True
    return [c.place for c, is_sure in zip(candidates, sure, strict=True) if is_sure]


def _venues(text: str, block: Block, named: list[Place]) -> Iterable[Place]:
    """Names that end in a word for a venue: "Ruach City Church", "Progress Hall"."""
    starts = [place.start for place in named]
    for match in _VENUE.finditer(text, block.start, block.end):
        if (role := _NEXT.match(text, match.end())) and role["word"] in lexicon().roles:
            continue  # "Trades Hall secretary"
        begin = match.start()
        while article := _ARTICLES.match(text, begin, match.end()):
            begin = article.end()
        inside = named[bisect_left(starts, begin) : bisect_left(starts, match.end())]
        home = inside[0] if inside else None
        if home and (owner := _OWNED.match(text, home.end, match.end())):
            begin = owner.end()
        name = text[begin : match.end()]
        if (
            " " in name
            and _is_building(text, name, begin)
            and (begin, match.end()) not in {(p.start, p.end) for p in inside}
        ):
            yield Place(
                name, name, "venue", home.region if home else "", home.country if home else "", begin, match.end()
            )


def _is_building(text: str, name: str, begin: int) -> bool:
    """True unless the name could be that of a body and stands after no preposition of place ("at Cobden Institute")."""
    words, last = cues(), name.rpartition(" ")[2].lower()
    low = max(0, begin - _LONG_AT)
    if name.lower() in words.seats:
        return _BY.search(text, low, begin) is not None
    if last in words.addresses:
        found = _AT.search(text, low, begin) or _WAY.search(text, low, begin)
        return found is not None and not _GREEN.match(text, begin + len(name))
    return last not in words.bodies or _AT.search(text, low, begin) is not None


def _qualified(text: str, places: list[Place]) -> list[Place]:
    """Mark the regions that only say where the place before them lies."""
    for i in range(1, len(places)):
        last, place = places[i - 1], places[i]
        gap = text[last.end : place.start]
        wider = place.kind in {"region", "country"} or place.canonical in {"London", last.region}
        if _WITHIN.fullmatch(gap) and "," in gap and wider and last.canonical != place.canonical:
            places[i] = replace(place, qualifies=last.kind == "town")
    return places
