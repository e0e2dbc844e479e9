"""The charts as rows of the terminal: an event a row on a common scale, a paper or a kind a row over the days."""

from __future__ import annotations

from collections.abc import Sequence

from tui.models.charts import Attendance, Mark, Series, bins
from tui.models.happenings import CONFLICT
from tui.models.heat import EMPTY, level
from tui.models.pieces import Row, cut, pad, pad_left
from tui.models.scale import Scale, scale_of
from tui.models.words import SIGNS, amount, count, short_day, span_of_days
from tui.safe_text import safe

NUMBER = 13
"""Width of the column of numbers, in cells."""
NAME = 24
"""Width of the column of papers or kinds, at most."""


def attendance_rows(chart: Attendance, width: int) -> list[Row]:
    """An event a row, in the order of the days: its bounds on a scale that all share; `width` cells wide."""
    marks = chart.marks
    scale = scale_of(bound for mark in marks for bound in (mark.low, mark.high) if bound)
    room = max((width - 10 - NUMBER) // (2 if width >= 70 else 1) - (0 if width >= 70 else 1), 8)
    rows = [Row(((((" " * (10 + NUMBER) + _axis(scale, room)), "muted"),),), selectable=False)] if marks else []
    for mark in marks:
        head = f"  {_sign(mark)} {pad(short_day(mark.first), 6)}"
        number = pad_left(amount(mark.low, mark.high, None, "people"), NUMBER - 1) + " "
        what = cut(f" {mark.title} · {mark.told_by}", max(width - 10 - NUMBER - room, 0)) if width >= 70 else ""
        rows.append(
            Row((((head, ""), (number, "number"), (_bounds(mark, scale, room), "bar"), (what, "")),), mark.item)
        )
    if chart.undated:
        left_out = f"  {count(chart.undated, 'event')} with a number but without a day left out"
        rows.append(Row((((cut(left_out, width), "muted"),),), selectable=False))
    return rows


def _sign(mark: Mark) -> str:
    """What to know before one reads the row: that papers differ, or that its day is but the first of those it may be."""
    return CONFLICT if mark.contested else SIGNS["bounded"] if mark.last > mark.first else " "


def _axis(scale: Scale, room: int) -> str:
    cells = [" "] * room
    for tick in scale.ticks():
        words = f"{tick:,.0f}"
        at = min(round(scale.place(tick) * (room - 1)), room - len(words))
        if at >= 0 and all(cell == " " for cell in cells[max(at - 1, 0) : at + len(words) + 1]):
            cells[at : at + len(words)] = words
    return "".join(cells)


def _bounds(mark: Mark, scale: Scale, room: int) -> str:
    """One number is a point; two are the ends of a line; where one end is open, the line has an arrow there."""
    low, high = (None if bound is None else round(scale.place(bound) * (room - 1)) for bound in (mark.low, mark.high))
    cells = ["·"] * room
    if low is not None and low == high:
        cells[low] = "●"
        return "".join(cells)
    first, last = 0 if low is None else low, room - 1 if high is None else high
    cells[first : last + 1] = "─" * (last - first + 1)
    cells[first] = "←" if low is None else "├"
    cells[last] = "→" if high is None else "┤"
    return "".join(cells)


def activity_rows(series: Sequence[Series], undated: int, width: int) -> list[Row]:
    """A paper or a kind a row: how much there is of it over the days, and in all; `width` cells wide."""
    name_width = min(max((len(safe(each.name)) for each in series), default=0), NAME, width // 3)
    room = max(width - name_width - 11, 4)
    drawn = bins(series, room)
    if drawn is None:
        found = [(each, "") for each in series]
    else:
        counted = [drawn.of(each.counts) for each in series]
        most = max(max(numbers) for numbers in counted)
        wide = min(room // drawn.number, 3)
        found = [
            (each, "".join((level(number, most) if number else EMPTY) * wide for number in numbers))
            for each, numbers in zip(series, counted, strict=True)
        ]
    rows = []
    if drawn is not None:
        last = max(day for each in series for day in each.counts)
        words = f"{span_of_days(drawn.first, last)}, a cell {count(drawn.each, 'day')}"
        rows.append(
            Row((((" " * (name_width + 4) + cut(words, max(width - name_width - 4, 0)), "muted"),),), selectable=False)
        )
    for each, cells in found:
        head, total = pad(each.name, name_width), pad_left(f"{each.total:,}", 6)
        rows.append(Row((((f"  {head}  ", ""), (pad(cells, room), "bar"), (total, "")),), each.name))
    if undated:
        rows.append(
            Row((((cut(f"  {count(undated, 'item')} of these without a day", width), "muted"),),), selectable=False)
        )
    return rows
