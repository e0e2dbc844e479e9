"""Take apart a line of the head that says several things: the paper's name, its number, the day, the author.

"NEWS LINE WEDNESDAY MARCH 29 2006" is a masthead and a dateline, "May 4, 1926 / Rosa Hill" a dateline and a byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from importers.documents import BlockKind
from importers.lines import Unit
from importers.mastheads import paper_named
from importers.page_lines import DAY_LINE, NAME, is_byline, is_dateline, is_names, issue_number
from importers.publications import is_masthead

LONGEST = 160
"""A longer line, in characters, is never taken apart."""

_Part: TypeAlias = tuple[int, BlockKind]
"""Where a part starts in the line, and what it is; it ends with the white space before the next."""

_BAR = re.compile(r"\s+[|/•·–—]\s+")
_NUMBER_AND_DAY = re.compile(
    rf"[\s,:|–—-]+(?P<number>(?:(?:issue|no|nr|number)\b\.?\s*)*#?\d{{1,5}}\b[\s,:|–—-]+)?(?P<day>{DAY_LINE})",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"(?:{NAME}[\s,|–—-]+){{1,4}}(?i:(?=mon|tue|wed|thu|fri|sat|sun){DAY_LINE})")
_DIGIT = re.compile(r"\d")


def take_apart(text: str, units: list[Unit]) -> Iterator[Unit]:
    """The units, each line that says several things about the page cut into its parts, which say what they are."""
    for number, unit in enumerate(units):
        line = text[unit.start : unit.end] if unit.end - unit.start <= LONGEST else ""
        parts = _parts(line, first=number == 0) if _DIGIT.search(line) else []
        yield from _cut(text, unit, parts) if parts else [unit]


def _parts(line: str, *, first: bool) -> list[_Part]:
    return _masthead(line, first=first) or _barred(line, first=first) or (_opening(line) if first else [])


def _masthead(line: str, *, first: bool) -> list[_Part]:
    """The name of a paper with the day, and perhaps the number, behind it; of one we do not know on the first line."""
    for space in re.finditer(r"(?<=\w)(?=[\s,:|–—-])", line):
        rest = _NUMBER_AND_DAY.fullmatch(line, space.start())
        if rest and _is_paper(line[: space.start()], first=first):
            number: list[_Part] = [(rest.start("number"), "issue line")] if rest["number"] else []
            return [(0, "masthead"), *number, (rest.start("day"), "dateline")]
    return []


def _is_paper(words: str, *, first: bool) -> bool:
    return is_masthead(words) or (first and paper_named(words) is not None)


def _barred(line: str, *, first: bool) -> list[_Part]:
    """Days, numbers and names between bars, of which at least one is a day."""
    starts = [0, *(bar.end() for bar in _BAR.finditer(line))]
    ends = [*(bar.start() for bar in _BAR.finditer(line)), len(line)]
    kinds = [
        _kind(" ".join(line[start:end].split()), first=first and not start)
        for start, end in zip(starts, ends, strict=True)
    ]
    if len(kinds) < 2 or "dateline" not in kinds:
        return []
    return [(start, kind) for start, kind in zip(starts, kinds, strict=True) if kind] if all(kinds) else []


def _kind(words: str, *, first: bool) -> BlockKind | None:
    if _is_paper(words, first=first):
        return "masthead"
    if is_dateline(words):
        return "dateline"
    if issue_number(words):
        return "issue line"
    return "byline" if is_byline(words) or is_names(words) else None


def _opening(line: str) -> list[_Part]:
    """The first line of the page with a whole day behind a name, as papers we do not know have it.

    The weekday is asked for, since a headline may well end with a day, but hardly with a day so full.
    """
    return [(0, "dateline")] if _OPENING.fullmatch(line) else []


def _cut(text: str, unit: Unit, parts: list[_Part]) -> Iterator[Unit]:
    ends = [start for start, _ in parts[1:]] + [unit.end - unit.start]
    for (start, kind), end in zip(parts, ends, strict=True):
        words = text[unit.start + start : unit.start + end].rstrip()
        yield replace(
            unit,
            start=unit.start + start,
            end=unit.start + start + len(words),
            gap=0 if start else unit.gap,
            words=" ".join(words.split()),
            says=kind,
        )
