"""Import many documents into a timeline: read, extract anywhere, store here, one row of report for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, TypeAlias

import msgspec

from importers.again import read_again, with_persons_word
from importers.context import HELP, Given
from importers.faults import or_fault
from importers.issues import read_issue
from importers.readers import MAX_BYTES, Found, ReadError, Source, find_documents, read_source
from importers.workers import work_through
from store.records import Entry, Issue, Records, Time

CHUNK = 16
"""The most documents in one task of a worker."""
CHUNK_SIZE = 250_000
"""The most characters in one task; a longer document makes a task of its own."""
AHEAD = 64
"""So many tasks are under way at a time."""

Outcome: TypeAlias = tuple[Issue, Records] | str
"""What a document came to: its issue and what was found in it, or one line that says why nothing."""


class Added(Protocol):
    """What a timeline says of an issue it was given."""

    @property
    def issue_id(self) -> int:
        """Its id in the timeline."""

    @property
    def status(self) -> Literal["added", "known", "replaced"]:
        """What became of it."""


class Keeper(Protocol):
    """Where issues are stored: `store.Timeline`, or whatever adds like it."""

    def same_as(self, issue: Issue, /) -> Entry | None:
        """The issue that is the same as this one, where there is one."""

    def add(self, issue: Issue, records: Records, /) -> Added:
        """Store one issue with what was found in it."""


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one document."""

    document: str
    """The path as it was found."""
    status: Literal["added", "known", "replaced", "failed"]
    publication: str | None = None
    issue: str | None = None
    published: date | None = None
    how: str = ""
    """How the day of publication is known, in words for people."""
    events: int = 0
    figures: int = 0
    quotes: int = 0
    unresolved: int = 0
    """How many dates of the text name a day that cannot be worked out."""
    message: str = ""
    """One line: why it failed, or what to do about dates that are not resolved."""
    issue_id: int | None = None


class Progress(NamedTuple):
    """How far an import has come: `done` of `total` documents, and what became of the latest."""

    done: int
    total: int
    row: ImportRow


@dataclass(frozen=True)
class ImportReport:
    """The rows of an import, in the order in which the documents were found."""

    rows: list[ImportRow] = field(default_factory=list)

    @property
    def failed(self) -> list[ImportRow]:
        """The rows of documents that could not be imported."""
        return [row for row in self.rows if row.status == "failed"]


def import_paths(
    paths: Iterable[Path],
    timeline: Keeper,
    *,
    given: Given | None = None,
    executor: Executor | None = None,
    max_bytes: int = MAX_BYTES,
    on_progress: Callable[[Progress], None] | None = None,
) -> ImportReport:
    """Import the documents under `paths`, each with one `timeline.add`, in the order in which they are found.

    `given` beats what manifests and front matter say. `executor` runs the extraction in its workers, any executor of
    `concurrent.futures` will do; without one it runs here. A document that cannot be read becomes a row with status
    "failed" and stops nothing. What `timeline.add` or `on_progress` raise goes through, with all before it stored.
    """
    found = list(find_documents(paths, max_bytes=max_bytes))
    report = ImportReport()
    for name, extracted in _outcomes(found, (given,) if given else (), executor, max_bytes):
        outcome = extracted if isinstance(extracted, str) else _as_a_person_said(name, *extracted, timeline)
        report.rows.append(_failed(name, outcome) if isinstance(outcome, str) else _store(name, outcome, timeline))
        if on_progress:
            on_progress(Progress(len(report.rows), len(found), report.rows[-1]))
    return report


def _outcomes(
    found: Sequence[Found], given: tuple[Given, ...], executor: Executor | None, max_bytes: int
) -> Iterator[tuple[str, Outcome]]:
    """Every document with its outcome, in order."""
    tasks = _tasks((str(one.path), _source(one, given, max_bytes)) for one in found)
    return work_through(extract_all, tasks, executor, ahead=AHEAD)


def _source(found: Found, given: tuple[Given, ...], max_bytes: int) -> Source | str:
    if found.fault:
        return found.fault
    try:
        return read_source(found.path, (*given, *found.given), max_bytes=max_bytes)
    except ReadError as error:
        return str(error)


def _tasks(sources: Iterable[tuple[str, Source | str]]) -> Iterator[list[tuple[str, Source | str]]]:
    task: list[tuple[str, Source | str]] = []
    size = 0
    for name, source in sources:
        length = len(source.text) if isinstance(source, Source) else 0
        if task and (len(task) >= CHUNK or size + length > CHUNK_SIZE):
            yield task
            task, size = [], 0
        task.append((name, source))
        size += length
    if task:
        yield task


def extract_all(task: Sequence[tuple[str, Source | str]]) -> list[tuple[str, Outcome]]:
    """The work of a worker, a pure function: sources in, issues and records out, in order; a fault stays a fault."""
    return [(name, source if isinstance(source, str) else _extract(source)) for name, source in task]


def _extract(source: Source) -> Outcome:
    from importers.pipeline import extract

    def read() -> tuple[Issue, Records]:
        issue, document = read_issue(source)
        return issue, extract(document, issue.context)

    return or_fault(read, source.name)


def _failed(name: str, why: str) -> ImportRow:
    return ImportRow(document=name, status="failed", message=why)


def _store(name: str, outcome: tuple[Issue, Records], timeline: Keeper) -> ImportRow:
    issue, records = outcome
    added = timeline.add(issue, records)
    unresolved = sum(map(is_unresolved, records.times))
    undated = issue.context.published is None
    return ImportRow(
        document=name,
        status=added.status,
        publication=issue.context.publication,
        issue=issue.context.issue,
        published=issue.context.published,
        how=issue.context.note,
        events=len(records.events),
        figures=len(records.figures),
        quotes=len(records.quotes),
        unresolved=unresolved,
        message=_waiting(unresolved) if undated and unresolved else "",
        issue_id=added.issue_id,
    )


def _as_a_person_said(name: str, issue: Issue, records: Records, timeline: Keeper) -> Outcome:
    """What a person said of the publication of a report outlives that it is imported again."""
    known = timeline.same_as(issue)
    if known is None or not isinstance(known.record, Issue):
        return issue, records
    said = with_persons_word(issue, known.record)
    if said.context == issue.context:
        return issue, records
    return or_fault(lambda: (said, read_again(said)), name)


def _waiting(dates: int) -> str:
    return f"{dates} date{'s wait' if dates > 1 else ' waits'} for the day of publication; {HELP}"


def is_unresolved(time: Time) -> bool:
    """Whether the expression means a day that could not be worked out; "recently" and its like mean none."""
    return time.type in {"DATE", "TIME"} and time.first is None and not time.value.endswith("_REF")
