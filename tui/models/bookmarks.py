"""Bookmarks: spots of a timeline to come back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import structs

from store.records import Entry
from tui.models.pieces import Row, cut, pad
from tui.models.record_rows import title_of
from tui.models.shown import Shown
from tui.models.spots import days_of, item_at, spot_of
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
    return _by_day(kept)


def _by_day(marks: Iterable[Bookmark]) -> tuple[Bookmark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.spot.day is None, mark.spot.day or date.max, mark.spot.words)))


def brought_along(marks: Sequence[Bookmark], everything: Shown) -> tuple[Bookmark, ...]:
    """The bookmarks, each on the day on which its item stands by now; one whose item cannot be told stays."""
    lost = {mark.spot for mark in marks if mark.spot.words and item_at(mark.spot, everything) is None}
    if not lost:
        return tuple(marks)
    there = days_of(lost, everything)
    moved = (structs.replace(mark, spot=there.get(mark.spot, mark.spot)) for mark in marks)
    return _by_day(dict.fromkeys(moved))


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
