"""How many came: every attendance among the items shown, as a chart of bars, the largest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.records import Entry, Event, Figure
from tui.models.day_rows import bar
from tui.models.pieces import Row, cut, pad, pad_left, width_of
from tui.models.record_rows import counted_in_words, paper_of, title_of
from tui.models.scale import larger
from tui.models.shown import Library
from tui.models.words import SIGNS, amount, day_or_about, short_day
from tui.safe_text import safe


@dataclass(frozen=True)
class Size:
    """An attendance with its bounds, both inclusive; None is open."""

    entry: Entry
    low: float | None
    high: float | None
    what: str
    qualifier: str | None = None

    @property
    def known(self) -> float:
        """The number that is named: the upper bound, else the lower one."""
        return larger(self.low, self.high)


def sizes(items: Iterable[Entry], library: Library) -> list[Size]:
    """The attendances among `items`, the largest first; an event's own where a figure of it is shown is left out."""
    entries = list(items)
    figures = [entry for entry in entries if isinstance(entry.record, Figure) and entry.record.kind == "attendance"]
    told = {event.id for entry in figures if (event := library.event_of(entry))}
    found = [_of_figure(entry, entry.record, library) for entry in figures if isinstance(entry.record, Figure)]
    for entry in entries:
        record = entry.record
        if isinstance(record, Event) and record.attendance is not None and entry.id not in told:
            said = record.attendance
            found.append(Size(entry, said.low, said.high, title_of(entry), said.qualifier))
    return sorted(found, key=lambda size: (-size.known, size.entry.day is None, size.entry.day, size.entry.id))


def _of_figure(entry: Entry, figure: Figure, library: Library) -> Size:
    event = library.event_of(entry)
    what = title_of(event) if event else counted_in_words(figure)
    return Size(entry, figure.low, figure.high, what, figure.qualifier)


def size_rows(found: list[Size], library: Library, width: int) -> list[Row]:
    """A row an attendance: day, number, bar, what it was and which paper says so; `width` cells wide."""
    most = max((size.known for size in found), default=0)
    room = max(width // 5, 6)
    rows = []
    for size in found:
        day, sign = size.entry.day, SIGNS[size.entry.certainty]
        when = pad(short_day(day) if day else day_or_about(None), 6)
        number = pad_left(amount(size.low, size.high, size.qualifier, "people"), 8)
        head = f"  {sign} {when} {number} "
        drawn = _drawn(size, most, room)
        left = width - width_of(head) - room - 1
        paper = safe(paper_of(library.issue_of(size.entry)))
        aside = f"  {paper}" if left > 30 + width_of(paper) else ""
        what = pad(cut(size.what, left - width_of(aside)), left - width_of(aside))
        rows.append(Row((((head, ""), (drawn, "bar"), (f" {what}", ""), (aside, "muted")),), size.entry.id))
    return rows


def _drawn(size: Size, most: float, room: int) -> str:
    """Solid as far as is sure, light up to an upper bound, an arrow where there is no upper bound."""
    cells = bar(round(size.known), round(most), room)
    if size.low is None:
        cells = "░" * len(cells)
    elif size.high is None:
        cells = f"{cells[: room - 1]}→"
    elif size.high > size.low:
        sure = bar(round(size.low), round(most), room)
        cells = sure + "░" * (len(cells) - len(sure))
    return pad(cells, room)
