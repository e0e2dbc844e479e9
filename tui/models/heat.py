"""The heat strip: one cell a day, as high as the day is full, with the months below."""

from __future__ import annotations

from datetime import date, timedelta

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
        start = min(max(middle - timedelta(width // 2), first), last - timedelta(width - 1))
        first, last = start, start + timedelta(width - 1)
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    each = min(width // len(days), WIDEST)
    at = (selected - first).days * each if selected is not None else None
    same = before is not None and before.covers(shown, first, len(days), each)
    cells = before.cells if before and same else "".join(_cell(day, shown) * each for day in days)
    return Heat(first, cells, _axis(days, at, each, width), at, each, shown)


def _cell(day: date, shown: Shown) -> str:
    """As high as much surely happened; the lowest level too where something only may have."""
    sure, most = shown.sure(day), shown.most_sure
    if not shown.count(day):
        return EMPTY
    return level(sure, most) if sure else LEVELS[0]


def level(number: int, most: int) -> str:
    """The height of a cell for a number from 1 to `most`."""
    return LEVELS[(number * len(LEVELS) - 1) // most]


def _axis(days: list[date], at: int | None, each: int, width: int) -> str:
    """Month names under their first days, and "▲ Sat 23 Jul 2016" under the selected day."""
    label, start = _label(days[at // each], at, width) if at is not None else ("", width)
    axis = [" "] * width
    firsts = [number for number, day in enumerate(days) if day.day == 1 or number == 0]
    for number, following in zip(firsts, [*firsts[1:], len(days)], strict=True):
        day = days[number]
        year = f" {day.year}" if number == 0 or day.month == 1 else ""
        name = f"└{MONTHS[day.month - 1]}{year if (following - number) * each > len(year) + 4 else ''}"
        if number * each + len(name) < start or number * each >= start + len(label):
            _write(axis, number * each, name)
    _write(axis, start, label)
    return "".join(axis).rstrip()


def _label(day: date, at: int, width: int) -> tuple[str, int]:
    """The words under the selected day and the cell where they start; they stand on the side that has room."""
    words = long_day(day)
    if at + len(words) + 2 <= width:
        return f"▲ {words}", at
    return f"{words} ▲"[-width:], max(at - len(words) - 1, 0)


def _write(axis: list[str], at: int, words: str) -> None:
    for number, character in enumerate(words):
        if at + number < len(axis):
            axis[at + number] = character
