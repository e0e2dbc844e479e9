"""The index saved beside a timeline file, so that opening a large one need not read it.

It is never the truth. It says how far into the file it reaches and what the file looked like there; one that
does not fit the file, or is damaged, is as good as none, and what lies behind its reach is read anew.
"""

from __future__ import annotations

import os
import sys
from array import array
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from store.disk import replace
from store.layout import Readable
from store.line_index import Index

_MAGIC = b"campaign-timeline index 1\n"
_SAMPLE = 4096
_COLUMNS = ("ids", "offsets", "lengths", "kinds", "issues", "days", "lasts")
WORTHWHILE = 1 << 18
"""A file, or the end of a file, of fewer bytes is read as quickly as its index."""


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


def _looks(source: Readable, reach: int) -> int:
    """A checksum of the beginning and of the last bytes within reach, which no two different files share."""
    return crc32(source.read(max(0, reach - _SAMPLE), min(_SAMPLE, reach)), crc32(source.read(0, min(_SAMPLE, reach))))


def save(path: Path, source: Readable, reach: int, index: Index, identities: bytes) -> None:
    """Save the index of the first `reach` bytes of the timeline file at `path`. Raises OSError."""
    drawers = [(day, place, rows) for day, places in index.filed.items() for place, rows in places.items()]
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
    os.close(replace(path_of(path), [*content, check.to_bytes(4, "little")]))


def load(path: Path, source: Readable) -> tuple[Index, int, bytes] | None:
    """The saved index, how far it reaches, and the identities saved with it; None where there is none that fits."""
    try:
        content = memoryview(path_of(path).read_bytes())
    except OSError:
        return None
    start = len(_MAGIC) + 4
    if bytes(content[: len(_MAGIC)]) != _MAGIC or crc32(content[:-4]).to_bytes(4, "little") != content[-4:]:
        return None
    front_end = start + int.from_bytes(content[len(_MAGIC) : start], "little")
    header = msgspec.json.decode(content[start:front_end], type=_Header)
    if header.byte_order != sys.byteorder or header.looks != _looks(source, header.reach):
        return None
    sections, at = [], front_end
    for size in header.sizes:
        sections.append(content[at : at + size])
        at += size
    return _index(header, sections), header.reach, bytes(sections[-1])


def _index(header: _Header, sections: list[memoryview[Any]]) -> Index:
    index = Index()
    for column, section in zip(_COLUMNS, sections, strict=False):
        getattr(index, column).frombytes(section)
    at, rows = 0, sections[len(_COLUMNS)]
    for day, place, number in header.filed:
        size = number * array("I").itemsize
        index.filed.setdefault(day, {})[place] = array("I", bytes(rows[at : at + size]))
        at += size
    index.live, index.live_bytes = header.live, header.live_bytes
    if not header.ascending:
        index.look_up_by_id()
    return index
