"""What the index needs of rows, and no more: of one at a time, or of a thousand at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import accumulate, compress
from typing import Any

import msgspec

from store.layout import ID_DIGITS, SEAL_LENGTH, Line, Row, all_sealed, as_object
from store.line_index import KIND_CODES, OTHER, REMOVED, UNDATED, Columns, Slot
from store.rows import NewRow, read_row

_LARGEST = 2**32 - 1
_ISSUE, _META = KIND_CODES["issue"], KIND_CODES["meta"]


class _Span(msgspec.Struct, gc=False):
    last: str | None = None


class _Glance(msgspec.Struct, gc=False):
    """What the index needs of a row."""

    kind: str = ""
    day: str | None = None
    issue_id: int | None = None
    record: _Span | None = None


class _Ours(msgspec.Struct, gc=False):
    """What the index needs of a row that we wrote."""

    kind: str = ""
    day: date | None = None
    issue_id: int | None = None
    record: _OurSpan | None = None


class _OurSpan(msgspec.Struct, gc=False):
    last: date | None = None


_glance = msgspec.json.Decoder(_Glance).decode
_glance_at_many = msgspec.json.Decoder(dict[int, _Ours]).decode


def slot_of(line: Line, offset: int, length: int) -> Slot:
    """What the index keeps of a line; raises ValueError where the line holds no JSON object.

    Rows that are not ours get the kind OTHER, whatever their fields hold.
    """
    if line.body == b"{}":
        return Slot(line.id, offset, length, REMOVED, 0, UNDATED, UNDATED)
    try:
        row = _glance(line.body)
    except (msgspec.DecodeError, RecursionError):
        row = _glance_leniently(read_row(line.body))
    day = last = _ordinal(row.day)
    span = row.record
    if span is not None and span.last is not None and span.last != row.day and day != UNDATED:
        last = _ordinal(span.last)
        last = day if last == UNDATED else max(day, last)
    kind = KIND_CODES.get(row.kind, OTHER)
    issue = line.id if kind == _ISSUE else row.issue_id
    if issue is None or not 0 <= issue <= _LARGEST:
        issue = 0
    return Slot(line.id, offset, length, kind, issue, day, last)


def columns_of(piece: bytes, start: int) -> Columns | None:
    """What the index keeps of many whole lines in a row, found at offset `start`, at a third of the cost.

    None where one of them is damaged, or is not such as we write new records.
    """
    lines, offsets = _lines_of(piece, start)
    lengths = list(map(len, lines))
    if piece.startswith(b'"'):
        lines[0] = b"," + lines[0]
    try:
        rows = _glance_at_many(as_object(piece)) if lines and all_sealed(lines) else {}
    except (msgspec.DecodeError, RecursionError):
        return None
    kinds = [KIND_CODES.get(row.kind, OTHER) for row in rows.values()]
    unlike_ours = (
        not rows
        or max(rows) >= 10**ID_DIGITS
        or len(rows) < len(lines)
        or (kinds[0] != _META and not piece.startswith(b","))
    )
    if unlike_ours or (OTHER in kinds and any(line.endswith(b":{}", 0, -SEAL_LENGTH) for line in lines)):
        return None
    issues = [
        key if kind == _ISSUE else row.issue_id or 0 for (key, row), kind in zip(rows.items(), kinds, strict=True)
    ]
    if not 0 <= min(issues) <= max(issues) <= _LARGEST:
        return None
    days = [UNDATED if row.day is None else row.day.toordinal() for row in rows.values()]
    lasts = [_last_day(row.record, day) for row, day in zip(rows.values(), days, strict=True)]
    return Columns(list(rows), offsets, lengths, kinds, issues, days, lasts)


def columns_of_new(rows: Mapping[int, Row], lengths: list[int], start: int) -> Columns | None:
    """What the index keeps of rows of ours, whose lines are written from offset `start` on; None of other rows.

    `lengths`: those of the lines, without line feed.
    """
    ours = [row for row in rows.values() if isinstance(row, NewRow)]
    if len(ours) < len(rows):
        return None
    offsets = list(accumulate((length + 1 for length in lengths[:-1]), initial=start))
    kinds = [KIND_CODES[row.kind] for row in ours]
    issues = [key if kind == _ISSUE else row.issue_id or 0 for key, row, kind in zip(rows, ours, kinds, strict=True)]
    days = [UNDATED if row.day is None else row.day.toordinal() for row in ours]
    lasts = [_last_day(row.record, day) for row, day in zip(ours, days, strict=True)]
    return Columns(list(rows), offsets, lengths, kinds, issues, days, lasts)


def _lines_of(piece: bytes, start: int) -> tuple[list[bytes], list[int]]:
    """The lines that are not blank, and their offsets."""
    lines = piece.split(b"\n")
    offsets = accumulate([len(line) + 1 for line in lines], initial=start)
    return list(filter(None, lines)), list(compress(offsets, lines))


def _last_day(record: object, day: int) -> int:
    last: date | None = getattr(record, "last", None)
    return day if last is None or day == UNDATED else max(day, last.toordinal())


def _glance_leniently(row: dict[str, Any]) -> _Glance:
    """For rows other programs wrote: each field as far as it has the type it should have."""
    record = row.get("record")
    span = _Span()
    if isinstance(record, dict):
        span = _Span(_if(str, record.get("last")))
    return _Glance(_if(str, row.get("kind")) or "", _if(str, row.get("day")), _if(int, row.get("issue_id")) or 0, span)


def _if(kind: type[Any], value: Any) -> Any:
    return value if isinstance(value, kind) else None


@lru_cache(maxsize=1 << 16)
def _ordinal(day: str | None) -> int:
    if day is None:
        return UNDATED
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return UNDATED
