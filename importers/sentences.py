"""Cut a stretch of text into sentences without losing an offset."""

from __future__ import annotations

import re

from store.records import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
    r"|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m|\be\.g|\bi\.e)\.$"
)
_BREAK = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9£$€#—–-]|[\"“‘«][A-Z])|\n[ \t]*\n")


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`: spans without white space at their ends, in order.

    A sentence ends at a full stop, question or exclamation mark (with the quotation marks and brackets
    that close on it) before something that can open a sentence, and at an empty line. Abbreviations do not
    end one.
    """
    spans: list[Span] = []
    begin = start
    for match in _BREAK.finditer(text, start, end):
        cut = match.end()
        mark = match.group()
        if mark.startswith(".") and _ABBREVIATION.search(text, max(begin, cut - 24), match.start() + 1):
            continue
        _append(spans, text, begin, cut)
        begin = cut
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
