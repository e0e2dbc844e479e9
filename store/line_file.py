"""A timeline file as lines: read one, add a batch, follow another process's batches, write all anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, starmap

import msgspec

from store.disk import DataFile, read_places
from store.errors import DamagedError, TimelineError, reason_of
from store.glance import columns_of_new, slot_of
from store.layout import HEAD, TAIL, Line, Row, all_sealed, encode_line, line_of, read_line, read_lines, written_lines
from store.line_index import Index, Slot
from store.records import Entry, Meta
from store.rows import read_entries, read_entry, row_of
from store.scan import State, Touched, apply, apply_new, scan

_WINDOW = 8192
HELP = "see: campaign-timeline check"
META_ID = 0
BLANK = HEAD + encode_line(META_ID, row_of("meta", Meta(), None, (None, "unknown")))[1:] + b"\n" + TAIL
"""A timeline file without records."""


class LineFile:
    """The lines of an open file and the index over them. The disk is changed first, memory after."""

    def __init__(self, file: DataFile, name: str, index: Index | None = None, end: int = 0) -> None:
        self.file = file
        self.name = name
        """What messages call the file."""
        self.index = Index() if index is None else index
        self.end = end
        """Where the next batch goes."""
        self.touched = Touched()
        """What was read or written since somebody last took it."""
        self._stamp = file.stamp()
        self._broken = ""
        self._window = (0, b"")

    def load(self, start: int) -> State:
        """Index what lies behind offset `start`; says how the file ends."""
        while True:
            self._stamp = self.file.stamp()
            self.end, state = scan(self.file, start, self.index, self.touched)
            if state == "sound" or self.file.stamp() == self._stamp:
                return state
            start = self.end  # another process was writing meanwhile

    def take_touched(self) -> Touched:
        """What was read or written since this was last asked."""
        touched, self.touched = self.touched, Touched()
        return touched

    def line(self, key: int) -> Line:
        """The line of a record; raises KeyError where there is none, DamagedError where it is damaged."""
        slot = self.index.get(key)
        if slot is None:
            raise KeyError(key)
        return self._checked(slot)[0]

    def entry(self, key: int) -> Entry:
        """The record of this id; raises KeyError where there is none, ValueError where it is not one of ours."""
        slot = self.index.get(key)
        if slot is None:
            raise KeyError(key)
        return self.entry_at(slot)

    def entry_at(self, slot: Slot) -> Entry:
        """The record in a slot; raises ValueError where it is not one of ours, DamagedError where it is damaged."""
        return read_entry(self._checked(slot)[0], slot.kind)

    def entries_in(self, rows: Sequence[int]) -> list[Entry] | None:
        """The records in these rows of the index, read together; None where one of them has to be read by itself."""
        return read_entries(self._read_rows(rows), [self.index.ids[row] for row in rows])

    def _read_rows(self, rows: Sequence[int]) -> list[bytes]:
        index = self.index
        offsets, lengths = [index.offsets[row] for row in rows], [index.lengths[row] for row in rows]
        try:
            return read_places(self.file, offsets, lengths)
        except OSError as error:
            raise self._failed(error, done="read") from error

    def whole_lines(self, rows: Sequence[int]) -> list[bytes]:
        """The lines in these rows of the index, comma first, without line feed; raises DamagedError."""
        lines = self._read_rows(rows)
        if all_sealed(lines) and all(line.startswith(b",") for line in lines):
            return lines
        return [b"," + self._checked(self.index.slot(row))[1].lstrip(b",") for row in rows]

    def _checked(self, slot: Slot) -> tuple[Line, bytes]:
        raw = self._read(slot)
        line = read_line(raw)
        if line is None or line.id != slot.id:
            message = f"{self.name}: record {slot.id} is damaged or was changed by another program; {HELP}"
            raise DamagedError(message)
        return line, raw

    def _read(self, slot: Slot) -> bytes:
        """The bytes of a line, by way of a window, because neighbours are often read together."""
        start, window = self._window
        at = slot.offset - start
        if not 0 <= at <= len(window) - slot.length:
            near = 0 <= at <= len(window) + _WINDOW
            try:
                window = self.file.read(slot.offset, max(slot.length, _WINDOW) if near else slot.length)
            except OSError as error:
                raise self._failed(error, done="read") from error
            self._window = slot.offset, window
            at = 0
        return window[at : at + slot.length]

    def commit(self, rows: Mapping[int, Row]) -> None:
        """Write rows under their ids as one batch, durably; an empty row removes the record.

        All of it or none: raises TimelineError where the disk refuses, and then file and memory are as before;
        ValueError where a row is not JSON.
        """
        if not rows:
            return
        lines = list(starmap(line_of, rows.items()))
        written = written_lines(lines)
        lengths = [len(raw) - 1 for raw in written]
        new = columns_of_new(rows, lengths, self.end)
        slots = None if new is not None and self.index.precedes(new) else self._slots(lines, lengths)
        self.require_as_left()
        self._broken = f"{self.name}: a write was interrupted; open it again to see what became of it"
        batch = b"".join([*written, b"\n"])
        self._write(batch)
        if slots is None and new is not None:
            apply_new(new, self.index, self.touched)
        else:
            apply(slots or [], self.index, self.touched)
        self.end += len(batch)
        self._broken = ""

    def _slots(self, lines: list[Line], lengths: list[int]) -> list[Slot]:
        """What the index keeps of lines that are written next."""
        offsets = accumulate((length + 1 for length in lengths[:-1]), initial=self.end)
        return list(map(slot_of, lines, offsets, lengths))

    def require_as_left(self) -> None:
        """Raise TimelineError where the file is not as the last write left it, so that writing would do harm."""
        if self._broken:
            raise TimelineError(self._broken)
        if self.file.stamp()[:2] != self._stamp[:2]:
            message = f"{self.name}: another program has changed the file; nothing was written, open it again"
            raise TimelineError(message)

    def _write(self, batch: bytes) -> None:
        try:
            self.file.write(self.end, batch + TAIL)
        except BaseException as error:
            self._take_back()
            if isinstance(error, OSError):
                raise self._failed(error, done="written") from error
            raise
        finally:
            self._window = (0, b"")
            self._stamp = self.file.stamp()

    def _take_back(self) -> None:
        """Restore the file after a failed write; where even that fails, opening it again will."""
        try:
            self.file.finish(self.end, TAIL)
            self._broken = ""
        except OSError as error:
            why = reason_of(error)
            self._broken = f"{self.name}: the disk failed ({why}); open it again to repair the end of the file"

    def finish(self) -> None:
        """Let the file end behind its last whole batch. Raises OSError."""
        self.file.finish(self.end, TAIL)
        self._stamp = self.file.stamp()

    def _failed(self, error: OSError, done: str) -> TimelineError:
        return TimelineError(f"{self.name}: cannot be {done}: {reason_of(error)}")

    def file_under(self, key: int, day: int, last: int) -> None:
        """File a record under other days (ordinals) than its line says; memory alone changes."""
        slot = self.index.get(key)
        if slot is not None:
            self.index.put(msgspec.structs.replace(slot, day=day, last=last))

    def follow(self) -> bool | None:
        """Index what another process has added; True where there was something, None where the file is another."""
        stamp = self.file.stamp()
        if stamp == self._stamp:
            return False
        if stamp[0] < self.end or self.file.read(self.end - 2, 2) != b"\n\n":
            return None
        self._window = (0, b"")
        end = self.end
        if self.load(end) == "damaged":
            message = f"{self.name}: was damaged while it was read; {HELP}"
            raise DamagedError(message)
        return self.end > end

    @property
    def garbage(self) -> int:
        """Bytes of lines that no longer count, to within a few a batch."""
        return self.end - self.index.live_bytes - self.index.live

    def head(self) -> bytes:
        """The first line, with the tables of other programs."""
        return next(read_lines(self.file, 0))[1] + b"\n"
