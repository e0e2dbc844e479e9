"""The reports without a day of publication, with the days that would fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from tui.models.pieces import Row
from tui.models.shown import Library
from tui.models.undated import Waiting, waiting_rows, with_candidates
from tui.screens.choosing import Choosing
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
        here = self.list.here
        self.list.found, self.list.searched = message.found, True
        self.list.lay_out(here)
