"""The charts: how many came, by day and by size, and how much there is by paper and by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.records import Entry
from tui.models.chart_rows import activity_rows, attendance_rows
from tui.models.charts import ChartName, activity, attendance
from tui.models.pieces import Row
from tui.models.shown import Library
from tui.models.sizes import size_rows, sizes
from tui.screens.ask_path import AskPath
from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView
from tui.widgets.paint import content

View: TypeAlias = Literal["days", "sizes", "papers", "kinds"]

VIEWS: dict[View, str] = {
    "days": "How many came, day by day · ● one number ├─┤ between → or more ⚠ papers differ ◐ or later",
    "sizes": "How many came, the largest first · █ at least ░ at most → or more",
    "papers": "Items by paper, over the days",
    "kinds": "Events by kind, over the days",
}
AS_SVG: dict[View, ChartName] = {"days": "attendance", "sizes": "attendance", "papers": "papers", "kinds": "kinds"}
FIELD = {"papers": "source", "kinds": "kind"}
"""View -> the field of the filter language that narrows to a row of it."""

Choice: TypeAlias = int | tuple[str, str]
"""The id of an item to go to, or a field and a value to narrow to."""


class ChartList(LineView):
    """One of the charts, row by row."""

    def __init__(self, items: Sequence[Entry], library: Library) -> None:
        """Draw `items`."""
        super().__init__(id="chart")
        self.items = items
        self.library = library
        self.shown: View = "days"

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        if self.shown == "days":
            return attendance_rows(attendance(self.items, self.library), width)
        if self.shown == "sizes":
            return size_rows(sizes(self.items, self.library), self.library, width)
        return activity_rows(*activity(self.items, self.library, AS_SVG[self.shown]), width)


class Charts(Listing[Choice]):
    """The charts in a box; the answer is what to go to or to narrow to."""

    opened_by = "charts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,right,l", "turn(1)", "Next chart", show=False),
        Binding("shift+tab,left,h", "turn(-1)", "Chart before", show=False),
        Binding("s", "save", "Save as SVG", show=False),
        Binding("enter", "go", "Go there", show=False),
    ]

    def __init__(
        self, items: Sequence[Entry], library: Library, here: int | None, save: Callable[[ChartName, Path], None]
    ) -> None:
        """Draw `items`, the cursor on `here`; `save` writes one as SVG and raises UserError or OSError."""
        super().__init__()
        self.chart = ChartList(items, library)
        self.here = here
        self._write = save

    def compose(self) -> ComposeResult:
        """The chart in its box."""
        with Box("", "Tab next chart · s save SVG · Enter go · Esc leave", classes="tall"):
            yield self.chart

    def on_mount(self) -> None:
        """Start with the days."""
        self.chart.focus()
        self.call_after_refresh(self._show, "days")

    def _show(self, view: View) -> None:
        self.chart.shown = view
        self.query_one(Box).border_title = content(VIEWS[view])
        self.chart.lay_out(self.here)
        if self.chart.cursor is None:
            first = next((row.key for row in self.chart.rows if row.selectable), None)
            self.chart.put(first)

    def action_turn(self, by: int) -> None:
        """Show another chart."""
        names = list(VIEWS)
        self._show(names[(names.index(self.chart.shown) + by) % len(names)])

    def action_go(self) -> None:
        """Answer with the row under the cursor."""
        key = self.chart.here
        if isinstance(key, int):
            self.dismiss(key)
        elif isinstance(key, str):
            self.dismiss((FIELD[self.chart.shown], key))

    def action_save(self) -> None:
        """Ask for a path and write the chart there as SVG."""
        name = AS_SVG[self.chart.shown]
        ask = AskPath("Save the chart as SVG", f"{name}.svg", lambda path: self._write(name, path))
        self.app.push_screen(ask, self._saved)

    def _saved(self, path: Path | None) -> None:
        if path is not None:
            self.notify(f"Chart written to {path.absolute()}")

    @on(LineView.Moved)
    def _stay_there(self, message: LineView.Moved) -> None:
        self.here = message.key if isinstance(message.key, int) else self.here
