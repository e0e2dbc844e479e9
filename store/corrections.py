"""A person's corrections, laid over what was found for as long as their anchor fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import msgspec

from store.records import Correction, Derived, Entry, Issue
from store.rows import file_under

_CORRECTED = frozenset({"time", "figure", "quote", "event"})


def fits(correction: Correction, entry: Entry) -> bool:
    """Whether the correction is about this entry, as it was found: same kind, span and text."""
    found = cast("Derived", entry.record)
    return (correction.kind, correction.start, correction.end, correction.text) == (
        entry.kind,
        found.start,
        found.end,
        found.text,
    )


def correction_of(entry: Entry, changes: Mapping[str, Any], note: str) -> Correction:
    """A correction anchored to the entry as it was found.

    Raises ValueError, in one line, where the entry is none that was found, or the changes do not fit its fields.
    """
    if entry.kind not in _CORRECTED:
        message = f"a record of kind {entry.kind} cannot be corrected"
        raise ValueError(message)
    found = cast("Derived", entry.record)
    kind = cast("Any", entry.kind)
    plain = msgspec.to_builtins(dict(changes))
    correction = Correction(kind=kind, start=found.start, end=found.end, text=found.text, changes=plain, note=note)
    corrected(found, plain)
    return correction


def corrected(found: Derived, changes: Mapping[str, Any]) -> Derived:
    """The record with the changed fields; raises ValueError where they do not fit."""
    fields = msgspec.to_builtins(found)
    unknown = sorted(changes.keys() - fields.keys())
    if unknown:
        message = f"no such field: {', '.join(unknown)}"
        raise ValueError(message)
    record = msgspec.convert({**fields, **changes}, type(found))
    if (record.first is None) != (record.last is None) or (record.first and record.last and record.first > record.last):
        message = "first and last: both days or neither, and first not after last"
        raise ValueError(message)
    return record


def lay_over(entry: Entry, issue: Issue, corrections: Iterable[Correction]) -> tuple[Entry, list[Correction]]:
    """The entry with every correction that fits it, in their order, and which those are."""
    used: list[Correction] = []
    record = cast("Derived", entry.record)
    for correction in corrections:
        if fits(correction, entry):
            try:
                record = corrected(record, correction.changes)
            except ValueError:
                continue  # it no longer fits the record's fields: the caller lists it among the loose ones
            used.append(correction)
    if not used:
        return entry, used
    day, certainty = file_under(record, issue.context)
    return msgspec.structs.replace(entry, record=record, day=day, certainty=certainty, corrected=True), used
