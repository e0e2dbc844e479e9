"""The table of an import: what each document is, how that is known, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.hints import keyed
from tui.models.notes import GIVE, in_the_app
from tui.models.pieces import Line, Row, cut, wrap
from tui.models.words import count, long_day

if TYPE_CHECKING:
    from importers import ImportRow

SAID = {"added": "new", "known": "known already", "replaced": "read anew", "failed": "not read"}


def import_rows(rows: Sequence[ImportRow], width: int) -> list[Row]:
    """One row a document, those that failed or wait for a date first; `width` cells wide."""
    ordered = sorted(rows, key=lambda row: (row.status != "failed", not row.message))
    return [Row(tuple(_lines(row, width)), number) for number, row in enumerate(ordered)]


def summary(rows: Sequence[ImportRow]) -> str:
    """What became of them all: "3 documents: 2 new, 1 not read; 1 without a day of publication, D gives it"."""
    told = [(words, sum(row.status == status for row in rows)) for status, words in SAID.items()]
    became = f"{count(len(rows), 'document')}: {', '.join(f'{number} {words}' for words, number in told if number)}"
    undated = wait_for_a_day(rows)
    return f"{became}; {undated} without a day of publication, {keyed(GIVE)}" if undated else became


def wait_for_a_day(rows: Sequence[ImportRow]) -> int:
    """How many of them have no day of publication."""
    return sum(row.published is None and row.status != "failed" for row in rows)


def _lines(row: ImportRow, width: int) -> list[Line]:
    end = f"  {SAID[row.status]}"
    lines: list[Line] = [((" ", ""), (_shortened(row.document, width - len(end) - 1), "strong"), (end, "sign"))]
    if row.status != "failed":
        paper = " ".join(filter(None, [row.publication, row.issue]))
        day = long_day(row.published) if row.published else "undated"
        kinds = [count(row.events, "event"), count(row.figures, "figure"), count(row.quotes, "quote")]
        unresolved = f"{count(row.unresolved, 'date')} unresolved" if row.unresolved else ""
        facts = " · ".join(filter(None, [paper or "paper not known", day, *kinds, unresolved]))
        lines += [((f"   {words}", ""),) for words in wrap(facts, width - 3, 2)]
        lines += [((f"   {words}", "muted"),) for words in (wrap(in_the_app(row.how), width - 3, 2) if row.how else [])]
    message = in_the_app(row.message, GIVE)
    lines += [((f"   {words}", "error"),) for words in (wrap(message, width - 3, 3) if message else [])]
    return lines


def _shortened(path: str, width: int) -> str:
    """A path with its end kept, for that is where its name is."""
    fitted = cut(path, width)
    return fitted if not fitted.endswith("…") else f"…{cut(path, len(path))[-max(width - 1, 0) :]}"
