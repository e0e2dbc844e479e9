"""The index saved beside a timeline file, so that opening a large one need not read it.

It is never the truth. It says how far into the file it reaches and what the file looked like there; one that
does not fit the file, or is damaged, is as good as none, and what lies behind its reach is read anew.
"""

from __future__ import annotations

import os
import sys
from array import array
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

import msgspec

from store.disk import replace
from store.layout import Readable
from store.line_index import Index

_MAGIC = b"campaign-timeline index 1\n"
_SAMPLE = 4096
_CHECK_LENGTH = 4
_COLUMNS = ("ids", "offsets", "lengths", "kinds", "issues", "days", "lasts")
WORTHWHILE = 1 << 18
"""A file, or the end of a file, of fewer bytes is read as quickly as its index."""
FAR_BEHIND = 1 << 24
"""Bytes behind the reach of the index that take a tenth of a second to read."""


class _Header(msgspec.Struct, frozen=True):
    reach: int
    """How many bytes of the file are indexed; a batch ends there."""
    looks: int
    """Checksum of samples of the file, see `_looks`."""
    byte_order: str
    live: int
    live_bytes: int
    ascending: bool
    sizes: tuple[int, ...]
    """Bytes of each section that follows."""
    filed: tuple[tuple[int, int, int], ...]
    """Day, place and number of rows of each drawer, in the order of the rows section."""


def path_of(path: Path) -> Path:
    """Where the index of a timeline file is kept."""
    return path.with_name(f"{path.name}.index")


def forget(path: Path) -> None:
    """Remove the saved index of a timeline file that is about to be written anew. Raises OSError."""
    path_of(path).unlink(missing_ok=True)


def _looks(source: Readable, reach: int) -> int:
    """A checksum of the beginning and of the last bytes within reach, which no two different files share."""
    return crc32(source.read(max(0, reach - _SAMPLE), min(_SAMPLE, reach)), crc32(source.read(0, min(_SAMPLE, reach))))


def save(path: Path, source: Readable, reach: int, index: Index, identities: bytes) -> None:
    """Save the index of the first `reach` bytes of the timeline file at `path`. Raises OSError."""
    drawers = list(index.filed.drawers())
    sections = [getattr(index, column).tobytes() for column in _COLUMNS]
    sections += [b"".join(rows.tobytes() for _, _, rows in drawers), identities]
    header = _Header(
        reach,
        _looks(source, reach),
        sys.byteorder,
        index.live,
        index.live_bytes,
        index.ascending,
        tuple(map(len, sections)),
        tuple((day, place, len(rows)) for day, place, rows in drawers),
    )
    front = msgspec.json.encode(header)
    content = [_MAGIC, len(front).to_bytes(4, "little"), front, *sections]
    check = 0
    for piece in content:
        check = crc32(piece, check)
    os.close(replace(path_of(path), [*content, check.to_bytes(_CHECK_LENGTH, "little")]))


def load(path: Path, source: Readable) -> tuple[Index, int, bytes] | None:
    """The saved index, how far it reaches, and the identities saved with it; None where there is none that fits."""
    try:
        with path_of(path).open("rb") as saved:
            return _load(saved, source)
    except (OSError, ValueError, EOFError):
        return None


def _load(saved: BinaryIO, source: Readable) -> tuple[Index, int, bytes] | None:
    """As `load`; raises ValueError or EOFError where the saved index is damaged."""
    front = saved.read(len(_MAGIC) + 4)
    if front[:-4] != _MAGIC:
        return None
    encoded = saved.read(int.from_bytes(front[-4:], "little"))
    header = msgspec.json.decode(encoded, type=_Header)
    left = os.fstat(saved.fileno()).st_size - saved.tell() - _CHECK_LENGTH
    if min(header.sizes) < 0 or sum(header.sizes) != left:
        return None
    if header.byte_order != sys.byteorder or header.looks != _looks(source, header.reach):
        return None
    index, check = Index(), crc32(encoded, crc32(front))
    for column, size in zip(_COLUMNS, header.sizes, strict=False):
        values = getattr(index, column)
        values.fromfile(saved, size // values.itemsize)
        check = crc32(values, check)
    rows, identities = (saved.read(size) for size in header.sizes[len(_COLUMNS) :])
    if crc32(identities, crc32(rows, check)).to_bytes(_CHECK_LENGTH, "little") != saved.read():
        return None
    _file_rows(index, header, rows)
    return index, header.reach, identities


def _file_rows(index: Index, header: _Header, rows: bytes) -> None:
    at = 0
    for day, place, number in header.filed:
        size = number * array("I").itemsize
        index.filed.days.setdefault(day, {})[place] = array("I", rows[at : at + size])
        at += size
    index.restored(header.live, header.live_bytes, ascending=header.ascending)
