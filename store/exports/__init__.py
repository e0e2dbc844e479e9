"""Exports: what a filter leaves of a timeline, as a stream, in the format that is asked for.

No format writes a character that could act on a terminal: JSON and JSON Lines keep it as an escape, the
others show a stand-in. No export reads the clock: the same timeline and filter give the same bytes.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol, TextIO, cast

import msgspec

from store.exports.encoding import encode_entry, encode_issue
from store.exports.kept import Kept, LeftOut, NamesOf, Written, keep_entries, no_names
from store.exports.of_timeline import IssuesOf, Readable, kept_of
from store.exports.schema import export_schema
from store.exports.telling import Told, tell
from store.exports.wording import day_in_words
from store.records import Entry, Issue

if TYPE_CHECKING:
    from store.filters import Filter

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


class Writer(Protocol):
    """What the module of a format offers."""

    def write(self, kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
        """Write what was kept by `keep` to `out`."""


class Format(msgspec.Struct, frozen=True):
    """A format of exports."""

    name: str
    suffix: str
    """What the name of its files ends with, the dot included."""
    description: str
    """One line for people."""
    module: str
    """Where it is written: a `Writer`, imported when this format is asked for, as all of them would cost every start."""


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("json", ".json", "everything, as one JSON object with one record a line", "store.exports.json_object"),
        Format("jsonl", ".jsonl", "everything, as JSON Lines: one object a line", "store.exports.json_lines"),
        Format("csv", ".csv", "a table for spreadsheets, one row a record", "store.exports.csv_table"),
        Format("ics", ".ics", "a calendar (iCalendar) of the events that have a day", "store.exports.calendar_file"),
        Format("timelinejs", ".timeline.json", "events that have a day, for TimelineJS", "store.exports.timelinejs"),
        Format("markdown", ".md", "pages to read, day by day", "store.exports.markdown"),
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
    from store.filters import Filter

    wanted = keep or Filter()
    return _write(FORMATS[format_name], keep_entries(issues, entries, wanted, names_of), out, wanted)


def _write(chosen: Format, kept: Iterable[Kept], out: TextIO, wanted: Filter) -> Written:
    count = 0

    def counted() -> Iterable[Kept]:
        nonlocal count
        for each in kept:
            count += 1
            yield each

    writer = cast("Writer", importlib.import_module(chosen.module))
    left_out = writer.write(counted(), out, wanted)
    return Written(count - left_out.total(), left_out)


def export_timeline(
    format_name: str, timeline: Readable, out: TextIO, keep: Filter | None = None, *, merged: bool = False
) -> Written:
    """Write what `keep` keeps of a timeline; else as `write_export`. `merged` as for `kept_of`."""
    from store.filters import Filter

    wanted = keep or Filter()
    return _write(FORMATS[format_name], kept_of(timeline, wanted, merged=merged), out, wanted)
