"""What was found in a document, sentence by sentence: as far as the report itself tells it, or inside its quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from importers.documents import Block, Document
from importers.events.clauses import Clause
from importers.events.crowds import is_crowd
from importers.events.lexicon import Trigger, taxonomy
from importers.events.listings import is_clock, is_listing
from importers.events.when import dating
from importers.places import Place
from importers.spans import Row, Spanned
from store.records import Figure, Span, Time

_SCARE = 3
"""A quotation of at most so many words, without a stop at its end, is a name or a scare quote and belongs to the report."""

_IS_DATED = re.compile(r" (?:is|was|will be|falls|fell)\b")

S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a clause, with its number and its block."""

    index: int
    whole: Clause
    block: Block
    clock: Time | None = None
    """The time of day that heads the entry of a live page in which it stands."""
    listed: bool = False
    """True for the entry of a diary."""


class Scene:
    """The times, figures and places of a document, as far as they can make an event."""

    def __init__(
        self,
        document: Document,
        times: Sequence[Time],
        figures: Sequence[Figure],
        places: Sequence[Place],
        quoted: Sequence[Span] = (),
    ) -> None:
        self._document = document
        text, towns = document.text, Row(places)
        self._said = Row(times)
        self._held = _Quoted(text, quoted).hold
        found = _Found(
            days=dating(text, times),
            crowds=[figure for figure in figures if is_crowd(text, figure, towns)],
            places=places,
            votes=[figure for figure in figures if figure.unit == "votes"],
        )
        self._told = _Finds(found, self._said, lambda offset: not self._held(offset))
        self._quoted = _Finds(found, self._said, self._held)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences that the report tells itself, with what can make an event of them."""
        text, clock = self._document.text, None
        listed: Span | None = None
        dated = (-1, -1)
        for index, (start, end) in enumerate(self._document.sentences):
            block = self._document.block_at(start)
            if block is None or (self._held(start + 1) and self._held(end - 2)):
                continue
            if is_clock(text, block, self._said):
                clock = self._said.at(block.start)
            elif listed != (block.start, block.end):
                if is_listing(text, block, self._told.days):
                    start, end = listed = block.start, block.end  # noqa: PLW2901 -- a listing is one sentence
                whole = self._told.clause(text, start, end, follows=dated == (index - 1, block.start))
                if whole.times or (whole.triggers and dated == (index - 1, block.start)):
                    dated = (index, block.start)
                yield Sentence(index, whole, block, clock, listed=listed == (start, end))

    def sentence(self, start: int, end: int) -> Sentence | None:
        """The sentence that stands there inside a quotation; None where it gives no day or stands in no block."""
        block = self._document.block_at(start) if self._quoted.days.within(start, end) else None
        index = bisect_right(self._document.sentences, (start, end)) - 1
        return Sentence(index, self._quoted.clause(self._document.text, start, end), block) if block else None


@dataclass(frozen=True, slots=True)
class _Found:
    days: Sequence[Time]
    crowds: Sequence[Figure]
    places: Sequence[Place]
    votes: Sequence[Figure]


class _Finds:
    """What of all that was found stands where `counts` says."""

    def __init__(self, found: _Found, said: Row[Time], counts: Callable[[int], bool]) -> None:
        def keep(records: Sequence[S]) -> Row[S]:
            return Row([record for record in records if counts(record.start)])

        self._counts = counts
        self._said = said
        self.days = keep(found.days)
        self._crowds = keep(found.crowds)
        self._places = keep(found.places)
        self._votes = keep(found.votes)

    def clause(self, text: str, start: int, end: int, *, follows: bool = False) -> Clause:
        """Everything that begins in `start` to `end`; trigger words only where there is something else.

        That is a time, a place or a number, or that it `follows` a sentence of its paragraph that gives a day.
        """
        days, crowds = self.days.within(start, end), self._crowds.within(start, end)
        places, votes = self._places.within(start, end), self._votes.within(start, end)
        some = days or crowds or places or votes or follows
        triggers = tuple(self._triggers(text, start, end)) if some else ()
        return Clause(start, end, days, crowds, places, triggers, votes)

    def _triggers(self, text: str, start: int, end: int) -> Iterator[Trigger]:
        found = taxonomy().triggers(text, start, end)
        return (t for t in found if self._counts(t.start) and not self._is_when(text, t))

    def _is_when(self, text: str, trigger: Trigger) -> bool:
        """True for a word that only says when: "on polling day", but "Polling day is 7 May" tells of it."""
        time = self._said.at(trigger.start)
        return time is not None and not (trigger.kind.name == "election" and _IS_DATED.match(text, time.end))


class _Quoted:
    """The stretches of a text that are somebody's words."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._spans = [span for span in spans if not is_scare(text[span[0] : span[1]])]

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, 10**12)) - 1
        return at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]


def is_scare(words: str) -> bool:
    """True for a quotation of a few words that says nothing: a name, a term, somebody's word for a thing."""
    return len(words) < 60 and len(words.split()) <= _SCARE and not words.endswith((",", ".", "!", "?"))
