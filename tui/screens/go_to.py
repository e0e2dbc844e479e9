"""Going to a date typed in words."""

from __future__ import annotations

from datetime import date

from tui.models.go_to import Goal
from tui.models.shown import Shown
from tui.models.words import count
from tui.screens.ask_day import AskDay


class GoToDate(AskDay[date]):
    """Asks for a day; counted from the day shown."""

    ASKED = "Go to a date"

    def __init__(self, counted_from: date, shown: Shown, everything: Shown) -> None:
        """`shown` tells how much there is on a day under the filter, `everything` how much there is without it."""
        super().__init__(counted_from)
        self.shown = shown
        self.everything = everything

    def remark(self, goal: Goal) -> str:
        """How much there is on these days, and how much of it the filter hides."""
        left, of = (those.within(goal.first, goal.last) for those in (self.shown, self.everything))
        return count(left, "item") + (f" ({of - left:,} hidden by the filter)" if of > left else "")

    def take(self, goal: Goal) -> None:
        """Go to the first of the days that has items, else to the first of them all."""
        busy = self.shown.days_within(goal.first, goal.last) if goal.first and goal.last else ()
        self.dismiss(busy[0] if busy else goal.first)
