"""Read one file, or say in one line why it cannot be read."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from importers.context import Given
from importers.readers.decoding import decode
from importers.readers.errors import ReadError, reason, shown
from importers.readers.source import Source, source_of

MAX_BYTES = 5_000_000
"""The largest file that is read unless the caller says otherwise, in bytes."""

_OTHER_FORMATS = {
    ".htm": "an HTML page",
    ".html": "an HTML page",
    ".pdf": "a PDF file",
    ".doc": "a word processor's file",
    ".docx": "a word processor's file",
    ".odt": "a word processor's file",
    ".rtf": "a word processor's file",
    ".epub": "an e-book",
}

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""How a page begins, whatever its file is called."""


def read_source(path: Path, given: tuple[Given, ...] = (), *, max_bytes: int = MAX_BYTES) -> Source:
    """The text of one file with what its front matter gives. Raises ReadError, in one line."""
    try:
        return source_of(str(path), read_text(path, max_bytes=max_bytes), given)
    except ValueError as error:
        message = f"{shown(path)}: {error}"
        raise ReadError(message) from error


def read_text(path: Path, *, max_bytes: int = MAX_BYTES) -> str:
    """The decoded text of one file. Raises ReadError, in one line."""
    other = _OTHER_FORMATS.get(path.suffix.casefold())
    if other:
        message = f"{shown(path)}: is {other}, which is not read yet; save it as plain text"
        raise ReadError(message)
    raw = _read_bytes(path, max_bytes)
    try:
        text = decode(raw)
    except ValueError as error:
        message = f"{shown(path)}: {error}"
        raise ReadError(message) from error
    if _HTML.match(text):
        message = f"{shown(path)}: is an HTML page, which is not read yet; save it as plain text"
        raise ReadError(message)
    return text


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode):
            kind = "a folder" if S_ISDIR(mode) else "not a regular file"
            message = f"{shown(path)}: is {kind}; name a text file"
            raise ReadError(message)
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        message = f"{shown(path)}: cannot be read ({reason(error)}); check its name and your permissions"
        raise ReadError(message) from error
    if len(raw) > max_bytes:
        message = f"{shown(path)}: is larger than {max_bytes / 1e6:g} MB; raise the limit with --max-size or split it"
        raise ReadError(message)
    if not raw.strip():
        message = f"{shown(path)}: is empty; there is nothing to import"
        raise ReadError(message)
    return raw
