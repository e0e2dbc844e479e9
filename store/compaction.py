"""Writing a timeline file anew without the lines that no longer count."""

from __future__ import annotations

from pathlib import Path

from store.disk import DiskFile, replace
from store.layout import TAIL
from store.line_file import LineFile
from store.line_index import Index
from store.locks import try_lock

_GARBAGE = 0.25
_QUICK = 1 << 24
"""Bytes that are rewritten within a blink."""


def is_due(lines: LineFile) -> bool:
    """Whether a quarter of the file is garbage and rewriting it keeps nobody waiting."""
    return lines.end <= _QUICK and lines.garbage > _GARBAGE * lines.end


def compact(path: Path, lines: LineFile) -> LineFile:
    """Put a file without garbage in the place of the one at `path`, and return it, locked for writing.

    The old one is closed. Raises OSError; what was there then is there still, and `lines` says whether it can be
    written to.
    """
    head, index = lines.head(), Index()
    descriptor = replace(path, lines.rewritten(head, index), try_lock)
    compacted = LineFile(DiskFile(descriptor), lines.name, index)
    compacted.end = compacted.file.stamp()[0] - len(TAIL)
    lines.file.close()
    return compacted
