"""CSV (RFC 4180): one row a record, the same columns for every kind.

Time expressions are written only where the filter asks for them with `kind:time`: what they date is there anyway.
A text that a spreadsheet would take for a formula gets an apostrophe before it. Line breaks become
spaces, so that every row is one line; several places or people are separated by "; ".
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from store.exports.harmless import one_line
from store.exports.kept import Kept, LeftOut
from store.filters import Filter
from store.records import Derived, Event, Figure, Issue, Quote, Time
from store.standing import standing_in_words

COLUMNS = {
    "id": "number of the record in the timeline",
    "record": "event, figure, quote or time",
    "day": "the day it is filed under",
    "certainty": "certain, bounded, reported (no day in the text: day of publication) or unknown",
    "first": "first day, inclusive; empty where the text gives none",
    "last": "last day, inclusive",
    "kind": "kind of event or figure; TIMEX3 type of a time",
    "title": "title of an event",
    "text": "the words in the document",
    "places": "places of an event or a figure",
    "people": "people of an event, claimant of a figure, speaker of a quote",
    "role": "what the document calls the speaker of a quote",
    "speaker_certainty": "certain, likely or unknown: how well the speaker of a quote is known",
    "qualifier": "words that qualify the number of a figure or an attendance: around, up to",
    "low": "lower bound, inclusive, of a figure or an attendance",
    "high": "upper bound, inclusive",
    "unit": "unit of a figure",
    "counted": "what a figure counts",
    "planned": "yes for an event still to come when the text was written",
    "standing": "claimed and by whom, denied, quoted, conditional or called off; empty where the report itself tells the event",
    "background": "yes for an event told only to explain the news",
    "value": "TIMEX3 value of a time",
    "corrected": "yes where a person corrected the record",
    "starred": "yes where a person marked it with a star",
    "note": "a person's remark on the record",
    "event_id": "of an event, where mentions were merged: the id of the mention that stands for the whole event",
    "publication": "the paper",
    "issue": "its issue number",
    "published": "its day of publication",
    "article": "title of the report",
    "source": "file or address it was read from",
    "start": "offset of the text in the document, in code points",
    "end": "offset behind it",
}
"""Column -> what it holds, in their order."""

_FORMULA = tuple("=+-@\t\r＝＋－＠")


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the table; `out` must be open with `newline=""`."""
    left_out: LeftOut = Counter()
    with_times = keep.asks_for_kind("time")
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for each in kept:
        if each.entry.kind == "time" and not with_times:
            left_out["times"] += 1
            continue
        table.writerow({name: _cell(value) for name, value in _row(each).items() if value is not None})
    return left_out


def _row(kept: Kept) -> dict[str, object]:
    entry, record, issue = kept.entry, kept.record, kept.issue
    return {
        "id": entry.id,
        "record": entry.kind,
        "day": entry.day,
        "certainty": entry.certainty,
        "first": record.first,
        "last": record.last,
        "text": record.text,
        "start": record.start,
        "end": record.end,
        "corrected": entry.corrected,
        "starred": entry.starred,
        "note": entry.note,
        "event_id": kept.event_id,
        **_own(record),
        **(_source(issue) if issue else {}),
    }


def _own(record: Derived) -> dict[str, object]:
    match record:
        case Event(attendance=size):
            bounds = {"qualifier": size.qualifier, "low": size.low, "high": size.high} if size else {}
            return {
                "kind": record.kind,
                "title": record.title,
                "places": record.places,
                "people": record.people,
                "planned": record.planned,
                "standing": standing_in_words(record),
                "background": record.background,
                **bounds,
            }
        case Figure():
            return {
                "kind": record.kind,
                "places": record.places,
                "people": record.claimant,
                "qualifier": record.qualifier,
                "low": record.low,
                "high": record.high,
                "unit": record.unit,
                "counted": record.counted,
            }
        case Quote():
            return {
                "people": record.speaker,
                "role": record.role,
                "speaker_certainty": record.speaker_certainty,
            }
        case Time():
            return {"kind": record.type, "value": record.value}


def _source(issue: Issue) -> dict[str, object]:
    return {
        "publication": issue.context.publication,
        "issue": issue.context.issue,
        "published": issue.context.published,
        "article": issue.title,
        "source": issue.source,
    }


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case float():
            return f"{int(value)}" if value.is_integer() else f"{value}"
        case int() | date():
            return str(value)
        case tuple():
            return _guarded("; ".join(value))
        case _:
            return _guarded(str(value))


def _guarded(text: str) -> str:
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
