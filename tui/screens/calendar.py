"""The calendar: a month at a glance, to go to one of its days."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.models.month import title
from tui.models.record_rows import counts
from tui.models.shown import Shown
from tui.models.words import long_day
from tui.screens.dialogue import Dialogue
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.month import MonthView
from tui.widgets.paint import content


class Calendar(Dialogue[date]):
    """A month of what is shown; the answer is the day under the cursor."""

    opened_by = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "Day before", show=False),
        Binding("right,l", "step(1)", "Next day", show=False),
        Binding("up,k,left_curly_bracket", "step(-7)", "Week before", show=False),
        Binding("down,j,right_curly_bracket", "step(7)", "Next week", show=False),
        Binding("pageup,left_parenthesis", "month(-1)", "Month before", show=False),
        Binding("pagedown,right_parenthesis", "month(1)", "Next month", show=False),
        Binding("left_square_bracket", "busy(-1)", "Day with items before", show=False),
        Binding("right_square_bracket", "busy(1)", "Next day with items", show=False),
        Binding("home", "end(0)", "First day with items", show=False),
        Binding("end", "end(-1)", "Last day with items", show=False),
        Binding("enter", "go", "Go there", show=False),
        Binding("q", "leave", "Leave", show=False),
    ]

    def __init__(self, shown: Shown, day: date, week_starts: int, starred: Collection[date | None]) -> None:
        """Start with the month of `day`."""
        super().__init__()
        self.shown = shown
        self.view = MonthView(shown, day, week_starts, starred)

    def compose(self) -> ComposeResult:
        """The month in its box, and what there is on the day."""
        with Box("", "↑↓ week · ( ) month · Enter go there · Esc leave", classes="calendar"):
            yield self.view
            yield Bar(id="what")

    def on_mount(self) -> None:
        """Start on the day shown."""
        self.view.focus()
        self._go(self.view.day)

    def _go(self, day: date) -> None:
        self.view.go(day)
        self.query_one(Box).border_title = content(title(day, self.shown))
        told = counts(self.shown.on(day)) or "nothing"
        self.query_one("#what", Bar).show(((f"{long_day(day)}  ", "strong"), (told, "")))

    def action_step(self, by: int) -> None:
        """Go `by` days on."""
        self._within(lambda day: day + timedelta(by))

    def action_month(self, by: int) -> None:
        """Go `by` months on."""
        self._within(lambda day: day + relativedelta(months=by))

    def _within(self, step: Callable[[date], date]) -> None:
        try:
            self._go(step(self.view.day))
        except (OverflowError, ValueError):
            self.notify("The calendar ends here.")

    def action_busy(self, by: int) -> None:
        """Go to the next day with items."""
        day = self.view.day
        days = [each for each in self.shown.days if (each > day if by > 0 else each < day)]
        if days:
            self._go(days[0] if by > 0 else days[-1])

    def action_end(self, which: int) -> None:
        """Go to the first or the last day with items."""
        if self.shown.days:
            self._go(self.shown.days[which])

    def action_go(self) -> None:
        """Answer with the day under the cursor."""
        self.dismiss(self.view.day)

    @on(MonthView.Clicked)
    def _clicked(self, message: MonthView.Clicked) -> None:
        """The first click puts the cursor on a day, another one goes there."""
        if message.day == self.view.day:
            self.action_go()
        else:
            self._go(message.day)
