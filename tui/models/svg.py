"""The charts as SVG: whole pictures with title, axes and legend; text of documents stays text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from tui.models.charts import TITLES, Attendance, ChartName, Mark, Series, bins
from tui.models.scale import Scale, scale_of
from tui.models.words import MONTHS, amount, count, short_day, span_of_days
from tui.safe_text import safe

WIDTH, HEIGHT = 960, 540
LEFT, RIGHT, TOP, BOTTOM = 76, 24, 84, 60
INK, GREY, LINE, BLUE, RED = "#1b1f23", "#5b6570", "#d5d9de", "#1d5a96", "#a8261c"
LABELS = 12
"""So many events at most have their title written beside the mark, the largest first."""
MOST_SERIES = 20
STRETCHES = 120
ROW = 22
"""Height of a row of an activity chart."""
_NOT_XML = re.compile("[\ufffe\uffff\U0001fffe\U0001ffff]")


def attendance_svg(chart: Attendance, subtitle: str) -> str:
    """How many came over the days, with bounds, one mark an event."""
    marks = chart.marks
    drawing = _Drawing(TITLES["attendance"], subtitle, HEIGHT)
    if not marks:
        drawing.text(WIDTH / 2, HEIGHT / 2, "No event with a day and a number.", anchor="middle", colour=GREY)
        return drawing.finish()
    scale = scale_of(bound for mark in marks for bound in (mark.low, mark.high) if bound)
    first, last = marks[0].first, max(mark.last for mark in marks)
    days = max((last - first).days, 1)

    def across(day: date) -> float:
        return LEFT + 12 + (day - first).days / days * (WIDTH - LEFT - RIGHT - 24)

    def down(number: float) -> float:
        return HEIGHT - BOTTOM - scale.place(number) * (HEIGHT - TOP - BOTTOM)

    _number_axis(drawing, scale, down)
    _day_axis(drawing, first, last, across, HEIGHT - BOTTOM)
    for mark in marks:
        middle = mark.first + (mark.last - mark.first) / 2
        _draw_mark(drawing, mark, across(middle), down)
    _labels(drawing, marks, across, down)
    _legend(drawing, chart)
    return drawing.finish()


def activity_svg(series: Sequence[Series], undated: int, name: ChartName, subtitle: str) -> str:
    """How much there is of each paper or kind over the days: a row of bars each, on one scale."""
    shown = series[:MOST_SERIES]
    drawn = bins(shown, STRETCHES)
    height = TOP + max(len(shown), 2) * (ROW + 6) + BOTTOM
    left_out = [f"{count(undated, 'item')} without a day have no bar"] if undated else []
    left_out += [f"{len(series) - len(shown)} more are left out"] if len(series) > len(shown) else []
    drawing = _Drawing(TITLES[name], subtitle, height, "; ".join(left_out))
    if drawn is None:
        drawing.text(WIDTH / 2, height / 2, "Nothing that has a day.", anchor="middle", colour=GREY)
        return drawing.finish()
    left, right = 250, WIDTH - 70
    each = (right - left) / drawn.number
    most = max(max(drawn.of(one.counts)) for one in shown)
    for number, one in enumerate(shown):
        base = TOP + number * (ROW + 6) + ROW
        drawing.text(left - 10, base - 5, _short(one.name, 34), anchor="end")
        drawing.line(left, base, right, base, LINE)
        for stretch, much in enumerate(drawn.of(one.counts)):
            if much:
                tall = max(much / most * ROW, 1.5)
                days = span_of_days(drawn.start(stretch), drawn.start(stretch) + timedelta(drawn.each - 1))
                drawing.bar(
                    left + stretch * each, base - tall, max(each - 1, 0.8), tall, f"{one.name}, {days}: {much:,}"
                )
        drawing.text(right + 10, base - 5, f"{one.total:,}")
    last = drawn.start(drawn.number - 1) + timedelta(drawn.each - 1)
    _day_axis(
        drawing, drawn.first, last, lambda day: left + (day - drawn.first).days / drawn.each * each, height - BOTTOM
    )
    drawing.text(right + 10, TOP - 8, "in all", colour=GREY)
    tallest = f"tallest bar: {count(most, 'item')} in {count(drawn.each, 'day')}"
    drawing.text(LEFT - 60, height - 12, tallest, colour=GREY, size=12)
    return drawing.finish()


class _Drawing:
    """An SVG picture under construction; whatever text comes in is escaped by the XML writer and made safe before."""

    def __init__(self, title: str, subtitle: str, height: float, note: str = "") -> None:
        size = {"viewBox": f"0 0 {WIDTH} {height:g}", "width": str(WIDTH), "height": f"{height:g}"}
        self.root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
        self.root.set("font-family", "Helvetica, Arial, sans-serif")
        self._add(self.root, "title", {}, title)
        self._add(self.root, "desc", {}, "; ".join(filter(None, [subtitle, note])))
        self._add(self.root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
        self.text(LEFT - 60, 30, title, size=20, bold=True)
        self.text(LEFT - 60, 52, _short("; ".join(filter(None, [subtitle, note])), 130), colour=GREY)

    def _add(self, parent: ET.Element, tag: str, attributes: dict[str, str], words: str = "") -> ET.Element:
        made = ET.SubElement(parent, tag, attributes)
        made.text = _NOT_XML.sub("\ufffd", safe(words)) or None
        return made

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        colour: str = INK,
        size: int = 13,
        bold: bool = False,
    ) -> None:
        """A line of text."""
        look = {"fill": colour, "font-size": str(size), "text-anchor": anchor} | (
            {"font-weight": "bold"} if bold else {}
        )
        self._add(self.root, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", **look}, words)

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str, thick: float = 1) -> None:
        """A straight line."""
        ends = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{to_x:.1f}", "y2": f"{to_y:.1f}"}
        self._add(self.root, "line", {**ends, "stroke": colour, "stroke-width": f"{thick:g}"})

    def bar(self, x: float, y: float, wide: float, tall: float, told: str) -> None:
        """A bar with what it stands for."""
        box = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{wide:.1f}", "height": f"{tall:.1f}", "fill": BLUE}
        self._add(self._add(self.root, "rect", box), "title", {}, told)

    def shape(self, path: str, colour: str, told: str, *, filled: bool) -> None:
        """A mark with what it stands for."""
        look = {"d": path, "fill": colour if filled else "#ffffff", "stroke": colour, "stroke-width": "2"}
        self._add(self._add(self.root, "path", look), "title", {}, told)

    def finish(self) -> str:
        """The picture as text."""
        ET.indent(self.root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(self.root, encoding="unicode") + "\n"


def _number_axis(drawing: _Drawing, scale: Scale, down: Callable[[float], float]) -> None:
    for tick in scale.ticks():
        y = down(tick)
        drawing.line(LEFT, y, WIDTH - RIGHT, y, LINE)
        drawing.text(LEFT - 8, y + 4, f"{tick:,.0f}", anchor="end", colour=GREY)
    drawing.text(
        LEFT - 60, TOP - 14, "people" + (" (each line ten times the one below)" if scale.by_powers else ""), colour=GREY
    )


def _day_axis(drawing: _Drawing, first: date, last: date, across: Callable[[date], float], y: float) -> None:
    drawing.line(across(first), y, across(last), y, GREY)
    free = 0.0
    for day, words in _day_ticks(first, last):
        x = across(day)
        if x < free:
            continue
        drawing.line(x, y, x, y + 6, GREY)
        drawing.text(x, y + 22, words, anchor="middle" if day != first else "start", colour=GREY)
        free = x + 7 * len(words) + 8


def _day_ticks(first: date, last: date) -> Iterable[tuple[date, str]]:
    """The first day, and the first of each month, or each Monday of a short time; the year where it is new."""
    yield first, f"{short_day(first)} {first.year}"
    short = (last - first).days <= 45
    for number in range(1, (last - first).days + 1):
        day = first + timedelta(number)
        if (day.weekday() == 0) if short else (day.day == 1):
            year = f" {day.year}" if day.month == 1 and day.day <= 7 else ""
            yield day, (short_day(day) if short else MONTHS[day.month - 1]) + year


def _draw_mark(drawing: _Drawing, mark: Mark, x: float, down: Callable[[float], float]) -> None:
    colour = RED if mark.contested else BLUE
    number = amount(mark.low, mark.high, None, "people")
    days = span_of_days(mark.first, mark.last)
    contested = "; papers contradict each other" if mark.contested else ""
    told = f"{mark.title} ({days}): {number}; {mark.told_by}{contested}"
    bottom, top = (None if bound is None else down(bound) for bound in (mark.low, mark.high))
    if bottom is not None and top is not None and bottom - top > 1:
        drawing.line(x, bottom, x, top, colour, 2)
        drawing.line(x - 5, bottom, x + 5, bottom, colour, 2)
        drawing.line(x - 5, top, x + 5, top, colour, 2)
    at = top if top is not None else bottom if bottom is not None else down(0)
    if mark.contested:
        path = f"M{x:.1f} {at - 7:.1f}l7 7l-7 7l-7 -7z"
    elif mark.high is None:
        path = f"M{x - 6:.1f} {at + 3:.1f}l6 -10l6 10z"
    elif mark.low is None:
        path = f"M{x - 6:.1f} {at - 3:.1f}l6 10l6 -10z"
    else:
        path = f"M{x - 5:.1f} {at:.1f}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
    drawing.shape(path, colour, told, filled=not mark.contested)


def _labels(
    drawing: _Drawing, marks: Sequence[Mark], across: Callable[[date], float], down: Callable[[float], float]
) -> None:
    """The titles of the largest, each where it covers no other title and no mark."""
    points = [(across(mark.first + (mark.last - mark.first) / 2), down(mark.known)) for mark in marks]
    taken = [(x - 7, y - 8, x + 7, y + 8) for x, y in points]
    largest = sorted(range(len(marks)), key=lambda number: -marks[number].known)
    written = 0
    for number in largest:
        x, y = points[number]
        words = _short(marks[number].title, 38)
        wide = 6.4 * len(words)
        for left, base in ((x + 10, y + 4), (x - 10 - wide, y + 4), (x - wide / 2, y - 12), (x - wide / 2, y + 22)):
            box = (left, base - 11, left + wide, base + 3)
            inside = box[0] >= LEFT + 2 and box[2] <= WIDTH - 4 and box[1] >= TOP - 10 and box[3] <= HEIGHT - BOTTOM
            if inside and not any(_overlap(box, other) for other in taken):
                drawing.text(left, base, words, size=12)
                taken.append(box)
                written += 1
                break
        if written == LABELS:
            return


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(drawing: _Drawing, chart: Attendance) -> None:
    y = HEIGHT - 12
    x = float(LEFT)
    for path, colour, words in (
        ("m0 -5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", BLUE, "one number"),
        ("m0 -1l6 -10l6 10z", BLUE, "at least"),
        ("m0 -9l6 10l6 -10z", BLUE, "at most"),
        ("m6 -12l7 7l-7 7l-7 -7z", RED, "papers contradict each other"),
    ):
        drawing.shape(f"M{x:.1f} {y:.1f}{path}", colour, words, filled=colour == BLUE)
        drawing.text(x + 18, y, words, colour=GREY, size=12)
        x += 18 + 6.4 * len(words) + 26
    if chart.undated:
        drawing.text(
            WIDTH - RIGHT,
            y,
            f"{count(chart.undated, 'event')} without a day left out",
            anchor="end",
            colour=GREY,
            size=12,
        )


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
