"""Going to a date typed in words: what they mean is shown while they are typed."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tui.models.go_to import Goal, resolve
from tui.models.shown import Shown
from tui.models.words import count, long_day, span_of_days
from tui.screens.dialogue import Dialogue
from tui.widgets.bars import Bar
from tui.widgets.inputs import SafeInput
from tui.widgets.paint import content


class GoToDate(Dialogue[date]):
    """Asks for a day; counted from the day shown."""

    def __init__(self, anchor: date, shown: Shown) -> None:
        """Count from `anchor`; `shown` tells how much there is on a day."""
        super().__init__()
        self.counted_from = anchor
        self.shown = shown
        self.goal: Goal | None = None

    def compose(self) -> ComposeResult:
        """The line to type in, and what it means."""
        with Vertical(classes="box") as box:
            box.border_title = content("Go to a date")
            yield SafeInput(placeholder="11 aug · last friday · 3 days later · +3d · -2w", id="phrase")
            yield Bar(id="meaning")
            yield Bar(id="reason")

    def on_mount(self) -> None:
        """Say from where is counted."""
        self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        phrase = self.query_one(SafeInput).value
        self.goal = resolve(phrase, self.counted_from)
        meaning, reason = self.query_one("#meaning", Bar), self.query_one("#reason", Bar)
        if self.goal is None:
            said = f"counted from {long_day(self.counted_from)}" if not phrase.strip() else "no day in these words yet"
            meaning.show(((said, "muted"),))
            reason.show(())
        else:
            number = self.shown.count(self.goal.first)
            meaning.show(
                ((f"= {span_of_days(self.goal.first, self.goal.last)}", "strong"), (f"  {count(number, 'item')}", ""))
            )
            reason.show(((self.goal.why, "muted"),))

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self.goal is not None:
            self.dismiss(self.goal.first)
