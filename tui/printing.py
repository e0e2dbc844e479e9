"""What commands print, one way for all: lines for people, JSON for programs; neither can act on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from tui.safe_text import safe


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people."""
    for line in lines:
        sys.stdout.write(f"{safe(line)}\n")


def print_json(value: Any) -> None:
    """Print a value as JSON on one line."""
    from store.exports.encoding import encode

    sys.stdout.write(encode(value) + "\n")


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 record", "1,200 records"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
