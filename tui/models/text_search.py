"""Searching the texts of the reports: every place where words stand, in the order of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from store.records import Issue
from tui.models.pieces import Row, cut
from tui.models.record_rows import paper_of
from tui.models.words import count, long_day

MOST = 10_000
"""More hits than this are not looked for: nobody steps through them."""
AROUND = 30
"""Code points before a hit that its row shows."""

_ALIKE = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]', "-": "[-–—]"}
"""What is typed -> what it stands for: keyboards have fewer marks than newspapers."""


class Hit(Struct, frozen=True):
    """A place in a report: `start` inclusive, `end` exclusive, in code points of its text."""

    issue_id: int
    start: int
    end: int


class Found(Struct, frozen=True):
    """What was looked for, where it stands, and which of these places to go to."""

    words: str
    hits: Sequence[Hit]
    at: int


def pattern(words: str) -> re.Pattern[str] | None:
    """What is looked for: the words as a phrase, in any case, over line ends; None where there are none."""
    parts = ["".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words.split()]
    return re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None


def search(issues: Mapping[int, Issue], words: str, stop: Callable[[], bool] = lambda: False) -> list[Hit]:
    """At most `MOST` hits, in the order of publication and of the text; [] also where `stop` says nobody waits."""
    wanted = pattern(words)
    if wanted is None:
        return []
    hits: list[Hit] = []
    for issue_id in sorted(issues, key=lambda each: (issues[each].context.published or date.max, each)):
        if stop():
            return []
        hits += (Hit(issue_id, match.start(), match.end()) for match in wanted.finditer(issues[issue_id].text))
        if len(hits) >= MOST:
            return hits[:MOST]
    return hits


def told(hits: Sequence[Hit]) -> str:
    """How many there are: "12 hits in 4 reports"."""
    more = " at least" if len(hits) == MOST else ""
    reports = count(len({hit.issue_id for hit in hits}), "report")
    return f"{count(len(hits), 'hit')}{more} in {reports}" if hits else "no hit"


def hit_rows(hits: Sequence[Hit], issues: Mapping[int, Issue], width: int) -> list[Row]:
    """A row a hit with the words around it, under a heading for each report; `width` cells wide."""
    rows: list[Row] = []
    for number, hit in enumerate(hits):
        issue = issues[hit.issue_id]
        if number == 0 or hits[number - 1].issue_id != hit.issue_id:
            day = long_day(issue.context.published) if issue.context.published else "day not known"
            heading = " · ".join(filter(None, [paper_of(issue), day, issue.title or ""]))
            rows.append(Row((((cut(f"─ {heading}", width), "muted"),),), selectable=False))
        before = issue.text[max(hit.start - AROUND, 0) : hit.start].replace("\n", " ")
        here, behind = issue.text[hit.start : hit.end], issue.text[hit.end : hit.end + width].replace("\n", " ")
        start = cut(f"   {'…' if hit.start > AROUND else ''}{before}", width)
        found = cut(here, max(width - len(start), 0))
        rest = cut(behind, max(width - len(start) - len(found), 0))
        rows.append(Row((((start, ""), (found, "number"), (rest, "")),), number))
    return rows
