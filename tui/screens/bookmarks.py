"""The list of bookmarks, to go to one or to take it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.remembered import Bookmark
from tui.screens.choosing import Choosing
from tui.widgets.box import Box
from tui.widgets.lists import BookmarkList


class Bookmarks(Choosing):
    """The list of bookmarks; the answer is the number of the one to go to."""

    opened_by = "bookmark.list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,x,m", "remove", "Remove", show=False),
    ]

    def __init__(self, marks: Sequence[Bookmark], remove: Callable[[Bookmark], Sequence[Bookmark]]) -> None:
        """Offer `marks`; `remove` takes one away and returns those left."""
        self._remove = remove
        self._list = BookmarkList(marks)
        super().__init__("Bookmarks", self._list, 0)

    def on_mount(self) -> None:
        """Say that they can be removed."""
        self.query_one(Box).keys = "Enter go there · x remove · Esc leave"

    def action_remove(self) -> None:
        """Take the bookmark under the cursor away."""
        at = self._list.cursor
        if at is None:
            return
        self._list.marks = self._remove(self._list.marks[at])
        if self._list.marks:
            self._list.lay_out(min(at, len(self._list.marks) - 1))
        else:
            self.dismiss(None)
