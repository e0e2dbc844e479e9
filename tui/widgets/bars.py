"""The bars of one or two lines: what is open, the heat strip, the item under the cursor, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.message import Message

from tui.models.heat import Heat, heat
from tui.models.pieces import Line, cut_line, width_of
from tui.models.shown import Shown
from tui.safe_text import safe
from tui.widgets.paint import Drawn, Painted


class Bar(Painted):
    """One line: something at the left, something at the right."""

    left: Line = ()
    right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show these; where there is no room for both, the right side goes."""
        self.left, self.right = left, right
        self.redraw()

    def lines(self, height: int) -> Sequence[Drawn]:
        """The line."""
        del height
        return [(self._line(), "")]

    def _line(self) -> Line:
        used = sum(width_of(safe(text)) for text, _ in (*self.left, *self.right))
        free = self.size.width - used - 2
        if free < 2 or not self.right:
            return ((" ", ""), *cut_line(self.left, self.size.width - 1))
        return ((" ", ""), *self.left, (" " * free, ""), *self.right)


class HeatStrip(Painted):
    """The whole campaign on two lines, one cell a day; a click goes to the day."""

    class Clicked(Message):
        """A day of the strip was clicked."""

        def __init__(self, day: date) -> None:
            """Keep the day."""
            super().__init__()
            self.day = day

    MARGIN = 1
    """Free cells at both ends."""

    shown = Shown(())
    day: date | None = None
    _heat: Heat | None = None

    def show(self, shown: Shown, day: date | None) -> None:
        """Show what is on the days, and which one is selected."""
        self.shown, self.day = shown, day
        self._heat = heat(shown, day, self.size.width - 2 * self.MARGIN, self._heat)
        self.redraw()

    def on_resize(self) -> None:
        """Fit the strip to the width."""
        self.show(self.shown, self.day)

    def lines(self, height: int) -> Sequence[Drawn]:
        """The cells, and the months below them."""
        del height
        strip = self._heat
        if strip is None:
            return ()
        at = strip.at if strip.at is not None else len(strip.cells)
        end = at + strip.each
        cells = ((strip.cells[:at], "bar"), (strip.cells[at:end], "sign"), (strip.cells[end:], "bar"))
        return [(((" ", ""), *cells), ""), (((" ", ""), (strip.axis, "muted")), "")]

    def on_click(self, event: events.Click) -> None:
        """Go to the day under the mouse."""
        day = self._heat.day(event.x - self.MARGIN) if self._heat else None
        if day is not None:
            self.post_message(self.Clicked(day))
