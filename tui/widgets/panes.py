"""The panes of rows: days, items of the day, and why the date is what it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from store.records import Entry
from tui.hints import key_of
from tui.models.day_rows import DayKey, day_rows
from tui.models.pieces import Row
from tui.models.record_rows import counts, record_rows
from tui.models.rows import Ahead
from tui.models.shown import Library, Shown
from tui.models.why_lines import why_rows
from tui.models.words import day_or_about
from tui.widgets.line_view import LineView

ROOMY = 20
"""From this height on, in lines, items may take more than one line."""

EMPTY = Library({}, [])


def titled(leads: str, words: str) -> str:
    """A title with the key of the action that leads there before it: "1 Days"; no action is ""."""
    return f"{key_of(leads)} {words}".strip() if leads else words


class DayList(LineView):
    """The days, each with a bar for how much happened."""

    leads = "pane.1"
    """The action whose key stands in the title; "" is none, as in dialogues."""
    shown = Shown(())
    day: date | None = None
    starred: frozenset[date | None] = frozenset()
    _made_of: tuple[Shown, bool, frozenset[date | None]] | None = None

    def show(self, shown: Shown, day: date | None, starred: frozenset[date | None] = frozenset()) -> None:
        """Show the days and put the cursor on one; `starred` are those with a bookmark."""
        self.shown, self.day, self.starred = shown, day, starred
        busy = bisect_right(shown.days, day) if day else len(shown.days)
        self.entitle(titled(self.leads, "Days"), f"{busy}/{len(shown.days)}")
        made_of = (shown, day is None or bool(shown.count(day)), starred)
        if made_of == self._made_of and made_of[1]:
            self.put(DayKey(day))
        else:
            # A day without items has a row only while one stands on it: the rows are made anew.
            self._made_of = made_of
            self.lay_out(DayKey(day))

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows at this width, in cells."""
        return day_rows(self.shown, self.day, width, self.starred)


class RecordList(LineView):
    """Events, figures and quotes of one day, of all papers."""

    leads = "pane.2"
    items: Sequence[Entry] = ()
    library = EMPTY
    hint = ""
    """What to say where there is nothing."""
    starred: frozenset[int] = frozenset()
    _counted = ""
    _hinted = ""

    def foresee(self, items: Sequence[Entry], library: Library, starred: frozenset[int]) -> None:
        """Have the first screenful of a day ready that may be shown next."""
        self.make_ahead(self._rows_of(items, library, self.room, starred))

    def show(
        self,
        items: Sequence[Entry],
        library: Library,
        day: date | None,
        item: int | None,
        starred: frozenset[int] = frozenset(),
    ) -> None:
        """Show the items of a day and put the cursor on one; `starred` are those with a bookmark."""
        if items is not self.items:
            self._counted = counts(items)
        self.entitle(titled(self.leads, day_or_about(day)), self._counted)
        same = items is self.items and self.hint == self._hinted
        if same and library is self.library and starred == self.starred:
            self.put(item)
        else:
            if items is not self.items:
                self.scroll_to_line(0)
            if library is not self.library:
                self.ahead = Ahead()
            self.items, self.library, self.starred, self._hinted = items, library, starred, self.hint
            self.lay_out(item)

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows at this width, in cells."""
        if not self.items and self.hint:
            return [Row((((line, "muted"),),), selectable=False) for line in self.hint.splitlines()]
        return self.ahead.rows(self._rows_of(self.items, self.library, width, self.starred))

    def _rows_of(self, items: Sequence[Entry], library: Library, width: int, starred: frozenset[int]) -> partial[Any]:
        return partial(record_rows, items, library, width, roomy=self._height >= ROOMY, starred=starred)


class WhyView(LineView):
    """The derivation of the date of the item under the cursor."""

    leads = "pane.4"
    entry: Entry | None = None
    library = EMPTY

    said: Sequence[tuple[str, str]] = ()

    def foresee(self, entry: Entry | None, library: Library, said: Sequence[tuple[str, str]]) -> None:
        """Have the derivation of an item ready that may be shown next."""
        self.make_ahead(partial(why_rows, entry, library, self.room, said))

    def show(self, entry: Entry | None, library: Library, said: Sequence[tuple[str, str]] = ()) -> None:
        """Show why an item stands on its day, and what a person said of it."""
        if library is not self.library:
            self.ahead = Ahead()
        self.entry, self.library, self.said = entry, library, said
        self.scroll_to_line(0)
        self.entitle(titled(self.leads, "Why this date"))
        self.lay_out()

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows at this width, in cells."""
        return self.ahead.rows(partial(why_rows, self.entry, self.library, width, self.said))
