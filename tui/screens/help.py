"""The help overlay: every action of the registry, those of the active pane first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.actions import ACTIONS, Action, Theme, by_theme, keyed, signs
from tui.models.pieces import Line, Row, pad, wrap
from tui.screens.listing import Listing
from tui.widgets.box import Box
from tui.widgets.line_view import LineView

KEYS = 14
"""Width of the column of keys, in cells."""


class HelpList(LineView):
    """The actions under their headings."""

    def __init__(self, first: Theme, actions: Sequence[Action]) -> None:
        """Start with one theme."""
        super().__init__(id="help-list")
        self.first: Theme = first
        self.actions = actions

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return [Row((line,), selectable=False) for line in help_lines(self.first, width, self.actions)]


def help_lines(first: Theme, width: int, known: Sequence[Action] = ACTIONS) -> list[Line]:
    """The help as lines, `width` cells wide."""
    lines: list[Line] = []
    for heading, actions in by_theme(first, known):
        lines += [(("", ""),)] if lines else []
        lines.append(((heading, "strong"),))
        for action in actions:
            for number, words in enumerate(wrap(keyed(action.help, known), max(width - KEYS, 8), 4)):
                lines.append(((pad(f" {signs(action)}" if number == 0 else "", KEYS), "speaker"), (words, "")))
    return lines


class Help(Listing[None]):
    """All keys on one page that scrolls."""

    opened_by = "help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Leave", show=False),
        Binding("space", "page(1)", "Half a page down", show=False),
    ]

    def __init__(self, first: Theme, actions: Sequence[Action]) -> None:
        """Start with the theme of the active pane."""
        super().__init__()
        self.first: Theme = first
        self.actions = actions

    def compose(self) -> ComposeResult:
        """The list in its box."""
        with Box("Keys", "↑↓ scroll · Esc leave", classes="tall"):
            yield HelpList(self.first, self.actions)

    def on_mount(self) -> None:
        """Scrolling is all there is to do here."""
        self.query_one(HelpList).focus()
