"""One writer at a time: the lock lies on the data file itself, so none is left behind and a reader needs none."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from pathlib import Path

import msgspec

from store.errors import TimelineError, reason_of

_POLL = 0.002
_POLL_LONGEST = 0.05
_NO_WRITING = (errno.EACCES, errno.EPERM, errno.EROFS)
_LOCK_TABLE = Path("/proc/locks")


class Opened(msgspec.Struct, frozen=True):
    """An open data file."""

    descriptor: int
    writable: bool
    """True: this process alone may write."""
    notice: str = ""
    """Why it cannot be written, as one sentence."""


def open_data_file(path: Path, *, create: bool, read_only: bool, wait: float) -> Opened:
    """Open the file, for writing where nobody else writes.

    `wait`: seconds to wait for another writer before the file is opened for reading. Raises TimelineError
    where it cannot even be read, or is no regular file.
    """
    _refuse_other_kinds(path)
    try:
        if read_only:
            return Opened(os.open(path, os.O_RDONLY | os.O_CLOEXEC), writable=False)
        return _open_to_write(path, time.monotonic() + wait, create=create)
    except OSError as error:
        message = f"{path}: cannot be opened: {reason_of(error)}"
        raise TimelineError(message) from error


def _refuse_other_kinds(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # opening it says what is wrong
    if not stat.S_ISREG(mode):
        message = f"{path}: is {'a folder' if stat.S_ISDIR(mode) else 'not a regular file'}, not a timeline file"
        raise TimelineError(message)


def _open_to_write(path: Path, deadline: float, *, create: bool) -> Opened:
    pause = _POLL
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | (os.O_CREAT if create else 0), 0o666)
        except OSError as error:
            if error.errno not in _NO_WRITING:
                raise
            notice = f"{path} can only be read: {reason_of(error)}."
            return Opened(os.open(path, os.O_RDONLY | os.O_CLOEXEC), writable=False, notice=notice)
        try:
            locked = try_lock(descriptor)
        except OSError as error:
            reason = reason_of(error)
            notice = f"{path} cannot be locked against other programs, so it can only be read: {reason}."
            return Opened(descriptor, writable=False, notice=notice)
        if locked:
            if same_file(descriptor, path):
                return Opened(descriptor, writable=True)
        elif time.monotonic() >= deadline:
            return Opened(descriptor, writable=False, notice=_held(path, descriptor))
        os.close(descriptor)
        time.sleep(pause)
        pause = min(2 * pause, _POLL_LONGEST)


def try_lock(descriptor: int) -> bool:
    """Take the writer's lock if it is free."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def same_file(descriptor: int, path: Path) -> bool:
    """Whether `path` still names the open file; a writer that compacts puts a new file in its place."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _held(path: Path, descriptor: int) -> str:
    holder = writer_of(descriptor)
    who = "Another program" if holder is None else f"Another program (process {holder})"
    return f"{who} is writing to {path}, so it can only be read for now."


def writer_of(descriptor: int) -> int | None:
    """The process that holds the lock, where the system tells."""
    inode = str(os.fstat(descriptor).st_ino)
    try:
        table = _LOCK_TABLE.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in table:
        fields = line.split()
        if "FLOCK" in fields and "->" not in fields and fields[5].rpartition(":")[2] == inode:
            return int(fields[4])
    return None
