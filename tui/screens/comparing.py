"""Comparing: the charts, two days, and how the papers tell one event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.hints import keyed
from tui.models.about_lines import speakers
from tui.screens.searching import Searching
from tui.widgets.inputs import FilterBar

if TYPE_CHECKING:
    from tui.models.charts import ChartName
    from tui.screens.charts import Choice
    from tui.screens.two_days import Place


class Comparing(Searching):
    """Lists over the items, from which one goes to one of them."""

    def action_charts(self) -> None:
        """Show the charts of the items shown."""
        from tui.commands.chart import drawn, write
        from tui.screens.charts import Charts

        items = self.walk.shown.items
        if not items:
            self.notify("There is nothing to draw.")
            return

        def save(name: ChartName, path: Path) -> None:
            query = self.filter_text if self.filter_on else ""
            write(drawn(name, items, self.library, self.name_shown, query), path, self.timeline.path)

        self.app.push_screen(Charts(items, self.library, self.walk.item, save), self._follow_chart)

    def _follow_chart(self, choice: Choice | None) -> None:
        if isinstance(choice, int):
            self.go_to_item(choice)
        elif choice is not None:
            from tui.models.facets import Facet, narrowed

            query = self.filter_text if self.filter_on else ""
            self.query_one(FilterBar).field.value = narrowed(query, [Facet(*choice, 0)])

    def action_compare(self) -> None:
        """In the days, show two of them; elsewhere how the papers tell the event under the cursor."""
        if self.active == "days":
            self._compare_days()
        else:
            self._compare_accounts()

    def _compare_days(self) -> None:
        from tui.screens.two_days import TwoDays

        if self.walk.shown.days:
            self.app.push_screen(
                TwoDays(self.walk, self.everything, self.library, self.starred_items), self._go_to_place
            )
        else:
            self.notify("There are no days to compare yet.")

    def _go_to_place(self, place: Place | None) -> None:
        if place is not None:
            self.leave_place()
            self.walk.go(place.day)
            if place.item is not None:
                self.walk.select(place.item)
                self.to_pane("records")
            self.draw()

    def _compare_accounts(self) -> None:
        from tui.models.accounts import accounts
        from tui.screens.accounts import Accounts

        entry = self.walk.entry
        seen = accounts(entry, self.library) if entry else []
        if len(seen) > 1 or (seen and speakers(seen[0], self.library)):
            self.app.push_screen(Accounts(seen, self.library), self.go_to_item)
        else:
            days = keyed("in the days ({pane.1}), {compare} compares two of them.")
            self.notify(f"No other report tells of this, and nobody is quoted from it; {days}")
