"""Read the event mentions of a document, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from importers.documents import Document
from importers.events.clauses import Clause, split
from importers.events.discourse import Discourse, Told, is_definite
from importers.events.lexicon import OTHER, Kind, Trigger, taxonomy
from importers.events.titles import title_of
from importers.events.when import dating, nearest
from importers.places import Place
from importers.spans import Row
from store.records import Bounds, Figure, Span, Time

_AHEAD = re.compile(
    r"\b(?:will|to be|plans?|planned|planning|due to|set to|going to|is expected|are expected|shall|upcoming)\b"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|has|have|[a-z]{2,}ed|came|went|took|met|held|won|lost|led|left|spoke|said|stood|began|saw|gave|put|got|did)\b"
)
_RELATIVE = re.compile(r",? (?:who|which|that|whose)\b[^,]*\Z")
_HANDFUL = 10
_ORGANISATION = re.compile(
    r"[ \u00a0](?:Momentum|Labour|CLP|Unite|Unison|UNISON|GMB|TUC|Socialist|Trades|council|Council|MP)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention before it becomes a record."""

    span: Span
    kind: Kind
    time: Time | None
    places: tuple[Place, ...]
    crowd: Figure | None
    planned: bool
    sentence: int
    """Index of its (last) sentence."""


class MentionReader:
    """Goes through the sentences of a document with everything that was found in them."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        times: Sequence[Time],
        figures: Sequence[Figure],
        places: Sequence[Place],
        quoted: Sequence[Span],
    ) -> None:
        self._document = document
        self._text = document.text
        self._published = published
        self._quoted = _Quoted(quoted)
        held = self._quoted.hold
        self._times = Row([t for t in dating(self._text, times, published) if not held(t.start)])
        self._crowds = Row([f for f in figures if _is_crowd(f) and not held(f.start)])
        self._places = Row([p for p in places if not held(p.start)])
        self._discourse = Discourse()

    def read(self) -> list[Mention]:
        """The mentions in the order of the text."""
        mentions: list[Mention] = []
        for index, clause in self._clauses():
            block = self._document.block_at(clause.start)
            self._discourse.enter(block.section if block else 0)
            mention = self._mention(clause, index)
            if mention is None:
                continue
            last = mentions[-1] if mentions else None
            if last is not None and self._completes(last, mention, clause):
                mention = replace(last, span=(last.span[0], mention.span[1]), crowd=mention.crowd, sentence=index)
                mentions.pop()
            mentions.append(mention)
            self._discourse.tell(Told(mention.kind, mention.time, mention.places, mention.crowd))
        return mentions

    def _clauses(self) -> Iterator[tuple[int, Clause]]:
        for index, (start, end) in enumerate(self._document.sentences):
            if self._quoted.hold(start + 1) and self._quoted.hold(end - 2):
                continue
            triggers = [t for t in taxonomy().triggers(self._text, start, end) if not self._quoted.hold(t.start)]
            whole = Clause(
                start,
                end,
                self._times.within(start, end),
                self._crowds.within(start, end),
                self._places.within(start, end),
                tuple(triggers),
            )
            if whole.times or whole.crowds or (whole.triggers and whole.places):
                yield from ((index, clause) for clause in split(self._text, whole))

    def _mention(self, clause: Clause, index: int) -> Mention | None:
        words = self._text[clause.start : clause.end]
        places = self._where(clause)
        crowd = clause.crowds[0] if clause.crowds else None
        trigger = _head(clause)
        kind = trigger.kind if trigger else taxonomy().kinds["rally"] if crowd else OTHER
        own = nearest(clause.times, trigger.start if trigger else clause.end)
        if own is not None:
            if kind is OTHER and not self._tells(clause, own):
                return None
            known = self._discourse.on_day(words, own, kind) if not places else None
            return self._made(clause, index, kind, own, places or (known.places if known else ()), crowd)
        again = self._discourse.again(words, places)
        if crowd is None:
            if again is None or not kind.gathering:
                return None
            return self._made(clause, index, kind, again.time, again.places, None)
        if not kind.gathering:
            kind = taxonomy().kinds["rally"]
        carried = again or self._discourse.carries_to(words, places)
        time = carried.time if carried else None
        return self._made(clause, index, kind, time, places or (carried.places if carried else ()), crowd)

    def _made(
        self, clause: Clause, index: int, kind: Kind, time: Time | None, places: tuple[Place, ...], crowd: Figure | None
    ) -> Mention:
        ahead = bool(time and self._published and time.first and time.first > self._published)
        words = self._text[clause.start : clause.end]
        planned = ahead or (time is None and bool(_AHEAD.search(words)))
        return Mention(
            (clause.start, clause.end), kind, time, places, crowd if kind.gathering else None, planned, index
        )

    def _tells(self, clause: Clause, time: Time) -> bool:
        """True where the clause tells a happening of that day: a verb in the past, and the day not in an aside."""
        before = self._text[clause.start : time.start]
        whole = self._text[clause.start : clause.end]
        return bool(_TOLD.search(whole)) and not _RELATIVE.search(before)

    def _where(self, clause: Clause) -> tuple[Place, ...]:
        """Where it happened: without the regions that only qualify, and without those that belong to a name."""
        places = [p for p in clause.places if not p.qualifies]
        free = [p for p, in_name in zip(places, self._in_names(places), strict=True) if not in_name]
        seen: dict[str, Place] = {}
        for place in free or places:
            seen.setdefault(place.canonical, place)
        return tuple(seen.values())

    def _in_names(self, places: list[Place]) -> list[bool]:
        """For each place whether it is part of a name ("Leyton and Wanstead CLP"), alone or in a list."""
        part = [_ORGANISATION.match(self._text, p.end) is not None for p in places]
        for i in range(len(places) - 2, -1, -1):
            joined = self._text[places[i].end : places[i + 1].start] in {" and ", ", "}
            part[i] = part[i] or (joined and part[i + 1])
        return part

    def _completes(self, last: Mention, mention: Mention, clause: Clause) -> bool:
        """True where a sentence only adds the size to the gathering told right before: "1,000 joined the demonstration"."""
        return (
            last.crowd is None
            and mention.crowd is not None
            and last.kind.gathering
            and not clause.times
            and not self._where(clause)
            and mention.sentence - last.sentence <= 1
            and is_definite(self._text[clause.start : clause.end])
            and self._discourse.running is not None
        )


def _head(clause: Clause) -> Trigger | None:
    """The trigger that names what happened: with a crowd the gathering, else the first that is not mere speech.

    Who "spoke at a meeting" is told of by the meeting.
    """
    gatherings = [t for t in clause.triggers if t.kind.gathering]
    if clause.crowds:
        return min(gatherings, key=lambda t: (not t.noun, t.kind.rank), default=None)
    told = [t for t in clause.triggers if not t.kind.word] or list(clause.triggers)
    if told and told[0].kind.name == "speech":
        return next((t for t in gatherings if t.noun and t.kind.name != "speech"), told[0])
    return told[0] if told else None


def _is_crowd(figure: Figure) -> bool:
    """True for a number of people that came; a handful among them ("two hecklers") is not the size of a gathering."""
    least = min(value for value in (figure.low, figure.high, 10**12) if value is not None)
    return figure.kind == "attendance" and figure.unit == "people" and least >= _HANDFUL


class _Quoted:
    """The stretches of a text that stand in quotation marks; short ones are scare quotes and do not count."""

    _SHORT = 24

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = [span for span in spans if span[1] - span[0] > self._SHORT]

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, 10**12)) - 1
        return at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]


def bounds_of(crowd: Figure | None) -> Bounds | None:
    """The attendance of a mention."""
    return Bounds(low=crowd.low, high=crowd.high) if crowd else None


def title(text: str, mention: Mention) -> str:
    """The title of a mention."""
    return title_of(text, mention.span, mention.kind, mention.places, mention.crowd)
