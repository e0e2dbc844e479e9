"""Look up records of a text by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything that stands in a text: `start` inclusive, `end` exclusive, in code points."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""

    @property
    def end(self) -> int:
        """Offset after the last code point."""


S = TypeVar("S", bound=Spanned)


class Row(Generic[S]):
    """Records in the order of the text, none of which begins inside another."""

    def __init__(self, records: Sequence[S]) -> None:
        self._records: tuple[S, ...] = tuple(records)
        self._starts = [record.start for record in self._records]

    def at(self, offset: int) -> S | None:
        """The record that covers this offset, or None."""
        number = bisect_right(self._starts, offset) - 1
        return self._records[number] if number >= 0 and offset < self._records[number].end else None

    def within(self, start: int, end: int) -> tuple[S, ...]:
        """The records that begin in `[start, end)`."""
        return self._records[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int, most: int) -> Iterator[S]:
        """At most `most` records that begin before `offset`, the nearest first."""
        number = bisect_left(self._starts, offset)
        yield from reversed(self._records[max(0, number - most) : number])
