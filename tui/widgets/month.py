"""The calendar of one month."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from textual import events
from textual.message import Message

from tui.models.month import Month, heading, month_of, week_line
from tui.models.shown import Shown
from tui.widgets.paint import Drawn, Painted


class MonthView(Painted, can_focus=True):
    """A month of what is shown; a click on a day says so."""

    class Clicked(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            """Keep the day."""
            super().__init__()
            self.day = day

    HEADING = 1
    """Lines above the first week."""

    def __init__(self, shown: Shown, day: date, week_starts: int, starred: Collection[date | None]) -> None:
        """Show the month of `day`, with what is `shown` and which days have bookmarks."""
        super().__init__(id="month")
        self.shown, self.day, self.week_starts, self.starred = shown, day, week_starts, starred

    def go(self, day: date) -> None:
        """Put the cursor on a day."""
        self.day = day
        self.redraw()

    @property
    def month(self) -> Month:
        """The month as it is drawn now."""
        return month_of(self.day, self.week_starts, self.size.width, self.size.height - self.HEADING)

    def lines(self, height: int) -> Sequence[Drawn]:
        """The weekdays, and the lines of the weeks."""
        del height
        month = self.month
        weeks = [
            week_line(month, week, line, self.shown, self.day, self.starred)
            for week in range(len(month.days))
            for line in range(2 if month.tall else 1)
        ]
        return [(line, "") for line in (heading(month, self.week_starts), *weeks)]

    def on_click(self, event: events.Click) -> None:
        """Say which day it was."""
        offset = event.get_content_offset(self)
        day = self.month.at(offset.x, offset.y - self.HEADING) if offset else None
        if day is not None:
            self.post_message(self.Clicked(day))
