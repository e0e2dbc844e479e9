"""The list of days: a bar for how much happened, empty days summed up, months named.

The bar is solid for what surely happened on the day, and light for what was only reported on it or
happened on some day of an interval that covers it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from tui.models.pieces import Line, Row, pad, width_of
from tui.models.shown import Shown
from tui.models.words import FULL_MONTHS, MONTHS, WEEKDAYS

STAR = "★"
"""The sign of a bookmark."""
EIGHTHS = " ▏▎▍▌▋▊▉█"


class DayKey(Struct, frozen=True):
    """What a row of the day list stands for; `day` None is the row of what has no day of its own."""

    day: date | None


def day_rows(shown: Shown, selected: date | None, width: int, starred: Collection[date | None] = ()) -> Iterator[Row]:
    """The rows of the day list, `width` cells wide; the selected day has a row even where it is empty.

    `starred` are the days with a bookmark; one that is empty has a row too.
    """
    before: date | None = None
    for day in _days(shown, selected, starred):
        if before is not None:
            empty = day.toordinal() - before.toordinal() - 1
            if empty:
                yield _gap(empty, width)
            if (day.year, day.month) != (before.year, before.month):
                yield _heading(_month(day, width), width)
        else:
            yield _heading(_month(day, width), width)
        yield Row((_day_line(day, shown, width, day in starred),), DayKey(day))
        before = day
    undated = shown.count(None)
    if undated or (selected is None and before is None):
        yield Row((_about_line(undated, width, None in starred),), DayKey(None))


def _days(shown: Shown, selected: date | None, starred: Collection[date | None]) -> Iterator[date]:
    days = {*shown.days, *(day for day in starred if day is not None)}
    if selected is not None:
        days.add(selected)
    yield from sorted(days)


def _gap(days: int, width: int) -> Row:
    words = f"{days:,} empty {'day' if days == 1 else 'days'}"
    return _heading(words if width_of(words) + 4 <= width else f"{days:,} empty", width)


def _month(day: date, width: int) -> str:
    return f"{FULL_MONTHS[day.month - 1]} {day.year}" if width >= 18 else f"{MONTHS[day.month - 1]} {day.year}"


def _heading(words: str, width: int) -> Row:
    return Row((((pad(f"─ {words} {'─' * width}"[:width], width), "muted"),),), selectable=False)


def _day_line(day: date, shown: Shown, width: int, starred: bool) -> Line:  # noqa: FBT001 - one of the drawn facts
    count = shown.count(day)
    label, number = _label(day, width), f"{count:>4,}{STAR if starred else ' '}"
    room = max(width - len(label) - len(number), 0)
    sure = bar(shown.sure(day), shown.most, room)
    perhaps = max(round(count / max(shown.most, 1) * room) - len(sure), 0)
    filled = (sure, "bar"), ("░" * perhaps, "muted"), (" " * (room - len(sure) - perhaps), "")
    return (label, ""), *filled, (number, "")


@lru_cache(maxsize=4096)
def _label(day: date, width: int) -> str:
    month = f" {MONTHS[day.month - 1]}" if width >= 22 else ""
    return f" {WEEKDAYS[day.weekday()][:2]} {day.day:>2}{month} "


def _about_line(number: int, width: int, starred: bool) -> Line:  # noqa: FBT001 - as above
    words, end = " ~ undated", f"{number:,}{STAR if starred else ' '}"
    return ((pad(words, width - len(end)), ""), (end, ""))


def bar(number: int, most: int, room: int) -> str:
    """A bar of eighths of a cell, at most `room` cells; anything above nothing shows."""
    if number <= 0 or most <= 0 or room <= 0:
        return ""
    eighths = max(round(number / most * room * 8), 1)
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()
