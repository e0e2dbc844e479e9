"""The timeline: the one door to a timeline file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, cast

import msgspec

from store.across import Somebody, Somewhere, people_of, places_of
from store.by_hand import ByHand
from store.copies import Clock, now
from store.identity import Identities
from store.introductions import notes_on
from store.layout import Row
from store.line_index import KIND_CODES, UNDATED
from store.reading import Reading
from store.records import Context, Derived, Entry, Finding, Issue, Kind, Named, Records
from store.rows import HIDDEN, changed_row, found_rows, in_order, issue_row, read_row
from store.searching import Searching
from store.taking_turns import one_at_a_time
from store.timeline_file import TimelineFile

if TYPE_CHECKING:
    from store.filters import Filter
    from store.tables import LineTable

_KIND_OF_CODE = {code: cast("Kind", kind) for kind, code in KIND_CODES.items()}
_ISSUE = KIND_CODES["issue"]


class Added(msgspec.Struct, frozen=True):
    """What became of an issue that was handed to `Timeline.add`."""

    issue_id: int
    status: Literal["added", "known", "replaced"]
    """known: it was there already, just so. replaced: it was there with another text, context or findings."""


class Timeline(ByHand, Searching):
    """A timeline file: issues, what was found in them, and what a person said of it.

    A context manager; threads may share it. Whatever a method that writes has returned from is on the disk and stays there; one that
    raises has changed nothing. Methods that write raise TimelineError on a timeline that is open for reading.
    """

    def __init__(self, file: TimelineFile) -> None:
        super().__init__()
        self._file = file
        self._begin()

    def _begin(self) -> None:
        self._reading = Reading(lambda: self._file.lines, self._file.notices)
        self._identities = Identities(self._file.identities, self.issue_ids, self._reading.issue)
        self._forget_search()
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
        return cls(TimelineFile.open(path, create=create, read_only=read_only, wait=wait, clock=clock))

    @classmethod
    def in_memory(cls) -> Timeline:
        """A timeline without a file."""
        return cls(TimelineFile.in_memory(now))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @one_at_a_time
    def close(self) -> None:
        """Release the file; a second call does nothing.

        A small file of which much no longer counts is written anew before, and the index of a large one is saved.
        Where that fails nothing is lost, and a notice says so.
        """
        self._file.close(self._identities.save)

    @property
    def path(self) -> Path | None:
        """The file; None for a timeline in memory."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether methods that write raise TimelineError."""
        return self._file.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What opening and reading had to put right or leave out, as plain sentences."""
        return tuple(self._file.notices)

    # --- writing ----------------------------------------------------------------------------------

    @one_at_a_time
    def add(self, issue: Issue, records: Records) -> Added:
        """Store an issue with what was found in it, as one batch: all of it or none.

        An issue of the same text, or of the same publication, number and title, is the same issue: what was found
        in it before goes, what a person corrected stays.
        """
        found = in_order(records)
        known = self._identities.find(issue)
        if known is None:
            issue_id = self._file.lines.index.next_id
            self._commit({issue_id: issue_row(issue), **self._found_rows(found, issue_id, issue.context)})
            return Added(issue_id, "added")
        if self._is_same(known, issue, found):
            return Added(known, "known")
        self._commit(self._rows_to_replace(known, issue, records))
        return Added(known, "replaced")

    @one_at_a_time
    def renew(self, issue_id: int, issue: Issue, records: Records) -> bool:
        """Put an issue and what was found in it in the place of what is there, as one batch.

        Says whether that was another; where it was the same nothing is written. This is no step of a person and is not
        undone. Raises KeyError where there is no such issue.
        """
        if self._reading.issue(issue_id) is None:
            raise KeyError(issue_id)
        if self._is_same(issue_id, issue, in_order(records)):
            return False
        self._commit(self._rows_to_replace(issue_id, issue, records))
        return True

    @one_at_a_time
    def same_as(self, issue: Issue) -> Entry | None:
        """The issue that `add` would take for the same as this one; None where it is a new one."""
        issue_id = self._identities.find(issue)
        return None if issue_id is None else self._reading.raw(issue_id)

    def _is_same(self, issue_id: int, issue: Issue, found: list[Finding]) -> bool:
        before = self._reading.issue(issue_id)
        return (
            before is not None
            and msgspec.structs.replace(before, source=issue.source) == issue
            and [entry.record for entry in self._reading.raw_of_issue(issue_id)] == found
        )

    def _rows_to_replace(self, issue_id: int, issue: Issue, records: Records) -> dict[int, Row]:
        """The rows that put an issue and what was found in it in the place of what is there."""
        rows: dict[int, Row] = {key: {} for key in self._file.lines.index.of_issue(issue_id)}
        before = read_row(self._file.lines.line(issue_id).body)
        rows[issue_id] = changed_row(before, issue_row(issue))
        return rows | self._found_rows(in_order(records), issue_id, issue.context)

    def _found_rows(self, found: list[Finding], issue_id: int, context: Context) -> dict[int, Row]:
        """Rows with new ids, which ascend in the order of the text."""
        start = max(self._file.lines.index.next_id, issue_id + 1)
        return dict(enumerate(found_rows(found, issue_id, context), start=start))

    @one_at_a_time
    def tidy_up(self) -> None:
        """Compact the file where more than a quarter of it no longer counts; with a large one that takes some seconds.

        For what nobody waits at: closing does so with small files alone. Where it fails a notice says so.
        """
        self._file.tidy_up(self._identities.save, patient=True)

    @one_at_a_time
    def compact(self) -> None:
        """Write the file anew without what was removed or replaced. Raises TimelineError; nothing is lost then."""
        self._file.compact(self._identities.save)

    def backup(self, target: Path) -> None:
        """Copy the timeline to `target` as it is now, also while another process writes to it.

        What was there before is replaced only once the copy is whole and durable. Raises TimelineError.
        """
        self._file.backup(target)

    def _commit(self, rows: Mapping[int, Row]) -> None:
        self._file.commit(rows)
        self._digest()
        self._file.keep_index_near(self._identities.save)

    # --- reading ----------------------------------------------------------------------------------

    @cached_property
    def table(self) -> LineTable:
        """TinyDB's own table, for its query language: `timeline.table.search(where("kind") == "quote")`."""
        from store.tables import LineTable  # loads TinyDB, which few need who open a timeline

        return LineTable(lambda: self._file.lines, self._commit)

    @one_at_a_time
    def refresh(self) -> bool:
        """For a reader: read what another process has written since; True where there was something."""
        followed = self._file.follow()
        if followed is None:
            self._begin()
        elif followed:
            self._digest()
        return followed is not False

    def issue_ids(self) -> list[int]:
        """The ids of all issues, in the order in which they came; reads none of them."""
        return self._file.lines.index.of_kind(_ISSUE)

    def issues(self) -> list[Entry]:
        """All issues, in the order in which they came."""
        return list(self._reading.raw_of_kind(_ISSUE))

    def get(self, entry_id: int) -> Entry:
        """The entry of this id, corrections laid over it, also where it is hidden; raises KeyError."""
        return self._reading.lay_over(self._reading.raw(entry_id))

    def as_found(self, entry_id: int) -> Entry:
        """The entry of this id as it was found, without corrections; raises KeyError."""
        return self._reading.raw(entry_id)

    def of_issue(self, issue_id: int) -> list[Entry]:
        """What is filed under days of an issue, in the order of the text, corrections laid over it; nothing hidden."""
        return [entry for entry in self._found_in(issue_id) if isinstance(entry.record, Derived)]

    def named_in(self, issue_id: int) -> list[Entry]:
        """The people and places of an issue, likewise."""
        return [entry for entry in self._found_in(issue_id) if isinstance(entry.record, Named)]

    def _found_in(self, issue_id: int) -> Iterator[Entry]:
        found = map(self._reading.lay_over, self._reading.raw_of_issue(issue_id))
        return (entry for entry in found if not entry.hidden)

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        """All entries of a kind, in the order in which they came, corrections laid over them; nothing hidden."""
        found = map(self._reading.lay_over, self._reading.raw_of_kind(KIND_CODES[kind]))
        return (entry for entry in found if not entry.hidden)

    def entries(
        self, keep: Filter | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        """Derived entries by day, then issue, then text; those without a day last, hidden ones left out.

        Given `first` or `last`, both inclusive: every entry that touches one of these days.
        """
        if keep is not None:
            return self._kept(keep, first, last)
        return self._reading.between(*(None if day is None else day.toordinal() for day in (first, last)))

    def days(self, keep: Filter | None = None) -> dict[date | None, Counter[Kind]]:
        """How many derived entries of each kind are filed under each day, in the order of the days, None last."""
        if keep is not None:
            return self._kept_days(keep)
        counted: dict[date | None, Counter[Kind]] = defaultdict(Counter)
        for day, kind, number in sorted(self._file.lines.index.counts()):
            if day == HIDDEN:
                continue
            counted[None if day == UNDATED else date.fromordinal(day)][_KIND_OF_CODE[kind]] += number
        return dict(counted)

    def people(self, keep: Filter | None = None) -> list[Somebody]:
        """Everybody the issues name, each once, the most mentioned first; see `store.across`.

        Given a filter, those in the records that it keeps, and what their issues say of them.
        """
        return people_of(self, keep)

    def places(self, keep: Filter | None = None) -> list[Somewhere]:
        """Every place, likewise."""
        return places_of(self, keep)

    def notes_on(self, people: Iterable[str], places: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """What people of these names are called, and where places of these names lie, as far as can be told at once."""
        return notes_on(self, people, places)

    # --- what is remembered of the lines ----------------------------------------------------------

    def _digest(self) -> None:
        """Bring what is remembered of the lines up to what was just read or written."""
        if "table" in self.__dict__:
            self.table.changed()
        touched = self._file.lines.take_touched()
        self._reading.digest(touched)
        self._outdate(touched.issues)
        self._identities.note(touched.issues)
