"""Asking for a day typed in words: what they mean is shown while they are typed."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.models.go_to import Goal, resolve
from tui.models.words import long_day, span_of_days
from tui.screens.dialogue import Dialogue
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput

Answer = TypeVar("Answer")


class AskDay(Dialogue[Answer]):
    """A line to type a day in, and below it what is meant; subclasses say what is asked and what is done with it."""

    ASKED = ""
    """The title of the box."""
    HINT = "11 aug · last friday · 3 days later · +3d · -2w"

    def __init__(self, counted_from: date) -> None:
        """Count from this day."""
        super().__init__()
        self.counted_from = counted_from
        self.goal: Goal | None = None

    def compose(self) -> ComposeResult:
        """The line to type in, and what it means."""
        with Box(self.ASKED, "Enter do it · Esc leave"):
            yield SafeInput(placeholder=self.HINT, id="phrase")
            yield Bar(id="meaning")
            yield Bar(id="reason")
            yield from self.compose_more()

    def compose_more(self) -> ComposeResult:
        """What else is asked."""
        yield from ()

    def on_mount(self) -> None:
        """Say from where is counted."""
        self._typed()

    @on(Input.Changed, "#phrase")
    def _typed(self) -> None:
        phrase = self.query_one("#phrase", SafeInput).value
        self.goal = self.read(phrase)
        meaning, reason = self.query_one("#meaning", Bar), self.query_one("#reason", Bar)
        if self.goal is None:
            said = f"counted from {long_day(self.counted_from)}" if not phrase.strip() else "no day in these words yet"
            meaning.show(((said, "muted"),))
            reason.show(())
        else:
            days = span_of_days(self.goal.first, self.goal.last) or "undated"
            meaning.show(((f"= {days}", "strong"), (f"  {self.remark(self.goal)}", "")))
            reason.show(((self.goal.why, "muted"),))

    def read(self, phrase: str) -> Goal | None:
        """What the words mean; None while they mean nothing."""
        return resolve(phrase, self.counted_from)

    def remark(self, goal: Goal) -> str:
        """A word on the day found."""
        del goal
        return ""

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self.goal is not None:
            self.take(self.goal)

    def take(self, goal: Goal) -> None:
        """Answer with what was found."""
        raise NotImplementedError
