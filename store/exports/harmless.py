"""Characters of a document that could act on a terminal or turn the direction of writing.

An export may be printed. JSON and JSON Lines lose nothing: they write each such character as an escape.
The formats made for reading (CSV, Markdown, iCalendar, TimelineJS) get a visible stand-in instead, in a
file as on the screen.
"""

from __future__ import annotations

import json
import re

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""What a harmful character becomes in a text format."""

_BEYOND_ASCII = (
    "\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f"
)
# Compiled when the first such character is met, which is seldom, and takes a millisecond.
_HARMFUL = f"[\x00-\x1f{_BEYOND_ASCII}]"
_ESCAPED = f"[{_BEYOND_ASCII}]"


def one_line(text: str) -> str:
    """The text on one line, runs of white space as one space, harmful characters as `STAND_IN`."""
    tidy = " ".join(text.split())
    return tidy if tidy.isprintable() else re.sub(_HARMFUL, STAND_IN, tidy)


def escape_json(encoded: str) -> str:
    r"""JSON as it was, with harmful characters inside its strings written as \uXXXX: the value stays the same.

    Control characters below 0x20 are escapes already, as JSON demands.
    """
    if encoded.isprintable():  # all that is harmful is not; asking costs a fifth of looking
        return encoded
    return re.sub(_ESCAPED, lambda match: json.dumps(match[0])[1:-1], encoded)
