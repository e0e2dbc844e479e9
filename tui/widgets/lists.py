"""Lists for dialogues in which an item is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from store.records import Entry
from tui.models.accounts import account_rows
from tui.models.bookmarks import bookmark_rows
from tui.models.edits import Said, said_rows
from tui.models.neighbours import event_rows
from tui.models.pieces import Row
from tui.models.shown import Library
from tui.remembered import Bookmark
from tui.widgets.line_view import LineView


class AccountList(LineView):
    """How the papers tell one event."""

    def __init__(self, seen: Sequence[Entry], library: Library) -> None:
        """Show `seen`."""
        super().__init__(id="accounts")
        self.seen = seen
        self.library = library

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return account_rows(list(self.seen), self.library, width)


class BookmarkList(LineView):
    """The bookmarks of a timeline."""

    def __init__(self, marks: Sequence[Bookmark]) -> None:
        """Show `marks`."""
        super().__init__(id="bookmarks")
        self.marks = marks

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return bookmark_rows(self.marks, width)


class EventList(LineView):
    """Events to choose from."""

    def __init__(self, found: Sequence[Entry], library: Library) -> None:
        """Show `found`."""
        super().__init__(id="events")
        self.found = found
        self.library = library

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return event_rows(self.found, self.library, width)


class SaidList(LineView):
    """What was done by hand."""

    def __init__(self, said: Sequence[Said]) -> None:
        """Show `said`."""
        super().__init__(id="said")
        self.said = said

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return said_rows(self.said, width)
