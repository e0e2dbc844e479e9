"""Folding: what two spellings must share to be the same for a filter.

Case, accents, the form of quotation marks and dashes, white space and invisible characters do not
count: "Tomáš’s" and "TOMAS'S" fold to the same text.
"""

from __future__ import annotations

import re
import unicodedata

DOUBLE_QUOTES = '"“”„‟«»'
"""Characters that open or close a phrase."""
DASHES = "-‐‑‒–—―−"
"""Hyphen, dashes and the minus sign."""

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ´′", "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(DASHES, "-"),
    # Letters that Unicode does not take apart.
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
}
MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
)
"""Ranges of the characters that folding leaves out: accents of their own, and what is invisible."""
_MARKS = re.compile(f"[{MARKS}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """Return `text` folded for comparison; offsets do not survive. Folding twice changes nothing."""
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = _MARKS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold()))
    return " ".join(_NOT_ASCII.sub(_plain, folded).split())


def _plain(match: re.Match[str]) -> str:
    return _PLAIN.get(match[0], match[0])
