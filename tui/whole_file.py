"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from store.layout import SEAL_LENGTH
from tui.errors import UserError

_SEARCHED = 1 << 20
_SEALED_LINE = re.compile(rb"\}[ \t]{%d}\n" % SEAL_LENGTH)


def spare_source(path: Path, source: Path | None) -> None:
    """Raise UserError where `path` is `source`, the timeline that is read."""
    if source is not None and path.exists() and source.exists() and path.samefile(source):
        message = f"{path}: this is the timeline itself; name another file"
        raise UserError(message)


def spare_timelines(path: Path, source: Path | None, way_out: str = "name another file") -> None:
    """Raise UserError where `path` is `source` or any other timeline; `way_out` says what to do about another one."""
    spare_source(path, source)
    if path.is_file() and _is_timeline(path):
        message = f"{path}: this is a timeline, and would be overwritten; {way_out}"
        raise UserError(message)


def _is_timeline(path: Path) -> bool:
    """Whether the beginning of the file is that of a timeline: also of a damaged one, or of one written anew."""
    with path.open("rb") as file:
        beginning = file.read(_SEARCHED)
    laid_out = beginning.lstrip().startswith(b"{") and b'"_default"' in beginning and b'"meta"' in beginning
    return laid_out or _SEALED_LINE.search(beginning) is not None


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
