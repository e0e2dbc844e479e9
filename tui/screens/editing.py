"""Editing: correct a date, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store import Timeline, TimelineError
from tui.models.edits import Edit, Edits
from tui.remembered import Memory
from tui.screens.correct import Change, CorrectDate
from tui.screens.returning import Returning
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.models.rework import Rework

READ_ONLY = "This timeline can only be read: nothing in it can be changed from here."


class Editing(Returning):
    """What a person says of an item; it survives a later import."""

    def __init__(
        self, timeline: Timeline, title: str, settings: Settings | None = None, memory: Memory | None = None
    ) -> None:
        """Nothing edited yet."""
        super().__init__(timeline, title, settings, memory)
        self.edits = Edits(timeline)

    def _can_edit(self) -> bool:
        if self.timeline.read_only:
            self.notify(READ_ONLY, severity="warning")
        elif self.busy:
            self.notify(f"{self.busy} Edit when that is done.", severity="warning")
        return not self.timeline.read_only and not self.busy

    def action_correct_date(self) -> None:
        """Ask for the right day of the item under the cursor."""
        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        counted_from = self.walk.day or (issue.context.published if issue else None)
        if entry is None or counted_from is None:
            self.notify("Nothing under the cursor to correct.")
        elif self._can_edit():

            def correct(change: Change | None) -> None:
                if change is not None:
                    self._edit(Edit(entry.id, change.fields, change.note))

            self.app.push_screen(CorrectDate(counted_from), correct)

    def _edit(self, edit: Edit) -> None:
        try:
            self.edits.do(edit)
        except (TimelineError, ValueError) as error:
            self.notify(f"Not corrected: {error}", severity="error")
            return
        self._after(edit, "Corrected; z takes it back.")

    def action_change_context(self) -> None:
        """Ask for paper, number and day of publication of the report, showing what would move."""
        from tui.screens.context import ChangeContext

        entry = self.walk.entry
        issue = self.library.issue_of(entry) if entry else None
        if entry is None or issue is None:
            self.notify("There is no report under the cursor.")
        elif self._can_edit():
            self.app.push_screen(ChangeContext(issue, self.library.times_of(entry.issue_id)), self._reworked)

    def _reworked(self, result: Rework | None) -> None:
        if result is None:
            return
        try:
            self.timeline.add(result.issue, result.records)
        except TimelineError as error:
            self.notify(f"Not changed: {error}", severity="error")
            return
        self.notify("Changed; all dates of this report are resolved anew.")
        self.read_timeline()

    def action_undo(self) -> None:
        """Take the last correction back."""
        if self._can_edit():
            self._after(self.edits.undo(), "Taken back; Z does it again.")

    def action_redo(self) -> None:
        """Do what was taken back again."""
        if self._can_edit():
            self._after(self.edits.redo(), "Done again.")

    def _after(self, edit: Edit | None, words: str) -> None:
        if edit is None:
            self.notify("Nothing more to take back or to do again in this session.")
            return
        self.notify(words)
        self.walk.item = edit.item
        self.read_timeline()
