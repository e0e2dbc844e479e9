"""What dialogues have in common in which one item is chosen from a list and gone to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView


class Choosing(Listing[int]):
    """A list in a box; the answer is the id of the item under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go there", show=False),
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

    @property
    def listed(self) -> LineView:
        """The list."""
        return self.choices

    def on_mount(self) -> None:
        """Start with the first."""
        self.choices.focus()
        self.call_after_refresh(self.choices.lay_out, self.first)

    def action_go(self) -> None:
        """Answer with the item under the cursor."""
        key = self.choices.here
        self.dismiss(key if isinstance(key, int) else None)
