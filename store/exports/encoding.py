"""Records as JSON: the fields of the record, before them where the record is filed."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from store.exports.harmless import escape_json
from store.records import Certainty, Entry, Issue

EXPORT_SCHEMA = 1
"""Version of the JSON and JSON Lines exports."""

_encoder = msgspec.json.Encoder()


class Filing(msgspec.Struct, frozen=True):
    """What the timeline knows of a record beside the record itself."""

    id: int
    issue_id: int | None
    day: date | None
    certainty: Certainty
    corrected: bool
    starred: bool
    note: str
    """A person's remark."""
    event_id: int | None
    """Of an event mention, where mentions were merged: the id of the mention that stands for the whole event."""


class NameFiling(msgspec.Struct, frozen=True):
    """What the timeline knows of a person or a place beside the record itself."""

    id: int
    issue_id: int | None
    corrected: bool


class IssueFiling(msgspec.Struct, frozen=True):
    """What the timeline knows of an issue beside the issue itself."""

    id: int


def encode(value: Any) -> str:
    """JSON on one line that is harmless on a terminal."""
    return escape_json(_encoder.encode(value).decode())


def encode_entry(entry: Entry, event_id: int | None = None) -> str:
    """A found record as one JSON object on one line; `event_id` as in its filing."""
    where = entry.id, entry.issue_id, entry.day, entry.certainty
    filing = Filing(*where, entry.corrected, entry.starred, entry.note, event_id)
    return escape_json(_joined(filing, entry.record))


def encode_name(entry: Entry) -> str:
    """A person or a place as one JSON object on one line."""
    return escape_json(_joined(NameFiling(entry.id, entry.issue_id, entry.corrected), entry.record))


def encode_issue(issue_id: int, issue: Issue) -> str:
    """An issue as one JSON object on one line."""
    return escape_json(_joined(IssueFiling(issue_id), issue))


def _joined(first: msgspec.Struct, second: msgspec.Struct) -> str:
    # Two objects become one by text: building a third record for each line would double the cost.
    return f"{_encoder.encode(first).decode()[:-1]},{_encoder.encode(second).decode()[1:]}"
