"""Coming back: a timeline is shown as it was left, and how it is left is remembered."""

from __future__ import annotations

from textual.widgets import Input

from tui.models.sorting import SORTS
from tui.models.spots import item_at, spot_of
from tui.remembered import Spot
from tui.screens.base import PANES, PaneName
from tui.screens.reading import Reading
from tui.widgets.inputs import FilterBar


class Returning(Reading):
    """The place, the pane, the filter and the order of the last visit."""

    def come_back(self) -> None:
        """Go where one was when the timeline was left."""
        kept = self.memory.kept
        if kept.sort in SORTS:
            self.sort = kept.sort
        if kept.spot is not None:
            self.walk.go(kept.spot.day)
            item = item_at(kept.spot, self.everything)
            if item is not None:
                self.walk.select(item)
        if kept.filter:
            with self.prevent(Input.Changed):
                self.query_one(FilterBar).field.value = kept.filter
            self.filter_on = kept.filter_on
        if kept.pane in PANES:
            self.to_pane(_pane(kept.pane))

    def spot(self) -> Spot:
        """Where one stands."""
        return spot_of(self.walk.day, self.walk.entry)

    def remember(self) -> None:
        """Keep how the timeline is left; raises UserError where that cannot be written."""
        if self.library.items:
            self.memory.keep(
                spot=self.spot(), pane=self.active, filter=self.filter_text, filter_on=self.filter_on, sort=self.sort
            )


def _pane(name: str) -> PaneName:
    return next(pane for pane in PANES if pane == name)
