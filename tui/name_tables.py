"""Tables of people and places, for the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from tui.safe_text import safe

T = TypeVar("T")


def print_names(
    columns: Mapping[str, Callable[[T], str | int]], rows: Sequence[T], *, as_json: bool, nothing: str
) -> None:
    """Print a table, or the rows as a JSON array with one object a line; where there are none, `nothing` on stderr."""
    if as_json:
        lines = ",\n".join(msgspec.json.encode(row).decode() for row in rows)
        sys.stdout.write(f"[{lines}]\n")
    elif rows:
        _print_table(columns, rows)
    else:
        print(nothing, file=sys.stderr)


def _print_table(columns: Mapping[str, Callable[[T], str | int]], rows: Sequence[T]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, heading in enumerate(columns):
        counts = isinstance(columns[heading](rows[0]), int)
        table.add_column(heading, justify="right" if counts else "left", overflow="fold", no_wrap=number == 0 or counts)
    for row in rows:
        table.add_row(*(Text(_cell(value(row))) for value in columns.values()))
    # A pipe has no width of its own: the table is as wide as its cells, so that nothing in it is broken.
    width = None if sys.stdout.isatty() else Console(width=10_000).measure(table).maximum
    Console(width=width).print(table)


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else safe(" ".join(value.split()))
