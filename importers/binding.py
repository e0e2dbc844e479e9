"""Tie figures and quotes to the event mention they belong to, and through it to a day and to places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from importers.documents import Document
from importers.events.discourse import is_definite
from importers.events.lexicon import OTHER, taxonomy
from importers.events.when import dating, nearest
from importers.events.where import is_home
from importers.people.lexicon import lexicon
from importers.places import Place
from importers.spans import Row
from store.records import Event, Figure, Quote, Span, Time

_OF_EVENTS = frozenset({"attendance", "votes", "copies"})
"""Kinds and units of figures that a local report gives for its gathering."""
_OF_THEIR_OWN = frozenset({"hustings", "conference", "strike"})
_NEXT = 40
"""How soon after a mention, in code points, the words of somebody named in it follow."""
_FAR = 600
"""How far apart two quotes of one speaker can stand and still be one speech."""
_NEAR = 240
"""How far around the mention of a speaker, in code points, the attribution is read."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "one", "some", "several", "many", "both", "his", "her", "its", "their", "our"}
)
_HEARERS = re.compile(
    r"\b(?:told|asked|urged|addressed|addressing|telling)\s(?:them|supporters|delegates|activists|members|the)\b"
)


class Binder:
    """What was found in one document, ready to be looked up by offset."""

    def __init__(
        self,
        document: Document,
        times: Sequence[Time],
        places: Sequence[Place],
        events: Sequence[Event],
    ) -> None:
        self._document = document
        self._times = Row(dating(document.text, times))
        self._places = Row(places)
        self._events = Row(events)
        told: dict[int | None, list[Event]] = {}
        for event in events:
            if event.kind in _gathering_kinds():
                told.setdefault(self._section(event.start), []).append(event)
        self._gatherings = {section: Row(here) for section, here in told.items()}
        self._lone = {section for section, here in told.items() if len({_happening(e) for e in here}) == 1}
        self._sentences = [start for start, _ in document.sentences]

    def figures(self, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
        """The figures with event, days and places and, inside a quotation, the speaker as claimant.

        A figure outside every mention takes the day and the places of its own sentence, if it has any.
        """
        spoken = Row(quotes)
        return tuple(self._figure(figure, spoken) for figure in figures)

    def _figure(self, figure: Figure, spoken: Row[Quote]) -> Figure:
        quote = spoken.at(figure.start)
        claimant = _in_passing(figure.claimant or (quote.speaker if quote else None))
        event = self._events.at(figure.start)
        if event is None and quote is None and (figure.kind in _OF_EVENTS or figure.unit in _OF_EVENTS):
            event = self._only_gathering(figure.start)
        if event is not None:
            span = (event.start, event.end)
            return replace(
                figure, event=span, first=event.first, last=event.last, places=event.places, claimant=claimant
            )
        low, high = self._sentence(figure.start)
        when = nearest(self._times.within(low, high), figure.start)
        text = self._document.text
        here = (place for place in self._places.within(low, high) if not (place.qualifies or is_home(text, place)))
        where = dict.fromkeys(place.name for place in here)
        first, last = (when.first, when.last) if when else (None, None)
        return replace(figure, first=first, last=last, places=tuple(where), claimant=claimant)

    def _only_gathering(self, offset: int) -> Event | None:
        """The gathering of a local report that tells of one alone: its last mention before `offset`."""
        return self._gathering_before(offset) if self._section(offset) in self._lone else None

    def _section(self, offset: int) -> int | None:
        block = self._document.block_at(offset)
        return block.section if block else None

    def quotes(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """The quotes with the event at which, or in the telling of which, they were said, and its days."""
        bound: list[Quote] = []
        for found in quotes:
            quote = replace(found, speaker=_people_in_passing(found.speaker))
            event = self._event_of(quote)
            if event is not None:
                bound.append(replace(quote, event=(event.start, event.end), first=event.first, last=event.last))
            elif bound and self._runs_on(bound[-1], quote):
                bound.append(replace(quote, event=bound[-1].event, first=bound[-1].first, last=bound[-1].last))
            else:
                bound.append(quote)
        return tuple(bound)

    def _runs_on(self, last: Quote, quote: Quote) -> bool:
        """True where the same speaker goes on: what runs on was said where it began."""
        same = quote.speaker is not None and quote.speaker == last.speaker
        return same and quote.start - last.end < _FAR and self._section(last.start) == self._section(quote.start)

    def _event_of(self, quote: Quote) -> Event | None:
        """The mention that holds the quote or its attribution, else the gathering that they follow from."""
        mention = quote.start if quote.speaker_start is None else quote.speaker_start
        held = self._events.at(quote.start) or self._events.at(mention)
        if held is not None or quote.speaker_start is None:
            return held
        low, high = self._sentence(mention)
        low, high = max(low, mention - _NEAR), min(high, mention + _NEAR)
        text = self._document.text
        told = text[low : min(high, quote.start)] + text[max(low, min(high, quote.end)) : high]
        before = self._gathering_before(mention)
        if before is not None and (is_definite(told) or _HEARERS.search(told)):
            return before if _can_be(before, told) else None
        return self._just_spoken(quote, min(low, quote.start))

    def _just_spoken(self, quote: Quote, start: int) -> Event | None:
        """What the sentence right before tells its speaker did, where words may have been part of it."""
        last = next(self._events.before(start, 1), None)
        if last is None or last.planned or last.kind not in _speaking_kinds() or quote.speaker not in last.people:
            return None
        return last if start - last.end < _NEXT and self._section(last.start) == self._section(start) else None

    def _gathering_before(self, offset: int) -> Event | None:
        """The last gathering told before `offset` in the same local report."""
        told = self._gatherings.get(self._section(offset))
        return next(told.before(offset, 1), None) if told else None

    def _sentence(self, offset: int) -> Span:
        at = bisect_right(self._sentences, offset) - 1
        return self._document.sentences[at] if at >= 0 else (offset, offset)


def _in_passing(name: str | None) -> str | None:
    """A claimant as named inside a sentence: "organisers", "a source"; names keep their capital."""
    if not name:
        return None
    first, _, rest = name.partition(" ")
    common = first.lower() in _DETERMINERS or first.lower().removesuffix("s") in lexicon().roles
    return name[0].lower() + name[1:] if common and not rest[:1].isupper() else name


def _people_in_passing(speaker: str | None) -> str | None:
    """People without a name as called inside a sentence, so that they are called alike: "journalists"."""
    first = speaker.partition(" ")[0] if speaker else ""
    return _in_passing(speaker) if first.endswith("s") and first.lower() not in _DETERMINERS else speaker


def _happening(event: Event) -> tuple[date | None, date | None, tuple[str, ...]]:
    return event.first, event.last, event.places[:1]


@cache
def _gathering_kinds() -> frozenset[str]:
    return frozenset(name for name, kind in taxonomy().kinds.items() if kind.gathering)


@cache
def _speaking_kinds() -> frozenset[str]:
    """Kinds of events at which words are spoken: gatherings, statements, and what no word names."""
    words = (name for name, kind in taxonomy().kinds.items() if kind.word)
    return frozenset({*_gathering_kinds(), *words, OTHER.name})


def _can_be(event: Event, words: str) -> bool:
    """True where words that name a gathering ("the rally") can mean this one: a hustings is no rally."""
    kinds = {trigger.kind.name for trigger in taxonomy().triggers(words, 0, len(words)) if trigger.noun}
    return event.kind in kinds or not kinds & _OF_THEIR_OWN
