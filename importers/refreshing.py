"""Reading all reports of a timeline again, after the rules became better: what changes, and putting it in place.

The text, what was given of the publication and what a person said are kept; what was found is worked out anew. Each
report is one batch: whoever stops it midway has some reports refreshed and the others as they were, and none by halves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from msgspec.structs import replace

from importers.again import Previewer, another_context, read_in
from importers.faults import or_fault
from importers.workers import work_through
from store.moves import Changes, compare
from store.records import Context, Entry, Issue, Records

CHUNK = 8
"""So many reports make one task of a worker."""
AHEAD = 16
"""So many tasks are under way at a time."""

Reading: TypeAlias = tuple[Context, Records] | str
"""A report read again, or one line that says why it could not be."""


class Keeper(Previewer, Protocol):
    """A timeline, as far as it is refreshed."""

    def issues(self) -> list[Entry]:
        """All issues."""

    def renew(self, issue_id: int, issue: Issue, records: Records, /) -> bool:
        """Put an issue and what was found in it in the place of what is there; says whether that was another."""


@dataclass(frozen=True)
class Refreshed:
    """What became of one report."""

    issue_id: int
    issue: Issue
    """As it is now."""
    changes: Changes
    loosened: tuple[int, ...] = ()
    """Ids of corrections that fitted before and fit nothing now."""
    written: bool = False
    """Whether anything was written; also where only the explanation of a date reads otherwise."""
    fault: str = ""
    """Why it could not be read, in one line; it is as it was then."""


def refresh(
    timeline: Keeper,
    *,
    executor: Executor | None = None,
    dry_run: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> Iterator[Refreshed]:
    """Read every report of a timeline again and put what is found in place, unless `dry_run`; one at a time.

    `executor` runs the reading in its workers. `on_progress` is told how many of how many are done.
    """
    issues = [(entry.id, entry.record) for entry in timeline.issues() if isinstance(entry.record, Issue)]
    readings = _readings([issue for _, issue in issues], executor)
    for done, ((issue_id, issue), reading) in enumerate(zip(issues, readings, strict=True), start=1):
        if isinstance(reading, str):
            yield Refreshed(issue_id, issue, compare((), ()), fault=reading)
        else:
            yield _refresh(timeline, issue_id, replace(issue, context=reading[0]), reading[1], dry_run=dry_run)
        if on_progress:
            on_progress(done, len(issues))


def _refresh(timeline: Keeper, issue_id: int, issue: Issue, records: Records, *, dry_run: bool) -> Refreshed:
    after, loosened = timeline.preview(issue_id, issue.context, records)
    changes = compare(timeline.of_issue(issue_id), after)
    written = not dry_run and timeline.renew(issue_id, issue, records)
    return Refreshed(issue_id, issue, changes, tuple(loosened), written)


def _readings(issues: Sequence[Issue], executor: Executor | None) -> Iterator[Reading]:
    tasks = (issues[start : start + CHUNK] for start in range(0, len(issues), CHUNK))
    return work_through(read_all, tasks, executor, ahead=AHEAD)


def read_all(issues: Sequence[Issue]) -> list[Reading]:
    """The work of a worker, a pure function: issues in, contexts and records out, in order; a fault stays a fault."""
    return list(map(_read, issues))


def _read(issue: Issue) -> Reading:
    def read() -> tuple[Context, Records]:
        context = refreshed_context(issue)
        return context, read_in(issue, context)

    return or_fault(read, issue.source or issue.title or "a report")


def refreshed_context(issue: Issue) -> Context:
    """The context with what the text and the calendar say now; as it was where they say less than they did.

    What was read from a page's own markup is no longer in the text, so what is not found again is kept.
    """
    before, after = issue.context, another_context(issue)
    known = [name for name in ("publication", "issue", "published") if getattr(before, name) is not None]
    return before if any(getattr(after, name) is None for name in known) else after
