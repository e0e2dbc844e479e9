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

    def __init__(self, counted_from: date, shown: Shown) -> None:
        """`shown` tells how much there is on a day."""
        super().__init__(counted_from)
        self.shown = shown

    def remark(self, goal: Goal) -> str:
        """How much there is on the day."""
        return count(self.shown.count(goal.first), "item")

    def take(self, goal: Goal) -> None:
        """Go to the first of the days."""
        self.dismiss(goal.first)
