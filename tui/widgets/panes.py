"""The four panes: days, items of the day, source text, and why the date is what it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from rich.segment import Segment
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from store.records import Entry, Issue, Span
from tui.hints import key_of
from tui.models.day_rows import DayKey, day_rows
from tui.models.pieces import Row, width_of
from tui.models.reading import marks_of, sentence_of, span_of
from tui.models.record_rows import counts, paper_of, record_rows
from tui.models.shown import Library, Shown
from tui.models.source_lines import Mark, line_at, marked, wrap_text
from tui.models.text_search import Hit
from tui.models.why_lines import why_in_short, why_rows
from tui.models.words import day_or_about, long_day
from tui.safe_text import safe
from tui.widgets.line_view import LineView
from tui.widgets.paint import Drawn

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
            self.items, self.library, self.starred, self._hinted = items, library, starred, self.hint
            self.lay_out(item)

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows at this width, in cells."""
        if not self.items and self.hint:
            return [Row((((line, "muted"),),), selectable=False) for line in self.hint.splitlines()]
        return record_rows(self.items, self.library, width, roomy=self._height >= ROOMY, starred=self.starred)


class WhyView(LineView):
    """The derivation of the date of the item under the cursor."""

    leads = "pane.4"
    entry: Entry | None = None
    library = EMPTY

    said: Sequence[tuple[str, str]] = ()

    def show(self, entry: Entry | None, library: Library, said: Sequence[tuple[str, str]] = ()) -> None:
        """Show why an item stands on its day, and what a person said of it."""
        self.entry, self.library, self.said = entry, library, said
        self.scroll_to_line(0)
        self.entitle(titled(self.leads, "Why this date"))
        self.lay_out()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return why_rows(self.entry, self.library, width, self.said)


class SourceView(LineView):
    """The report an item was found in, with its sentence and its date words marked."""

    leads = "pane.3"
    GUTTER = 2
    """Cells at the left for the bar beside the sentence."""

    entry: Entry | None = None
    library = EMPTY
    _text = ""
    _wrapped: Sequence[Span] = ()
    _wrapped_for: tuple[str, int] | None = None
    _marks: Sequence[Mark] = ()
    _hit: Hit | None = None
    _issue: Issue | None = None
    _shown: tuple[int, int, tuple[Hit, str] | None] | None = None

    def show(self, entry: Entry | None, library: Library, hit: tuple[Hit, str] | None = None) -> None:
        """Show the report of an item, scrolled to its sentence; or a hit in it or in another, with a word on it.

        Where that is shown already, nothing moves.
        """
        if self._shown == (shown := (id(entry), id(library), hit)):
            return
        self._shown = shown
        self.entry, self.library = entry, library
        self._hit = hit[0] if hit else None
        issue = library.issue_of(entry) if entry else None
        if self._hit is not None and (entry is None or entry.issue_id != self._hit.issue_id):
            entry, issue = None, library.issues.get(self._hit.issue_id)
        # Made safe before it is measured: a stand-in may be wider than what it stands for.
        if issue is not self._issue:
            # A long report takes a while to be made safe: not at every step within it.
            self._issue, self._text = issue, safe(issue.text, newlines=True) if issue else ""
        self._marks = [*(marks_of(entry, library) if entry else ()), *self._marks_of_hit()]
        published = long_day(issue.context.published) if issue and issue.context.published else ""
        title = " · ".join(filter(None, [titled(self.leads, "Source"), paper_of(issue), published]))
        self.entitle(title, hit[1] if hit else why_in_short(entry, library))
        self.lay_out()

    def _marks_of_hit(self) -> Sequence[Mark]:
        return [Mark(self._hit.start, self._hit.end, "hit")] if self._hit else ()

    def rows_for(self, width: int) -> Sequence[Row]:
        """Nothing is laid out beforehand: the text is drawn from its spans."""
        del width
        return ()

    def lay_out(self, key: object = None) -> None:
        """Wrap the text, where it or the width is new, and scroll to the sentence."""
        del key
        width = max(self.room - self.GUTTER, 1)
        same = self._wrapped_for == (self._text, width)
        if not same:
            self._wrapped = wrap_text(self._text, width) if self._text else ()
            self._wrapped_for = (self._text, width)
        self.settle(len(self._wrapped))
        if self._hit is None:
            self._scroll_to_sentence(only_into_view=same)
        else:
            at = line_at(self._wrapped, self._hit.start)
            self.scroll_to_line(at - self._height // 3)
        self.redraw()

    def _scroll_to_sentence(self, *, only_into_view: bool) -> None:
        """Bring the sentence to the upper third; or leave the text where it is while the sentence is in view."""
        issue = self.library.issue_of(self.entry) if self.entry else None
        if self.entry is None or issue is None:
            return
        height = self._height
        first, last = (line_at(self._wrapped, offset) for offset in sentence_of(self.entry, issue))
        above = self.scroll_offset.y
        if only_into_view and above <= first and last < above + height:
            return
        here = line_at(self._wrapped, span_of(self.entry)[0])
        top = first - max((height - (last - first + 1)) // 3, 0)
        self.scroll_to_line(max(top, here - height + 2))

    def on_resize(self) -> None:
        """Keep the sentence in view."""
        self.lay_out()

    def lines(self, height: int) -> Sequence[Drawn]:
        """The lines of the text in view with what is marked in them."""
        top = self.scroll_offset.y
        return [self._line(span) for span in self._wrapped[top : top + height]]

    def _line(self, span: Span) -> Drawn:
        pieces = marked(self._text, span, self._marks)
        beside = any("sentence" in roles for _, roles in pieces)
        return (("▐ " if beside else "  ", "gutter"), *pieces), ""

    def made_of(self, y: int) -> Hashable:
        """See Painted; the same line looks otherwise where it is selected."""
        return super().made_of(y), self.text_selection and self.text_selection.get_span(
            y - self._above + self.scroll_offset.y
        )

    def content_line(self, y: int) -> list[Segment]:
        """A line of the text, with what is selected with the mouse drawn so."""
        line = super().content_line(y)
        number = y + self.scroll_offset.y
        selected = self.text_selection.get_span(number) if self.text_selection else None
        return list(self._with_selection(Strip(line), *selected)) if selected else line

    def render_line(self, y: int) -> Strip:
        """A line of the text, in such a way that it can be selected with the mouse."""
        return super().render_line(y).apply_offsets(0, y + self.scroll_offset.y)

    def _with_selection(self, strip: Strip, start: int, end: int) -> Strip:
        """The line with what stands from `start` to `end` drawn as selected; -1 is the end of the line."""
        text = strip.text
        first, last = width_of(text[:start]), width_of(text[: len(text.rstrip()) if end == -1 else end])
        if last <= first:
            return strip
        before, here, behind = strip.divide([first, last, strip.cell_length])
        style = self.filtered(self.screen.get_component_rich_style("screen--selection"))
        return Strip.join([before, here.apply_style(style), behind])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text of the report that is selected, as it stands there: lines that were wrapped are not broken."""
        if not self._wrapped:
            return None
        start, end = (
            self._offset_of(place, last=last) for place, last in ((selection.start, False), (selection.end, True))
        )
        return self._text[start:end], "\n"

    def _offset_of(self, place: Offset | None, *, last: bool) -> int:
        """The offset in the text of a place in the pane; beyond its ends that of the end."""
        if place is None:
            return len(self._text) if last else 0
        first, behind = self._wrapped[min(max(place.y, 0), len(self._wrapped) - 1)]
        return min(first + max(place.x - self.GUTTER, 0), behind)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected now."""
        del selection
        self.refresh()
