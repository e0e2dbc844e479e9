"""Read past the signs nobody sees: zero-width spaces and joiners, soft hyphens, which break a number apart for a program."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from importers.documents import Document
from store.records import Figure, Time

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")


class Visible:
    """A document as a reader sees it, and the way back to the offsets of the whole text."""

    def __init__(self, document: Document) -> None:
        self._whole = document.text
        self._kept = [at for at, sign in enumerate(document.text) if not _INVISIBLE.match(sign)]
        blocks = (replace(block, start=self._at(block.start), end=self._at(block.end)) for block in document.blocks)
        self.document = Document("".join(map(self._whole.__getitem__, self._kept)), tuple(blocks))

    def _at(self, offset: int) -> int:
        return bisect_left(self._kept, offset)

    def times(self, times: Sequence[Time]) -> tuple[Time, ...]:
        """The time expressions with their offsets in what is visible."""
        return tuple(structs.replace(time, start=self._at(time.start), end=self._at(time.end)) for time in times)

    def whole(self, figure: Figure) -> Figure:
        """The figure with its offsets in the whole text."""
        start, end = self._kept[figure.start], self._kept[figure.end - 1] + 1
        return structs.replace(figure, start=start, end=end, text=self._whole[start:end])


def has_invisible(text: str) -> bool:
    """Whether the text holds such a sign."""
    return not text.isascii() and _INVISIBLE.search(text) is not None
