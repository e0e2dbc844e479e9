"""The source pane: the text of a report with all that was found in it marked, to be read, scrolled and selected."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from rich.segment import Segment
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from store.records import Entry, Issue, Span
from tui.models.pieces import Row, width_of
from tui.models.reading import marks_of, sentence_of, span_of
from tui.models.record_rows import paper_of
from tui.models.shown import Library
from tui.models.source_lines import Mark, line_at, marked, wrap_text
from tui.models.text_search import Hit
from tui.models.why_lines import why_in_short
from tui.models.words import long_day
from tui.safe_text import safe
from tui.widgets.line_view import LineView
from tui.widgets.paint import Drawn
from tui.widgets.panes import EMPTY, titled


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
    _shown: tuple[int, int, tuple[Hit, str] | None] | None = None
    _selection: Selection | None = None
    _foreseen: tuple[int, int, int] | None = None

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Make an empty pane."""
        super().__init__(id=id)
        # A long report takes a while to be made safe and wrapped: not at every step within it.
        self._safe = lru_cache(maxsize=2)(partial(safe, newlines=True))
        self._wrap = lru_cache(maxsize=2)(wrap_text)

    def foresee(self, entry: Entry | None, library: Library) -> None:
        """Have the report of an item ready that may be shown next."""
        issue, foreseen = library.issue_of(entry) if entry else None, (id(entry), id(library), self.room)
        if entry and issue and self.room and foreseen != self._foreseen:
            self._foreseen = foreseen
            text, marks = self._safe(issue.text), marks_of(entry, library)
            wrapped = self._wrap(text, self._line_width)
            top = self._top_for(entry, issue, wrapped)
            self.draw_ahead(_line(text, span, marks) for span in wrapped[top : top + self._height])

    @property
    def _line_width(self) -> int:
        return max(self.room - self.GUTTER, 1)

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
        self._text = self._safe(issue.text) if issue else ""
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
        width = self._line_width
        same = self._wrapped_for == (self._text, width)
        if not same:
            self._wrapped = self._wrap(self._text, width) if self._text else ()
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
        first, last = (line_at(self._wrapped, offset) for offset in sentence_of(self.entry, issue))
        above = self.scroll_offset.y
        if not only_into_view or above > first or last >= above + self._height:
            self.scroll_to_line(self._top_for(self.entry, issue, self._wrapped))

    def _top_for(self, entry: Entry, issue: Issue, wrapped: Sequence[Span]) -> int:
        first, last = (line_at(wrapped, offset) for offset in sentence_of(entry, issue))
        here = line_at(wrapped, span_of(entry)[0])
        top = first - max((self._height - (last - first + 1)) // 3, 0)
        return max(min(max(top, here - self._height + 2), len(wrapped) - self._height), 0)

    def on_resize(self) -> None:
        """Keep the sentence in view."""
        self.lay_out()

    def lines(self, height: int) -> Sequence[Drawn]:
        """The lines of the text in view with what is marked in them."""
        top = self.scroll_offset.y
        return [_line(self._text, span, self._marks) for span in self._wrapped[top : top + height]]

    def strips_of(self, lines: Iterable[tuple[int, Drawn]]) -> Iterator[Strip]:
        """See Painted; what is selected is asked for once, and not for every line."""
        self._selection = self.text_selection
        return super().strips_of(lines)

    def _selected(self, y: int) -> tuple[int, int] | None:
        """What is selected of line `y` of the content, in characters; -1 is its end."""
        return self._selection.get_span(y + self.scroll_offset.y) if self._selection else None

    def made_of(self, y: int, line: Drawn) -> Hashable:
        """See Painted; the same line looks otherwise where it is selected."""
        return super().made_of(y, line), self._selected(y - self._above)

    def content_line(self, y: int, line: Drawn) -> list[Segment]:
        """A line of the text, with what is selected with the mouse drawn so."""
        segments, selected = super().content_line(y, line), self._selected(y)
        return list(self._with_selection(Strip(segments), *selected)) if selected else segments

    def render_line(self, y: int) -> Strip:
        """A line of the text, in such a way that it can be selected with the mouse."""
        self._selection = self.text_selection
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


def _line(text: str, span: Span, marks: Sequence[Mark]) -> Drawn:
    pieces = marked(text, span, marks)
    beside = any("sentence" in roles for _, roles in pieces)
    return (("▐ " if beside else "  ", "gutter"), *pieces), ""
