"""Whether a timeline file is whole, what can be had back of one that is not, and having it back."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from store import sidecar
from store.copies import Clock, keep_damaged, now
from store.disk import DataFile, DiskFile, replace
from store.errors import DamagedError, TimelineError, reason_of
from store.line_file import LineFile
from store.line_index import KIND_CODES
from store.locks import open_data_file, try_lock
from store.plain import read_tables
from store.recognition import FileKind, recognise
from store.salvage import salvage, written

_SHOWN = 20


class CheckReport(msgspec.Struct, frozen=True):
    """What a check found."""

    path: str
    sound: bool
    """Nothing is damaged and nothing stands unfinished."""
    records: int
    """Whole records, without the meta record."""
    problems: tuple[str, ...] = ()
    """What is damaged, a sentence each."""
    remarks: tuple[str, ...] = ()
    """What is unusual and no damage, a sentence each."""

    def lines(self) -> list[str]:
        """The report for a person."""
        if self.sound:
            return [f"{self.path}: sound, {_records(self.records)}", *_some(self.remarks)]
        hope = f"{_records(self.records)} can be had back with: campaign-timeline check --repair --timeline {self.path}"
        return [f"{self.path}: damaged", *_some(self.problems), hope, *_some(self.remarks)]


class Repaired(msgspec.Struct, frozen=True):
    """What a repair came to."""

    path: str
    copy: str | None
    """Where the damaged file was copied to; None where nothing was damaged and nothing was done."""
    records: int
    """Whole records, all of which were kept, without the meta record."""
    problems: tuple[str, ...] = ()
    """What was damaged, a sentence each."""

    def lines(self) -> list[str]:
        """The report for a person."""
        if self.copy is None:
            return [f"{self.path}: sound, {_records(self.records)}; nothing to repair"]
        return [f"{self.path}: repaired, {_records(self.records)} kept; the damaged file is in {self.copy}"]


def _some(sentences: tuple[str, ...]) -> list[str]:
    """The first of them, and how many more there are."""
    more = len(sentences) - _SHOWN
    return [*sentences[:_SHOWN], *[f"And {more:,} more."] * (more > 0)]


def _records(number: int) -> str:
    return f"{number:,} whole record{'s' * (number != 1)}"


def check(path: Path) -> CheckReport:
    """Read the whole file and say what is damaged; changes nothing.

    Raises TimelineError where the file cannot be read, is no timeline, or is one of another schema.
    """
    opened = open_data_file(Path(os.path.realpath(path)), create=False, read_only=True, wait=0.0)
    file = DiskFile(opened.descriptor)
    try:
        return _check(file, str(path))
    except OSError as error:
        message = f"{path}: cannot be read: {reason_of(error)}"
        raise TimelineError(message) from error
    finally:
        file.close()


def repair(path: Path, *, wait: float = 0.0, clock: Clock = now) -> Repaired:
    """Keep every whole record of a damaged file; the file as it is goes to NAME.damaged-TIME first.

    Raises TimelineError where another process writes to the file, or it cannot be read or written, or is no
    timeline; it is then left as it is.
    """
    real = Path(os.path.realpath(path))
    opened = open_data_file(real, create=False, read_only=False, wait=wait)
    file = DiskFile(opened.descriptor)
    try:
        if not opened.writable:
            raise TimelineError(opened.notice)
        return _repair(real, file, _check(file, str(path)), clock)
    except OSError as error:
        message = f"{path}: cannot be repaired: {reason_of(error)}"
        raise TimelineError(message) from error
    finally:
        file.close()


def _repair(path: Path, file: DiskFile, report: CheckReport, clock: Clock) -> Repaired:
    if report.sound:
        return Repaired(report.path, None, report.records)
    salvaged = salvage(_content(file))
    copy = keep_damaged(path, file, clock())
    sidecar.forget(path)
    os.close(replace(path, written(salvaged), try_lock))
    return Repaired(report.path, str(copy), report.records, report.problems)


def _check(file: DataFile, name: str) -> CheckReport:
    try:
        recognised = recognise(file, name)
        if recognised.kind is FileKind.LINES:
            return _check_lines(file, name, recognised.start)
        if recognised.kind is FileKind.PLAIN:
            return _check_plain(file, name)
    except DamagedError:
        salvaged = salvage(_content(file))
        problems = tuple(salvaged.problems)
        return CheckReport(name, sound=False, records=_number(salvaged.records), problems=problems)
    return CheckReport(name, sound=False, records=0, problems=("The file is empty, or was begun and not finished.",))


def _check_lines(file: DataFile, name: str, start: int) -> CheckReport:
    lines = LineFile(file, name)
    state = lines.load(start)
    if state == "sound":
        return CheckReport(name, sound=True, records=len(lines.index) - 1, remarks=tuple(_remarks(lines)))
    salvaged = salvage(_content(file))
    problems = (*("The last write was not finished.",) * (state == "torn"), *salvaged.problems)
    return CheckReport(name, sound=False, records=_number(salvaged.records), problems=problems)


def _remarks(lines: LineFile) -> list[str]:
    """Rows that are kept and not shown."""
    remarks = []
    issues = set(lines.index.of_kind(KIND_CODES["issue"]))
    for key in lines.index:
        try:
            entry = lines.entry(key)
        except ValueError as error:
            remarks.append(f"Record {key} is no record of a timeline, and is kept as it is: {error}.")
        else:
            if entry.issue_id is not None and entry.issue_id not in issues:
                remarks.append(f"Record {key} was found in issue {entry.issue_id}, which is not there.")
    return remarks


def _check_plain(file: DataFile, name: str) -> CheckReport:
    table = read_tables(file, name)[0]["_default"]
    remark = "Another program has written it as one long line; opening it gives it its lines back."
    return CheckReport(name, sound=True, records=sum(map(bool, table.values())) - 1, remarks=(remark,))


def _number(records: dict[int, bytes]) -> int:
    return len(records) - (0 in records)


def _content(file: DataFile) -> bytes:
    return file.read(0, file.stamp()[0])
