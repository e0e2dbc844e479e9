"""`list`: the timeline, day by day, as plain text."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from tui.arguments import add_json, add_only_timeline
from tui.queries import add_filter, read_filter
from tui.safe_text import safe

if TYPE_CHECKING:
    from store import Timeline
    from store.exports import Kept, Readable
    from store.filters import Filter
    from tui.commands.list_details import Details
    from tui.commands.merged import Merged

HELP = "print the timeline day by day"
EPILOG = "Time expressions are printed only where the filter asks for them with kind:time; with --json always."
WIDTH = 80
"""Columns where there is no terminal to ask."""
_LABEL = 10
_NARROWEST = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="tell also who was at an event and who is quoted from it, with roles, and how each speaker is known",
    )


def run(args: argparse.Namespace) -> int:
    """Print what the filter keeps; an empty result says so on stderr."""
    keep = read_filter(args.filter)
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        lines = json_lines(timeline, keep) if args.json else text_lines(timeline, keep, verbose=args.verbose)
        some = False
        for line in lines:
            some = True
            sys.stdout.write(f"{line}\n")
    if not some:
        what = "nothing in this timeline fits the filter" if args.filter.strip() else "this timeline is empty"
        print(what, file=sys.stderr)
    return 0


def text_lines(timeline: Timeline, keep: Filter, *, verbose: bool = False) -> Iterator[str]:
    """The lines for people: a heading a day, under it a line or more for each record.

    An event that several reports tell stands once, with a line for each of them. `verbose` adds to each record who
    was there, who is quoted and how that is known.
    """
    from store.exports import day_in_words, kept_of
    from store.exports.of_timeline import kept_again
    from tui.commands.list_details import Details
    from tui.commands.merged import merged_of

    merged = merged_of(timeline, keep)
    details = Details(timeline) if verbose else None
    width = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
    bold, plain = ("\x1b[1m", "\x1b[0m") if _coloured() else ("", "")
    between = ""
    # What a filter keeps it is not asked for twice, for that is what takes longest.
    kept = kept_of(timeline, keep) if merged.ids is None else kept_again(timeline, merged.ids)
    for day, records in _by_day(kept):
        told = [each for each in records if each.entry.kind != "time" or keep.asks_for_kind("time")]
        told = [each for each in told if each.entry.id not in merged.hidden]
        if told:
            yield f"{between}{bold}{day_in_words(day) if day else 'No day known'}{plain}"
            between = "\n"
        for each in told:
            yield from record_lines(each, merged, max(width, _NARROWEST), details)


def record_lines(kept: Kept, merged: Merged, width: int, details: Details | None = None) -> Iterator[str]:
    """One record: its kind, its headline, and under it the details and the source or sources."""
    headline, notes, sources = merged.words(kept)
    indent = " " * _LABEL
    yield from _wrapped(headline, width, f"  {kept.entry.kind}".ljust(_LABEL), indent)
    yield from _wrapped(" · ".join(notes), width, indent, indent)
    for line in details.lines(merged.mentions(kept)) if details else ():
        yield from _wrapped(line, width, f"{indent}  ", f"{indent}    ")
    for source in sources:
        yield from _wrapped(source, width, f"{indent}– ", f"{indent}  ")


def json_lines(timeline: Readable, keep: Filter) -> Iterator[str]:
    """The lines of a JSON array with one object a day: `day` and `records`, each with its kind as `record`."""
    from store.exports import encode_entry, kept_of

    before = "["
    for day, records in _by_day(kept_of(timeline, keep)):
        encoded = ",".join(f'{{"record":"{each.entry.kind}",{encode_entry(each.entry)[1:]}' for each in records)
        yield f'{before}{{"day":{json.dumps(day and str(day))},"records":[{encoded}]}}'
        before = ","
    yield "]" if before == "," else "[]"


def _by_day(kept: Iterable[Kept]) -> Iterator[tuple[date | None, Iterable[Kept]]]:
    return groupby(kept, key=lambda each: each.entry.day)


def _wrapped(text: str, width: int, first: str, later: str) -> list[str]:
    tidy = " ".join(safe(text).split())
    if tidy and len(first) + len(tidy) <= width:
        # Most lines fit, and wrapping takes a quarter of the time of a long list.
        return [first + tidy]
    return textwrap.wrap(tidy, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
