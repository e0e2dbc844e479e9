"""A data file on disk or in memory, and the few things one does to it; nothing else writes to the disk."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

_MODE = 0o666
_NEAR = 1 << 15
"""Bytes between two places that are quicker read than left out."""


class DataFile(Protocol):
    """Bytes at offsets. Every method that touches a disk may raise OSError."""

    def read(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset` on; fewer only at the end."""

    def write(self, offset: int, data: bytes) -> None:
        """Write and return once it is durable."""

    def finish(self, offset: int, tail: bytes) -> None:
        """Let the file end in `tail` at `offset`, durably; what lay behind is forgotten."""

    def stamp(self) -> tuple[int, ...]:
        """Size in bytes, whether it still has a name, and time of the last change.

        The first two differ once another program has written to the file, or put another one in its place; the
        time is not to be relied on for that, because network disks correct it afterwards.
        """

    def close(self) -> None:
        """Release the file and every lock on it."""

    def close_when_unused(self) -> None:
        """Release every lock on it now, and the file once no other thread reads it any more."""


class DiskFile:
    """A file behind a descriptor, which it owns."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._process = os.getpid()
        self._in_use = True

    def read(self, offset: int, size: int) -> bytes:
        """See DataFile."""
        return os.pread(self.descriptor, size, offset)

    def write(self, offset: int, data: bytes) -> None:
        """See DataFile."""
        write_all(self.descriptor, data, offset)
        sync_data(self.descriptor)

    def finish(self, offset: int, tail: bytes) -> None:
        """See DataFile."""
        write_all(self.descriptor, tail, offset)
        os.ftruncate(self.descriptor, offset + len(tail))
        os.fsync(self.descriptor)

    def stamp(self) -> tuple[int, ...]:
        """See DataFile."""
        status = os.fstat(self.descriptor)
        return status.st_size, status.st_nlink > 0, status.st_mtime_ns

    def close(self) -> None:
        """See DataFile. The lock is released first, as processes forked meanwhile hold it too, and never by those."""
        try:
            self._unlock()
        finally:
            os.close(self.descriptor)

    def close_when_unused(self) -> None:
        """See DataFile."""
        self._in_use = False
        self._unlock()

    def __del__(self) -> None:
        """Close what nobody uses any more."""
        if not self._in_use:
            os.close(self.descriptor)

    def _unlock(self) -> None:
        if os.getpid() == self._process:
            with suppress(OSError):  # a file that could not be locked cannot be unlocked either
                fcntl.flock(self.descriptor, fcntl.LOCK_UN)


class MemoryFile:
    """The same without a disk."""

    def __init__(self, content: bytes = b"") -> None:
        self._content = bytearray(content)
        self._changes = 0

    def read(self, offset: int, size: int) -> bytes:
        """See DataFile."""
        return bytes(self._content[offset : offset + size])

    def write(self, offset: int, data: bytes) -> None:
        """See DataFile."""
        self._content[offset : offset + len(data)] = data
        self._changes += 1

    def finish(self, offset: int, tail: bytes) -> None:
        """See DataFile."""
        self._content[offset:] = tail
        self._changes += 1

    def stamp(self) -> tuple[int, ...]:
        """See DataFile."""
        return len(self._content), True, self._changes

    def close(self) -> None:
        """See DataFile."""

    def close_when_unused(self) -> None:
        """See DataFile."""


def read_places(file: DataFile, offsets: list[int], sizes: list[int]) -> list[bytes]:
    """The bytes at each of these places, neighbours by one read. Raises OSError."""
    pieces: list[bytes] = []
    for begin, end in _stretches(offsets, sizes):
        start = offsets[begin]
        there = file.read(start, offsets[end - 1] + sizes[end - 1] - start)
        places = zip(offsets[begin:end], sizes[begin:end], strict=True)
        pieces += [there[offset - start : offset - start + size] for offset, size in places]
    return pieces


def _stretches(offsets: list[int], sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of places, from one number to another, that ascend and lie near each other."""
    begin, reach = 0, offsets[0]
    for number, offset in enumerate(offsets):
        if not reach <= offset <= reach + _NEAR:
            yield begin, number
            begin = number
        reach = offset + sizes[number]
    yield begin, len(offsets)


def sync_data(descriptor: int) -> None:
    """Make what was written durable; not every system can leave out the times of the file."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def write_all(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of `data` at `offset`, however many calls that takes."""
    view = memoryview(data)
    while view:
        written = os.pwrite(descriptor, view, offset)
        if written == 0:
            message = "the disk takes no more"
            raise OSError(message)
        view, offset = view[written:], offset + written


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def beside_of(path: Path) -> Path:
    """Where a file is written that will take the place of `path`; one that is there was left by a killed process."""
    return path.with_name(f".{path.name}.new")


def replace(path: Path, chunks: Iterable[bytes], prepare: Callable[[int], object] | None = None) -> int:
    """Put a new file in the place of `path`, wholly or not at all, and return its descriptor, open for writing.

    It is written beside, made durable, handed to `prepare` (to be locked), then renamed. Raises OSError, and
    leaves what was there.
    """
    beside = beside_of(path)
    descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, _MODE)
    try:
        _keep_mode(path, descriptor)
        _write_chunks(descriptor, chunks)
        os.fsync(descriptor)
        if prepare is not None:
            prepare(descriptor)
        beside.replace(path)
    except BaseException:
        os.close(descriptor)
        beside.unlink(missing_ok=True)
        raise
    try:
        sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _keep_mode(path: Path, descriptor: int) -> None:
    """Keep the owner as well, where we may: a file stays somebody's when root writes it anew."""
    if path.exists():
        status = path.stat()
        if os.geteuid() == 0:
            os.fchown(descriptor, status.st_uid, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def _write_chunks(descriptor: int, chunks: Iterable[bytes]) -> None:
    offset, pending = 0, bytearray()
    for chunk in chunks:
        pending += chunk
        if len(pending) >= 1 << 20:
            write_all(descriptor, bytes(pending), offset)
            offset += len(pending)
            pending.clear()
    write_all(descriptor, bytes(pending), offset)
