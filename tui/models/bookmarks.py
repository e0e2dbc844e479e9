"""Bookmarks: spots of a timeline to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.records import Entry
from tui.models.pieces import Row, cut, pad
from tui.models.record_rows import title_of
from tui.models.shown import Shown
from tui.models.spots import item_at, spot_of
from tui.models.words import day_or_about
from tui.remembered import Bookmark

DAY = 16
"""Width of the column of days, in cells."""


def switched(marks: Sequence[Bookmark], day: date | None, entry: Entry | None) -> tuple[Bookmark, ...]:
    """The bookmarks with one more at this item or day, or, where there is one, without it; in the order of the days."""
    spot = spot_of(day, entry)
    kept = [mark for mark in marks if mark.spot != spot]
    if len(kept) == len(marks):
        kept.append(Bookmark(spot, title_of(entry) if entry else ""))
    return tuple(sorted(kept, key=lambda mark: (mark.spot.day is None, mark.spot.day or date.max, mark.spot.words)))


def starred_days(marks: Sequence[Bookmark]) -> frozenset[date | None]:
    """The days that have a bookmark, on themselves or on one of their items."""
    return frozenset(mark.spot.day for mark in marks)


def starred_items(marks: Sequence[Bookmark], day: date | None, shown: Shown) -> frozenset[int]:
    """The ids of the items of a day that have a bookmark."""
    here = (item_at(mark.spot, shown) for mark in marks if mark.spot.day == day)
    return frozenset(item for item in here if item is not None)


def bookmark_rows(marks: Sequence[Bookmark], width: int) -> list[Row]:
    """A row a bookmark, with its number as the key, `width` cells wide."""
    rows = []
    for number, mark in enumerate(marks):
        day = pad(day_or_about(mark.spot.day), DAY)
        title = cut(mark.title or "the day", width - DAY - 3)
        rows.append(Row((((f"  {day} ", "strong"), (title, "" if mark.title else "muted")),), number))
    return rows
