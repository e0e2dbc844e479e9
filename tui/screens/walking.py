"""Walking: days, items, rows, places visited, mentions in the source."""

from __future__ import annotations

from datetime import date

from textual import on

from tui.hints import keyed
from tui.models.day_rows import DayKey
from tui.models.words import day_or_about
from tui.screens.base import IMPORT_FIRST, PANES, TimelineBase
from tui.widgets.bars import HeatStrip


class Walking(TimelineBase):
    """Steps by day, by item and by row; every one ends in `draw`."""

    def on_mount(self) -> None:
        """Go along with the cursor of every pane; Textual calls this beside those of the other themes."""
        for name in PANES:
            self.view(name).follow = self._follow

    def action_step_day(self, by: int) -> None:
        """Go `by` days on."""
        self.walk.step_day(by)
        self.draw()

    def action_step_month(self, by: int) -> None:
        """Go `by` months on."""
        self.leave_place()
        self.walk.step_month(by)
        self.draw()

    def action_step_busy(self, by: int) -> None:
        """Go to the next day with items, or, in the source, to the next mention."""
        if self.active == "source":
            self._step_mention(by)
        else:
            self.walk.step_busy(by)
        self.draw()

    def _step_mention(self, by: int) -> None:
        entry = self.walk.entry
        if entry is None:
            return
        mentions = [
            other.id for other in self.library.of_issue.get(entry.issue_id or 0, ()) if other.id in self.walk.shown.ids
        ]
        at = mentions.index(entry.id) + by
        if 0 <= at < len(mentions):
            self.leave_place()
            self.walk.select(mentions[at])
        else:
            self.notify("No further mention in this report.")

    def action_to_end(self) -> None:
        """Go to the latest day, or back to the first."""
        self.leave_place()
        self.walk.to_end()
        self.draw()

    def action_go_to_date(self) -> None:
        """Ask for a day in words and go there."""
        from tui.screens.go_to import GoToDate

        anchor = self.walk.day or (self.walk.shown.days[-1] if self.walk.shown.days else None)
        if anchor is None:
            self.notify(f"There is no day to go to yet: {keyed(IMPORT_FIRST)}")
            return
        self.app.push_screen(GoToDate(anchor, self.walk.shown, self.everything), self.go_to_day)

    def go_to_day(self, day: date | None) -> None:
        """Go to a day that was asked for; None stays."""
        if day is None:
            return
        self.leave_place()
        self.walk.go(day)
        self.draw()
        if not self.walk.items and not self.everything.count(day):
            go_on = keyed("{busy.previous} and {busy.next} go to the days with items.")
            self.notify(f"Nothing on {day_or_about(day)}; {go_on}")

    def action_travel(self, by: int) -> None:
        """Go back (-1) or forward (1) through the places visited."""
        place = self.travels.travel(by, (self.walk.day, self.walk.item))
        if place is None:
            self.notify("No place visited before this one." if by < 0 else "No place ahead of this one.")
            return
        day, item = place
        self.walk.go(day)
        if item is not None and item in self.walk.shown.ids:
            self.walk.item = item
        self.draw()

    def action_step_hit(self, by: int) -> None:
        """Go to the next or previous item, over the ends of days."""
        before = (self.walk.day, self.walk.item)
        self.walk.step_hit(by)
        if (self.walk.day, self.walk.item) == before:
            self.notify("This is the last item shown." if by > 0 else "This is the first item shown.")
        self.draw()

    def action_to_kind(self, kind: str) -> None:
        """Go to the day's events, figures or quotes."""
        if self.walk.to_kind(kind):
            self.to_pane("records")
            self.draw()
        else:
            self.notify(f"No {kind}s on {day_or_about(self.walk.day)}.")

    def action_step_row(self, by: int) -> None:
        """Move a row in the active pane."""
        self.view(self.active).step(by)

    def action_step_page(self, by: int) -> None:
        """Move half a page in the active pane."""
        self.view(self.active).step_page(by)

    def action_to_row(self, by: int) -> None:
        """Move to the first or the last row of the active pane."""
        self.view(self.active).step_end(by)

    def _follow(self, key: object) -> None:
        if isinstance(key, DayKey):
            self.walk.go(key.day)
        elif isinstance(key, int):
            self.walk.item = key
        self.draw()

    @on(HeatStrip.Clicked)
    def _clicked(self, message: HeatStrip.Clicked) -> None:
        self.leave_place()
        self.walk.go(message.day)
        self.draw()
