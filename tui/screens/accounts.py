"""How the papers tell one event: their accounts, and where there is room two reports side by side."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from store.records import Entry
from tui.models.shown import Library
from tui.screens.choosing import Choosing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView
from tui.widgets.lists import AccountList
from tui.widgets.panes import SourceView

WIDE = 140
"""From this width of the screen on, in cells, two reports stand beside the list."""


class Accounts(Choosing):
    """The accounts of an event; the answer is the one to go to."""

    def __init__(self, seen: Sequence[Entry], library: Library) -> None:
        """Show `seen`; the first of them stays beside the one under the cursor."""
        super().__init__("How the papers tell it", AccountList(seen, library), seen[0].id)
        self.seen = {entry.id: entry for entry in seen}
        self.library = library

    def compose(self) -> ComposeResult:
        """The list, and the two reports."""
        with Box(self.heading, "↑↓ another account · Enter go there · Esc leave", classes="tall wide"), Horizontal():
            yield self.choices
            yield SourceView(id="one")
            yield SourceView(id="other")

    def on_mount(self) -> None:
        """Show the account one came from, and beside it the next."""
        self._arrange()
        first, *others = self.seen.values()
        self.call_after_refresh(self._show, first, others[0] if others else first)

    def on_resize(self) -> None:
        """Show the reports where there is room for them."""
        self._arrange()

    def _arrange(self) -> None:
        for view in self.query(SourceView):
            view.can_focus = False
            view.display = self.size.width >= WIDE

    def _show(self, one: Entry, other: Entry) -> None:
        self.query_one("#one", SourceView).show(one, self.library)
        self.query_one("#other", SourceView).show(other, self.library)

    @on(LineView.Moved)
    def _compare(self, message: LineView.Moved) -> None:
        """Put the account under the cursor beside the first."""
        other = self.seen.get(message.key) if isinstance(message.key, int) else None
        if other is not None:
            self._show(next(iter(self.seen.values())), other)
