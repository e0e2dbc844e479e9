"""One month as a calendar: how much there is on each day of what is shown."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tui.models.day_rows import STAR, bar
from tui.models.heat import level
from tui.models.pieces import Line, Piece, pad, pad_left, width_of
from tui.models.shown import Shown
from tui.models.words import FULL_MONTHS, WEEKDAYS, count

NARROW = 8
"""Below this width a day has one line and no number of items; in cells."""


@dataclass(frozen=True)
class Month:
    """A month in weeks, drawn for one width and height."""

    days: Sequence[Sequence[date | None]]
    """Week by week; None is a day of another month."""
    cell: int
    """The width of a day, in cells."""
    tall: bool
    """Whether a day has two lines."""

    def at(self, x: int, y: int) -> date | None:
        """The day at a place, counted from the top left corner of the first day."""
        week, weekday = y // (2 if self.tall else 1), x // self.cell
        inside = 0 <= week < len(self.days) and 0 <= weekday < 7 and x >= 0
        return self.days[week][weekday] if inside else None


def month_of(day: date, week_starts: int, width: int, height: int) -> Month:
    """The month of a day; weeks begin with `week_starts` (0 is Monday), `width` and `height` are the room in cells."""
    weeks = calendar.Calendar(week_starts).monthdayscalendar(day.year, day.month)
    days = [[day.replace(day=number) if number else None for number in week] for week in weeks]
    cell = max(min(width // 7, 14), 4)
    return Month(days, cell, tall=cell >= NARROW and height >= 2 * len(days))


def title(day: date, shown: Shown) -> str:
    """The month of a day and how much there is in it: "July 2016 · 42 items"."""
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return f"{FULL_MONTHS[day.month - 1]} {day.year} · {count(shown.within(day.replace(day=1), last), 'item')}"


def heading(month: Month, week_starts: int) -> Line:
    """The names of the weekdays above their columns."""
    names = [WEEKDAYS[(week_starts + number) % 7] for number in range(7)]
    return (("".join(pad(f" {name[: month.cell - 2]}", month.cell) for name in names), "muted"),)


def week_line(
    month: Month, week: int, line: int, shown: Shown, selected: date, starred: Collection[date | None]
) -> Line:
    """Line 0 or 1 of a week: the numbers of the days, and below them, or beside them, how much there is."""
    most = max((shown.count(day) for days in month.days for day in days if day), default=0)
    pieces: list[Piece] = []
    for day in month.days[week]:
        if day is None:
            pieces.append((" " * month.cell, ""))
            continue
        drawn = _number(day, month, shown, most, starred) if line == 0 else _amount(shown.count(day), most, month.cell)
        role = "cursor" if day == selected else "" if shown.count(day) else "muted"
        pieces.append((drawn, role))
    return tuple(pieces)


def _number(day: date, month: Month, shown: Shown, most: int, starred: Collection[date | None]) -> str:
    mark = STAR if day in starred else " "
    if month.tall:
        return pad(f" {day.day:>2} {mark}", month.cell)
    number = shown.count(day)
    drawn = STAR if day in starred else level(number, most) if number else " "
    return pad(f" {day.day:>2}{drawn}", month.cell)


def _amount(number: int, most: int, width: int) -> str:
    """A bar and the number itself; nothing where there is nothing."""
    told = f"{number:,} " if number else ""
    room = width - 2 - max(width_of(told), 4)
    return " " + pad(bar(number, most, room), width - 1 - width_of(told)) + pad_left(told, width_of(told))
