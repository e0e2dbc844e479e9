"""Cut a sentence into the clauses that each tell a happening of their own.

"Some 90 met in Luton last Friday, and hundreds packed a hall in Derby the night before" tells two; a sentence that tells
one stays whole, however many clauses it has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from importers.events.lexicon import Trigger
from importers.events.verbs import is_past, is_to_come, looks_ahead
from importers.places import Place
from importers.spans import Spanned
from store.records import Figure, Span, Time

_CUT = re.compile(
    r"[,;—–] (?:(?:and )?then|and|but|while|whereas|as|with|(?:\w+ )?(?:hours?|days|weeks|months|years)? ?(?:after|before)) (?=\S)|; |—|, (?=(?:[\w’'-]+ ){1,5}(?:said|say|says|revealed|announced|claimed|reported|told)\b)"
    r"| and (?=an? |the )|,? and (?=(?:the |a |his |her |their |its )?\w+ (?:will|was|were|is|are|has|have|had|goes|go|meets?|opens?|closes?|votes?|begins?|starts?|ends?|returns?)\b)"
    r"| (?:while|whereas|as|where) (?=\S)|,? and (?=[\w,]+ (?:\w+ )?(?:in|at|people|joined|packed|marched)\b)"
)
_ASIDE = re.compile(r"[\s,;—–]*(?:\w+ )?(?:(?:hours?|days|weeks|months|years) )?(?:after|before)\b")
_THEN = re.compile(r"[\s,;—–]*(?:and )?then [a-z]+")
_LATER = re.compile(
    r"[\s,;—–]*(?:(?:and|but|then) )*(?:in the (?:morning|afternoon|evening)|that (?:morning|afternoon|evening|night)|at night|later|afterwards)\b"
)
_SUBORDINATE = re.compile(
    r", (?:(?:\w+ ){0,2}(?:hours|days|weeks|months|years|minutes|an hour|a day|a week|a month|a year|the day|the week) )?(?:after|before|since) (?=[\w’'-]+ [\w’'-]+)"
)
_RELATIVE = re.compile(r", (?:who|which|whose)\b[^,]*,")
_MOST = 64
"""Cuts beyond which a sentence is no language and is left whole."""

S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with everything that was found in it."""

    start: int
    end: int
    times: tuple[Time, ...]
    """Those that give a day or a few."""
    crowds: tuple[Figure, ...]
    """Figures of people who came together."""
    places: tuple[Place, ...]
    triggers: tuple[Trigger, ...]
    votes: tuple[Figure, ...] = ()
    """Figures of votes."""
    lead: Span | None = None
    """The words before a list of days, where this is one of them: they say what happens on each."""


def split(text: str, whole: Clause) -> list[Clause]:
    """The clauses of a sentence that tell happenings of their own; one that tells a single happening comes back whole."""
    pieces: list[Clause] = []
    for start, end in _cuts(text, whole):
        piece = part(whole, start, end)
        if pieces and not (_moves_on(text, pieces[-1], piece) or _apart(text, pieces[-1], piece)):
            pieces[-1] = part(whole, pieces[-1].start, end)
        else:
            pieces.append(piece)
    rows = [row for piece in _telling(whole, pieces) for row in _rows(piece)]
    if len(rows) == 1:
        return [_without_asides(text, whole)]
    return [row if is_aside(text, row) else _share(text, row, whole) for row in rows]


def _moves_on(text: str, one: Clause, other: Clause) -> bool:
    """True for "then flew to Portland": it may tell what happened in another place, or only lead up to it."""
    return _elsewhere(one, other) and _THEN.match(text, other.start) is not None


