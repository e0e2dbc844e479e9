"""Comparing: how many came to what, and how the papers tell one event."""

from __future__ import annotations

from tui.models.accounts import accounts
from tui.models.sizes import sizes
from tui.screens.choosing import Choosing
from tui.screens.marking import Marking
from tui.widgets.lists import AccountList, SizeList


class Comparing(Marking):
    """Lists over the items, from which one goes to one of them."""

    def action_sizes(self) -> None:
        """Show how many came to what, among the items shown."""
        found = sizes(self.walk.shown.items, self.library)
        if found:
            heading = "How many came · █ at least  ░ at most  → or more"
            self.app.push_screen(Choosing(heading, SizeList(found, self.library), found[0].entry.id), self._go_to_item)
        else:
            self.notify("No attendance among the items shown.")

    def action_accounts(self) -> None:
        """Show how the papers tell the event under the cursor."""
        entry = self.walk.entry
        seen = accounts(entry, self.library) if entry else []
        if len(seen) > 1:
            heading = "How the papers tell it"
            self.app.push_screen(Choosing(heading, AccountList(seen, self.library), seen[0].id), self._go_to_item)
        else:
            self.notify("No other report tells of this.")

    def _go_to_item(self, item: int | None) -> None:
        if item is None:
            return
        if item not in self.walk.shown.ids:
            self.notify("The filter hides this item; Ctrl-f switches the filter off.")
            return
        self.leave_place()
        self.walk.go(self.walk.shown.day_of(item))
        self.walk.select(item)
        self.to_pane("records")
        self.draw()
