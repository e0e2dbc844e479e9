"""Folded text as tokens of SQLite's `ascii` tokenizer, so that a phrase of tokens is exactly a needle in the text.

That tokenizer takes ASCII letters and digits and everything beyond ASCII for parts of words, and drops the rest. So
words stay as they are, one blank between two words is what parts them, and every other character that is no letter or
digit becomes a token of its own, made of private-use characters, which no word holds. Neighbours decide alone: what is
a token in a text is the same token in a needle cut from it.
"""

from __future__ import annotations

import re

from store.filters.needles import Needle

_APART = re.compile(r"(?<![^\W_]) | (?![^\W_])|[^\w ]|_")
"""What is no letter or digit, but for a single blank between two words."""
_ASCII, _SURROGATE, _OTHER = "\ue000", "\ue001", "\ue002"
SIGNS = frozenset((_ASCII, _SURROGATE, _OTHER))
"""What tokens begin with that are no words."""


def encode(folded: str) -> str:
    """The tokens of a folded text, with blanks between them."""
    return _APART.sub(_token, folded)


def _token(match: re.Match[str]) -> str:
    sign = match[0]
    code = ord(sign)
    if code < 0x80:
        return f" {_ASCII}{chr(0xE000 + code)} "
    if 0xD800 <= code < 0xE000:  # half a pair, as JSON can hold it; SQLite takes none
        return f" {_SURROGATE}{chr(0xE000 + code - 0xD800)} "
    return f" {_OTHER}{sign} "


def query(needle: Needle) -> str:
    """What FTS5 is asked for a needle that is not fuzzy."""
    begun = not needle.whole and needle.text[-1].isalnum()
    return f'"{encode(needle.text)}"{"*" if begun else ""}'
