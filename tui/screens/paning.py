"""Panes: which one is active, zoom, open and back."""

from __future__ import annotations

from textual import on
from textual.events import DescendantFocus

from tui.screens.base import PANES, PaneName, TimelineBase
from tui.widgets.line_view import LineView


class Paning(TimelineBase):
    """Going from pane to pane."""

    _opened_from: PaneName | None = None

    def action_pane(self, name: PaneName) -> None:
        """Go to a pane; Esc leads back from the source and from why the date is what it is."""
        if name in ("source", "why"):
            before = self._opened_from if self.active in ("source", "why") else self.active
            self._opened_from = before or "records"
        else:
            self._opened_from = None
        self.to_pane(name)

    def action_next_pane(self, by: int) -> None:
        """Go `by` panes on, over those that are on the screen, or over all where there is one at a time."""
        shown = [name for name in PANES if self.view(name).display]
        choices = shown if len(shown) > 1 else list(PANES)
        if self.typing:
            self.to_pane(self.active)
        else:
            self.to_pane(choices[(choices.index(self.active) + by) % len(choices)])

    def action_zoom(self) -> None:
        """Give the active pane the full screen, or take it back."""
        self.zoomed = not self.zoomed
        self.to_pane(self.active)

    def action_open_item(self) -> None:
        """From the days to the items; from there to the source on the full screen."""
        if self.active == "days":
            self.to_pane("records")
        elif self.active == "records" and self.walk.entry is not None:
            self._opened_from, self.zoomed = "records", True
            self.to_pane("source")

    def go_back(self) -> bool:
        """Leave the full screen, or a pane that was opened from another; False where there is nothing to leave."""
        if not self.zoomed and (self._opened_from is None or self.active not in ("source", "why")):
            return False
        self.zoomed = False
        self.to_pane(self._opened_from or self.active)
        self._opened_from = None
        return True

    @on(DescendantFocus)
    def _focused(self, event: DescendantFocus) -> None:
        """A click on a pane makes it the active one."""
        # Word of it may come late, when keys have already gone elsewhere.
        if event.widget is not self.focused:
            return
        if isinstance(event.widget, LineView) and event.widget.id in PANES and event.widget.id != self.active:
            self.active = event.widget.id
        self.arrange_panes()
