"""Drawing: the one place where lines of text become strips of the screen, made safe on the way."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Self, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.models.pieces import Line, width_of
from tui.safe_text import safe
from tui.widgets.ascii import Ascii

ROLES = (
    "muted",
    "strong",
    "bar",
    "sign",
    "sentence",
    "date",
    "time",
    "person",
    "place",
    "here",
    "hit",
    "number",
    "quote",
    "speaker",
    "gutter",
    "frame",
    "frame-here",
    "error",
    "cursor",
    "cursor-away",
)
"""The roles a piece of text can have; the style sheet has a rule `.paint--ROLE` for each."""


COMPONENTS = {f"paint--{role}" for role in ROLES}
"""The component classes of a screen on which something is painted.

Textual works the styles of component classes out for every widget that has them, several times before it draws
anything: a dozen panes and bars with all the roles would take a quarter of the time to the first screenful.
"""


Drawn: TypeAlias = tuple[Line, str]
"""A line, and the roles of the whole of it."""
NOTHING: Drawn = ((), "")
KNOWN = 120
"""So many lines of a widget are kept, and once more as many that have been seen before them."""


class Painted(Widget):
    """A widget that draws lines of pieces; whatever it draws has passed `safe`. Its screen has the `COMPONENTS`.

    Subclasses say in `lines` what there is to see, and call `redraw` when that may have changed. Lines go from there to
    the screen without Textual's renderer of borders, tints and paddings, which takes most of the time of a key.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make the widget; `id` and `classes` are those of the style sheet."""
        super().__init__(id=id, classes=classes)
        self._styles_of_roles: dict[str, Style] = {}
        self._own_style = Style.null()
        self._look: object = None
        """All that decides how lines look, but for what they hold."""
        self._restyled = True
        self._drawn: dict[int, Drawn] = {}
        """What stands on the lines of the widget that have not been asked to be drawn anew."""
        self._strips: dict[int, Strip] = {}
        """The same as it goes to the screen."""
        self._known: dict[Hashable, Strip] = {}
        """The same by what they were drawn from; a list that scrolls has most of its lines again."""
        self._known_before: dict[Hashable, Strip] = {}
        self._drawn_for = Size(0, 0)
        self._left, self._above, self._width, self._height = 0, 0, 0, 0
        """The cells left of the content, the lines above it, its width in cells and its height, as measured last."""
        self._measured: tuple[Size, bool] | None = None
        """What that was measured for; None is to be measured anew."""

    def lines(self, height: int) -> Sequence[Drawn]:
        """What there is to see on `height` lines of content, from the top; fewer leave the rest empty."""
        raise NotImplementedError

    def whole(self) -> Sequence[Drawn]:
        """The lines of the widget: those of its content, and what there is above and below them."""
        return self.lines(self.outer_size.height)

    def redraw(self) -> None:
        """Draw anew the lines that are not what they were."""
        width, height = self.outer_size
        if self._drawn_for != (width, height):
            self.refresh()
            return
        self.measure()
        changed = {y: line for y, line in enumerate(self._filled_up()) if self._drawn.get(y) != line}
        if changed:
            for y in changed:
                self._strips.pop(y, None)
            self._drawn.update(changed)
            self._tell_screen(Region(0, y, width, number) for y, number in runs(changed))

    def redraw_all(self) -> None:
        """Draw all lines anew: those that are what they were look otherwise now."""
        self.redraw()
        self._strips.clear()
        self._tell_screen((self.outer_size.region,))

    def _tell_screen(self, regions: Iterable[Region]) -> None:
        """Have regions of the widget drawn, as `refresh` does with two messages of each widget."""
        screen = self.screen
        # What is not laid out is drawn when it is; see PlainCompositor.
        if self in screen._compositor.visible_widgets:  # noqa: SLF001 - there is no door to what Textual's message does
            self._repaint_regions.update(regions)
            screen._dirty_widgets.add(self)  # noqa: SLF001
            screen.check_idle()

    def _filled_up(self) -> Sequence[Drawn]:
        lines = self.whole()
        return [*lines, *(NOTHING for _ in range(self.outer_size.height - len(lines)))]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be drawn anew, in these regions of the content or as a whole."""
        if repaint and regions:
            above = self.content_offset.y
            for y in {y + above for region in regions for y in region.line_range}:
                self._drawn.pop(y, None)
                self._strips.pop(y, None)
        elif repaint:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _forget(self) -> None:
        self._drawn.clear()
        self._strips.clear()

    def _forget_known(self) -> None:
        self._known.clear()
        self._known_before.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget as they go to the screen."""
        if self._drawn_for != self.outer_size:
            self._forget()
            self._forget_known()
            self._drawn_for = self.outer_size
        missing = [y for y in crop.line_range if y not in self._strips]
        if missing:
            self.draw_lines(missing)
        strips = [self._strips[y] for y in crop.line_range]
        if crop.column_span == (0, self.outer_size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def measure(self) -> None:
        """Ask once, and not for every line and key, what costs Textual time to tell."""
        here = self.outer_size, self.display
        if self._measured != here:
            (self._left, self._above), (self._width, self._height) = self.content_offset, self.size
            # What is hidden, or to be laid out yet, has no size of its own.
            self._measured = here if self._width and self.display else None

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT001, FBT002 - Textual calls it
        self._measured = None
        return super()._size_updated(size, virtual_size, container_size, layout)

    def draw_lines(self, numbers: Sequence[int]) -> None:
        """Draw lines of the widget anew."""
        self.measure()
        self._ask_for(numbers)
        self._strips.update(zip(numbers, self.strips_of((y, self._drawn[y]) for y in numbers), strict=True))

    def draw_ahead(self, lines: Iterable[Drawn]) -> None:
        """Draw lines of the content that may be asked for next, while nobody waits for them."""
        self.measure()
        # Any number within the content will do: they are found again by what they hold. A strip keeps what it rendered.
        for strip in self.strips_of((self._above, line) for line in lines):
            strip.render(self.app.console)

    def strips_of(self, lines: Iterable[tuple[int, Drawn]]) -> Iterator[Strip]:
        """Lines with their numbers in the widget, as they go to the screen."""
        width, in_ascii = self.outer_size.width, [each for each in self.get_line_filters() if isinstance(each, Ascii)]
        self._look_at_styles()
        if len(self._known) > KNOWN:
            self._known, self._known_before = {}, self._known
        for y, line in lines:
            made_of = self.made_of(y, line)
            strip = self._known.get(made_of) or self._known_before.get(made_of)
            if strip is None:
                segments = self.whole_line(y, line)
                for each in in_ascii:
                    segments = each.letters(segments)
                strip = Strip(segments, width)
            self._known[made_of] = strip
            yield strip

    def made_of(self, y: int, line: Drawn) -> Hashable:
        """What line `y` of the widget is drawn from: where that stood on another line, it need not be drawn again."""
        del y
        return line

    def _ask_for(self, numbers: Iterable[int]) -> None:
        if not self._drawn.keys() >= set(numbers):
            # While the screen is laid out anew, lines below the last may be asked for.
            self._drawn = dict.fromkeys(numbers, NOTHING) | dict(enumerate(self._filled_up())) | self._drawn

    def whole_line(self, y: int, line: Drawn) -> list[Segment]:
        """Line `y` of the widget, with what there is at both sides of its content."""
        return self.content_line(y, line)

    def content_line(self, y: int, line: Drawn) -> list[Segment]:
        """Line `y` of the content."""
        del y
        pieces, roles = line
        return self.paint(pieces, self._width, roles)

    def render_line(self, y: int) -> Strip:
        """Line `y` of the content, as Textual asks for it where the mouse selects."""
        self.measure()
        self._look_at_styles()
        # The mouse may move before what has changed is drawn.
        self._ask_for([y + self._above])
        return Strip(self.content_line(y, self._drawn[y + self._above]), self._width)

    def notify_style_update(self) -> None:
        """Draw all lines again, and look whether they look otherwise now: that keys come or go changes nothing."""
        self._restyled, self._measured = True, None
        self._forget()
        super().notify_style_update()

    def _look_at_styles(self) -> None:
        """Forget the styles of a theme that has gone, and what was drawn with them."""
        if not self._restyled:
            return
        filters = [(each, each.enabled) for each in self.get_line_filters()]
        look = self.app.theme, self.rich_style, self.background_colors, filters
        if look != self._look:
            self._look, self._own_style = look, self.rich_style
            self._styles_of_roles.clear()
            self._forget_known()
        self._restyled = False

    def paint(self, line: Line, width: int, also: str = "") -> list[Segment]:
        """Draw a line in exactly `width` cells; `also` are roles of the whole line."""
        segments, free = [], width
        for text, roles in line:
            if text:
                shown = safe(text)
                free -= width_of(shown)
                segments.append(Segment(shown, self._style(f"{roles} {also}")))
        if free > 0:
            segments.append(Segment(" " * free, self._style(also)))
        return segments if free >= 0 else list(Strip(segments).adjust_cell_length(width))

    def _style(self, roles: str) -> Style:
        if roles not in self._styles_of_roles:
            parts = [self.screen.get_component_rich_style(f"paint--{role}", partial=True) for role in roles.split()]
            self._styles_of_roles[roles] = self.filtered(Style.combine([self._own_style, *parts]))
        return self._styles_of_roles[roles]

    def filtered(self, style: Style) -> Style:
        """A style as the filters of the app leave it, which take colours out: once for each, not for every line."""
        segments, (_, ground) = [Segment(" ", style)], self.background_colors
        for each in self.get_line_filters():
            segments = each.apply(segments, ground)
        return segments[0].style or Style.null()


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs: the first of each, and how many there are."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and sum(found[-1]) == number:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((number, 1))
    return found


def content(text: str) -> Content:
    """Text for a widget of Textual's own, or for a title: never markup, and safe."""
    return Content(safe(text, newlines=True))
