"""Filtering: what is shown narrows while one types; the item under the cursor stays."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from store import Timeline
from tui.errors import UserError
from tui.hints import key_of
from tui.models.saved_filters import History, typed
from tui.models.shown import Shown
from tui.remembered import Memory, SavedFilter
from tui.screens.paning import Paning
from tui.settings import Settings
from tui.widgets.inputs import FilterBar, FilterField

if TYPE_CHECKING:
    from store.filters import Filter
    from tui.models.facets import Facet, Notes

PREPARING = "Preparing to filter …"


class Filtering(Paning):
    """The filter line and what follows from it."""

    preparing = False
    """Whether the search index is being made."""

    def __init__(
        self, timeline: Timeline, title: str, settings: Settings | None = None, memory: Memory | None = None
    ) -> None:
        """Nothing recalled yet."""
        super().__init__(timeline, title, settings, memory)
        self._history = History()
        self._readable: Filter | None = None
        """The same as `filter_read`; None shows everything."""
        self._mistaken = False
        """Whether the filter line cannot be read."""

    @dataclass
    class Filtered(Message):
        """A filter has been applied beside the screen."""

        query: str
        shown: Shown

    def action_filter(self) -> None:
        """Go to the filter line."""
        self.query_one("#filter-bar").display = True
        self.query_one(FilterBar).expect(*self._left(self.everything.number))
        self.set_focus(self.query_one(FilterBar).field)

    def action_back(self) -> None:
        """Out of the filter line, the zoom or the pane that was opened; else clear the filter."""
        bar = self.query_one(FilterBar)
        if self.typing or not self.go_back():
            self._keep_typed()
            bar.field.value = ""
            self.to_pane(self.active)

    def action_switch_filter(self) -> None:
        """Filter off, filter on."""
        self.filter_on = not self.filter_on
        self.apply_filter()

    def action_facets(self) -> None:
        """Show what there is among the items shown, to narrow to."""
        from tui.screens.facets import Facets

        if not self._can_find():
            self.notify(PREPARING)
            return
        from store.filters import Filter, FilterError
        from tui.models.facets import MOST

        try:
            found = self.library.facets(self.current_filter() or Filter(), MOST)
        except FilterError as error:
            self.notify(f"The filter cannot be read: {error.message}.", severity="warning")
            return
        if found:
            query = self.filter_text if self.filter_on else ""
            self.app.push_screen(Facets(found, query, self._notes_on(found)), self._narrow)
        else:
            self.notify("There is nothing to choose from.")

    def _notes_on(self, found: Sequence[Facet]) -> Notes:
        """What the people among the facets are called, and where the places lie."""
        roles, lies = self.timeline.notes_on(
            [facet.value for facet in found if facet.field == "who"],
            [facet.value for facet in found if facet.field == "place"],
        )
        return {("who", name): role for name, role in roles.items()} | {
            ("place", name): where for name, where in lies.items()
        }

    def _narrow(self, query: str | None) -> None:
        if query is not None:
            self._keep_typed()
            self.query_one(FilterBar).field.value = query

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        self.filter_on = True
        self.apply_filter()

    @on(FilterField.Recall)
    def _recall(self, message: FilterField.Recall) -> None:
        field = self.query_one(FilterBar).field
        query = self._history.step(message.by, self.memory.kept.typed, field.value)
        if query is not None:
            field.value = query
            field.cursor_position = len(query)

    def _keep_typed(self) -> None:
        """Remember the filter, to be recalled."""
        from store.filters import FilterError

        with suppress(FilterError):
            if self.current_filter() is not None:
                self._remember(typed=typed(self.memory.kept.typed, self.filter_text))

    def _remember(self, **kept: Any) -> None:
        try:
            self.memory.keep(**kept)
        except (UserError, OSError) as error:
            self.notify(f"This filter is kept for this visit only: {error}", severity="warning")

    def action_saved_filters(self) -> None:
        """List the saved filters, to use one; give the one in force a name."""
        from tui.screens.saved_filters import SavedFilters

        def keep(filters: Sequence[SavedFilter]) -> None:
            self._remember(filters=tuple(filters))

        query = self.filter_text if self.filter_on else ""
        self.app.push_screen(SavedFilters(self.memory.kept.filters, query, keep), self._narrow)

    @on(Input.Submitted, "#filter")
    def _entered(self) -> None:
        self._keep_typed()
        self.to_pane("records" if self.walk.items else self.active)

    def current_filter(self) -> Filter | None:
        """The filter in force; None shows everything. Raises FilterError."""
        from store.filters import parse

        query = self.filter_text.strip()
        return parse(query) if query and self.filter_on else None

    def apply_filter(self) -> None:
        """Show what the filter line leaves; with a mistake in it, say so and keep to what it left before."""
        from store.filters import FilterError

        self._mistaken = False
        try:
            self._readable = self.current_filter()
            self.filter_read = self.filter_text.strip()
        except FilterError as error:
            self._mistaken = True
            self.query_one(FilterBar).complain(error.position, error.message)
        keep = self._readable
        if keep is None:
            self._show(self.everything)
        elif self.library.is_small:
            self._show(self.library.keep(keep) or self.everything)
        elif self._can_find():
            self._apply_beside(keep, self.filter_text)
        else:
            self.query_one(FilterBar).say(PREPARING, "…")
            self.draw()

    def _can_find(self) -> bool:
        """Whether a filter need not wait for the search index of a large timeline, which is made beside the screen."""
        return self.library.is_small or not self.preparing

    def _apply_beside(self, keep: Filter, query: str) -> None:
        def work() -> None:
            worker = get_current_worker()
            shown = self.library.keep(keep, lambda: worker.is_cancelled)
            if shown is not None:
                self.post_message(self.Filtered(query, shown))

        self.run_worker(work, thread=True, group="filter", exclusive=True)

    @on(Filtered)
    def _filtered(self, message: Filtered) -> None:
        if message.query == self.filter_text and self.filter_on:
            self._show(message.shown)

    def _show(self, shown: Shown) -> None:
        self.walk.show(shown)
        if not self._mistaken:
            self.query_one(FilterBar).say(*self._count(shown))
        self.arrange_panes()
        self.draw()

    def _count(self, shown: Shown) -> tuple[str, str]:
        """What the filter leaves, and the same in short."""
        if not self.filter_text.strip():
            return "", ""
        if not self.filter_on:
            return _with_key("filter off", "filter.switch", "on"), "off"
        return self._left(shown.number)

    def _left(self, number: int) -> tuple[str, str]:
        """That so many items are left, and the same in short."""
        of = len(self.library.items)
        return _with_key(f"{number:,} of {of:,} shown", "back", "clears"), f"{number:,}/{of:,}"


def _with_key(words: str, action: str, does: str) -> str:
    key = key_of(action)
    return f"{words} · {key} {does}" if key else words