def _elsewhere(one: Clause, other: Clause) -> bool:
    here, there = ({place.canonical for place in clause.places if not place.qualifies} for clause in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def _telling(whole: Clause, pieces: Sequence[Clause]) -> list[Clause]:
    """The pieces, without those apart that only move on to another place."""
    kept: list[Clause] = []
    for piece in pieces:
        if kept and not (piece.times or piece.crowds or piece.triggers):
            kept[-1] = part(whole, kept[-1].start, piece.end)
        else:
            kept.append(piece)
    return kept


def relatives(text: str, clause: Clause) -> list[Span]:
    """The asides that only say who somebody is, and give no day: ", who was excluded from the debates,"."""
    found = [match.span() for match in _RELATIVE.finditer(text, clause.start, clause.end)]
    return [span for span in found if not any(span[0] <= time.start < span[1] for time in clause.times)]


def is_aside(text: str, clause: Clause) -> bool:
    """True for a clause that tells of another day than its sentence: "weeks after speaking in Hove"."""
    return _ASIDE.match(text, clause.start) is not None


def _without_asides(text: str, whole: Clause) -> Clause:
    """Without what stands in a clause that only says after or before what: "hours after polls closed in Ohio"."""
    for match in _SUBORDINATE.finditer(text, whole.start + 1, whole.end):
        main, aside = part(whole, whole.start, match.start()), part(whole, match.end(), whole.end)
        if main.triggers and main.times and (main.places or main.crowds) and not (aside.times or aside.crowds):
            return replace(whole, places=main.places, triggers=main.triggers)
    return whole


def part(whole: Clause, start: int, end: int) -> Clause:
    """What of a clause begins in `start` to `end`."""

    def keep(records: tuple[S, ...]) -> tuple[S, ...]:
        first = bisect_left(records, start, key=attrgetter("start"))
        return records[first : bisect_left(records, end, lo=first, key=attrgetter("start"))]

    return Clause(
        start, end, keep(whole.times), keep(whole.crowds), keep(whole.places), keep(whole.triggers), keep(whole.votes)
    )


def _cuts(text: str, whole: Clause) -> list[Span]:
    edges = [whole.start, *(m.start() + (m.group()[0] in ",;—–") for m in _CUT.finditer(text, whole.start, whole.end))]
    edges.append(whole.end)
    if len(edges) > _MOST:
        return [(whole.start, whole.end)]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _apart(text: str, one: Clause, other: Clause) -> bool:
    """True where two neighbours tell different happenings: other days, or other places with crowds of their own.

    So does an aside that tells of a crowd before or after what has a day ("weeks after speaking to 900 in Hove"),
    another crowd at another time of the day, and what a semicolon parts in another place.
    """
    goes_on = bool(other.times) and _THEN.match(text, other.start) is not None
    both_tell = bool(one.triggers or one.crowds) and (goes_on or bool(other.triggers or other.crowds))
    if not both_tell and not (one.times and other.times and _tells(text, one) and _tells(text, other)):
        return False
    if one.times and other.times and _days(one) != _days(other):
        return True
    if is_aside(text, other) and one.times and one.triggers and other.crowds:
        return True
    if text[other.start - 1] == ";" and _elsewhere(one, other) and (other.triggers or other.crowds):
        return True
    if _LATER.match(text, other.start) and one.crowds and one.triggers and other.crowds and other.triggers:
        return True
    return bool(one.places and one.crowds and other.places and other.crowds)


def _tells(text: str, clause: Clause) -> bool:
    return any(told(text, clause.start, clause.end) for told in (is_past, looks_ahead, is_to_come))


def _days(clause: Clause) -> set[tuple[object, object]]:
    return {(t.first, t.last) for t in clause.times}


def _rows(clause: Clause) -> list[Clause]:
    """A row of crowd and place ("2,000 in Leeds, 500 in Hull") or of place and day, cut after each pair."""
    places = tuple(p for p in clause.places if not p.qualifies)
    rows: tuple[Sequence[Spanned], ...] = (clause.crowds, clause.times)
    for others in rows:
        if len(others) == len(places) > 1 and _alternate(others, places):
            starts = [min(o.start, p.start) for o, p in zip(others, places, strict=True)]
            edges = [clause.start, *starts[1:], clause.end]
            return [part(clause, a, b) for a, b in pairwise(edges)]
    return [clause]


def _alternate(ones: Sequence[Spanned], others: Sequence[Spanned]) -> bool:
    marks = sorted([(o.start, "a") for o in ones] + [(o.start, "b") for o in others])
    kinds = "".join(mark for _, mark in marks)
    return kinds in {"ab" * len(ones), "ba" * len(ones)}


def _share(text: str, piece: Clause, whole: Clause) -> Clause:
    """A piece with the one day that its sentence has, and with a trigger of the sentence, where it has none itself."""
    times = piece.times or (whole.times if len(_days(whole)) == 1 else ())
    if not piece.places and _THEN.match(text, piece.start):
        piece = replace(piece, places=tuple(p for p in whole.places if p.start < piece.start))
    before = tuple(t for t in whole.triggers if t.start < piece.start)
    if piece.crowds and piece.places and _THEN.match(text, piece.start):
        before = ()  # "spoke at a breakfast in Hove, then flew to Derby, where 800 stood": no second breakfast
    return replace(piece, times=times, triggers=piece.triggers or before[-1:])
