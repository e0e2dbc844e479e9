"""The text of a report, wrapped to the width of the pane, with the places that matter marked in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from rich.cells import get_character_cell_size

from store.records import Span
from tui.models.pieces import Line, is_plain


class Mark(Struct, frozen=True):
    """A stretch of the text, `start` inclusive, `end` exclusive, and the role it is drawn in."""

    start: int
    end: int
    role: str


def wrap_text(text: str, width: int) -> list[Span]:
    """The lines of `text` in at most `width` cells, as spans of the text; broken at spaces, else within the word."""
    width = max(width, 1)
    lines: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(text, start, start + len(paragraph), width))
        start += len(paragraph) + 1
    return lines


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    simple = is_plain(text[start:end])
    while True:
        reach = start + width if simple else _reach(text, start, end, width)
        if reach >= end:
            yield start, end
            return
        space = text.rfind(" ", start + 1, reach + 1)
        if space == -1:
            yield start, reach
            start = reach
        else:
            yield start, space
            start = space + 1


def _reach(text: str, start: int, end: int, width: int) -> int:
    """The offset up to which `text[start:]` fits into `width` cells; at least one character on."""
    cells = 0
    for offset in range(start, end):
        cells += get_character_cell_size(text[offset])
        if cells > width:
            return max(offset, start + 1)
    return end


def line_at(lines: Sequence[Span], offset: int) -> int:
    """The number of the line that holds an offset of the text."""
    return max(bisect_right(lines, (offset, len(lines) and lines[-1][1] + 1)) - 1, 0)


def marked(text: str, line: Span, marks: Iterable[Mark]) -> Line:
    """One line of the text in pieces; where marks overlap, a piece has all their roles."""
    start, end = line
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    if not here:
        return ((text[start:end], ""),)
    cuts = sorted({start, end, *(max(mark.start, start) for mark in here), *(min(mark.end, end) for mark in here)})
    return tuple(
        (text[left:right], " ".join(mark.role for mark in here if mark.start <= left and mark.end >= right))
        for left, right in pairwise(cuts)
    )
