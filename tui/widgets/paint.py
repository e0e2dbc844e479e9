"""Drawing: the one place where lines of text become strips of the screen, made safe on the way."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from tui.models.pieces import Line
from tui.safe_text import safe

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


class Painted(Widget):
    """A widget that draws lines of pieces; whatever it draws has passed `safe`. Its screen has the `COMPONENTS`."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make the widget; `id` and `classes` are those of the style sheet."""
        super().__init__(id=id, classes=classes)
        self._styles_of_roles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Forget the styles of a theme that has gone."""
        self._styles_of_roles.clear()
        super().notify_style_update()

    def paint(self, line: Line, width: int, also: str = "") -> Strip:
        """Draw a line in exactly `width` cells; `also` are roles of the whole line."""
        segments = [Segment(safe(text), self._style(f"{roles} {also}")) for text, roles in line if text]
        return Strip(segments).adjust_cell_length(width, self._style(also))

    def _style(self, roles: str) -> Style:
        if roles not in self._styles_of_roles:
            parts = [self.screen.get_component_rich_style(f"paint--{role}", partial=True) for role in roles.split()]
            self._styles_of_roles[roles] = Style.combine([self.rich_style, *parts])
        return self._styles_of_roles[roles]


def content(text: str) -> Content:
    """Text for a widget of Textual's own, or for a title: never markup, and safe."""
    return Content(safe(text, newlines=True))
