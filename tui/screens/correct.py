"""Correcting the date of an item by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tui.models.go_to import Goal
from tui.screens.ask_day import AskDay
from tui.widgets.inputs import SafeInput

NONE = "none"


@dataclass(frozen=True)
class Change:
    """A correction to be made: the days, both inclusive or both None, and why."""

    first: date | None
    last: date | None
    note: str

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the record and their values."""
        return {"first": self.first, "last": self.last}


class CorrectDate(AskDay[Change]):
    """Asks for the right day, and for a note; counted from the day the item stands on."""

    ASKED = "Correct the date"
    HINT = f"the right day: 11 aug · last friday · week of 8 august · {NONE}"
    BINDINGS = [  # noqa: RUF012 - Textual reads it from the class
        Binding("up", "app.focus_previous", "Field before", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
    ]

    def compose_more(self) -> ComposeResult:
        """Why it is corrected."""
        yield SafeInput(placeholder="note: how you know (may stay empty)", id="note")

    def read(self, phrase: str) -> Goal | None:
        """The days; "none" takes the date away."""
        if phrase.strip().lower() == NONE:
            return Goal(None, None, "the date is taken away")
        return super().read(phrase)

    def take(self, goal: Goal) -> None:
        """Answer with the change."""
        note = self.query_one("#note", Input).value.strip()
        self.dismiss(Change(goal.first, goal.last, note))
