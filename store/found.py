"""Entries as they were found, decoded many at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, islice

from store.errors import DamagedError
from store.line_file import LineFile
from store.line_index import REMOVED, Index
from store.records import Entry

_FIRST, _MOST = 32, 256
"""Entries that are read together: few at first, so that the first of many are there at once."""


class Found:
    """Reads entries from the lines, without what a person corrected."""

    def __init__(self, lines: Callable[[], LineFile], notices: list[str]) -> None:
        self._lines = lines
        self._notices = notices

    def one(self, key: int) -> Entry:
        """The entry of this id; raises KeyError."""
        try:
            return self._lines().entry(key)
        except ValueError as error:
            raise KeyError(key) from error

    def of_kind(self, kind: int, issues: Collection[int] | None = None) -> Iterator[Entry]:
        """All entries of a kind (its code), or those of it in these issues, in the order in which they came."""
        index = self._lines().index
        rows = index.rows_of_kind(kind)
        if issues is not None:
            rows = [row for row in rows if index.issues[row] in issues]
        return chain.from_iterable(self._batches(index, rows))

    def latest_of_kind(self, kind: int) -> Iterator[Entry]:
        """All entries of a kind (its code), the latest first; read one by one, for mostly few of them are wanted."""
        index = self._lines().index
        return chain.from_iterable(self._read(index, [row]) for row in reversed(index.rows_of_kind(kind)))

    def of_issue(self, issue_id: int) -> Iterator[Entry]:
        """What was found in an issue, in the order of the text."""
        index = self._lines().index
        return chain.from_iterable(self._batches(index, index.rows_of_issue(issue_id)))

    def between(self, first: int | None, last: int | None) -> Iterator[list[Entry]]:
        """Derived entries filed under days from `first` to `last` (ordinals, inclusive), some at a time."""
        index = self._lines().index
        return self._batches(index, index.between(first, last))

    def _batches(self, index: Index, rows: Iterable[int]) -> Iterator[list[Entry]]:
        rows, size = iter(rows), _FIRST
        while batch := list(islice(rows, size)):
            yield self._read(index, batch)
            size = min(2 * size, _MOST)

    def _read(self, index: Index, rows: list[int]) -> list[Entry]:
        """The entries in these rows, without those that were removed since the rows were looked up in this index."""
        lines = self._lines()
        if lines.index is not index:  # the file was written anew meanwhile
            rows = [row for row in map(lines.index.row, [index.ids[row] for row in rows]) if row is not None]
        rows = [row for row in rows if lines.index.kinds[row] != REMOVED]
        entries = lines.entries_in(rows) if rows else []
        return list(self._one_by_one(lines, rows)) if entries is None else entries

    def _one_by_one(self, lines: LineFile, rows: Iterable[int]) -> Iterator[Entry]:
        """The same; a notice tells of each that is damaged or was made unreadable by another program."""
        for slot in map(lines.index.slot, rows):
            try:
                yield lines.entry_at(slot)
            except DamagedError as error:
                self._tell(f"{error}.")
            except ValueError as error:
                self._tell(f"Record {slot.id} stays in the file but cannot be shown: {error}.")

    def _tell(self, notice: str) -> None:
        if notice not in self._notices:
            self._notices.append(notice)
