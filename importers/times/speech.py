"""Stretches of direct speech, as the reading of times sees them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from importers.documents import Block
from importers.times.forms import Date, Expression, Weekday
from importers.times.scene import Antecedent

_NEW_SENTENCE = re.compile(r"[.!?][\"')]* +[a-z\"]")
_ENDS_THERE = re.compile(r"\.? +\"?|[^.!?\"]{0,40}[.!?] +\"?")
_NEW_CLAUSE = re.compile(r"[.!?:]|, (?:who|which|where|whose|and|then|but|before)\b|\b(?:that|will|would)\b")


class Quoted(Protocol):
    """The words within one pair of quotation marks."""

    @property
    def start(self) -> int:
        """First code point inside the marks."""

    @property
    def end(self) -> int:
        """Code point after the last one inside."""

    @property
    def continued(self) -> bool:
        """Whether it runs on from the paragraph before."""


def within(quotations: Sequence[Quoted], starts: Sequence[int], offset: int) -> Quoted | None:
    """The quotation around `offset`; `starts` are the starts of `quotations`, in order."""
    at = bisect_right(starts, offset) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].end else None


@dataclass
class Speeches:
    """The quotations of a text, and the days told around those of the paragraph at hand."""

    low: str
    quotations: Sequence[Quoted]
    told: list[Antecedent] = field(default_factory=list)
    """What the paragraph at hand told so far."""
    _starts: list[int] = field(default_factory=list)
    _before: tuple[int, Antecedent] | None = None
    """The number of the last quotation of the paragraph before, and the day on which it was spoken."""

    def __post_init__(self) -> None:
        self._starts = [quotation.start for quotation in self.quotations]

    @property
    def last(self) -> Antecedent | None:
        """What the paragraph at hand told last."""
        return self.told[-1] if self.told else None

    def around(self, offset: int) -> Quoted | None:
        """The quotation in which `offset` lies."""
        return within(self.quotations, self._starts, offset)

    def forget(self) -> None:
        """Begin anew, as another local report does."""
        self.told = []
        self._before = None

    def leave(self, block: Block | None) -> None:
        """Keep the last quotation of the paragraph `block`, for the one after it may run on from there."""
        self._before = self._last_of(block) if block else None
        self.told = []

    def _last_of(self, block: Block) -> tuple[int, Antecedent] | None:
        number = bisect_right(self._starts, block.end) - 1
        if number < 0 or self.quotations[number].start < block.start:
            return None
        spoken = self.introduced(self.quotations[number]) or self.run_on(self.quotations[number])
        return (number, spoken) if spoken else None

    def introduced(self, quotation: Quoted) -> Antecedent | None:
        """The day told in the sentence that introduces the quotation."""
        for told in reversed(self.told):
            if told.quoted or told.interval.grain != "day" or told.span[1] > quotation.start:
                continue
            if self._goes_on(quotation, told):
                return told
            return None if _NEW_SENTENCE.search(self.low, told.span[1], quotation.start) else told
        return None

    def _goes_on(self, quotation: Quoted, told: Antecedent) -> bool:
        """Whether a speech goes on right behind the words that gave its day: she told the rally on Tuesday."""
        number = bisect_right(self._starts, quotation.start) - 2
        if number < 0 or self.quotations[number].end > told.span[0]:
            return False
        before = self.low[self.quotations[number].end : told.span[0]]
        behind = self.low[told.span[1] : quotation.start]
        return not _NEW_SENTENCE.search(before[1:]) and _ENDS_THERE.fullmatch(behind) is not None

    def attributes(self, quotation: Quoted, following: Expression | None) -> bool:
        """Whether the time behind a quotation is told in the rest of its sentence: “…,” she told the rally on Saturday."""
        if following is None or following.start < quotation.end or not isinstance(following.form, Date | Weekday):
            return False
        between = self.low[quotation.end : following.start]
        if self.low.endswith(".", quotation.start, quotation.end) and not self.low.endswith("...", 0, quotation.end):
            return False  # a sentence of its own follows
        return not _NEW_CLAUSE.search(between) and self.around(following.start) is None

    def run_on(self, quotation: Quoted) -> Antecedent | None:
        """The day of the quotation in the paragraph before, where this one runs on from it."""
        if self._before is None:
            return None
        number, spoken = self._before
        between = self.quotations[number + 1 : bisect_right(self._starts, quotation.start)]
        return spoken if between and all(one.continued for one in between) else None
