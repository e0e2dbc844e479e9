"""How many came: the attendances among the items shown, to compare and to go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.models.pieces import Row
from tui.models.shown import Library
from tui.models.sizes import Size, size_rows
from tui.screens.dialogue import Dialogue
from tui.widgets.line_view import LineView
from tui.widgets.paint import content


class SizeList(LineView):
    """The chart."""

    def __init__(self, found: Sequence[Size], library: Library) -> None:
        """Show `found`."""
        super().__init__(id="sizes")
        self.found = found
        self.library = library

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return size_rows(list(self.found), self.library, width)


class Sizes(Dialogue[int]):
    """Shows the attendances; the answer is the id of the item to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Half a page up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "Half a page down", show=False),
        Binding("enter", "go", "Go there", show=False),
        Binding("number_sign,q", "leave", "Leave", show=False),
    ]

    def __init__(self, found: Sequence[Size], library: Library) -> None:
        """Show `found`, the largest first."""
        super().__init__()
        self.found = found
        self.library = library

    def compose(self) -> ComposeResult:
        """The chart in its box."""
        with Vertical(classes="box tall") as box:
            box.border_title = content("How many came · █ at least  ░ at most  → or more")
            box.border_subtitle = content("Enter go there · Esc leave")
            yield SizeList(self.found, self.library)

    def on_mount(self) -> None:
        """Start with the largest."""
        chart = self.query_one(SizeList)
        chart.focus()
        self.call_after_refresh(chart.lay_out, self.found[0].entry.id)

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(SizeList).step(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by half a page."""
        self.query_one(SizeList).step_page(by)

    def action_go(self) -> None:
        """Answer with the item under the cursor."""
        chart = self.query_one(SizeList)
        key = chart.rows[chart.cursor].key if chart.cursor is not None else None
        self.dismiss(key if isinstance(key, int) else None)

    @on(LineView.Moved)
    def _moved(self, message: LineView.Moved) -> None:
        message.view.put(message.key)
