"""A document as the importers see it: its text, cut into blocks that say what each part of the page is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal, TypeAlias

from importers.sentences import split_sentences
from store.records import Span

BlockKind: TypeAlias = Literal[
    "masthead",  # the name of the paper, alone on its line
    "headline",
    "standfirst",  # the line or two between headline and text
    "byline",
    "issue line",  # "Issue No. 2517"
    "dateline",  # a line that gives the day of publication
    "crosshead",  # a heading inside the text; opens a section
    "caption",
    "copy",  # a headline, caption or paragraph that repeats one seen before
    "paragraph",
    "signature",  # the line that closes a local report and names its author; closes a section
    "furniture",  # navigation, subscription and fund boxes
]

NARRATIVE: frozenset[BlockKind] = frozenset({"headline", "standfirst", "crosshead", "caption", "paragraph"})
"""Blocks that tell something; the others yield no events, figures or quotes."""


@dataclass(frozen=True)
class Block:
    """A stretch of the text: `start` inclusive, `end` exclusive, in code points, no white space at its ends."""

    kind: BlockKind
    start: int
    end: int
    section: int = 0
    """Number of the local report it belongs to: place and day do not leak from one to the next."""


@dataclass(frozen=True)
class Document:
    """A text and its blocks, which follow each other without overlap."""

    text: str
    blocks: tuple[Block, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the narrative blocks, in order; a sentence never crosses a block."""
        return tuple(
            span
            for block in self.blocks
            if block.kind in NARRATIVE
            for span in split_sentences(self.text, block.start, block.end)
        )

    def block_at(self, offset: int) -> Block | None:
        """The block that holds this offset, or None between blocks."""
        at = bisect_right(self.blocks, offset, key=attrgetter("start")) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None
