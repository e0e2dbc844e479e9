"""Between records and the rows TinyDB sees: `{"day", "kind", "issue_id", "certainty", "record": {…}}`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, cast

import msgspec

from store.layout import Line, all_sealed, as_object
from store.line_index import KIND_CODES, UNDATED
from store.records import (
    KINDS,
    Certainty,
    Context,
    Entry,
    Event,
    Figure,
    Finding,
    Issue,
    Kind,
    Person,
    Place,
    Quote,
    Records,
)
from store.records import Time as TimeRecord

KIND_OF: dict[type[Finding], Kind] = {
    TimeRecord: "time",
    Figure: "figure",
    Quote: "quote",
    Event: "event",
    Person: "person",
    Place: "place",
}

HIDDEN = 0
"""The day under which the index keeps what a person deleted; no calendar has it."""


class NewRow(msgspec.Struct, frozen=True):
    """A row as it is written. The day comes first, so that a person who looks at the file finds it."""

    day: date | None
    kind: Kind
    issue_id: int | None
    certainty: Certainty
    record: msgspec.Struct


class _Row(msgspec.Struct, kw_only=True, gc=False):
    """A row as it is read, tagged with its kind."""

    record: Any
    day: date | None = None
    issue_id: int | None = None
    certainty: Certainty = "unknown"


_row_types: dict[Kind, Any] = {
    kind: msgspec.defstruct(f"_{kind.title()}Row", [("record", record)], bases=(_Row,), tag_field="kind", tag=kind)
    for kind, record in KINDS.items()
}
_row_decoders = {kind: msgspec.json.Decoder(row) for kind, row in _row_types.items()}
_any_row: Any = reduce(or_, _row_types.values())
_decode_many = msgspec.json.Decoder(dict[int, _any_row]).decode
_kind_of_row = {row: kind for kind, row in _row_types.items()}
_kinds: dict[int, Kind] = {code: cast("Kind", kind) for kind, code in KIND_CODES.items()}


def days_of(entry: Entry) -> tuple[int, int]:
    """First and last day of a derived entry, as the index counts days."""
    if entry.hidden:
        return HIDDEN, HIDDEN
    if entry.day is None:
        return UNDATED, UNDATED
    first = entry.day.toordinal()
    last: date | None = getattr(entry.record, "last", None)
    return first, first if last is None else max(first, last.toordinal())


def read_row(body: bytes) -> dict[str, Any]:
    """The row as TinyDB sees it; raises ValueError where it is no JSON object."""
    try:
        row = json.loads(body)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error
    if not isinstance(row, dict):
        message = "not an object"
        raise ValueError(message)  # noqa: TRY004 - the bytes are wrong, not a caller's type
    return row


def read_entry(line: Line, code: int) -> Entry:
    """The record on a line of the kind with this code.

    Raises ValueError where the row is not one of ours or lacks what its kind needs.
    """
    kind = _kinds.get(code)
    if kind is None:
        message = "it has none of the kinds of a timeline"
        raise ValueError(message)
    try:
        row = _row_decoders[kind].decode(line.body)
    except (msgspec.DecodeError, RecursionError):
        # what JSON in Python allows and msgspec does not: NaN, half a surrogate pair
        row = msgspec.convert(read_row(line.body), _row_types[kind])
    return Entry(id=line.id, day=row.day, kind=kind, issue_id=row.issue_id, certainty=row.certainty, record=row.record)


def read_entries(lines: list[bytes], ids: list[int]) -> list[Entry] | None:
    """The records on lines of these ids, at a third of what one by one costs.

    None where one is unusual, be it damaged, of another id, or such as only `read_entry` can read.
    """
    if not all_sealed(lines):
        return None
    try:
        rows = _decode_many(as_object(b"".join(lines)))
    except (msgspec.DecodeError, RecursionError):
        return None
    if list(rows) != ids:
        return None
    return [
        Entry(
            id=key,
            day=row.day,
            kind=_kind_of_row[type(row)],
            issue_id=row.issue_id,
            certainty=row.certainty,
            record=row.record,
        )
        for key, row in rows.items()
    ]


def row_of(kind: Kind, record: msgspec.Struct, issue_id: int | None, filed: tuple[date | None, Certainty]) -> NewRow:
    """The row for a record; `filed`: the day it is filed under, and how certain that is."""
    day, certainty = filed
    return NewRow(day=day, kind=kind, issue_id=issue_id, certainty=certainty, record=record)


def file_under(record: Finding, context: Context) -> tuple[date | None, Certainty]:
    """The day a record that was found is filed under, and how certain that is.

    Its first day; where it has none, the day of publication ("reported"); where that is not known, none. People and
    places are filed under no day.
    """
    if isinstance(record, Person | Place):
        return None, "unknown"
    if record.first is None:
        return context.published, "unknown" if context.published is None else "reported"
    return record.first, "certain" if record.last in {None, record.first} else "bounded"


def issue_row(issue: Issue) -> NewRow:
    """The row for an issue."""
    published = issue.context.published
    return row_of("issue", issue, None, (published, "unknown" if published is None else "certain"))


def changed_row(before: Mapping[str, Any], row: NewRow) -> dict[str, Any]:
    """The row that takes the place of the one `before`; fields that another program added to that stay."""
    fields = msgspec.to_builtins(row)
    return {**before, **fields, "record": {**before["record"], **fields["record"]}}


def in_order(records: Records) -> list[Finding]:
    """Everything found, in the order of the text."""
    found: list[Finding] = [*records.times, *records.events, *records.figures, *records.quotes]
    found += [*records.people, *records.places]
    return sorted(found, key=lambda record: (record.start, record.end))


def found_rows(records: list[Finding], issue_id: int, context: Context) -> list[NewRow]:
    """The rows for what was found in an issue."""
    return [row_of(KIND_OF[type(record)], record, issue_id, file_under(record, context)) for record in records]
