"""Markdown: the timeline to read, day by day; document text shows as it is and is never markup.

Time expressions are written only where the filter asks for them with `kind:time`: what they date is there anyway.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import TextIO

from store.exports.harmless import one_line
from store.exports.kept import Kept, LeftOut
from store.exports.telling import tell
from store.exports.wording import day_in_words
from store.filters import Filter
from store.records import Event, Kind

HEADINGS: dict[Kind, str] = {"event": "Events", "figure": "Figures", "quote": "Quotes", "time": "Times"}
"""Kind of record -> its heading under a day, in their order."""

# What Markdown, and what GitHub adds to it (tables, mathematics, mentions, bare addresses), reads inside a line.
# Text never stands at the beginning of a line, where lists, headings and numbers would count.
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&!$^@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the pages; the records of one day at a time are held."""
    left_out: LeftOut = Counter()
    kinds = [kind for kind in HEADINGS if kind != "time" or keep.asks_for_kind("time")]
    out.write("# Campaign timeline\n")
    if not keep.keeps_all:
        out.write(f"\nFilter: {escape_markdown(str(keep))}\n")
    for day, of_day in groupby(kept, key=lambda each: each.entry.day):
        records = list(of_day)
        told = [each for each in records if each.entry.kind in kinds]
        if len(told) < len(records):
            left_out["times"] += len(records) - len(told)
        if told:
            out.write(f"\n## {day_in_words(day) if day else 'No day known'}\n")
        for kind in kinds:
            _write_kind([each for each in told if each.entry.kind == kind], HEADINGS[kind], out)
    return left_out


def _write_kind(records: list[Kept], heading: str, out: TextIO) -> None:
    if records:
        out.write(f"\n### {heading}\n\n")
    out.writelines(_item(each) for each in records)


def _item(kept: Kept) -> str:
    told = tell(kept)
    details = escape_markdown(" · ".join((*told.details, told.source)))
    lines = [f"- **{escape_markdown(told.headline)}**", f"_{details}_"]
    if isinstance(kept.record, Event):
        lines.insert(1, f"“{escape_markdown(kept.record.text)}”")
    return "  \n  ".join(lines) + "\n"


def escape_markdown(text: str) -> str:
    """The text on one line, to show as it is inside a line of Markdown."""
    return _MARKS.sub(r"\\\g<0>", one_line(text))
