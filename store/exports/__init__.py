"""Exports: what a filter leaves of a timeline, as a stream, in the format that is asked for.

No format writes a character that could act on a terminal: JSON and JSON Lines keep it as an escape, the
others show a stand-in. No export reads the clock: the same timeline and filter give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

import msgspec

from store.exports.calendar_file import write_ics
from store.exports.csv_table import write_csv
from store.exports.encoding import encode_entry, encode_issue
from store.exports.json_lines import write_jsonl
from store.exports.json_object import write_json
from store.exports.kept import Kept, LeftOut, NamesOf, Written, keep_entries, no_names
from store.exports.markdown import write_markdown
from store.exports.of_timeline import IssuesOf, Readable, kept_of
from store.exports.schema import export_schema
from store.exports.telling import Told, tell
from store.exports.timelinejs import write_timelinejs
from store.exports.wording import day_in_words
from store.filters import Filter
from store.records import Entry, Issue

__all__ = [
    "FORMATS",
    "Format",
    "IssuesOf",
    "Kept",
    "Readable",
    "Told",
    "Written",
    "day_in_words",
    "encode_entry",
    "encode_issue",
    "export_schema",
    "export_timeline",
    "kept_of",
    "tell",
    "write_export",
]


class Format(msgspec.Struct, frozen=True):
    """A format of exports."""

    name: str
    suffix: str
    """What the name of its files ends with, the dot included."""
    description: str
    """One line for people."""
    write: Callable[[Iterable[Kept], TextIO, Filter], LeftOut]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("json", ".json", "everything, as one JSON object with one record a line", write_json),
        Format("jsonl", ".jsonl", "everything, as JSON Lines: one object a line", write_jsonl),
        Format("csv", ".csv", "a table for spreadsheets, one row a record", write_csv),
        Format("ics", ".ics", "a calendar (iCalendar) of the events that have a day", write_ics),
        Format("timelinejs", ".timeline.json", "events that have a day, for TimelineJS", write_timelinejs),
        Format("markdown", ".md", "pages to read, day by day", write_markdown),
    )
}
"""Name -> format, in the order in which people are told of them."""


def write_export(
    format_name: str,
    issues: Mapping[int, Issue],
    entries: Iterable[Entry],
    out: TextIO,
    keep: Filter | None = None,
    names_of: NamesOf = no_names,
) -> Written:
    """Write what `keep` keeps of `entries`, in their order, to `out`, and say what was written and left out.

    `names_of` gives the people and places of an issue; `issues` maps an entry's `issue_id` to its issue and is asked
    for one at a time; `entries` is read once; both may be larger than memory. `out` must be UTF-8 and open with
    `newline=""`, for CSV and iCalendar end their lines with CR LF. Raises KeyError where there is no such format,
    OSError from `out`.
    """
    wanted = keep or Filter()
    return _write(FORMATS[format_name], keep_entries(issues, entries, wanted, names_of), out, wanted)


def _write(chosen: Format, kept: Iterable[Kept], out: TextIO, wanted: Filter) -> Written:
    count = 0

    def counted() -> Iterable[Kept]:
        nonlocal count
        for each in kept:
            count += 1
            yield each

    left_out = chosen.write(counted(), out, wanted)
    return Written(count - left_out.total(), left_out)


def export_timeline(
    format_name: str, timeline: Readable, out: TextIO, keep: Filter | None = None, *, merged: bool = False
) -> Written:
    """Write what `keep` keeps of a timeline; else as `write_export`. `merged` as for `kept_of`."""
    wanted = keep or Filter()
    return _write(FORMATS[format_name], kept_of(timeline, wanted, merged=merged), out, wanted)
