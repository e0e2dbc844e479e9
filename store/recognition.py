"""What kind of file lies there: a timeline in lines, one that plain TinyDB has written anew, or neither."""

from __future__ import annotations

from enum import Enum, auto

import msgspec

from store.disk import DataFile
from store.errors import DamagedError, TimelineError
from store.layout import SEALED, is_head, read_line, read_lines
from store.line_file import BLANK, HELP
from store.migrations import can_upgrade
from store.records import SCHEMA
from store.rows import read_row

_BEGINNING = 4096
_SEARCHED = 1 << 20


class FileKind(Enum):
    """How the bytes are laid out."""

    NEW = auto()
    """Empty, or begun and not finished."""
    LINES = auto()
    PLAIN = auto()
    """JSON, laid out by another program."""


class Recognised(msgspec.Struct, frozen=True):
    """What a file was recognised as."""

    kind: FileKind
    start: int = 0
    """Where the first record is, for LINES."""
    schema: int = SCHEMA
    """Ours or an older one, for LINES."""


def recognise(file: DataFile, name: str) -> Recognised:
    """Tell what the file is; raises TimelineError where it is no timeline, or one of another schema."""
    beginning = file.read(0, _BEGINNING)
    if BLANK.startswith(beginning) and beginning != BLANK:
        return Recognised(FileKind.NEW)
    if not beginning.lstrip().startswith(b"{"):
        raise refusal(name, file.read(0, _SEARCHED))
    lines = read_lines(file, 0)
    _, head, ended = next(lines)
    if not (ended and is_head(head)):
        return Recognised(FileKind.PLAIN)
    _, first, _ = next(lines, (0, b"", False))
    return Recognised(FileKind.LINES, len(head) + 1, _schema_of(first, name))


def refusal(name: str, content: bytes) -> TimelineError:
    """Why bytes that cannot be read are refused: a damaged timeline, or none."""
    if SEALED.search(content) or (b'"_default"' in content and b'"meta"' in content):
        return damaged(name)
    return TimelineError(f"{name}: is not a timeline file; it was left as it is")


def damaged(name: str) -> DamagedError:
    """The refusal of a damaged file."""
    return DamagedError(f"{name}: is damaged and was left as it is; {HELP}")


def _schema_of(raw: bytes, name: str) -> int:
    line = read_line(raw)
    if line is None or raw.startswith(b","):
        raise damaged(name)
    try:
        row = read_row(line.body)
    except ValueError as error:
        raise damaged(name) from error
    return schema_of(row, name)


def schema_of(row: object, name: str) -> int:
    """The schema that the meta row names: ours, or one that can be upgraded.

    Raises TimelineError where it is another, or this is no meta row.
    """
    record = row.get("record") if isinstance(row, dict) and row.get("kind") == "meta" else None
    schema = record.get("schema") if isinstance(record, dict) else None
    if schema is None:
        message = f"{name}: is a TinyDB file but not a timeline; it was left as it is"
        raise TimelineError(message)
    if schema != SCHEMA and not can_upgrade(schema):
        message = (
            f"{name}: is a timeline of schema {schema}, and this version knows schema {SCHEMA} alone; "
            "it was left as it is"
        )
        raise TimelineError(message)
    return int(schema)
