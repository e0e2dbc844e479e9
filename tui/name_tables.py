"""Tables of people and places, for the command line."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tui.queries import read_filter
from tui.safe_text import safe

if TYPE_CHECKING:
    from store import Timeline
    from store.filters import Filter

T = TypeVar("T")

Columns: TypeAlias = Mapping[str, Callable[[T], str | int]]
"""Heading -> what stands in the column for each name."""

_NARROWEST = 8
"""A column of words is cut to this at most, in cells."""


def run_names(
    args: argparse.Namespace,
    names_of: Callable[[Timeline, Filter | None], Sequence[T]],
    columns: Columns[T],
    nobody: str,
) -> int:
    """Print the names that `names_of` finds in the timeline, under the filter if there is one.

    `nobody` says that there is none: "nobody is named".
    """
    keep = read_filter(args.filter)
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        names = names_of(timeline, None if keep.keeps_all else keep)
    where = (
        "in what the filter keeps"
        if args.filter.strip()
        else "in this timeline; what an earlier version read is read anew by: campaign-timeline refresh"
    )
    print_names(columns, names, as_json=args.json, nothing=f"{nobody} {where}")
    return 0


def print_names(columns: Columns[T], rows: Sequence[T], *, as_json: bool, nothing: str) -> None:
    """Print a table, or the rows as a JSON array with one object a line; where there are none, `nothing` on stderr.

    On a terminal the longest texts are cut until a row fits on a line; a pipe gets them whole.
    """
    if as_json:
        from store.exports.encoding import encode

        lines = ",\n".join(map(encode, rows))
        sys.stdout.write(f"[{lines}]\n")
    elif rows:
        _print_table(columns, rows)
    else:
        print(nothing, file=sys.stderr)


def _print_table(columns: Columns[T], rows: Sequence[T]) -> None:
    from tui.models.pieces import pad, pad_left, width_of

    numbers = [isinstance(value(rows[0]), int) for value in columns.values()]
    table = [list(columns), *([_cell(value(row)) for value in columns.values()] for row in rows)]
    widths = [max(map(width_of, column)) for column in zip(*table, strict=True)]
    if sys.stdout.isatty():
        _narrow(widths, numbers, shutil.get_terminal_size().columns)
    for count, cells in enumerate(table):
        line = "  ".join(
            pad_left(cell, width) if number else pad(cell, width)
            for cell, width, number in zip(cells, widths, numbers, strict=True)
        )
        sys.stdout.write(f"{line.rstrip()}\n")
        if count == 0:
            sys.stdout.write("  ".join("─" * width for width in widths) + "\n")


def _narrow(widths: list[int], numbers: Sequence[bool], room: int) -> None:
    """Take from the widest column of words, again and again, until the table fits or none can give."""
    words = [at for at, number in enumerate(numbers) if not number]
    while sum(widths) + 2 * (len(widths) - 1) > room:
        widest = max(words, key=lambda at: widths[at])
        if widths[widest] <= _NARROWEST:
            return
        widths[widest] -= 1


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else safe(" ".join(value.split()))
