"""The border of the screen: text of documents, file names and error messages passes here before it is shown.

A document may hold escape sequences, control characters that move the cursor, overrides that turn
the direction of writing, and characters nobody can see. Each of them is replaced by one visible
character, so that offsets in code points stay what they were.
"""

from __future__ import annotations

import re

HIDDEN = "◌"
"""Stands for a character that takes no room: zero-width, direction, format, variation selector."""
BROKEN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a C1 control or half of a surrogate pair."""

_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_FORMAT = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Marks that pile up over one letter. Real words need at most three; more is a storm that hides its neighbours.
_PILED = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_UNSAFE = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_FORMAT}]|(?<=[{_PILED}]{{3}})[{_PILED}]")
_UNSAFE_BUT_NEWLINE = re.compile(_UNSAFE.pattern.replace(r"\x00-\x1f", r"\x00-\x09\x0b-\x1f"))

# What Python takes for printable though it has to be replaced, or may have to be.
_PRINTABLE = re.compile(
    rf"[{_PILED}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U00013430-\U0001345f\U000e0100-\U000e01ef]"
)


def safe(text: str, *, newlines: bool = False) -> str:
    """Return `text` with everything that could act on a terminal replaced, one character for one.

    Tabs and line breaks become spaces; with `newlines` line feeds stay. Other C0 controls become their
    picture (ESC is "␛"), C1 controls "�", invisible and direction-changing characters "◌".
    The result has as many code points as `text`; nothing is read as markup, nothing is dropped.
    """
    plain = text.replace("\n", "") if newlines else text
    if plain.isprintable() and (plain.isascii() or not _PRINTABLE.search(plain)):
        # Nearly all text is like this, and long reports are looked through whenever they are opened.
        return text
    return (_UNSAFE_BUT_NEWLINE if newlines else _UNSAFE).sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    found = match[0]
    code = ord(found)
    if found in _BREAKS:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF:
        return BROKEN
    return HIDDEN
