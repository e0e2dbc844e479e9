"""What a report has told so far: the day and place that a sentence without its own goes by.

Nothing is carried from one local report of a page to the next, except where a sentence itself names the event again
("the rally in Kilburn").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from importers.events.lexicon import Kind
from importers.places import Place
from store.records import Span, Time

_LINKS = re.compile(
    r"\b(?:(?:had|has|have) just|then|earlier|later|simultaneous|same|before that|after that|also (?:held|took|rallied|marched|gathered|met))\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\W*(?!The\b|In\b|At\b|On\b)(?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+(?:, [^,]+,)? [a-z]+")
_A = re.compile(r"\ban? (?:(?!of\b|in\b|at\b)[\w’'-]+ ){0,3}\Z")
_APART = re.compile(r"\b(?:after|before|following|since|ahead of)\s\Z")
_NEAR = 2
_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[\w’,'-]+\s){0,3}?(?:rally|march|demonstration|demo|meeting|event|protest|hustings|launch|crowd|hall|venue|audience|conference|strike|picket|vigil|turnout|procession|parade|gathering|walkout|stoppage|occupation|blockade|sit-in)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One mention as far as later sentences can lean on it."""

    kind: Kind
    time: Time | None
    places: tuple[Place, ...]
    sentence: int
    block: int
    """Where its paragraph begins."""
    wide: bool = False
    """True where it goes through a whole region, so that towns named next have their part in it."""


class Discourse:
    """The mentions so far; `section` is the local report that is being read."""

    def __init__(self) -> None:
        self._section: int | None = None
        self._running: Told | None = None
        self._by_place: dict[str, Told] = {}
        self._by_day: list[Told] = []
        self._passed: tuple[int, tuple[Place, ...]] = (-10, ())
        self._wide: Time | None = None
        self._frame: Told | None = None
        self.home: tuple[Place, ...] = ()
        """The places in the heading of this section ("Bristol")."""

    def enter(self, section: int) -> None:
        """Begin a sentence of this section."""
        if section != self._section:
            self._section, self._running, self._passed, self.home = section, None, (-10, ()), ()
            self._by_day.clear()
            self._wide = None

    def tell(self, told: Told) -> None:
        """Remember a mention that has been read."""
        if not told.kind.gathering:
            return
        if told.time:
            for place in told.places:
                self._by_place.setdefault(place.canonical, told)
            if told.places:
                self._by_day.append(told)
            if told.wide:
                self._wide = told.time
        self._running = told

    def widen(self) -> None:
        """The gathering told last goes on in many places: "there were pickets across the country"."""
        if self._running is not None:
            self._wide = self._running.time

    def open(self, told: Told) -> None:
        """Remember the day with which a paragraph opens: "Yesterday both sides were out again"."""
        self._frame = told

    def framed(self, block: int) -> Told | None:
        """The day with which the paragraph that begins at `block` opens, unless a gathering has been told in it since."""
        frame, running = self._frame, self._running
        if frame is None or frame.block != block or (running is not None and running.block == block):
            return None
        return frame

    def pass_by(self, sentence: int, places: tuple[Place, ...], *, heads: bool) -> None:
        """Remember the places of a sentence, whether it told an event or not; `heads` says that it heads its section."""
        if places:
            self._passed = (sentence, places)
        if heads:
            self.home = places

    def passed(self, sentence: int) -> tuple[Place, ...]:
        """The places that the sentence or two before this one spoke of, in the same section."""
        return self._passed[1] if sentence - self._passed[0] <= _NEAR else ()

    def just_told(self, sentence: int, block: int) -> Told | None:
        """The gathering of the sentence before, in the same paragraph: a series goes on in its day."""
        running = self._running
        if running is None or running.time is None or running.block != block:
            return None
        return running if running.sentence == sentence - 1 else None

    @property
    def running(self) -> Told | None:
        """The last gathering of this section."""
        return self._running

    def again(self, clause: str, places: tuple[Place, ...]) -> Told | None:
        """The mention that a clause means which names an event again by its place: "at the Sheffield rally"."""
        named = _DEFINITE.search(clause)
        if named is None or _APART.search(clause, 0, named.start()):
            return None
        return next((self._by_place[p.canonical] for p in places if p.canonical in self._by_place), None)

    def on_day(self, clause: str, time: Time, kind: Kind) -> Told | None:
        """The gathering of that day which a clause without a place speaks of: "the rally on Monday"."""
        if not _DEFINITE.search(clause):
            return None
        same_day = [t for t in self._by_day if t.time and (t.time.first, t.time.last) == (time.first, time.last)]
        return next((t for t in same_day if t.kind == kind), same_day[0] if same_day else None)

    def carries_to(self, clause: str, places: tuple[Place, ...]) -> Told | None:
        """The running mention where its day may be taken for a clause without one.

        A clause that opens on a place of its own speaks of another event, unless a word links the two ("just", "also")
        or what runs goes through a whole region.
        """
        running = self._running
        if running is None or running.time is None:
            return None
        if not places or not running.places or _LINKS.search(clause) or _days(running.time) == _days(self._wide):
            return running
        if all(place.kind == "venue" for place in places) and (is_definite(clause) or not _has_venue(running.places)):
            return running  # a hall of the town just told, or of no known one
        known = {p.canonical for p in running.places}
        return running if known & {p.canonical for p in places} else None


def _days(time: Time | None) -> tuple[date | None, date | None] | None:
    return None if time is None else (time.first, time.last)


def _has_venue(places: tuple[Place, ...]) -> bool:
    return any(place.kind == "venue" for place in places)


def is_definite(clause: str) -> bool:
    """True where a clause speaks of an event as known: "the demonstration"."""
    return _DEFINITE.search(clause) is not None


def is_new(text: str, before: Span) -> bool:
    """True where a clause that opens on somebody by name speaks of a gathering not told of yet: "Ann Price drew 90 to a meeting".

    `before` is the clause up to the word for the gathering.
    """
    words = text[before[0] : before[1]]
    return bool(_SOMEBODY.match(words) and _A.search(words)) and not _LINKS.search(words)
