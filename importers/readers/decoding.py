"""From bytes to text: byte-order mark, else strict UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85]")
MOST_CONTROLS = 0.1
"""The share of control characters above which bytes are no text."""


def decode(raw: bytes) -> str:
    """The text of `raw`, every line end made a newline.

    Raises ValueError, as half a sentence, where the bytes are no text or fit none of the encodings.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _NEWLINES.sub("\n", _decode_marked(raw[len(mark) :], encoding))
    controls = len(raw) - len(raw.translate(None, _CONTROL))
    if b"\0" in raw or controls > MOST_CONTROLS * len(raw):
        message = "is not a text file; save it as plain text first"
        raise ValueError(message)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_windows(raw)
    return _NEWLINES.sub("\n", text)


def _decode_marked(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"begins with the mark of {encoding} but is not; save it as UTF-8"
        raise ValueError(message) from error


def _decode_windows(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        message = "is neither UTF-8 nor Windows-1252 text; save it as UTF-8"
        raise ValueError(message) from error
