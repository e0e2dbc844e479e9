"""The file of an open timeline, from its opening to its closing: who may write, following, tidying up, backups."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import RLock

from store import compaction, sidecar
from store.copies import Clock, pieces
from store.disk import DiskFile, MemoryFile, replace
from store.errors import TimelineError, reason_of
from store.layout import TAIL, Row
from store.line_file import BLANK, LineFile
from store.locks import same_file
from store.opening import OpenFile, open_file

Identities = Callable[[], bytes]


class TimelineFile:
    """An open file; without `path` one in memory."""

    def __init__(self, found: OpenFile, path: Path | None, clock: Clock) -> None:
        self.path = path
        self._real = None if path is None else path.resolve()
        self._clock = clock
        self.notices: list[str] = []
        """What had to be put right or left out, as plain sentences."""
        self._closed = False
        self._process = os.getpid()
        self.turn = RLock()
        """Held by the thread that writes."""
        self._adopt(found)

    @classmethod
    def open(cls, path: Path, *, create: bool, read_only: bool, wait: float, clock: Clock) -> TimelineFile:
        """See Timeline.open."""
        return cls(open_file(path, create=create, read_only=read_only, wait=wait, clock=clock), path, clock)

    @classmethod
    def in_memory(cls, clock: Clock) -> TimelineFile:
        """See Timeline.in_memory."""
        lines = LineFile(MemoryFile(BLANK), "the timeline in memory")
        lines.load(BLANK.index(b"\n") + 1)
        return cls(OpenFile(lines, read_only=False, notices=[]), None, clock)

    def _adopt(self, found: OpenFile) -> None:
        self.lines = found.lines
        self.read_only = found.read_only
        self.identities = found.identities
        """The identities of the issues, as they were saved with the index."""
        self._indexed = found.indexed
        self.notices += [notice for notice in found.notices if notice not in self.notices]

    def commit(self, rows: Mapping[int, Row]) -> None:
        """Write rows as one batch, see LineFile.commit; raises TimelineError where the file is open for reading."""
        self._require_writable()
        with self.turn:
            self.lines.commit(rows)

    def _require_writable(self) -> None:
        if self.read_only:
            message = f"{self.lines.name}: is open for reading only. {' '.join(self.notices)}".rstrip()
            raise TimelineError(message)
        if os.getpid() != self._process:
            message = f"{self.lines.name}: was opened by the process that this one was forked from; open it anew"
            raise TimelineError(message)

    def follow(self) -> bool | None:
        """Read what another process has written: True where there was something, None where `lines` is a new one."""
        file = self.lines.file
        if not self.read_only or self._real is None or not isinstance(file, DiskFile):
            return False
        followed = self.lines.follow() if same_file(file.descriptor, self._real) else None
        if followed is None:
            self._adopt(open_file(self._real, create=False, read_only=True, wait=0.0, clock=self._clock))
            file.close_when_unused()
        return followed

    def backup(self, target: Path) -> None:
        """Copy every whole batch to `target`, which is put in place wholly or not at all. Raises TimelineError."""

        def content() -> Iterator[bytes]:
            yield from pieces(self.lines.file, self.lines.end)
            yield TAIL

        try:
            os.close(replace(target, content()))
        except OSError as error:
            message = f"{target}: the backup cannot be written: {reason_of(error)}"
            raise TimelineError(message) from error

    def compact(self, identities: Identities) -> None:
        """See Timeline.compact."""
        self._require_writable()
        if self._real is None:
            return
        try:
            self._compact(self._real)
            self._save_index(self._real, identities)
        except OSError as error:
            message = f"{self.lines.name}: cannot be compacted: {reason_of(error)}"
            raise TimelineError(message) from error

    def _compact(self, path: Path) -> None:
        self.lines.require_as_left()
        self._indexed = 0
        sidecar.forget(path)
        self.lines = compaction.compact(path, self.lines)

    def _save_index(self, path: Path, identities: Identities) -> None:
        lines = self.lines
        if lines.end - self._indexed > sidecar.WORTHWHILE:
            sidecar.save(path, lines.file, lines.end, lines.index, identities())
            self._indexed = lines.end

    def keep_index_near(self, identities: Identities) -> None:
        """Save the index where so much was added that others, who open the file meanwhile, would wait for it."""
        if self._real is None or self.lines.end - self._indexed <= sidecar.FAR_BEHIND:
            return
        try:
            self._save_index(self._real, identities)
        except OSError as error:
            self._indexed = self.lines.end  # closing tries again where more is added
            self.notices.append(f"{self._real}: the index could not be saved, and nothing is lost: {reason_of(error)}.")

    def close(self, identities: Identities) -> None:
        """See Timeline.close; `identities`: those of all issues, to be saved with the index."""
        if self._closed:
            return
        self._closed = True
        try:
            if os.getpid() == self._process:
                self.tidy_up(identities, patient=False)
        finally:
            self.lines.file.close()

    def tidy_up(self, identities: Identities, *, patient: bool) -> None:
        """See Timeline.tidy_up; unless `patient`, a large file is not compacted."""
        path = self._real
        if path is None or self.read_only:
            return
        try:
            self.lines.require_as_left()
            if compaction.is_worthwhile(self.lines) and (patient or compaction.is_quick(self.lines)):
                self._compact(path)
            self._save_index(path, identities)
        except OSError as error:
            self.notices.append(f"{path}: could not be tidied up, and nothing is lost: {reason_of(error)}.")
        except TimelineError as error:
            self.notices.append(f"{path}: could not be tidied up, and nothing is lost: {error}.")
