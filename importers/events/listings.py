"""Pages that tell by their layout: a diary of dates to come, and the entries of a live page under their times of day."""

from __future__ import annotations

import re

from importers.documents import Block
from importers.spans import Row
from store.records import Time

_LONGEST = 400
"""Code points beyond which a paragraph that opens with a day is prose."""
_HEADS = re.compile(r"\s?(?:[:–—•|]|-(?=\s)|, (?=\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b))")
_APART = frozenset({", ", " (", " "})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?(?: (?:GMT|BST|EST|EDT|ET))?")


def is_listing(text: str, block: Block, days: Row[Time]) -> bool:
    """True for an entry of a diary: it opens with its day, and no other day stands in it."""
    if block.kind != "paragraph" or block.end - block.start > _LONGEST:
        return False
    given = days.within(block.start, block.end)
    if not given or given[0].start != block.start:
        return False
    head = given[0].end
    for day in given[1:]:
        if text[head : day.start] not in _APART:
            break
        head = day.end  # "Today, Thursday:"
    if _HEADS.match(text, head) is None:
        return False
    return len({(time.first, time.last) for time in given}) == 1


def is_clock(text: str, block: Block, times: Row[Time]) -> bool:
    """True for a line that is nothing but a time of day: "16:20"."""
    return _CLOCK.fullmatch(text, block.start, block.end) is not None and times.at(block.start) is not None
