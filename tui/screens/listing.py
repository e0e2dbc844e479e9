"""What dialogues round one list have in common: the keys that move its cursor."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from tui.screens.dialogue import Dialogue
from tui.widgets.line_view import LineView

Result = TypeVar("Result")


class Listing(Dialogue[Result]):
    """A dialogue with a list; where it has a field too, that takes the letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Half a page up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "Half a page down", show=False),
        Binding("home", "end(-1)", "First", show=False),
        Binding("end,G", "end(1)", "Last", show=False),
        Binding("q", "leave", "Leave", show=False),
    ]

    @property
    def listed(self) -> LineView:
        """The list."""
        return self.query_one(LineView)

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        self.listed.step(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by half pages."""
        self.listed.step_page(by)

    def action_end(self, by: int) -> None:
        """Move the cursor to the first (-1) or the last (1) row."""
        self.listed.step_end(by)
