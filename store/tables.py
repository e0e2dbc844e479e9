"""The seams to TinyDB: a storage that reads records one by one, and a table whose changes cost what they change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb.storages import Storage
from tinydb.table import Table

from store.line_file import LineFile
from store.line_index import KIND_CODES
from store.rows import read_row

DEFAULT = "_default"
Row = dict[str, Any]
Commit = Callable[[Mapping[int, Mapping[str, Any]]], None]


class Rows(Mapping[str, Row]):
    """The table as TinyDB reads it: document ids as strings, rows decoded one by one when they are asked for."""

    def __init__(self, lines: LineFile) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> Row:
        return read_row(self._lines.line(int(key)).body)

    def __iter__(self) -> Iterator[str]:
        return map(str, self._lines.index)

    def __len__(self) -> int:
        return len(self._lines.index)

    def __contains__(self, key: object) -> bool:
        return int(str(key)) in self._lines.index


class LineStorage(Storage):
    """What plain TinyDB reads tables from; it is written to through LineTable alone."""

    def __init__(self, lines: Callable[[], LineFile]) -> None:
        self._lines = lines

    def read(self) -> dict[str, Any]:
        """The one table, lazily."""
        return {DEFAULT: Rows(self._lines())}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse to write everything anew."""
        message = f"{len(data)} tables: a timeline is written record by record, through Timeline.table"
        raise NotImplementedError(message)


class Draft(MutableMapping[int, Row]):
    """The table while TinyDB changes it: remembers what was changed and nothing else.

    TinyDB changes rows in place as well, so each row handed out is compared with the file once the next is
    asked for.
    """

    def __init__(self, lines: LineFile) -> None:
        self._rows = Rows(lines)
        self._index = lines.index
        self._changes: dict[int, Row] = {}
        self._handed_out: tuple[int, Row] | None = None

    def changes(self) -> dict[int, Row]:
        """The changed rows by id; {} stands for a removed one. Raises ValueError where the meta record is among them."""
        self._settle()
        if any(map(self._is_meta, self._changes)):
            message = "the meta record says how the file is to be read and cannot be changed"
            raise ValueError(message)
        return self._changes

    def _is_meta(self, key: int) -> bool:
        slot = self._index.get(key)
        return slot is not None and slot.kind == KIND_CODES["meta"]

    def _settle(self) -> None:
        if self._handed_out is not None:
            key, row = self._handed_out
            self._handed_out = None
            if row != self._rows[str(key)]:
                self._changes[key] = row

    def __getitem__(self, key: int) -> Row:
        if self._handed_out is not None and self._handed_out[0] == key:
            return self._handed_out[1]
        self._settle()
        if key in self._changes:
            if not self._changes[key]:
                raise KeyError(key)
            return self._changes[key]
        row = self._rows[str(key)]
        self._handed_out = key, row
        return row

    def __setitem__(self, key: int, row: Mapping[str, Any]) -> None:
        if not row:
            message = "a row needs at least one field"
            raise ValueError(message)
        self._forget(key)
        self._changes[key] = dict(row)

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._forget(key)
        self._changes[key] = {}

    def _forget(self, key: int) -> None:
        if self._handed_out is not None and self._handed_out[0] == key:
            self._handed_out = None

    def __contains__(self, key: object) -> bool:
        return bool(self._changes[key]) if key in self._changes else key in self._index  # type: ignore[operator]

    def __iter__(self) -> Iterator[int]:
        yield from (key for key in list(self._index) if self._changes.get(key, True))
        yield from (key for key in list(self._changes) if key not in self._index and self._changes[key])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every record but the meta record."""
        for key in list(self):
            if not self._is_meta(key):
                del self[key]


class LineTable(Table):
    """TinyDB's table, with its whole query language; each change is one durable batch."""

    def __init__(self, lines: Callable[[], LineFile], commit: Commit) -> None:
        super().__init__(LineStorage(lines), DEFAULT)
        self._lines = lines
        self._commit = commit
        self._following: int | None = None

    def changed(self) -> None:
        """Forget what was remembered of the file, which has changed."""
        self.clear_cache()
        self._following = None

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        """Every change TinyDB makes to a table comes through here."""
        draft = Draft(self._lines())
        updater(draft)
        self._commit(draft.changes())

    def _get_next_id(self) -> int:
        following = self._following or self._lines().index.next_id
        self._following = following + 1
        return following
