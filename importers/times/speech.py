"""Stretches of direct speech, as the reading of times sees them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol


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
