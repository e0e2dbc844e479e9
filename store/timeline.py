"""The timeline: the one door to a timeline file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, Self, cast

import msgspec

from store.copies import Clock, now
from store.corrections import correction_of, lay_over
from store.disk import MemoryFile
from store.errors import TimelineError
from store.identity import Identities
from store.line_file import BLANK, LineFile
from store.line_index import DERIVED_CODES, KIND_CODES, UNDATED
from store.opening import OpenFile, open_file
from store.records import Context, Correction, Derived, Entry, Issue, Kind, Records
from store.rows import days_of, derived_rows, issue_row, read_entry, read_row, row_of
from store.tables import LineTable

_KIND_OF_CODE = {code: cast("Kind", kind) for kind, code in KIND_CODES.items()}
_NO_ISSUE = Issue(text="", context=Context())
_KEPT_ISSUES = 64


class Filter(Protocol):
    """What narrows a timeline; `store.filters` makes them from a query."""

    def matches(self, entry: Entry, issue: Issue) -> bool:
        """Whether the entry, found in this issue, is to be seen."""


class Added(msgspec.Struct, frozen=True):
    """What became of an issue that was handed to `Timeline.add`."""

    issue_id: int
    status: Literal["added", "known", "replaced"]
    """known: it was there already, just so. replaced: it was there with another text, context or findings."""


class Timeline:
    """A timeline file: issues, what was found in them, and what a person said of it.

    A context manager. Whatever a method that writes has returned from is on the disk and stays there; one that
    raises has changed nothing. Methods that write raise TimelineError on a timeline that is open for reading.
    """

    def __init__(self, found: OpenFile, path: Path | None, clock: Clock) -> None:
        self.path = path
        """None for a timeline in memory."""
        self._clock = clock
        self._closed = False
        self._adopt(found)

    def _adopt(self, found: OpenFile) -> None:
        self.read_only = found.read_only
        self._notices = found.notices
        self._lines = found.lines
        self.table = LineTable(lambda: self._lines, self._commit)
        """TinyDB's own table, for its query language: `timeline.table.search(where("kind") == "quote")`."""
        self._issues: dict[int, Issue | None] = {}
        self.__dict__.pop("_corrections", None)
        self.__dict__.pop("_identities", None)
        self._digest()

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, read_only: bool = False, wait: float = 0.0, clock: Clock = now
    ) -> Timeline:
        """Open a timeline file, or make one where there is none and `create` is True.

        Where another process writes to it, it is open for reading at once, or after `wait` seconds, and `notices`
        says so. `clock` names the copies that are made before a repair. Raises TimelineError, in one line, where
        the file cannot be read, is damaged, is of another schema or is no timeline; it is then left untouched.
        """
        return cls(open_file(path, create=create, read_only=read_only, wait=wait, clock=clock), path, clock)

    @classmethod
    def in_memory(cls) -> Timeline:
        """A timeline without a file."""
        lines = LineFile(MemoryFile(BLANK), "the timeline in memory")
        lines.load(BLANK.index(b"\n") + 1)
        return cls(OpenFile(lines, read_only=False, notices=[]), None, now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file; a second call does nothing."""
        if not self._closed:
            self._closed = True
            self._lines.file.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What opening and reading had to put right or leave out, as plain sentences."""
        return tuple(self._notices)

    # --- writing ----------------------------------------------------------------------------------

    def add(self, issue: Issue, records: Records) -> Added:
        """Store an issue with what was found in it, as one batch: all of it or none.

        An issue of the same text, or of the same publication, number and title, is the same issue: what was found
        in it before goes, what a person corrected stays.
        """
        found = _in_order(records)
        known = self._identities.find(issue, self._issue)
        if known is None:
            issue_id = self._lines.index.next_id
            self._commit({issue_id: issue_row(issue), **self._derived(found, issue_id, issue.context)})
            return Added(issue_id, "added")
        if self._is_same(known, issue, found):
            return Added(known, "known")
        self._replace(known, issue, found)
        return Added(known, "replaced")

    def _is_same(self, issue_id: int, issue: Issue, found: list[Derived]) -> bool:
        before = self._read(issue_id).record
        return (
            isinstance(before, Issue)
            and msgspec.structs.replace(before, source=issue.source) == issue
            and [entry.record for entry in self._found_in(issue_id)] == found
        )

    def _replace(self, issue_id: int, issue: Issue, found: list[Derived]) -> None:
        rows: dict[int, Mapping[str, Any]] = {key: {} for key in self._lines.index.of_issue(issue_id)}
        rows[issue_id] = issue_row(issue, read_row(self._lines.line(issue_id).body))
        self._commit(rows | self._derived(found, issue_id, issue.context))

    def _derived(self, found: list[Derived], issue_id: int, context: Context) -> dict[int, Mapping[str, Any]]:
        """Rows with new ids, which ascend in the order of the text."""
        start = max(self._lines.index.next_id, issue_id + 1)
        return dict(enumerate(derived_rows(found, issue_id, context), start=start))

    def correct(self, entry_id: int, changes: Mapping[str, Any], note: str = "") -> Entry:
        """Lay corrected fields over a derived record, and return it as it reads now.

        `changes`: fields of the record and their values. Raises KeyError where there is no such entry, ValueError
        (one line) where the changes do not fit it.
        """
        found = self._read(entry_id)
        correction = correction_of(found, changes, note)
        self._commit({self._lines.index.next_id: row_of("correction", correction, found.issue_id, (None, "unknown"))})
        return self.get(entry_id)

    def withdraw(self, correction_id: int) -> None:
        """Take a correction back; raises KeyError where there is none of this id."""
        if self._read(correction_id).kind != "correction":
            raise KeyError(correction_id)
        self._commit({correction_id: {}})

    def _commit(self, rows: Mapping[int, Mapping[str, Any]]) -> None:
        if self.read_only:
            message = f"{self._lines.name}: is open for reading only. {' '.join(self._notices)}".rstrip()
            raise TimelineError(message)
        self._lines.commit(rows)
        self._digest()

    # --- reading ----------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """For a reader: read what another process has written since; True where there was something."""
        if not self.read_only or self.path is None:
            return False
        followed = self._lines.follow()
        if followed is None:
            self._reopen(self.path)
        elif followed:
            self._digest()
        return followed is not False

    def _reopen(self, path: Path) -> None:
        found = open_file(path, create=False, read_only=True, wait=0.0, clock=self._clock)
        self._lines.file.close()
        self._adopt(found)

    def issues(self) -> list[Entry]:
        """All issues, in the order in which they came."""
        return list(self._readable(self._lines.index.of_kind(KIND_CODES["issue"])))

    def get(self, entry_id: int) -> Entry:
        """The entry of this id, corrections laid over it; raises KeyError."""
        return self._lay_over(self._read(entry_id))

    def of_issue(self, issue_id: int) -> list[Entry]:
        """What was found in an issue, in the order of the text, corrections laid over it."""
        return [self._lay_over(entry) for entry in self._found_in(issue_id)]

    def entries(
        self, keep: Filter | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        """Derived entries by day, then issue, then text; those without a day last.

        Given `first` or `last`, both inclusive: every entry that touches one of these days.
        """
        low, high = (None if day is None else day.toordinal() for day in (first, last))
        for found in self._readable(self._lines.index.between(low, high)):
            entry = self._lay_over(found)
            if keep is None or keep.matches(entry, self._issue(entry.issue_id) or _NO_ISSUE):
                yield entry

    def days(self, keep: Filter | None = None) -> dict[date | None, Counter[Kind]]:
        """How many derived entries of each kind are filed under each day, in the order of the days, None last."""
        counted: dict[date | None, Counter[Kind]] = defaultdict(Counter)
        if keep is not None:
            for entry in self.entries(keep):
                counted[entry.day][entry.kind] += 1
            return dict(counted)
        for day, kind, number in sorted(self._lines.index.counts()):
            counted[None if day == UNDATED else date.fromordinal(day)][_KIND_OF_CODE[kind]] += number
        return dict(counted)

    def loose_corrections(self) -> list[Entry]:
        """Corrections that fit nothing that was found, in the order in which they were made."""
        loose = []
        for issue_id, corrections in self._corrections.items():
            used = [
                use for entry in self._found_in(issue_id) for use in lay_over(entry, _NO_ISSUE, corrections.values())[1]
            ]
            loose += [self._read(key) for key, correction in corrections.items() if correction not in used]
        return sorted(loose, key=lambda entry: entry.id)

    def _read(self, key: int) -> Entry:
        try:
            return read_entry(self._lines.line(key))
        except ValueError as error:
            raise KeyError(key) from error

    def _readable(self, keys: Iterable[int]) -> Iterator[Entry]:
        """The entries of these ids; a notice tells of rows that another program has made unreadable."""
        for key in keys:
            try:
                yield read_entry(self._lines.line(key))
            except ValueError as error:
                notice = f"Record {key} stays in the file but cannot be shown: {error}."
                if notice not in self._notices:
                    self._notices.append(notice)

    def _found_in(self, issue_id: int) -> list[Entry]:
        return list(self._readable(self._lines.index.of_issue(issue_id)))

    def _issue(self, issue_id: int | None) -> Issue | None:
        """The issue of this id; None where another program removed it."""
        if issue_id is None:
            return None
        if issue_id not in self._issues:
            if len(self._issues) >= _KEPT_ISSUES:
                self._issues.pop(next(iter(self._issues)), None)
            self._issues[issue_id] = self._read_issue(issue_id)
        return self._issues[issue_id]

    def _read_issue(self, issue_id: int) -> Issue | None:
        try:
            record = self._read(issue_id).record
        except KeyError:
            return None
        return record if isinstance(record, Issue) else None

    # --- what is remembered of the lines ----------------------------------------------------------

    def _digest(self) -> None:
        """Bring what is remembered of the lines up to what was just read or written.

        Corrected records are filed under their corrected days, wherever they or their corrections have changed.
        """
        self.table.changed()
        touched = self._lines.take_touched()
        self._issues.clear()
        if touched.corrected:
            self.__dict__.pop("_corrections", None)
        if "_identities" in self.__dict__:
            self._identify(self._identities, touched.issues)
        for issue_id in touched.corrected | (touched.issues & self._corrections.keys()):
            for entry in self.of_issue(issue_id):
                self._lines.file_under(entry.id, *days_of(entry))

    @cached_property
    def _corrections(self) -> dict[int, dict[int, Correction]]:
        """By issue and by id, in the order in which they were made."""
        found: dict[int, dict[int, Correction]] = {}
        for entry in self._readable(self._lines.index.of_kind(KIND_CODES["correction"])):
            if isinstance(entry.record, Correction) and entry.issue_id is not None:
                found.setdefault(entry.issue_id, {})[entry.id] = entry.record
        return found

    def _lay_over(self, entry: Entry) -> Entry:
        corrections = self._corrections.get(entry.issue_id or 0)
        if not corrections or KIND_CODES[entry.kind] not in DERIVED_CODES:
            return entry
        return lay_over(entry, self._issue(entry.issue_id) or _NO_ISSUE, corrections.values())[0]

    @cached_property
    def _identities(self) -> Identities:
        identities = Identities()
        self._identify(identities, self._lines.index.of_kind(KIND_CODES["issue"]))
        return identities

    def _identify(self, identities: Identities, issue_ids: Iterable[int]) -> None:
        for issue_id in issue_ids:
            if (issue := self._issue(issue_id)) is not None:
                identities.add(issue_id, issue)


def _in_order(records: Records) -> list[Derived]:
    """Everything found, in the order of the text."""
    found: list[Derived] = [*records.times, *records.events, *records.figures, *records.quotes]
    return sorted(found, key=lambda record: (record.start, record.end))
