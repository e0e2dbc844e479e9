"""Reports that wait for a day of publication, and days that would fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.records import Issue
from tui.models.notes import in_the_app
from tui.models.pieces import Line, Row, cut, wrap
from tui.models.record_rows import paper_of
from tui.models.shown import Library
from tui.models.words import count, span_of_days

if TYPE_CHECKING:
    from importers.undated import Candidate

SHOWN = 3
"""So many days that would fit are offered."""


@dataclass(frozen=True)
class Waiting:
    """A report without a day of publication."""

    issue_id: int
    issue: Issue
    unresolved: int
    """How many of its time expressions have no day."""
    candidates: Sequence[Candidate] = field(default=())

    @property
    def suggestion(self) -> str:
        """The day that most speaks for, as it is typed; "" where there is none."""
        best = self.candidates[0] if self.candidates else None
        return str(best.first) if best and best.first == best.last else ""


def waiting(library: Library) -> list[Waiting]:
    """The reports without a day of publication, in the order in which they came."""
    return [
        Waiting(issue_id, issue, sum(time.first is None for time in library.times_of(issue_id)))
        for issue_id, issue in sorted(library.issues.items())
        if issue.context.published is None
    ]


def with_candidates(found: Sequence[Waiting], library: Library) -> list[Waiting]:
    """The same with the days that would fit: this reads each report again."""
    from importers.undated import candidate_days

    events = [entry for entry in library.items if entry.kind == "event"]
    return [
        Waiting(each.issue_id, each.issue, each.unresolved, candidate_days(each.issue, events, library.issues))
        for each in found
    ]


def waiting_rows(found: Sequence[Waiting], width: int, *, searched: bool) -> list[Row]:
    """A row a report: its name, how much waits, and the days that would fit; `width` cells wide."""
    return [Row(tuple(_lines(each, width, searched=searched)), each.issue_id) for each in found]


def _lines(each: Waiting, width: int, *, searched: bool) -> list[Line]:
    name = each.issue.title or each.issue.source or cut(each.issue.text, 60)
    head = " · ".join(filter(None, [name, paper_of(each.issue) if each.issue.context.publication else ""]))
    lines: list[Line] = [((f"  {cut(head, width - 2)}", "strong"),)]
    facts = [f"{count(each.unresolved, 'time expression')} without a day", in_the_app(each.issue.context.note)]
    lines += [((f"     {words}", "muted"),) for words in wrap(" · ".join(filter(None, facts)), max(width - 5, 8), 2)]
    if not searched:
        return [*lines, (("     looking for days that would fit …", "muted"),)]
    for candidate in each.candidates[:SHOWN]:
        why = [f"{count(len(candidate.meetings), 'event')} told by others too"] if candidate.meetings else []
        why += [f"‘{phrase}’" for phrase in candidate.phrases]
        words = f"{span_of_days(candidate.first, candidate.last)}: {', '.join(why) or 'the phrases of the text'}"
        lines.append(((f"     {cut(words, max(width - 5, 8))}", ""),))
    return lines if each.candidates else [*lines, (("     no day suggests itself", "muted"),)]


def by_id(found: Sequence[Waiting]) -> Mapping[int, Waiting]:
    """The reports by their ids."""
    return {each.issue_id: each for each in found}
