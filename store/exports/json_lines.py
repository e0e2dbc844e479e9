"""JSON Lines: one object a line, each with `record`, which says what it is.

First a line `{"record":"export","schema":1,"filter":"…"}`; then the records by day, each issue, with its people and places, before its first record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from store.exports.encoding import EXPORT_SCHEMA, encode, encode_entry, encode_issue, encode_name
from store.exports.kept import Kept, LeftOut
from store.filters import Filter


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the lines."""
    out.write(f'{{"record":"export","schema":{EXPORT_SCHEMA},"filter":{encode(str(keep))}}}\n')
    seen: set[int] = set()
    for each in kept:
        entry, issue = each.entry, each.issue
        if issue is not None and entry.issue_id is not None and entry.issue_id not in seen:
            seen.add(entry.issue_id)
            out.write(_line("issue", encode_issue(entry.issue_id, issue)))
            out.writelines(_line(name.kind, encode_name(name)) for name in each.names())
        out.write(_line(entry.kind, encode_entry(entry, each.event_id)))
    return Counter()


def _line(record: str, encoded: str) -> str:
    return f'{{"record":"{record}",{encoded[1:]}\n'
