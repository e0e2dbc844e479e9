"""A person's corrections, laid over what was found for as long as their anchor fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import msgspec

from store.anchors import Anchors
from store.records import Correction, Derived, Elsewhere, Entry, Event, Finding, Issue, Quote, Tie
from store.rows import file_under

_WHERE_IT_WAS_FOUND = frozenset({"start", "end", "text", "mentions"})


class Pinned:
    """The corrections of one issue, each at the record it is about."""

    def __init__(self, corrections: Mapping[int, Correction], anchors: Anchors) -> None:
        self.of_entry: dict[int, dict[int, Correction]] = {}
        """The corrections of a record by their ids, in the order in which they were made, by the id of the record."""
        self.loose: list[int] = []
        """Ids of those that fit nothing."""
        records: dict[int, Finding] = {}
        for key, correction in sorted(corrections.items()):
            entry = anchors.find(correction)
            record = records.get(entry.id, cast("Finding", entry.record)) if entry else None
            now = record and _with(record, correction)
            if entry is None or now is None:
                self.loose.append(key)
            else:
                records[entry.id] = now
                self.of_entry.setdefault(entry.id, {})[key] = correction


def _with(record: Finding, correction: Correction) -> Finding | None:
    """The corrected record; None where the changes no longer fit its fields."""
    try:
        return corrected(record, correction.changes)
    except ValueError:
        return None


def corrected(found: Finding, changes: Mapping[str, Any]) -> Finding:
    """The record with the changed fields; raises ValueError where they do not fit."""
    if not changes:
        return found
    fields = msgspec.to_builtins(found)
    unknown = sorted(changes.keys() - fields.keys())
    if unknown:
        message = f"no such field: {', '.join(unknown)}"
        raise ValueError(message)
    implied = _of_speaker(found, changes) if isinstance(found, Quote) else {}
    record = msgspec.convert({**fields, **implied, **changes}, type(found))
    if isinstance(record, Derived):
        _require_days(record)
    return record


def _require_days(record: Derived) -> None:
    if (record.first is None) != (record.last is None) or (record.first and record.last and record.first > record.last):
        message = "first and last: both days or neither, and first not after last"
        raise ValueError(message)


def _of_speaker(found: Quote, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from a person's word on who speaks: it is certain, and what the text said of another is void."""
    if "speaker" not in changes:
        return {}
    speaker = changes["speaker"]
    role = found.role if speaker == found.speaker else None
    certainty = "unknown" if speaker is None else "certain"
    return {"speaker_certainty": certainty, "how": "a person said so", "role": role}


def change(entry: Entry, changes: Mapping[str, Any]) -> dict[str, Any]:
    """`changes` in JSON form; raises ValueError, in one line, where the entry cannot be changed so."""
    fixed = sorted(_WHERE_IT_WAS_FOUND & changes.keys())
    if fixed:
        message = f"what was found where stays as it is: {', '.join(fixed)}"
        raise ValueError(message)
    plain = msgspec.to_builtins(dict(changes))
    corrected(cast("Finding", entry.record), plain)
    return cast("dict[str, Any]", plain)


def lay_over(entry: Entry, issue: Issue, corrections: Mapping[int, Correction], ties: Iterable[Tie] = ()) -> Entry:
    """The entry with its corrections, in their order, and with its ties to other mentions."""
    record = cast("Finding", entry.record)
    starred = hidden = False
    note = ""
    for correction in corrections.values():
        record = corrected(record, correction.changes)
        starred |= correction.act == "star"
        hidden |= correction.act == "delete"
        note = correction.note if correction.act == "note" else note
    day, certainty = file_under(record, issue.context)
    return msgspec.structs.replace(
        entry,
        record=record,
        day=day,
        certainty=certainty,
        corrected=record != entry.record,
        hidden=hidden,
        starred=starred,
        note=note,
        ties=tuple(ties),
    )


def require_events(entries: Iterable[Entry]) -> None:
    """Raise ValueError where one of them is no event mention: only these are joined and split."""
    for entry in entries:
        if not isinstance(entry.record, Event):
            message = f"only events can be joined or split, and this is a {entry.kind}"
            raise ValueError(message)  # noqa: TRY004 - the record is of the wrong kind, not of the wrong type


def others_of(correction: Correction) -> tuple[Elsewhere, ...]:
    """The other mentions of a join or a split; none for other corrections."""
    return correction.others if correction.act in {"join", "split"} else ()
