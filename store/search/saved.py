"""The search index saved beside a timeline file, so that it is not made anew for every visit.

It is one SQLite database, put in place wholly or not at all and never changed afterwards: whoever reads it needs no lock.
It is never the truth. It says how far into the timeline file it reaches and what the file looked like there, and has a
checksum; one that does not fit, is damaged, or was made by another version is as good as none.
"""

from __future__ import annotations

import math
import os
import shutil
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

import msgspec

from store.disk import beside_of
from store.layout import Readable
from store.scan import read_batches
from store.search.search import Search
from store.search.words import Words

_VERSION = 3
_SAMPLE = 1 << 16
_CHUNK = 1 << 20
_MARK = 60
"""Where a database keeps its `user_version`, four bytes for the use of the program: here the checksum of all others."""
EXTEND_FROM = 5000
"""So many new rows are worth writing the index anew."""


class Header(msgspec.Struct, frozen=True):
    """What an index was made of and by."""

    reach: int
    """How many bytes of the timeline file it knows; a batch ends there."""
    looks: int
    """Checksum of the beginning and the end of them."""
    corrections: dict[int, int]
    """The corrections there were, and the issue of each."""
    version: int = _VERSION
    unicode: str = unicodedata.unidata_version
    """What a word is and how it is folded is Unicode's."""
    byte_order: str = sys.byteorder


def path_of(path: Path) -> Path:
    """Where the search index of a timeline file is kept."""
    return path.with_name(f"{path.name}.search")


def header_of(source: Readable, reach: int, corrections: Mapping[int, int]) -> Header:
    """The header of an index of the first `reach` bytes of a timeline file."""
    size = min(_SAMPLE, reach)
    return Header(reach, crc32(source.read(reach - size, size), crc32(source.read(0, size))), dict(corrections))


def begin(path: Path) -> Search:
    """An empty index in a file that will be the saved one of the timeline file `path`, once it is finished.

    Raises OSError, or TimelineError where SQLite has no full-text index.
    """
    beside = beside_of(path_of(path))
    beside.unlink(missing_ok=True)
    # A folder that cannot be written to is noticed here, and not by a message of SQLite.
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    return Search(Words.make(str(beside)))


def finish(search: Search, path: Path, header: Header) -> None:
    """Save an index begun with `begin` or `extend`, and go on with the saved one. Raises OSError or ValueError."""
    sizes = (number for size in search.columns.size.values if size for number in size if number is not None)
    if any(map(math.isnan, sizes)):
        message = "JSON has no word for a number that is none"
        raise ValueError(message)
    written = search.parts[0]
    kept = {"header": msgspec.json.encode(header), **search.state()}
    try:
        written.keep(kept)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    written.database.close()
    beside = beside_of(path_of(path))
    with beside.open("rb+") as file:
        check = _checksum(file)
        file.seek(_MARK)
        file.write(check.to_bytes(4, "big"))
    beside.replace(path_of(path))
    search.parts[:] = [_open(path_of(path), written.vocabulary)]


def extend(search: Search, path: Path) -> None:
    """Add what is new to a copy of the saved index. Raises OSError."""
    beside = beside_of(path_of(path))
    shutil.copyfile(path_of(path), beside)
    saved, *new = search.parts
    try:
        copy = Words(sqlite3.connect(beside, check_same_thread=False, isolation_level=None), saved.vocabulary)
        for part in new:
            copy.add_encoded(part.texts)
            copy.vocabulary |= part.vocabulary
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    search.parts[:] = [copy]


def abandon(path: Path) -> None:
    """Remove what was begun and not finished."""
    with suppress(OSError):
        beside_of(path_of(path)).unlink(missing_ok=True)


def load(path: Path, source: Readable, end: int) -> tuple[Search, Header] | None:
    """The saved index and what it was made of; None where there is none that fits.

    `end` is where the last whole batch of the timeline file ends.
    """
    saved = path_of(path)
    try:
        with saved.open("rb") as file:
            file.seek(_MARK)
            if int.from_bytes(file.read(4), "big") != _checksum(file):
                return None
        words = _open(saved, ())
        kept = words.kept()
        header = msgspec.json.decode(kept.pop("header"), type=Header)
        if header.reach > end or header != header_of(source, header.reach, header.corrections):
            return None
        words.vocabulary = set(kept.pop("vocabulary").decode().split("\n"))
        return Search.restored(words, kept), header
    except (OSError, sqlite3.Error, ValueError, KeyError):
        return None


def outdated(search: Search, header: Header, source: Readable) -> set[int]:
    """The issues of which something was changed behind the reach of a saved index."""
    issues, changed = set[int](), set[int]()
    for batch in read_batches(source, header.reach):
        for slot in batch.slots:
            changed.add(slot.id)
            issues.add(slot.issue)
    issues |= {header.corrections[key] for key in changed & header.corrections.keys()}
    if changed:
        issues |= {issue for key, issue in zip(search.ids, search.issues, strict=True) if key in changed}
    return issues | (changed & set(search.issues))


def _open(saved: Path, vocabulary: Iterable[str]) -> Words:
    address = f"{saved.absolute().as_uri()}?mode=ro&immutable=1"
    database = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
    return Words(database, vocabulary, writable=False)


def _checksum(file: BinaryIO) -> int:
    """Of the whole file but for the place where it stands."""
    file.seek(0)
    first = file.read(_CHUNK)
    check = crc32(first[:_MARK] + bytes(4) + first[_MARK + 4 :])
    while chunk := file.read(_CHUNK):
        check = crc32(chunk, check)
    return check
