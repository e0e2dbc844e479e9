"""Copies of a timeline file as it is at one moment: before a repair, and as a backup."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeAlias

from store.disk import DataFile, replace

Clock: TypeAlias = Callable[[], datetime]

_CHUNK = 1 << 20


def now() -> datetime:
    """The time of day, which names copies and nothing else."""
    return datetime.now(UTC)


def keep_damaged(path: Path, file: DataFile, time: datetime) -> Path:
    """Copy the file, durably, to NAME.damaged-TIME beside it, and say where that is. Raises OSError."""
    return keep(path, file, f"damaged-{time:%Y%m%dT%H%M%S}")


def keep(path: Path, file: DataFile, suffix: str) -> Path:
    """Copy the file, durably, to NAME.suffix or the next free name, and say where that is. Raises OSError."""
    target = free_name(path, suffix)
    os.close(replace(target, pieces(file)))
    return target


def free_name(path: Path, suffix: str) -> Path:
    """NAME.suffix, or the next free one of NAME.suffix-2, NAME.suffix-3 and so on."""
    names = (path.with_name(f"{path.name}.{suffix}" + (f"-{n}" if n > 1 else "")) for n in count(1))
    return next(name for name in names if not os.path.lexists(name))


def pieces(file: DataFile, size: int | None = None) -> Iterator[bytes]:
    """The content of a file, or its first `size` bytes, a megabyte at a time."""
    offset = 0
    while chunk := file.read(offset, _CHUNK if size is None else min(_CHUNK, size - offset)):
        yield chunk
        offset += len(chunk)
