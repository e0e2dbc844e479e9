"""Reports that wait for a day of publication, worked off one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from tui.models.pieces import Row
from tui.models.shown import Library
from tui.models.undated import Waiting, by_id, waiting, waiting_rows, with_candidates
from tui.screens.choosing import Choosing
from tui.screens.editing import Editing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView


class WaitingList(LineView):
    """Reports without a day."""

    def __init__(self, found: Sequence[Waiting]) -> None:
        """Show `found`; what days would fit is not known yet."""
        super().__init__(id="waiting")
        self.found = found
        self.searched = False

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return waiting_rows(self.found, width, searched=self.searched)


class Undated(Choosing):
    """The reports without a day; the answer is the id of the one to give a date to."""

    @dataclass
    class Searched(Message):
        """The days that would fit are known."""

        found: Sequence[Waiting]

    def __init__(self, found: Sequence[Waiting], library: Library) -> None:
        """Offer `found`, and look beside the screen for days that would fit."""
        self.list = WaitingList(found)
        self.library = library
        super().__init__(f"Reports without a day of publication: {len(found):,}", self.list, found[0].issue_id)

    def on_mount(self) -> None:
        """Begin to look."""
        self.query_one(Box).keys = "Enter give it a date · Esc leave"

        def work() -> None:
            self.post_message(self.Searched(with_candidates(self.list.found, self.library)))

        self.run_worker(work, thread=True)

    @on(Searched)
    def _searched(self, message: Searched) -> None:
        at = self.list.cursor
        here = self.list.rows[at].key if at is not None else None
        self.list.found, self.list.searched = message.found, True
        self.list.lay_out(here)


class Dating(Editing):
    """Gives one report after the other its date."""

    def action_undated(self) -> None:
        """List the reports without a day, to give one of them a date; then list those left."""
        self._list_undated(frozenset())

    def _list_undated(self, done: frozenset[int]) -> None:
        found = [each for each in waiting(self.library) if each.issue_id not in done]
        if not found:
            self.notify("Every report in this timeline has its day of publication.")
            return
        undated = Undated(found, self.library)

        def date(issue_id: int | None) -> None:
            chosen = by_id(undated.list.found).get(issue_id or 0)
            if chosen is None or not self.can_edit():
                return

            def then(changed: bool) -> None:  # noqa: FBT001 - what the dialogue answers
                self._list_undated(done | {chosen.issue_id} if changed else done)

            self.ask_context(chosen.issue_id, chosen.issue, then, chosen.suggestion)

        self.app.push_screen(undated, date)
