"""Two days side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import DescendantFocus

from tui.models.shown import Library, Shown
from tui.models.walk import Walk
from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView
from tui.widgets.panes import RecordList

BESIDE = 72
"""From this width of the screen on, in cells, the days stand beside each other; below it one under the other."""
KEYS = "g date · ↑↓ row · [ ] day with items · ←→ day · Tab other day · Enter go there · Esc leave"


@dataclass(frozen=True)
class Place:
    """A day, None for what has none, and an item on it."""

    day: date | None
    item: int | None


class TwoDays(Listing[Place]):
    """Two days in a box, each to be walked by itself; the answer is where to go."""

    opened_by = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "turn", "Other day", show=False),
        Binding("left,h", "walk('step_day', -1)", "Day before", show=False),
        Binding("right,l", "walk('step_day', 1)", "Next day", show=False),
        Binding("left_square_bracket", "walk('step_busy', -1)", "Day with items before", show=False),
        Binding("right_square_bracket", "walk('step_busy', 1)", "Next day with items", show=False),
        Binding("left_curly_bracket", "walk('step_day', -7)", "Week before", show=False),
        Binding("right_curly_bracket", "walk('step_day', 7)", "Next week", show=False),
        Binding("left_parenthesis", "walk('step_month', -1)", "Month before", show=False),
        Binding("right_parenthesis", "walk('step_month', 1)", "Next month", show=False),
        Binding("g", "go_to_date", "Go to a date", show=False),
        Binding("enter", "go", "Go there", show=False),
    ]

    def __init__(
        self,
        walk: Walk,
        everything: Shown,
        library: Library,
        starred: Callable[[date | None], frozenset[int]],
    ) -> None:
        """Begin with the day of `walk` and the next one that has items; `starred` are those of a day with a bookmark."""
        super().__init__()
        self.everything = everything
        self.library = library
        self._starred = starred
        self.walks = (walk.another(), walk.another())
        self.walks[1].step_busy(1)
        if self.walks[1].day == walk.day:
            self.walks[1].step_busy(-1)
        self.side = 1
        """Which of the two the keys go to."""

    def compose(self) -> ComposeResult:
        """The two days."""
        with Box("Two days side by side", KEYS, classes="tall wide"), Container(id="two-days"):
            yield RecordList(id="one")
            yield RecordList(id="other")

    def on_mount(self) -> None:
        """Start with the second: the first is where one comes from."""
        for view, walk in zip(self._views, self.walks, strict=True):
            view.leads, view.hint = "", "\nNothing on this day."
            view.follow = partial(self._follow, walk)
        self.on_resize()
        self.set_focus(self.listed)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Beside each other, or one under the other."""
        self.query_one("#two-days").styles.layout = "horizontal" if self.size.width >= BESIDE else "vertical"

    @property
    def _views(self) -> Sequence[RecordList]:
        return [self.query_one("#one", RecordList), self.query_one("#other", RecordList)]

    @property
    def listed(self) -> LineView:
        """The items of the day that the keys go to."""
        return self._views[self.side]

    @property
    def _here(self) -> Walk:
        return self.walks[self.side]

    def _draw(self) -> None:
        for view, walk in zip(self._views, self.walks, strict=True):
            view.show(walk.items, self.library, walk.day, walk.item, self._starred(walk.day))

    def action_turn(self) -> None:
        """Go to the other day."""
        self.side = 1 - self.side
        self.set_focus(self.listed)

    def action_walk(self, step: str, by: int) -> None:
        """Step through the days on this side."""
        getattr(self._here, step)(by)
        self._draw()

    def action_go_to_date(self) -> None:
        """Ask for a day in words and show it on this side."""
        from tui.screens.go_to import GoToDate

        anchor = self._here.day or self.walks[1 - self.side].day or self._here.shown.days[-1]
        self.app.push_screen(GoToDate(anchor, self._here.shown, self.everything), self._go_to)

    def _go_to(self, day: date | None) -> None:
        if day is not None:
            self._here.go(day)
            self._draw()

    def action_go(self) -> None:
        """Answer with the day on this side and the item under its cursor."""
        self.dismiss(Place(self._here.day, self._here.item))

    @on(DescendantFocus)
    def _focused(self, event: DescendantFocus) -> None:
        """A click on a day takes the keys there."""
        if isinstance(event.widget, RecordList):
            self.side = self._views.index(event.widget)

    def _follow(self, walk: Walk, key: object) -> None:
        walk.item = key if isinstance(key, int) else walk.item
        self._draw()
