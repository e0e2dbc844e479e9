"""The day on which part of a report was written, where it opens with that day: a dispatch, an entry of a diary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from importers.documents import Block
from importers.times.forms import Date, Expression, Weekday
from importers.times.scene import Anchor, Reading

HEAD = 80
"""The most code points before the day in the head of a dispatch."""
LATE = timedelta(days=60)
"""So long a dispatch may have been under way."""
_NAME = r"[A-Z][A-Za-zÀ-ÿ.'’-]*(?: [A-Z][A-Za-zÀ-ÿ.'’-]*){0,3}"
_PLACE = re.compile(
    rf"(?:\([A-Z][\w. ]*\) ?)?(?!(?:On|By|In|At|From|Since|Until|The|Last|Next|This|Before|After)\b){_NAME}(?:, {_NAME})?(?: \([A-Z][\w ]*\))?, "
)
_IN_CAPITALS = re.compile(r"(?:\([A-Z][\w. ]*\) ?)?[A-Z]{2,}[A-Z.'’ -]*[,(]")
_DASH = re.compile(r"(?:,? \d{4})?\.?,?(?: \([A-Z][\w ]*\))?(?: ?(?:--|[—–])| -(?= )|\.?\Z)")
_POINT = re.compile(r"[.:] +(?=[A-Z“\"‘'])")
_HEADS = re.compile(r"(?::|\.? ?(?:--|[—–])| -(?= )) *(?=\S)|\Z")


def opens_dispatch(text: str, block: Block, expression: Expression) -> bool:
    """Whether the day stands behind the place at the head of a block: "PARIS, May 16 --", "Belfast, Thursday."."""
    if not _is_day(expression) or block.kind == "headline":
        return False
    lead = text[block.start : expression.start]
    if not _PLACE.fullmatch(lead):
        return False
    if _DASH.match(text, expression.end, block.end):
        return True
    bare = isinstance(expression.form, Weekday)
    return (bare or _IN_CAPITALS.match(lead) is not None) and _POINT.match(text, expression.end, block.end) is not None


def heads_entry(text: str, block: Block, expression: Expression) -> bool:
    """Whether the block opens with the day and a colon or dash, or is the day alone: "Tuesday: slept until noon"."""
    if expression.start != block.start or not _is_day(expression) or expression.part:
        return False
    return _HEADS.match(text, expression.end, block.end) is not None


def _is_day(expression: Expression) -> bool:
    form = expression.form
    if isinstance(form, Date):
        return form.day is not None and form.month is not None and form.last_day is None
    return isinstance(form, Weekday) and form.reference == "bare" and form.week is None and not form.weeks_on


@dataclass
class Writing:
    """From which day the words of a report count: its publication, or the day of writing that stands over them."""

    text: str
    published: date | None
    _dispatch: Anchor | None = None
    _entry: Anchor | None = None
    _head: Block | None = None
    """The block of the entry, or the heading over its blocks."""

    _publication: Anchor | None = field(init=False)

    def __post_init__(self) -> None:
        self._publication = Anchor(self.published, "the publication date") if self.published else None

    @property
    def anchor(self) -> Anchor | None:
        """The day of writing at the place that was read last."""
        return self._entry or self._dispatch or self._publication

    def turn(self, block: Block) -> None:
        """Go on to another block: an entry ends with its block, or with the section where its day is a heading."""
        head = self._head
        if head is not None and (head.kind == "paragraph" or block.section != head.section):
            self._entry = self._head = None

    def take(self, block: Block, expression: Expression, reading: Reading) -> None:
        """Take in a day that was read, which may open a dispatch or an entry."""
        day = reading.first
        if (
            day is None
            or expression.start - block.start > HEAD
            or self.published is None
            or not timedelta() <= self.published - day <= LATE
        ):
            return
        span, words = (expression.start, expression.end), self.text[expression.start : expression.end]
        if opens_dispatch(self.text, block, expression):
            self._dispatch = Anchor(day, f"“{words}”, the day of the dispatch", span)
        elif block.kind != "headline" and heads_entry(self.text, block, expression):
            self._entry, self._head = Anchor(day, f"“{words}”, the day of the entry", span), block
