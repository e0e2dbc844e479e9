"""What was found in a document, sentence by sentence, as far as the report itself tells it: quotations left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.documents import Block, Document
from importers.events.clauses import Clause
from importers.events.crowds import is_crowd
from importers.events.lexicon import taxonomy
from importers.events.listings import is_clock, is_listing
from importers.events.when import dating
from importers.places import Place
from importers.spans import Row
from store.records import Figure, Span, Time

_SCARE = 3
"""A quotation of at most so many words, without a stop at its end, is a name or a scare quote and belongs to the report."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a clause, with its number and its block."""

    index: int
    whole: Clause
    block: Block
    clock: Time | None = None
    """The time of day that heads the entry of a live page in which it stands."""


def sentences(
    document: Document,
    times: Sequence[Time],
    figures: Sequence[Figure],
    places: Sequence[Place],
    quoted: Sequence[Span],
) -> Iterator[Sentence]:
    """The sentences that the report tells itself, with what can make an event of them."""
    text = document.text
    held = _Quoted(text, quoted).hold
    said = Row(times)
    days = Row([t for t in dating(text, times) if not held(t.start)])
    towns = Row([p for p in places if not held(p.start)])
    told = [f for f in figures if not held(f.start)]
    crowds = Row([f for f in told if is_crowd(text, f, towns)])
    votes = Row([f for f in told if f.unit == "votes"])
    clock: Time | None = None
    listed: Span | None = None
    for index, (start, end) in enumerate(document.sentences):
        block = document.block_at(start)
        if block is None or (held(start + 1) and held(end - 2)):
            continue
        if is_clock(text, block, said):
            clock = said.at(block.start)
            continue
        if listed == (block.start, block.end):
            continue
        if is_listing(text, block, days):
            start, end = listed = block.start, block.end  # noqa: PLW2901 -- a listing is one sentence
        triggers = tuple(t for t in taxonomy().triggers(text, start, end) if not held(t.start) and not said.at(t.start))
        whole = Clause(
            start,
            end,
            days.within(start, end),
            crowds.within(start, end),
            towns.within(start, end),
            triggers,
            votes.within(start, end),
        )
        yield Sentence(index, whole, block, clock)


class _Quoted:
    """The stretches of a text that are somebody's words."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._spans = [span for span in spans if not _is_scare(text[span[0] : span[1]])]

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, 10**12)) - 1
        return at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]


def _is_scare(words: str) -> bool:
    return len(words) < 60 and len(words.split()) <= _SCARE and not words.endswith((",", ".", "!", "?"))
