"""The timeline screen: all themes of actions together, and the keys of the registry."""

from __future__ import annotations

from store import Timeline
from tui.actions import Theme
from tui.remembered import Memory
from tui.screens.base import READING, PaneName
from tui.screens.comparing import Comparing
from tui.screens.filing import Filing
from tui.screens.filtering import PREPARING
from tui.settings import Settings

HELP_FIRST: dict[PaneName, Theme] = {"days": "days", "records": "items", "source": "items", "why": "panes"}
"""What the help overlay starts with, by the active pane."""


class TimelineScreen(Comparing, Filing):
    """The timeline, walked day by day."""

    def __init__(
        self, timeline: Timeline, title: str, settings: Settings | None = None, memory: Memory | None = None
    ) -> None:
        """Take the keys of the registry, or those a user has set."""
        super().__init__(timeline, title, settings, memory)
        for action in self.settings.keys:
            for key in action.keys:
                # What Textual binds to it otherwise, as Tab to the next widget, goes.
                self._bindings.key_to_bindings.pop(key, None)
                self._bindings.bind(key, action.call, action.label, show=False)

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
        from tui.screens.help import Help

        self.app.push_screen(Help(HELP_FIRST[self.active], self.settings.keys))

    def action_quit(self) -> None:
        """Leave; while an import is being stored, say so instead."""
        if self.busy not in {"", READING, PREPARING}:
            self.notify(f"{self.busy} Wait for it, or press Ctrl-q to leave all the same.", severity="warning")
        else:
            self.app.exit(0)
