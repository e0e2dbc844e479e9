"""What is done to a damaged file, and first of all: a copy of it as it was."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from store.disk import DataFile, replace

_CHUNK = 1 << 20


def keep_copy(path: Path, file: DataFile, now: datetime) -> Path:
    """Copy the file, durably, to NAME.damaged-TIME beside it, and say where that is. Raises OSError."""
    target = free_name(path, f"damaged-{now:%Y%m%dT%H%M%S}")
    os.close(replace(target, pieces(file)))
    return target


def free_name(path: Path, suffix: str) -> Path:
    """NAME.suffix, or the next free one of NAME.suffix-2, NAME.suffix-3 and so on."""
    names = (path.with_name(f"{path.name}.{suffix}" + (f"-{n}" if n > 1 else "")) for n in count(1))
    return next(name for name in names if not name.exists())


def pieces(file: DataFile, size: int | None = None) -> Iterator[bytes]:
    """The content of a file, or its first `size` bytes, a megabyte at a time."""
    offset = 0
    while chunk := file.read(offset, _CHUNK if size is None else min(_CHUNK, size - offset)):
        yield chunk
        offset += len(chunk)
