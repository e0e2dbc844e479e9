"""A list of rows drawn line by line, whatever their number: the base of all panes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.models.frame import AWAY, HERE, Frame
from tui.models.pieces import Row, wrap
from tui.models.rows import Ahead, Rows
from tui.widgets.paint import NOTHING, Drawn, Painted

CURSOR = "▸"
WRITTEN = 0.02
"""Seconds after which a frame has been written."""


class LineView(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of rows with a cursor; rows that cannot be selected are passed over.

    Subclasses say in `rows_for` what there is to show; they are asked again when the width changes.
    """

    class Moved(Message):
        """The cursor has been put on another row, by key or mouse."""

        def __init__(self, view: LineView, key: object) -> None:
            """Keep where the cursor is."""
            super().__init__()
            self.view = view
            self.key = key

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Make an empty pane."""
        super().__init__(id=id, classes="pane")
        self.rows = Rows()
        self.ahead = Ahead()
        """Rows that may be shown next."""
        self.cursor: int | None = None
        self.follow: Callable[[object], None] | None = None
        """Puts the cursor on the row of a key, and goes along; None puts it there alone, and `Moved` tells of it."""
        self._wanted: object = None
        """What the cursor is to stand on, also while the pane is hidden and has no rows."""
        self._laid_out_for = 0
        self._titles = ("", "")
        self._frame: Frame | None = None
        self._side: list[Segment] = []
        """The side of the frame, as long as lines are drawn one after the other."""

    def rows_for(self, width: int) -> Iterable[Row]:
        """The rows at this width, in cells."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """The width rows have, in cells."""
        self.measure()
        return self._width

    @property
    def allow_vertical_scroll(self) -> bool:
        """A wheel scrolls, though there is no bar."""
        return True

    def entitle(self, title: str, subtitle: str = "") -> None:
        """Set the title in the frame and the remark at its foot, to be drawn with the rows."""
        self._titles = title, subtitle

    def make_ahead(self, rows: partial[Any]) -> None:
        """Have rows ready that may be shown next, at the width of now, and the first screenful of them drawn."""
        if self.room:
            self.draw_ahead((line, "") for line in self.ahead.make(rows, self._height))

    def lay_out(self, key: object = None) -> None:
        """Ask for the rows again and put the cursor on the row of `key`."""
        made = self.rows_for(self.room) if self.room else ()
        self.rows = rows = made if isinstance(made, Rows) else Rows(made)
        self.cursor = None
        row = self._row_of(key)
        rows.make(max(rows.starts[row] if row is not None else 0, self.scroll_offset.y) + self._height)
        self.settle(len(rows.lines))
        self.put(key)
        if not rows.complete:
            # Not right behind the frame: writing that to the terminal would wait for it.
            self.set_timer(WRITTEN, partial(self._make_rest, rows))

    def _make_rest(self, rows: Rows) -> None:
        """Make what cannot be seen yet, once there is time."""
        if rows is self.rows:
            rows.make()
            self.settle(len(rows.lines))
            # Where the pane has become taller meanwhile, they can be seen.
            self.redraw()

    def settle(self, lines: int) -> None:
        """Take note of the number of lines there are now, for scrolling."""
        self._laid_out_for = self.room
        size = Size(self.room, lines)
        if self.styles.auto_dimensions:
            self.virtual_size = size
        else:
            # Of no concern to any other widget: setting it plainly would have the whole screen laid out and drawn anew.
            self.set_reactive(LineView.virtual_size, size)
        self.scroll_to_line(self.scroll_y)

    def scroll_to_line(self, line: float) -> None:
        """Bring a line to the top, as far as there are lines below it; whoever asks for that draws anew."""
        line = max(min(line, self.virtual_size.height - self.container_size.height), 0)
        # Textual's own way there is long, and draws all lines anew: also those that stay what they are.
        self.set_reactive(LineView.scroll_y, line)
        self.set_reactive(LineView.scroll_target_y, line)

    def _is_first(self, line: int, row: int) -> bool:
        return line == 0 or self.rows.lines[line - 1][0] != row

    def put(self, key: object) -> None:
        """Put the cursor on the row of `key`, and bring it into view, without a word to anybody."""
        self._wanted = key
        self.cursor = self._row_of(key)
        if self.cursor is not None:
            self._bring_into_view(self.cursor)
        self.redraw()

    def _row_of(self, key: object) -> int | None:
        if self.cursor is not None and self.rows[self.cursor].key == key:
            return self.cursor
        return next((number for number, row in enumerate(self.rows) if row.selectable and row.key == key), None)

    def _bring_into_view(self, row: int) -> None:
        self.measure()
        top, height = self.scroll_offset.y, self._height
        # A heading right above the row comes along: without it nobody sees what the row is one of.
        above = row > 0 and not self.rows[row - 1].selectable
        first = self.rows.starts[row - 1 if above else row]
        last = self.rows.starts[row] + len(self.rows[row].lines) - 1
        if first < top:
            self.scroll_to_line(first)
        elif last >= top + height:
            self.scroll_to_line(last - height + 1)

    @property
    def here(self) -> object:
        """The key of the row under the cursor; None where it is on none."""
        return self.rows[self.cursor].key if self.cursor is not None else None

    def step(self, by: int) -> None:
        """Move the cursor `by` selectable rows, or the view by as many lines where nothing can be selected."""
        choices = [number for number, row in enumerate(self.rows) if row.selectable]
        if not choices:
            self.scroll_to_line(self.scroll_offset.y + by)
            self.redraw()
            return
        at = bisect_left(choices, self.cursor) if self.cursor is not None else 0
        self._move(choices[min(max(at + by, 0), len(choices) - 1)])

    def step_page(self, by: int) -> None:
        """Move by half the height of the pane."""
        self.measure()
        self.step(by * max(self._height // 2, 1))

    def step_end(self, by: int) -> None:
        """Move to the first (-1) or last (1) row."""
        self.rows.make()
        self.step(by * max(len(self.rows.lines), self.virtual_size.height))

    def _move(self, row: int) -> None:
        if row == self.cursor:
            return
        key = self.rows[row].key
        # The next key may be there before anybody hears of this one.
        if self.follow is not None:
            self.follow(key)
        else:
            self.put(key)
            self.post_message(self.Moved(self, key))

    def measure(self) -> None:
        """There is a frame where the style sheet leaves a cell for it at every side: not in dialogues."""
        super().measure()
        self._frame = (HERE if self.has_focus else AWAY) if self._above else None

    def whole(self) -> Sequence[Drawn]:
        """The rows in view, and the edges of the frame."""
        frame, (width, height) = self._frame, self.outer_size
        if frame is None:
            return self.lines(height)
        rows = [*self.lines(height - 2)]
        rows += (NOTHING for _ in range(height - 2 - len(rows)))
        title, remark = self._titles
        return [(frame.above(title, width), ""), *rows, (frame.below(remark, width), "")]

    def lines(self, height: int) -> Sequence[Drawn]:
        """The rows in view, the one under the cursor marked."""
        top, cursor = self.scroll_offset.y, "cursor" if self.has_focus else "cursor-away"
        seen = enumerate(self.rows.lines[top : top + height], top)
        return [self._at_cursor(number, cursor) if row == self.cursor else (line, "") for number, (row, line) in seen]

    def _at_cursor(self, number: int, roles: str) -> Drawn:
        row, line = self.rows.lines[number]
        if self._is_first(number, row) and line and line[0][0].startswith(" "):
            line = ((CURSOR + line[0][0][1:], line[0][1]), *line[1:])
        return line, roles

    def strips_of(self, lines: Iterable[tuple[int, Drawn]]) -> Iterator[Strip]:
        """See Painted."""
        self._side = []
        return super().strips_of(lines)

    def made_of(self, y: int, line: Drawn) -> Hashable:
        """See Painted; a line within the frame has its sides."""
        return self._frame, 0 < y < self.outer_size.height - 1, super().made_of(y, line)

    def whole_line(self, y: int, line: Drawn) -> list[Segment]:
        """Line `y` of the pane, with its frame."""
        frame, (width, height) = self._frame, self.outer_size
        if frame is None:
            return self.content_line(y, line)
        if y in {0, height - 1}:
            return self.paint(line[0], width)
        self._side = self._side or self.paint(((frame.side, frame.roles),), 1)
        return [*self._side, *self.content_line(y - 1, line), *self._side]

    def on_resize(self) -> None:
        """Lay out anew where the width has changed."""
        if self.room != self._laid_out_for:
            self.lay_out(self._wanted)
        elif self.cursor is not None:
            self._bring_into_view(self.cursor)
            self.redraw()

    def on_focus(self, event: events.Focus) -> None:
        """Draw the frame and the cursor as those of the pane that keys go to, and tell the screen."""
        self._look_focused(event, here=True)
        self.screen.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Draw the frame and the cursor as those of a pane that waits."""
        self._look_focused(event, here=False)

    def _look_focused(self, event: events.Event, *, here: bool) -> None:
        # Rules for `:focus` do not reach a pane: Textual would work out all its styles anew for them.
        event.prevent_default()
        self.set_reactive(LineView.has_focus, here)
        self.redraw_all()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        offset = event.get_content_offset(self)
        number = offset.y + self.scroll_offset.y if offset else -1
        if 0 <= number < len(self.rows.lines) and self.rows[self.rows.lines[number][0]].selectable:
            self._move(self.rows.lines[number][0])


class Note(LineView, can_focus=False):
    """A sentence in a dialogue, over as many lines as it has room for."""

    words = ""

    def say(self, words: str) -> None:
        """Say something; "" says nothing."""
        self.words = words
        self.lay_out()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        lines = wrap(self.words, width, max(self.size.height, 1))
        return [Row((((line, "error"),),), selectable=False) for line in lines]
