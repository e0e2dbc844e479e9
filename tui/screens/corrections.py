"""The list of all corrections: what was done by hand, newest first, to go there or to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.models.edits import Said
from tui.screens.choosing import Choosing
from tui.widgets.box import Box
from tui.widgets.lists import SaidList


class Corrections(Choosing):
    """What was done by hand; the answer is the id of the item to go to."""

    opened_by = "corrections"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,x", "withdraw", "Take back", show=False),
    ]

    def __init__(self, found: Sequence[Said], withdraw: Callable[[Said], Sequence[Said]]) -> None:
        """Offer `found`; `withdraw` takes one back and returns those left."""
        self._withdraw = withdraw
        self._list = SaidList(found)
        super().__init__("Corrections by hand", self._list, 0)

    def on_mount(self) -> None:
        """Say that they can be taken back."""
        self.query_one(Box).keys = "x take back · Enter go there · Esc leave"

    def action_withdraw(self) -> None:
        """Take the correction under the cursor back."""
        at = self._list.cursor
        if at is None:
            return
        self._list.said = self._withdraw(self._list.said[at])
        if self._list.said:
            self._list.lay_out(min(at, len(self._list.said) - 1))
        else:
            self.dismiss(None)

    def action_go(self) -> None:
        """Answer with the item it is about."""
        at = self._list.cursor
        about = self._list.said[at].about if at is not None else None
        self.dismiss(about.id if about else None)
