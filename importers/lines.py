"""Cut a text into units: one for each line, or for each paragraph where lines are hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from importers.documents import BlockKind
from importers.page_lines import is_byline, is_dateline

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WORD = re.compile(r"\S{1,40}")
_BULLETS = frozenset("•‣▪●◦")
_ENDED = re.compile(r"[.!?…:;] ?[\"”’'»)\]*_]*$")

MARGINS = range(30, 121)
"""Lengths of a line that can have been broken by a margin: shorter ones were broken by a writer."""


class _Line(NamedTuple):
    start: int
    end: int
    gap: int
    indent: int


@dataclass(frozen=True)
class Unit:
    """A line or a joined paragraph: `start` inclusive, `end` exclusive, no white space at its ends."""

    start: int
    end: int
    gap: int
    """How many empty lines stand before it."""
    words: str
    """Its text with every run of white space made one space."""
    says: BlockKind | None = None
    """What it is, where that was told by the line it is a part of."""

    @property
    def ended(self) -> bool:
        """Whether it closes like a sentence: with a stop, before closing quotation marks and brackets."""
        return ended(self.words)


def ended(words: str) -> bool:
    """Whether `words` close like a sentence."""
    return bool(_ENDED.search(words[-12:]))


def read_units(text: str) -> list[Unit]:
    """The units of `text`, in order, without overlap; nothing but white space lies between them.

    Lines that follow each other without an empty line are joined where a margin has broken a paragraph: where the
    lines of the whole text are as long as one margin allows, or where those of one run mostly have no stop and
    go on in small letters.
    """
    runs = list(_runs(text))
    margin = _margin(text, runs)
    units: list[Unit] = []
    for run in runs:
        start, limit = run[0], margin or _loose_margin(text, run)
        for line, following in pairwise(run):
            if not _goes_on(text, line, following, limit):
                units.append(_unit(text, start, line))
                start = following
        units.append(_unit(text, start, run[-1]))
    return units


def _runs(text: str) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for line in _lines(text):
        if run and line.gap:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold anything, stripped; those before the first count as following no gap."""
    behind = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        if not raw.strip():
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.end() - len(raw) + len(raw.rstrip())
        breaks = sum(1 for _ in _BREAK.finditer(text, behind, start)) if behind else 1
        yield _Line(start, end, max(breaks - 1, 0), start - match.start())
        behind = end


def _margin(text: str, runs: list[list[_Line]]) -> int | None:
    """The margin at which the whole text is broken, as a length of lines; None where it is not."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    lengths = sorted(line.end - line.start for line, _ in pairs)
    margin = lengths[len(lengths) * 19 // 20] if len(pairs) > 2 else 0
    if margin not in MARGINS:
        return None
    full = sum(_is_full(text, line, following, margin) for line, following in pairs)
    unstopped = [following for line, following in pairs if not _stops(text, line)]
    going_on = sum(not text[following.start].isupper() for following in unstopped)
    broken = 5 * len(unstopped) >= 2 * len(pairs) and 3 * going_on >= len(unstopped)
    return margin if broken and 5 * full >= 4 * len(pairs) else None


def _loose_margin(text: str, run: list[_Line]) -> int | None:
    """0 where the run reads like one paragraph in broken lines though no margin can be told, else None."""
    unstopped = [
        following for line, following in pairwise(run) if line.end - line.start in MARGINS and not _stops(text, line)
    ]
    going_on = sum(not text[following.start].isupper() for following in unstopped)
    return 0 if unstopped and 3 * len(unstopped) >= 2 * (len(run) - 1) and 2 * going_on >= len(unstopped) else None


def _goes_on(text: str, line: _Line, following: _Line, margin: int | None) -> bool:
    """Whether the paragraph of `line` goes on in `following`; a deeper indent or a bullet opens a new one."""
    if margin is None or (following.indent > line.indent and _stops(text, line)):
        return False
    if text[following.start] in _BULLETS or any(_is_about_the_page(text, one) for one in (line, following)):
        return False
    if _is_full(text, line, following, margin):
        return True
    return not _stops(text, line) and text[following.start].islower()


def _is_about_the_page(text: str, line: _Line) -> bool:
    """Whether the line is a byline or dateline of its own."""
    words = text[line.start : line.end] if line.end - line.start <= MARGINS[-1] else ""
    return is_byline(words) or is_dateline(words)


def _is_full(text: str, line: _Line, following: _Line, margin: int) -> bool:
    """Whether the next word had no room on the line, give or take a tenth."""
    word = _WORD.match(text, following.start, following.end)
    room = word.end() - word.start() if word else 0
    return 10 * (line.end - line.start + 1 + room) > 9 * margin


def _stops(text: str, line: _Line) -> bool:
    return ended(text[max(line.start, line.end - 12) : line.end])


def _unit(text: str, first: _Line, last: _Line) -> Unit:
    return Unit(first.start, last.end, first.gap, " ".join(text[first.start : last.end].split()))
