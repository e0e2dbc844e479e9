"""Writing a timeline file anew without the lines that no longer count."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from store.disk import DiskFile, replace
from store.layout import TAIL
from store.line_file import LineFile
from store.line_index import KIND_CODES, REMOVED, Columns, Index, Slot
from store.locks import try_lock

_GARBAGE = 0.25
_QUICK = 1 << 24
"""Bytes that are rewritten within a blink."""
_LINES_AT_ONCE = 1000
_META = KIND_CODES["meta"]


def is_worthwhile(lines: LineFile) -> bool:
    """Whether a quarter of the file is garbage."""
    return lines.garbage > _GARBAGE * lines.end


def is_quick(lines: LineFile) -> bool:
    """Whether writing the file anew keeps nobody waiting."""
    return lines.end <= _QUICK


def compact(path: Path, lines: LineFile) -> LineFile:
    """Put a file without garbage in the place of the one at `path`, and return it, locked for writing.

    The old one is closed. Raises OSError; what was there then is there still, and `lines` says whether it can be
    written to.
    """
    head, index = lines.head(), Index()
    descriptor = replace(path, _written_anew(lines, head, index), try_lock)
    compacted = LineFile(DiskFile(descriptor), lines.name, index)
    compacted.end = compacted.file.stamp()[0] - len(TAIL)
    lines.file.close_when_unused()
    return compacted


def _written_anew(lines: LineFile, head: bytes, index: Index) -> Iterator[bytes]:
    """The whole file without garbage, in pieces; `index` receives the new places. Raises DamagedError.

    Each record is a batch by itself, so that where the end of the file is lost one day, no whole record goes with it.
    """
    yield head
    rows, offset = _rows_in_order(lines.index), len(head)
    for begin in (0, *range(1, len(rows), _LINES_AT_ONCE)):
        chosen = rows[begin : begin + _LINES_AT_ONCE] if begin else rows[:1]
        whole = lines.whole_lines(chosen)
        if begin == 0:
            whole[0] = whole[0].removeprefix(b",")
        _file(lines.index, chosen, list(map(len, whole)), offset, index)
        batches = b"\n\n".join([*whole, b""])
        yield batches
        offset += len(batches)
    yield TAIL


def _rows_in_order(index: Index) -> list[int]:
    """The rows that count, by id, the meta record first."""
    rows = [row for row, kind in enumerate(index.kinds) if kind != REMOVED]
    if not index.ascending or index.kinds[rows[0]] != _META:
        rows.sort(key=lambda row: (index.kinds[row] != _META, index.ids[row]))
    return rows


def _file(before: Index, rows: list[int], lengths: list[int], offset: int, index: Index) -> None:
    """File the records of some rows in another index, under the days they had, one behind the other from `offset` on."""
    columns = Columns(
        [before.ids[row] for row in rows],
        list(accumulate((length + 2 for length in lengths[:-1]), initial=offset)),
        lengths,
        [before.kinds[row] for row in rows],
        [before.issues[row] for row in rows],
        [before.days[row] for row in rows],
        [before.lasts[row] for row in rows],
    )
    if index.precedes(columns):
        index.extend(columns)
    else:
        for values in zip(*columns, strict=True):
            index.put(Slot(*values))
