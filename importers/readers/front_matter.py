"""Front matter: a block of `key: value` lines between two lines of three dashes, at the very top."""

from __future__ import annotations

import re

_FENCE = re.compile(r"---[ \t]*")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_OTHER = re.compile(r"[ \t]*(?:#.*|[ \t-].*)?")
LONGEST = 100
"""So many lines a front matter has at most."""
CONTEXT = (("publication", "paper", "source"), ("issue", "number"), ("published", "date"), ("url", "address", "link"))
"""The keys for each part of the publication context; the first is the one to use."""
TITLE, BYLINE, DIGEST = ("title", "headline"), ("byline", "author"), "digest"
_OURS = frozenset([*(key for keys in CONTEXT for key in keys), *TITLE, *BYLINE, DIGEST])


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The values of the front matter, by key in small letters, and the text below it.

    Without a front matter: no values and the whole text. Lines that are no `key: value` (lists, comments, what is
    set in) are passed over; any other line means that the dashes were a rule on the page. The first of two values
    of one key counts; quotation marks around a value are taken off.

    Raises ValueError, as half a sentence, where keys of ours stand below the dashes and no other dashes below them.
    """
    lines = text.split("\n", LONGEST + 2)
    if not _FENCE.fullmatch(lines[0]):
        return {}, text
    values: dict[str, str] = {}
    size = len(lines[0]) + 1
    for line in lines[1 : LONGEST + 2]:
        size += len(line) + 1
        if _FENCE.fullmatch(line):
            return values, text[size:].lstrip("\n")
        pair = _PAIR.fullmatch(line)
        if pair:
            values.setdefault(pair["key"].casefold(), _bare(pair["value"] or ""))
        elif not _OTHER.fullmatch(line):
            break
    if not _OURS.isdisjoint(values):
        message = (
            "begins with a front matter that is not closed; put a line of three dashes below it, "
            "or, where it is text, an empty line above it"
        )
        raise ValueError(message)
    return {}, text


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
