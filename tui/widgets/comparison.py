"""Panes of what is compared: the accounts of an event to choose from, two of them beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from store.records import Entry
from tui.models.pieces import Row
from tui.models.shown import Library
from tui.models.side_by_side import choice_rows, side_rows
from tui.widgets.line_view import LineView
from tui.widgets.panes import EMPTY


class AccountChoices(LineView):
    """The accounts of an event, a line each."""

    def __init__(self, seen: Sequence[Entry], library: Library, kept: int) -> None:
        """Offer `seen`; `kept` is the id of the one that stays in view."""
        super().__init__(id="choices")
        self.seen = seen
        self.library = library
        self.kept = kept

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return choice_rows(self.seen, self.library, self.kept, width)


class SideBySide(LineView, can_focus=False):
    """What one account or two say, thing by thing."""

    seen: Sequence[Entry] = ()
    library = EMPTY

    def show(self, seen: Sequence[Entry], library: Library) -> None:
        """Show one account, or two beside each other, from the top."""
        self.seen, self.library = seen, library
        self.scroll_to_line(0)
        self.lay_out()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return side_rows(self.seen, self.library, width) if self.seen else ()

    def height_at(self, width: int) -> int:
        """How many lines there are at this width, in cells."""
        return sum(len(row.lines) for row in self.rows_for(width))
