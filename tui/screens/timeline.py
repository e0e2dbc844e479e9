"""The timeline screen: all themes of actions together, and the keys of the registry."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.actions import ACTIONS, Theme
from tui.screens.base import READING, PaneName
from tui.screens.comparing import Comparing
from tui.screens.filing import Filing
from tui.screens.help import Help

HELP_FIRST: dict[PaneName, Theme] = {"days": "days", "records": "items", "source": "items", "why": "panes"}
"""What the help overlay starts with, by the active pane."""


class TimelineScreen(Comparing, Filing):
    """The timeline, walked day by day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), action.call, action.label, id=action.id, show=False) for action in ACTIONS
    ]

    def on_mount(self) -> None:
        """Draw the empty screen at once, then read the timeline beside it."""
        self.arrange_panes()
        self.draw()
        self.read_timeline()
        self.follow()

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(Help(HELP_FIRST[self.active]))

    def action_quit(self) -> None:
        """Leave; while an import is being stored, say so instead."""
        if self.busy and self.busy != READING:
            self.notify(f"{self.busy} Wait for it, or press Ctrl-q to leave all the same.", severity="warning")
        else:
            self.app.exit(0)
