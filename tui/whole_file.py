"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tui.errors import UserError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open `path` for UTF-8 text; it changes only when the block ends well, and then at once.

    The text is written beside it and takes its place by renaming; what was there keeps its permissions,
    a link stays a link. A pipe or a device is written to directly. Raises UserError where that fails.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        message = f"{path}: this is a folder; name a file in it"
        raise UserError(message)
    if not target.parent.is_dir():
        message = f"{path}: there is no folder {target.parent}; make it first"
        raise UserError(message)
    direct = target.exists() and not target.is_file()
    part = target if direct else target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        yield from _written(part, target)
    except OSError as error:
        if error.filename not in {None, str(part)} or isinstance(error, BrokenPipeError):
            raise
        message = f"{path}: cannot be written: {error.strerror}"
        raise UserError(message) from error


def _written(part: Path, target: Path) -> Iterator[TextIO]:
    if part == target:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    try:
        with part.open("x", encoding="utf-8", newline="") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
