"""What dialogues have in common in which one item is chosen from a list and gone to."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.screens.dialogue import Dialogue
from tui.widgets.box import Box
from tui.widgets.line_view import LineView


class Choosing(Dialogue[int]):
    """A list in a box; the answer is the id of the item under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Half a page up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "Half a page down", show=False),
        Binding("enter", "go", "Go there", show=False),
        Binding("q", "leave", "Leave", show=False),
    ]

    def __init__(self, heading: str, choices: LineView, first: int, does: str = "go there") -> None:
        """Offer `choices` under `heading`, the cursor on the item `first`; `does` is what Enter does with one."""
        super().__init__()
        self.heading = heading
        self.choices = choices
        self.first = first
        self.does = does

    def compose(self) -> ComposeResult:
        """The list in its box."""
        with Box(self.heading, f"Enter {self.does} · Esc leave", classes="tall"):
            yield self.choices

    def on_mount(self) -> None:
        """Start with the first."""
        self.choices.focus()
        self.call_after_refresh(self.choices.lay_out, self.first)

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.choices.step(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by half a page."""
        self.choices.step_page(by)

    def action_go(self) -> None:
        """Answer with the item under the cursor."""
        cursor = self.choices.cursor
        key = self.choices.rows[cursor].key if cursor is not None else None
        self.dismiss(key if isinstance(key, int) else None)

    @on(LineView.Moved)
    def _moved(self, message: LineView.Moved) -> None:
        message.view.put(message.key)
