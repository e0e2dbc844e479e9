"""Saved filters: give the one in force a name, pick one, delete one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.hints import keyed
from tui.models.pieces import Row, cut
from tui.models.saved_filters import filter_rows, with_filter
from tui.remembered import SavedFilter
from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView

Keep = Callable[[Sequence[SavedFilter]], None]


class FilterList(LineView):
    """The saved filters."""

    filters: Sequence[SavedFilter] = ()
    in_force = ""
    """The filter that can be saved; "" is none."""

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        if not self.filters:
            return [Row((((cut(self._nothing(), width), "muted"),),), selectable=False)]
        return filter_rows(self.filters, width)

    def _nothing(self) -> str:
        if self.in_force:
            return f"Nothing saved yet; s saves {self.in_force}"
        return keyed("Nothing saved yet: type a filter ({filter.edit}), then save it here.")


class SavedFilters(Listing[str]):
    """The list of saved filters; the answer is the filter to use."""

    opened_by = "filter.saved"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "use", "Use it", show=False),
        Binding("delete,x", "remove", "Delete it", show=False),
        Binding("s", "name", "Save the one in force", show=False),
    ]

    def __init__(self, filters: Sequence[SavedFilter], query: str, keep: Keep) -> None:
        """Offer `filters`; `query` is the one in force, `keep` is told of every change."""
        super().__init__()
        self.filters = tuple(filters)
        self.in_force = query.strip()
        self._keep = keep

    def compose(self) -> ComposeResult:
        """The list, and below it the line for a name."""
        with Box("Saved filters", self._keys, classes="tall"):
            yield FilterList(id="saved-filters")
            yield SafeInput(placeholder="a name for the filter in force", id="filter-name")

    def on_mount(self) -> None:
        """Start with the first."""
        self.query_one(SafeInput).display = False
        self._list.filters, self._list.in_force = self.filters, self.in_force
        self._list.focus()
        self.call_after_refresh(self._list.lay_out, 0)

    @property
    def _keys(self) -> str:
        """The keys of the list."""
        save = "s save the one in force · " if self.in_force else ""
        return f"{save}x delete · Enter use · Esc leave"

    @property
    def _list(self) -> FilterList:
        return self.query_one(FilterList)

    @property
    def _here(self) -> int | None:
        return self._list.cursor if self.filters else None

    def action_use(self) -> None:
        """Answer with the filter under the cursor."""
        if self._here is not None:
            self.dismiss(self.filters[self._here].query)

    def action_remove(self) -> None:
        """Delete the filter under the cursor."""
        at = self._here
        if at is not None:
            self._change((*self.filters[:at], *self.filters[at + 1 :]), max(at - 1, 0))

    def action_name(self) -> None:
        """Ask for a name for the filter in force."""
        if self.in_force:
            field = self.query_one(SafeInput)
            field.display = True
            field.focus()
            self.query_one(Box).keys = "Enter save under this name · Esc back"

    def action_leave(self) -> None:
        """Out of the line for the name, else out of the dialogue."""
        field = self.query_one(SafeInput)
        if field.display:
            field.display = False
            self._list.focus()
            self.query_one(Box).keys = self._keys
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def _named(self, message: Input.Submitted) -> None:
        name = message.value.strip()
        if name:
            filters = with_filter(self.filters, name, self.in_force)
            self._change(filters, next(number for number, each in enumerate(filters) if each.name == name))
        self.action_leave()

    def _change(self, filters: Sequence[SavedFilter], at: int) -> None:
        self.filters = self._list.filters = tuple(filters)
        self._keep(self.filters)
        self._list.lay_out(at)
