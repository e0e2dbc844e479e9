"""Bookmarks: set one, list them, go to one; they are kept with the timeline's memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.errors import UserError
from tui.hints import keyed
from tui.models.bookmarks import brought_along, starred_days, starred_items, switched
from tui.models.spots import item_at
from tui.remembered import Bookmark
from tui.screens.base import HIDDEN, IMPORT_FIRST
from tui.screens.walking import Walking


class Marking(Walking):
    """Bookmarks and the calendar that shows them."""

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Those of this timeline, in the order of their days."""
        return self.memory.kept.bookmarks

    def starred_days(self) -> frozenset[date | None]:
        """The days that have a bookmark."""
        return starred_days(self.bookmarks)

    def starred_items(self, day: date | None) -> frozenset[int]:
        """The items of the day shown that have one."""
        return starred_items(self.bookmarks, day, self.walk.shown)

    def read_anew(self) -> None:
        """The bookmark of an item that has another day now goes there with it."""
        marks = brought_along(self.bookmarks, self.everything)
        if marks != self.bookmarks:
            self._keep(marks)

    def action_bookmark(self) -> None:
        """Set a bookmark on the item under the cursor, or, in the days, on the day; or take it away."""
        entry = None if self.active == "days" else self.walk.entry
        before = len(self.bookmarks)
        self._keep(switched(self.bookmarks, self.walk.day, entry))
        what = "Item" if entry else "Day"
        made = len(self.bookmarks) > before
        self.notify(f"{what} bookmarked; {keyed('{bookmark.list} lists all.')}" if made else "Bookmark removed.")

    def _keep(self, marks: tuple[Bookmark, ...]) -> None:
        try:
            self.memory.keep(bookmarks=marks)
        except (UserError, OSError) as error:
            self.notify(f"The bookmark holds for this visit only: {error}", severity="warning")
        self.draw()

    def action_bookmarks(self) -> None:
        """List the bookmarks, to go to one."""
        from tui.screens.bookmarks import Bookmarks

        if not self.bookmarks:
            self.notify(keyed("No bookmarks yet; {bookmark.set} sets one on the item or the day under the cursor."))
            return

        def remove(mark: Bookmark) -> Sequence[Bookmark]:
            self._keep(tuple(other for other in self.bookmarks if other != mark))
            return self.bookmarks

        self.app.push_screen(Bookmarks(self.bookmarks, remove), self._go_to_bookmark)

    def _go_to_bookmark(self, number: int | None) -> None:
        if number is None:
            return
        spot = self.bookmarks[number].spot
        self.leave_place()
        self.walk.go(spot.day)
        item = item_at(spot, self.walk.shown)
        if item is not None:
            self.walk.select(item)
            self.to_pane("records")
        self.draw()
        if spot.words and item is None:
            hidden = item_at(spot, self.everything) is not None
            self.notify(keyed(HIDDEN) if hidden else "This item is not in the timeline any more.")

    def action_calendar(self) -> None:
        """Show the month, to go to one of its days."""
        from tui.screens.calendar import Calendar

        day = self.walk.day or (self.walk.shown.days[-1] if self.walk.shown.days else None)
        if day is None:
            self.notify(f"There is no day to go to yet: {keyed(IMPORT_FIRST)}")
            return
        calendar = Calendar(self.walk.shown, day, self.settings.week_starts, self.starred_days())
        self.app.push_screen(calendar, self.go_to_day)
