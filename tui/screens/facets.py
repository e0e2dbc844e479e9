"""Facets: what there is among the items shown, to narrow to or to leave out."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.models.facets import Facet, Notes, facet_rows, narrowed
from tui.models.pieces import Row
from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView


class FacetList(LineView):
    """The facets with their counts."""

    found: Sequence[Facet] = ()
    chosen: Sequence[Facet] = ()
    notes: Notes = MappingProxyType({})

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return facet_rows(self.found, self.chosen, width, self.notes)


class Facets(Listing[str]):
    """Asks for facets; the answer is the filter narrowed by them."""

    opened_by = "filter.facets"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", show=False),
        Binding("enter", "narrow(False)", "Narrow to these", show=False),
        Binding("exclamation_mark", "narrow(True)", "Leave these out", show=False),
    ]

    def __init__(self, found: Sequence[Facet], query: str, notes: Notes = MappingProxyType({})) -> None:
        """Offer `found`; `query` is what is in force, `notes` what is said of people and places."""
        super().__init__()
        self.notes = notes
        self.found = found
        self.query_before = query

    def compose(self) -> ComposeResult:
        """The list in its box."""
        with Box("What there is", "Space choose · Enter only these · ! without · Esc leave", classes="tall"):
            yield FacetList(id="facets")

    def on_mount(self) -> None:
        """Start at the top."""
        self._list.found, self._list.notes = self.found, self.notes
        self._list.focus()
        self.call_after_refresh(self._list.lay_out, self.found[0] if self.found else None)

    @property
    def _list(self) -> FacetList:
        return self.query_one(FacetList)

    @property
    def _here(self) -> Facet | None:
        key = self._list.here
        return key if isinstance(key, Facet) else None

    def action_choose(self) -> None:
        """Choose the facet under the cursor too, or no longer."""
        here = self._here
        if here is not None:
            chosen = self._list.chosen
            self._list.chosen = [other for other in chosen if other != here] if here in chosen else [*chosen, here]
            self._list.lay_out(here)

    def action_narrow(self, without: bool) -> None:  # noqa: FBT001 - Textual calls it by position
        """Answer with the filter narrowed to the chosen facets, or to what has none of them."""
        chosen = self._list.chosen or ([self._here] if self._here else [])
        self.dismiss(narrowed(self.query_before, chosen, without=without))
