"""Asking for a remark on an item."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.screens.dialogue import Dialogue
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput


class AskNote(Dialogue[str]):
    """A line to type a remark in; the answer is the remark, "" takes it away."""

    def __init__(self, note: str) -> None:
        """Start from the remark there is."""
        super().__init__()
        self.note = note

    def compose(self) -> ComposeResult:
        """The line."""
        with Box("Note", "Enter keep · empty: none · Esc leave"):
            yield SafeInput(self.note, placeholder="what is to be remembered of it", id="note")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.dismiss(self.query_one(SafeInput).value.strip())
