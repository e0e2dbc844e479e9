"""JSON: one object, one record a line, with the issues the kept records come from, their texts, people and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, TextIO

from store.exports.encoding import EXPORT_SCHEMA, encode, encode_entry, encode_issue, encode_name
from store.exports.kept import Kept, LeftOut
from store.filters import Filter
from store.records import Kind

LISTS: dict[Kind, str] = {
    "event": "events",
    "figure": "figures",
    "quote": "quotes",
    "time": "times",
    "person": "people",
    "place": "places",
}
"""Kind of record -> the list of the export it goes into, in their order."""

_IN_MEMORY = 4_000_000


class _Lines:
    """The lines of one list, kept until its turn comes: in memory, and from some megabytes on in a temporary file."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._before = "\n"

    def add(self, line: str) -> None:
        self._file.write(f"{self._before}{line}")
        self._before = ",\n"

    def copy_to(self, out: TextIO) -> None:
        self._file.seek(0)
        while piece := self._file.read(1 << 16):
            out.write(piece)


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the object. The records come once, sorted by day; the lists want them by kind, the issues first."""
    with ExitStack() as stack:
        lists = {
            name: _Lines(stack.enter_context(SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")))
            for name in ("issues", *LISTS.values())
        }
        seen: set[int] = set()
        for each in kept:
            entry, issue = each.entry, each.issue
            if issue is not None and entry.issue_id is not None and entry.issue_id not in seen:
                seen.add(entry.issue_id)
                lists["issues"].add(encode_issue(entry.issue_id, issue))
                for name in each.names():
                    lists[LISTS[name.kind]].add(encode_name(name))
            lists[LISTS[entry.kind]].add(encode_entry(entry, each.event_id))
        out.write(f'{{"schema":{EXPORT_SCHEMA},\n"filter":{encode(str(keep))}')
        for field, lines in lists.items():
            out.write(f',\n"{field}":[')
            lines.copy_to(out)
            out.write("]")
        out.write("}\n")
    return Counter()
