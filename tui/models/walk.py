"""Where one stands in the timeline, and every step from there. One place drives all panes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from store.records import Entry
from tui.models.shown import Shown


class Walk:
    """A day and an item of it, over what is shown.

    `day` is a date, or None for the row of what is about a longer time or undated; `item` is the id
    of the item under the cursor, or None on an empty day.
    """

    def __init__(self, shown: Shown) -> None:
        """Start on the first day that has items."""
        self.shown = shown
        self.day: date | None = shown.days[0] if shown.days else None
        self.item: int | None = None
        self._arrange: Callable[[Sequence[Entry]], Sequence[Entry]] | None = None
        self._arranged: dict[date | None, Sequence[Entry]] = {}
        """The items of the days visited and of the one ahead, in order; shared by all walks over the same."""
        self._heading = 1
        self._settle()

    def another(self) -> Walk:
        """A walk over the same, in the same order, from the same place."""
        walk = Walk(self.shown)
        walk.day, walk.item = self.day, self.item
        walk._arrange, walk._arranged = self._arrange, self._arranged
        return walk

    def ahead(self) -> Walk:
        """A walk one step further in the direction of the last step by day; what it asks for is ready for this one."""
        walk = self.another()
        walk.step_day(self._heading)
        return walk

    @property
    def items(self) -> Sequence[Entry]:
        """The items of the day."""
        if self._arrange is None:
            return self.shown.on(self.day)
        if self.day not in self._arranged:
            self._arranged[self.day] = self._arrange(self.shown.on(self.day))
        return self._arranged[self.day]

    def arrange(self, how: Callable[[Sequence[Entry]], Sequence[Entry]]) -> None:
        """Put the items of every day in another order."""
        self._arrange, self._arranged = how, {}

    @property
    def entry(self) -> Entry | None:
        """The item under the cursor."""
        return next((entry for entry in self.items if entry.id == self.item), None)

    @property
    def position(self) -> int:
        """The number of the item under the cursor among those of its day, from 0."""
        return next((number for number, entry in enumerate(self.items) if entry.id == self.item), 0)

    def go(self, day: date | None) -> None:
        """Go to a day, wherever it lies, and to its first item; None is the row of what has no day."""
        if day != self.day:
            self._heading = -1 if day and (self.day is None or day < self.day) else 1
            self.day, self.item = day, None
        self._settle()

    def select(self, item: int) -> None:
        """Put the cursor on an item of the day shown; one of another day takes the day along."""
        if all(entry.id != item for entry in self.items):
            self.day = self.shown.day_of(item)
        self.item = item

    def step_day(self, by: int) -> None:
        """Go `by` days on or back, empty days too, but not past the ends; the undated come after the last day."""
        days = self.shown.days
        if not days:
            return
        if self.day is None:
            self.go(days[-1] if by < 0 else None)
            return
        wanted = date.fromordinal(min(max(self.day.toordinal() + by, date.min.toordinal()), date.max.toordinal()))
        if by > 0 and wanted > days[-1] and self.shown.count(None):
            self.go(None if self.day >= days[-1] else days[-1])
        else:
            self.go(min(max(wanted, min(self.day, days[0])), max(self.day, days[-1])))

    def step_month(self, by: int) -> None:
        """Go to the same day of another month, within the ends."""
        if self.day is None or not self.shown.days:
            self.step_day(by)
            return
        wanted = self.day + relativedelta(months=by)
        self.go(min(max(wanted, self.shown.days[0]), self.shown.days[-1]))

    def step_busy(self, by: int) -> None:
        """Go to the next (1) or previous (-1) day that has items; the undated come last."""
        days = self.shown.days
        if self.day is None:
            if by < 0 and days:
                self.go(days[-1])
            return
        at = bisect_right(days, self.day) if by > 0 else bisect_left(days, self.day) - 1
        if 0 <= at < len(days):
            self.go(days[at])
        elif at == len(days) and self.shown.count(None):
            self.go(None)

    def step_item(self, by: int) -> None:
        """Move the cursor `by` items down or up within the day."""
        items = self.items
        if items:
            self.item = items[min(max(self.position + by, 0), len(items) - 1)].id

    def step_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) item shown, over the ends of days."""
        wanted = self.position + by
        if 0 <= wanted < len(self.items):
            self.step_item(by)
            return
        before = self.day
        self.step_busy(by)
        if self.day != before and by < 0:
            self.step_item(len(self.items))

    def to_kind(self, kind: str) -> bool:
        """Put the cursor on the first event, figure or quote of the day; False where there is none."""
        first = next((entry for entry in self.items if entry.kind == kind), None)
        if first is not None:
            self.item = first.id
        return first is not None

    def to_end(self) -> None:
        """Go to the latest day that has items; from there to the first one."""
        days = self.shown.days
        if days:
            self.go(days[0] if self.day == days[-1] else days[-1])

    def show(self, shown: Shown) -> None:
        """Show something else and stay on the item under the cursor, else on the nearest day that has items."""
        self.shown = shown
        self._arranged = {}
        if self.item is not None and self.item in shown.ids:
            self.select(self.item)
            return
        if self.day is None and not shown.count(None) and shown.days:
            self.day = shown.days[-1]
        elif self.day is not None and shown.days and not shown.count(self.day):
            self.day = _nearest(shown.days, self.day)
        elif self.day is not None and not shown.days and shown.count(None):
            self.day = None
        self._settle()

    def _settle(self) -> None:
        """Keep the item where it is also one of this day's, else take the first."""
        items = self.items
        if all(entry.id != self.item for entry in items):
            self.item = items[0].id if items else None


def _nearest(days: Sequence[date], day: date) -> date:
    at = bisect_left(days, day)
    return min(days[max(at - 1, 0) : at + 1], key=lambda other: abs(other - day))
