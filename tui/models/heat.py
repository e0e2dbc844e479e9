"""The heat strip: one cell a day, as high as the day is full, with the months below."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from tui.models.shown import Shown
from tui.models.words import MONTHS, long_day

LEVELS = "▁▂▃▄▅▆▇█"
EMPTY = "·"
WIDEST = 3
"""No more cells than this for one day, however wide the screen."""


class Heat(Struct, frozen=True):
    """The strip for one width."""

    first: date
    """The day of the first cell."""
    cells: str
    axis: str
    at: int | None
    """The first cell of the selected day."""
    each: int = 1
    """Cells a day."""
    of: Shown | None = None
    """What is shown on the days."""

    def covers(self, shown: Shown, first: date, days: int, each: int) -> bool:
        """Whether the cells are those of so many days of `shown` from `first` on."""
        return self.of is shown and self.first == first and (len(self.cells), self.each) == (days * each, each)

    def day(self, cell: int) -> date | None:
        """The day of a cell."""
        return self.first + timedelta(cell // self.each) if 0 <= cell < len(self.cells) else None


def heat(shown: Shown, selected: date | None, width: int, before: Heat | None = None) -> Heat | None:
    """The strip in at most `width` cells, around the selected day where not all fit; None where no day has items.

    The cells of `before` are taken over where they are the same.
    """
    if not shown.days or width < 1:
        return None
    first, last = shown.days[0], shown.days[-1]
    if selected is not None:
        first, last = min(first, selected), max(last, selected)
    if (last - first).days >= width:
        middle = selected or last
        left_out = min(max((middle - first).days - width // 2, 0), (last - first).days - (width - 1))
        first += timedelta(left_out)
        last = first + timedelta(width - 1)
    number = (last - first).days + 1
    each = min(width // number, WIDEST)
    label, at = ("", width), None
    if selected is not None:
        at = (selected - first).days * each
        label = _label(selected, at, width)
    if before is not None and before.covers(shown, first, number, each):
        cells = before.cells
    else:
        cells = "".join(_cell(first + timedelta(day), shown) * each for day in range(number))
    return Heat(first, cells, _axis(first, last, each, width, *label), at, each, shown)


def _cell(day: date, shown: Shown) -> str:
    """As high as much surely happened; the lowest level too where something only may have."""
    sure, most = shown.sure(day), shown.most_sure
    if not shown.count(day):
        return EMPTY
    return level(sure, most) if sure else LEVELS[0]


def level(number: int, most: int) -> str:
    """The height of a cell for a number from 1 to `most`."""
    return LEVELS[(number * len(LEVELS) - 1) // most]


def _axis(first: date, last: date, each: int, width: int, label: str, start: int) -> str:
    """Month names under their first days, and "▲ Sat 23 Jul 2016" under the selected day."""
    axis = [" "] * width
    months = _months(first, last)
    starts = [*((day - first).days for day in months), (last - first).days + 1]
    for day, (start_of_month, following) in zip(months, pairwise(starts), strict=True):
        at, room = start_of_month * each, (following - start_of_month) * each
        year = f" {day.year}" if day == first or day.month == 1 else ""
        name = f"└{MONTHS[day.month - 1]}{year if room > len(year) + 4 else ''}"
        if at + len(name) < start or at >= start + len(label):
            _write(axis, at, name)
    _write(axis, start, label)
    return "".join(axis).rstrip()


def _months(first: date, last: date) -> list[date]:
    """The first of these days, and those up to the last that begin a month."""
    numbers = range(first.year * 12 + first.month, last.year * 12 + last.month)
    return [first, *(date(number // 12, number % 12 + 1, 1) for number in numbers)]


def _label(day: date, at: int, width: int) -> tuple[str, int]:
    """The words under the selected day and the cell where they start; they stand on the side that has room."""
    words = long_day(day)
    if at + len(words) + 2 <= width:
        return f"▲ {words}", at
    return f"{words} ▲"[-width:], max(at - len(words) - 1, 0)


def _write(axis: list[str], at: int, words: str) -> None:
    free = max(len(axis) - at, 0)
    axis[at : at + len(words)] = words[:free]
