"""Opening a timeline file: what kind of file it is, who may write to it, and what has to be put right first."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from store import sidecar
from store.copies import Clock, keep, keep_damaged
from store.disk import DataFile, DiskFile, MemoryFile, beside_of, replace, sync_folder
from store.errors import TimelineError, reason_of
from store.layout import HEAD
from store.line_file import BLANK, LineFile
from store.locks import Opened, open_data_file, try_lock, writer_of
from store.migrations import upgrade
from store.plain import DEFAULT, convert, read_tables
from store.recognition import FileKind, damaged, recognise
from store.records import SCHEMA
from store.scan import State


class OpenFile(msgspec.Struct):
    """A timeline file, ready to be read, and to be written where `read_only` is False."""

    lines: LineFile
    read_only: bool
    notices: list[str]
    indexed: int = 0
    """How many bytes of the file its saved index covers."""
    identities: bytes = b""
    """The identities of the issues there, as far as they were saved."""


def open_file(path: Path, *, create: bool, read_only: bool, wait: float, clock: Clock) -> OpenFile:
    """Open a timeline file and put right what can be; see Timeline.open. Raises TimelineError."""
    real = Path(os.path.realpath(path))
    opened = open_data_file(real, create=create, read_only=read_only, wait=wait)
    try:
        found = _open(real, opened, clock, create=create)
    except OSError as error:
        os.close(opened.descriptor)
        message = f"{path}: cannot be opened: {reason_of(error)}"
        raise TimelineError(message) from error
    except BaseException:
        os.close(opened.descriptor)
        raise
    if opened.notice:
        found.notices.insert(0, opened.notice)
    if opened.writable:
        _clear_away(real)
    return found


def _clear_away(path: Path) -> None:
    """Remove what a killed process began to write beside the file; it never counted."""
    for left in (beside_of(path), beside_of(sidecar.path_of(path))):
        with suppress(OSError):  # it is in nobody's way, and the next one takes its place
            left.unlink(missing_ok=True)


def _open(path: Path, opened: Opened, clock: Clock, *, create: bool) -> OpenFile:
    file = DiskFile(opened.descriptor)
    recognised = recognise(file, str(path))
    found = _indexed(path, OpenFile(LineFile(file, str(path)), not opened.writable, []))
    if recognised.kind is FileKind.NEW:
        _begin(path, found, create=create)
    elif recognised.kind is FileKind.PLAIN or recognised.schema != SCHEMA:
        return _write_anew(path, opened, file)
    state = found.lines.load(found.indexed or recognised.start or len(HEAD))
    if state != "sound":
        _put_right(path, found, state, clock)
    return found


def _indexed(path: Path, found: OpenFile) -> OpenFile:
    """With the saved index, where there is one that fits."""
    saved = sidecar.load(path, found.lines.file)
    if saved is not None:
        found.lines.index, found.indexed, found.identities = saved
    return found


def _begin(path: Path, found: OpenFile, *, create: bool) -> None:
    if found.read_only or not create:
        message = f"{path}: is empty, not a timeline file"
        raise TimelineError(message)
    index = sidecar.path_of(path)
    if index.exists():
        found.notices.append(f"{path} is empty, but was not when {index.name} was saved: look for a copy of it.")
    found.lines.file.finish(0, BLANK)
    sync_folder(path.parent)


def _write_anew(path: Path, opened: Opened, file: DiskFile) -> OpenFile:
    """Another program wrote the file as one long line, or an older version in an older schema: put that right."""
    tables, schema = read_tables(file, str(path))
    before = schema if schema != SCHEMA else None
    if before is not None:
        tables[DEFAULT] = upgrade(tables[DEFAULT], before)
    notices: list[str] = []
    if opened.writable:
        try:
            return _written(path, file, tables, before)
        except OSError as error:
            notice = f"{path} was written by another program or version, and cannot be written anew for now"
            notices.append(f"{notice} ({reason_of(error)}); so it can only be read.")
    found = _loaded(path, MemoryFile(b"".join(convert(tables))), notices, read_only=True)
    file.close()
    return found


def _written(path: Path, file: DiskFile, tables: dict[str, Any], before: int | None) -> OpenFile:
    """Put the tables into the place of the file, which is kept where it was of the schema `before`. Raises OSError."""
    notice = f"{path} had been written by another program; every record was kept."
    if before is not None:
        copy = keep(path, file, f"schema-{before}")
        notice = f"{path} was brought from schema {before} to {SCHEMA}; the file as it was is in {copy.name}."
    sidecar.forget(path)
    found = _loaded(path, DiskFile(replace(path, convert(tables), try_lock)), [notice], read_only=False)
    file.close()
    return found


def _loaded(path: Path, file: DataFile, notices: list[str], *, read_only: bool) -> OpenFile:
    lines = LineFile(file, str(path))
    lines.load(recognise(file, str(path)).start)
    return OpenFile(lines, read_only, notices)


def _put_right(path: Path, found: OpenFile, state: State, clock: Clock) -> None:
    lines = found.lines
    # a write that is cut off leaves what lies before it, and the first record was written with the file
    if state == "damaged" or not lines.index:
        raise damaged(str(path))
    if not found.read_only:
        _take_end_back(path, found, clock)
    elif not _being_written(lines.file):
        found.notices.append(f"The last write to {path} was not finished; it is not shown.")


def _take_end_back(path: Path, found: OpenFile, clock: Clock) -> None:
    """Repair the end of the file; where the disk does not allow that, the file can be read all the same."""
    try:
        copy = keep_damaged(path, found.lines.file, clock())
        found.lines.finish()
    except OSError as error:
        found.read_only = True
        found.notices.append(
            f"The last write to {path} was not finished, which cannot be repaired for now "
            f"({reason_of(error)}); so it can only be read."
        )
        return
    found.notices.append(
        f"The end of {path} was not whole, as after a write that was cut off. What was whole is kept; "
        f"the file as it was is in {copy.name}."
    )


def _being_written(file: object) -> bool:
    return isinstance(file, DiskFile) and writer_of(file.descriptor) is not None
