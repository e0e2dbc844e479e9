"""The four panes: days, items of the day, source text, and why the date is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.strip import Strip

from store.records import Entry, Span
from tui.models.day_rows import DayKey, day_rows
from tui.models.pieces import Row
from tui.models.reading import marks_of, sentence_of, span_of
from tui.models.record_rows import counts, paper_of, record_rows
from tui.models.shown import Library, Shown
from tui.models.source_lines import Mark, line_at, marked, wrap_text
from tui.models.why_lines import why_in_short, why_rows
from tui.models.words import day_or_about, long_day
from tui.safe_text import safe
from tui.widgets.line_view import LineView

ROOMY = 20
"""From this height on, in lines, items may take more than one line."""

EMPTY = Library({}, [])


class DayList(LineView):
    """The days, each with a bar for how much happened."""

    shown = Shown(())
    day: date | None = None
    starred: frozenset[date | None] = frozenset()
    _drawn: tuple[Shown, bool, frozenset[date | None]] | None = None

    def show(self, shown: Shown, day: date | None, starred: frozenset[date | None] = frozenset()) -> None:
        """Show the days and put the cursor on one; `starred` are those with a bookmark."""
        self.shown, self.day, self.starred = shown, day, starred
        drawn = (shown, day is None or bool(shown.count(day)), starred)
        if drawn == self._drawn and drawn[1]:
            self.put(DayKey(day))
        else:
            # A day without items has a row only while one stands on it: the rows are made anew.
            self._drawn = drawn
            self.lay_out(DayKey(day))
        busy = sum(other <= day for other in shown.days) if day else len(shown.days)
        self.entitle("1 Days", f"{busy}/{len(shown.days)}")

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return day_rows(self.shown, self.day, width, self.starred)


class RecordList(LineView):
    """Events, figures and quotes of one day, of all papers."""

    items: Sequence[Entry] = ()
    library = EMPTY
    hint = ""
    """What to say where there is nothing."""
    starred: frozenset[int] = frozenset()

    def show(
        self,
        items: Sequence[Entry],
        library: Library,
        day: date | None,
        item: int | None,
        starred: frozenset[int] = frozenset(),
    ) -> None:
        """Show the items of a day and put the cursor on one; `starred` are those with a bookmark."""
        if items is self.items and library is self.library and starred == self.starred:
            self.put(item)
        else:
            if items is not self.items:
                self.scroll_to(y=0, animate=False, force=True)
            self.items, self.library, self.starred = items, library, starred
            self.lay_out(item)
        self.entitle(f"2 {day_or_about(day)}", counts(items))

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        if not self.items and self.hint:
            return [Row((((line, "muted"),),), selectable=False) for line in self.hint.splitlines()]
        return record_rows(self.items, self.library, width, roomy=self.size.height >= ROOMY, starred=self.starred)


class WhyView(LineView):
    """The derivation of the date of the item under the cursor."""

    entry: Entry | None = None
    library = EMPTY

    def show(self, entry: Entry | None, library: Library) -> None:
        """Show why an item stands on its day."""
        self.entry, self.library = entry, library
        self.scroll_to(y=0, animate=False, force=True)
        self.lay_out()
        self.entitle("4 Why this date")

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return why_rows(self.entry, self.library, width)


class SourceView(LineView):
    """The report an item was found in, with its sentence and its date words marked."""

    GUTTER = 2
    """Cells at the left for the bar beside the sentence."""

    entry: Entry | None = None
    library = EMPTY
    _text = ""
    _wrapped: Sequence[Span] = ()
    _wrapped_for: tuple[str, int] | None = None
    _marks: Sequence[Mark] = ()

    def show(self, entry: Entry | None, library: Library) -> None:
        """Show the report of an item, scrolled to its sentence."""
        self.entry, self.library = entry, library
        issue = library.issue_of(entry) if entry else None
        # Made safe before it is measured: a stand-in may be wider than what it stands for.
        self._text = safe(issue.text, newlines=True) if issue else ""
        self._marks = marks_of(entry, library) if entry else ()
        self.lay_out()
        published = long_day(issue.context.published) if issue and issue.context.published else ""
        title = " · ".join(filter(None, ["3 Source", paper_of(issue), published]))
        self.entitle(title, why_in_short(entry, library))

    def rows_for(self, width: int) -> Sequence[Row]:
        """Nothing is laid out beforehand: the text is drawn from its spans."""
        del width
        return ()

    def lay_out(self, key: object = None) -> None:
        """Wrap the text, where it or the width is new, and scroll to the sentence."""
        del key
        width = max(self.room - self.GUTTER, 1)
        if self._wrapped_for != (self._text, width):
            self._wrapped = wrap_text(self._text, width) if self._text else ()
            self._wrapped_for = (self._text, width)
        self.settle(len(self._wrapped))
        self._scroll_to_sentence()

    def _scroll_to_sentence(self) -> None:
        issue = self.library.issue_of(self.entry) if self.entry else None
        if self.entry is None or issue is None:
            return
        height = self.scrollable_content_region.height
        first, last = (line_at(self._wrapped, offset) for offset in sentence_of(self.entry, issue))
        here = line_at(self._wrapped, span_of(self.entry)[0])
        top = first - max((height - (last - first + 1)) // 3, 0)
        self.scroll_to(y=max(top, here - height + 2, 0), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the sentence in view."""
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text with what is marked in it."""
        number = y + self.scroll_offset.y
        if number >= len(self._wrapped):
            return self.paint((), self.room)
        pieces = marked(self._text, self._wrapped[number], self._marks)
        beside = any("sentence" in roles for _, roles in pieces)
        return self.paint((("▐ " if beside else "  ", "gutter"), *pieces), self.room)
