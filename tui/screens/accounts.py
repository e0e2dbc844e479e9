"""How the papers tell one event: two of their accounts side by side, thing by thing, and their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from store.records import Entry
from tui.models.happenings import conflict_in_words
from tui.models.record_rows import paper_of
from tui.models.shown import Library
from tui.models.side_by_side import ROOMY
from tui.screens.choosing import Choosing
from tui.widgets.box import Box
from tui.widgets.comparison import AccountChoices, SideBySide
from tui.widgets.line_view import LineView
from tui.widgets.source import SourceView

TALL, WIDE = 36, 100
"""From this size of the screen on, in cells, the reports stand below what is told in them; else Tab turns to them."""


class Accounts(Choosing):
    """The accounts of an event; the answer is the one to go to."""

    opened_by = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "keep", "Keep in view", show=False),
        Binding("tab,shift+tab", "turn", "Accounts, reports", show=False),
        Binding("pageup,ctrl+u", "scroll(-1)", "Half a page up", show=False),
        Binding("pagedown,ctrl+d", "scroll(1)", "Half a page down", show=False),
    ]

    def __init__(self, seen: Sequence[Entry], library: Library) -> None:
        """Show `seen`; the first stays in view until another one is to, beside it the first of another paper."""
        papers = [paper_of(library.issue_of(entry)) for entry in seen]
        second = next((entry for entry, paper in zip(seen, papers, strict=True) if paper != papers[0]), seen[:2][-1])
        self._choices = AccountChoices(seen, library, seen[0].id)
        super().__init__("How the papers tell it", self._choices, second.id)
        self.seen = {entry.id: entry for entry in seen}
        self.library = library
        self._second = second
        self._reports = False

    def compose(self) -> ComposeResult:
        """The choice, what two of them say, and their reports."""
        happening = self.library.happenings.get(next(iter(self.seen)))
        differ = conflict_in_words(happening) if happening else ""
        with Box(" · ".join(filter(None, (self.heading, differ))), "", classes="tall wide"):
            yield self._choices
            yield SideBySide(id="beside")
            with Horizontal(id="reports"):
                yield SourceView(id="one")
                yield SourceView(id="other")

    def on_mount(self) -> None:
        """Compare the first two."""
        for view in self.query(SourceView):
            view.leads, view.can_focus = "", False
        self.on_resize()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Give everything the room there is."""
        width, height = self.size
        both, inside = self._both, height - 2
        beside, choices = self.query_one(SideBySide), min(len(self.seen), max(inside // 4, 2))
        self._choices.styles.height = choices
        beside.styles.height = min(beside.height_at(width - 4), inside // 2) if both else "1fr"
        beside.display = both or not self._reports
        self.query_one("#reports").display = both or self._reports
        self.query_one("#one").display = len(self._pair) > 1 and width >= ROOMY
        several = "↑↓ another account · Space keep · " if len(self.seen) > 1 else ""
        turn = "" if both else f"Tab {'what they say' if self._reports else 'their reports'} · "
        self.query_one(Box).keys = f"{several}{turn}Enter go there · Esc leave"

    @property
    def _here(self) -> Entry:
        """The account under the cursor."""
        key = self._choices.here
        return self.seen.get(key, self._second) if isinstance(key, int) else self._second

    @property
    def _both(self) -> bool:
        return self.size.width >= WIDE and self.size.height >= TALL

    @property
    def _pair(self) -> Sequence[Entry]:
        """What is compared: the one that is kept, and the one under the cursor or, where they are the same, another."""
        kept = self.seen[self._choices.kept]
        others = [entry for entry in self.seen.values() if entry.id != kept.id]
        other = self._here if self._here.id != kept.id else next(iter(others), None)
        return (kept, other) if other else (kept,)

    def _show(self) -> None:
        pair = self._pair
        self.query_one(SideBySide).show(pair, self.library)
        self.query_one("#one", SourceView).show(pair[0], self.library)
        self.query_one("#other", SourceView).show(pair[-1], self.library)
        self.on_resize()

    def action_keep(self) -> None:
        """Keep the account under the cursor in view from now on."""
        self._choices.kept = self._here.id
        self._choices.lay_out(self._here.id)
        self._show()

    def action_turn(self) -> None:
        """Turn to the reports, and back to what they say."""
        self._reports = not self._reports
        self.on_resize()

    def action_scroll(self, by: int) -> None:
        """Move what is compared by half a page."""
        for view in self.query(SourceView) if self._both or self._reports else self.query(SideBySide):
            view.step_page(by)

    @on(LineView.Moved)
    def _compare(self) -> None:
        """Put the account under the cursor beside the one that is kept."""
        self._show()
