"""Tie figures and quotes to the event mention they belong to, and through it to a day and to places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from importers.documents import Document
from importers.events.discourse import is_definite
from importers.events.lexicon import taxonomy
from importers.events.when import dating, nearest
from importers.places import Place
from importers.spans import Row
from store.records import Event, Figure, Quote, Span, Time

_REACH = 12
"""How many mentions before a quote are looked at for the gathering where it was said."""
_NEAR = 240
"""How far around the mention of a speaker, in code points, the attribution is read."""
_HEARERS = re.compile(
    r"\b(?:told|asked|urged|addressed|addressing|telling)\s(?:them|supporters|delegates|activists|members|the)\b"
)


class Binder:
    """What was found in one document, ready to be looked up by offset."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        times: Sequence[Time],
        places: Sequence[Place],
        events: Sequence[Event],
    ) -> None:
        self._document = document
        self._times = Row(dating(document.text, times, published))
        self._places = Row(places)
        self._events = Row(events)
        self._sentences = [start for start, _ in document.sentences]

    def figures(self, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
        """The figures with event, days and places and, inside a quotation, the speaker as claimant.

        A figure outside every mention takes the day and the places of its own sentence, if it has any.
        """
        spoken = Row(quotes)
        return tuple(self._figure(figure, spoken) for figure in figures)

    def _figure(self, figure: Figure, spoken: Row[Quote]) -> Figure:
        quote = spoken.at(figure.start)
        claimant = figure.claimant or (quote.speaker if quote else None)
        if event := self._events.at(figure.start):
            span = (event.start, event.end)
            return replace(
                figure, event=span, first=event.first, last=event.last, places=event.places, claimant=claimant
            )
        low, high = self._sentence(figure.start)
        when = nearest(self._times.within(low, high), figure.start)
        where = dict.fromkeys(place.name for place in self._places.within(low, high) if not place.qualifies)
        first, last = (when.first, when.last) if when else (None, None)
        return replace(figure, first=first, last=last, places=tuple(where), claimant=claimant)

    def quotes(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """The quotes with the event at which, or in the telling of which, they were said, and its days."""
        bound: list[Quote] = []
        for quote in quotes:
            event = self._event_of(quote)
            last = bound[-1] if bound else None
            if event is not None:
                bound.append(replace(quote, event=(event.start, event.end), first=event.first, last=event.last))
            elif last is not None and quote.speaker_start is None and quote.speaker and quote.speaker == last.speaker:
                # what runs on was said where it began
                bound.append(replace(quote, event=last.event, first=last.first, last=last.last))
            else:
                bound.append(quote)
        return tuple(bound)

    def _event_of(self, quote: Quote) -> Event | None:
        """The mention that holds the quote or its attribution, else the gathering that the attribution speaks of."""
        mention = quote.start if quote.speaker_start is None else quote.speaker_start
        held = self._events.at(quote.start) or self._events.at(mention)
        if held is not None or quote.speaker_start is None:
            return held
        low, high = self._sentence(mention)
        text = self._document.text
        low, high = max(low, mention - _NEAR), min(high, mention + _NEAR)
        told = text[low : min(high, quote.start)] + text[max(low, min(high, quote.end)) : high]
        if not is_definite(told) and not _HEARERS.search(told):
            return None
        return self._gathering_before(mention)

    def _gathering_before(self, offset: int) -> Event | None:
        """The last gathering told before `offset` in the same local report."""
        block = self._document.block_at(offset)
        kinds = taxonomy().kinds
        for event in self._events.before(offset, _REACH):
            there = self._document.block_at(event.start)
            if block is None or there is None or there.section != block.section:
                return None
            if event.kind in kinds and kinds[event.kind].gathering:
                return event
        return None

    def _sentence(self, offset: int) -> Span:
        at = bisect_right(self._sentences, offset) - 1
        return self._document.sentences[at] if at >= 0 else (offset, offset)
