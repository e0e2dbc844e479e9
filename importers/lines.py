"""Cut a text into units: one for each line, or for each paragraph where lines are hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:;] ?[\"”’'»)\]*_]*$")

WRAPPED = range(40, 121)
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

    @property
    def ended(self) -> bool:
        """Whether it closes like a sentence: with a stop, before closing quotation marks and brackets."""
        return ended(self.words)


def ended(words: str) -> bool:
    """Whether `words` close like a sentence."""
    return bool(_ENDED.search(words[-12:]))


def read_units(text: str) -> list[Unit]:
    """The units of `text`, in order, without overlap; nothing but white space lies between them.

    Lines that follow each other without an empty line are joined where they read like one paragraph that a
    margin has broken: middling length, no stop at the end of most, and the next one going on in small letters.
    """
    units: list[Unit] = []
    for run in _runs(text):
        if _wrapped(text, run):
            units.extend(_paragraphs(text, run))
        else:
            units.extend(_unit(text, line.start, line.end, line.gap) for line in run)
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


def _wrapped(text: str, run: list[_Line]) -> bool:
    body = run[:-1]
    if not body:
        return False
    open_ends = going_on = 0
    for line, following in zip(body, run[1:], strict=False):
        if line.end - line.start not in WRAPPED or ended(text[line.start : line.end][-12:]):
            continue
        open_ends += 1
        going_on += not text[following.start].isupper()
    return 3 * open_ends >= 2 * len(body) and 2 * going_on >= open_ends


def _paragraphs(text: str, run: list[_Line]) -> Iterator[Unit]:
    """The paragraphs of a wrapped run: a line set in deeper than the one before opens a new one."""
    first = run[0]
    start, end, gap = first.start, first.end, first.gap
    margin = min(line.indent for line in run)
    for line in run[1:]:
        if line.indent > margin and ended(text[start:end][-12:]):
            yield _unit(text, start, end, gap)
            start, gap = line.start, line.gap
        end = line.end
    yield _unit(text, start, end, gap)


def _unit(text: str, start: int, end: int, gap: int) -> Unit:
    return Unit(start, end, gap, " ".join(text[start:end].split()))
