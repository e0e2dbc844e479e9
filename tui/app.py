"""The Textual app: opens a timeline and walks it day by day."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual.app import App
from textual.notifications import SeverityLevel
from textual.screen import ModalScreen
from textual.widget import Widget

from store import Timeline
from tui import themes
from tui.palette import Commands
from tui.safe_text import safe
from tui.screens.timeline import TimelineScreen
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView

STAYS = 3.0
"""Seconds for which a message is shown."""
PATIENCE, PAUSE = 50, 0.01
"""How often, and after how many seconds each time, a key asks whether the dialogue that is to take it is there."""


class CampaignApp(App[int]):
    """One timeline on one screen, with dialogues over it."""

    CSS_PATH = "app.tcss"
    TITLE = "Campaign Timeline"
    COMMANDS: ClassVar = {Commands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, timeline: Timeline, title: str, own: Callable[[], Timeline] | None = None) -> None:
        """Show an open timeline; `title` is what the first line calls it.

        `own` opens the user's own timeline where `timeline` is not it, as with the sample: imports go there, and
        the app shows it from then on. It may raise UserError or TimelineError. Whoever calls `close_own` closes it.
        """
        # Without colours the terminal's own ground and letters are the only ones sure to be readable.
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)
        self.timeline = timeline
        self.name_shown = title
        self._open_own = own
        self._own: Timeline | None = None
        for theme in themes.OWN:
            self.register_theme(theme)
        self.theme = "ansi-dark" if colourless else themes.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables in themes that do not know them."""
        return themes.defaults(self.current_theme)

    def on_mount(self) -> None:
        """Show the timeline."""
        self.push_screen(TimelineScreen(self.timeline, self.name_shown))

    @property
    def imports_elsewhere(self) -> bool:
        """Whether imports go into the user's own timeline, not into the one shown."""
        return self._open_own is not None and self.timeline is not self._own

    def to_import_into(self) -> Timeline:
        """The timeline that imports go into, opened where need be; raises UserError or TimelineError."""
        if self._open_own is None:
            return self.timeline
        if self._own is None:
            self._own = self._open_own()
        return self._own

    async def show_own(self) -> None:
        """Show the user's own timeline from now on, once there is something in it."""
        if self._own is not None and self._own.issues():
            self.timeline, self.name_shown = self._own, title_of(self._own)
            await self.switch_screen(TimelineScreen(self.timeline, self.name_shown))

    def close_own(self) -> None:
        """Close the user's own timeline where it was opened."""
        if self._own is not None:
            self._own.close()

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 - Textual calls it
        """Do what a key is bound to, in the order in which the keys were pressed, however fast they come.

        Textual lets a key climb from the focused widget, so that the next one is looked at before this one has
        opened its field. A pane takes no keys itself: what they are bound to is done at once.
        """
        if not priority:
            return await super()._check_bindings(key)
        await self._dialogue_is_there()
        if isinstance(self.focused, SafeInput):
            await self._caught_up(self.focused, self.screen)
        if await super()._check_bindings(key, priority=True):
            return True
        here = self.focused
        at_once = isinstance(here, LineView) or (isinstance(here, SafeInput) and not here.takes(key))
        return at_once and await super()._check_bindings(key)

    async def _caught_up(self, *widgets: Widget) -> None:
        """Wait until these have done all that was asked of them, but not for ever."""
        for widget in widgets:
            done = asyncio.Event()
            widget.call_later(done.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), PATIENCE * PAUSE)

    async def _dialogue_is_there(self) -> None:
        for _ in range(PATIENCE):
            if self.focused is not None or not isinstance(self.screen, ModalScreen):
                return
            await asyncio.sleep(PAUSE)

    def action_help_quit(self) -> None:
        """Ctrl-c copies; whoever meant to leave with it is told how."""
        self.notify("q leaves the program.")

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message for a while, one at a time: never markup, whatever is asked, and safe.

        What fits there and is no mistake goes into the status line, where it covers nothing.
        """
        del markup
        self.clear_notifications()
        words = f"{title}: {message}" if title else message
        if (
            severity != "error"
            and isinstance(self.screen, TimelineScreen)
            and self.screen.tell(words, timeout or STAYS)
        ):
            return
        super().notify(
            safe(message, newlines=True), title=safe(title), severity=severity, timeout=timeout or STAYS, markup=False
        )


def title_of(timeline: Timeline) -> str:
    """What the first line calls a timeline by itself."""
    return timeline.path.name if timeline.path else "timeline"


def run_app(timeline: Timeline, title: str, own: Callable[[], Timeline] | None = None) -> int:
    """Open the app on a timeline and return the exit status; `title` and `own` see CampaignApp."""
    app = CampaignApp(timeline, title, own)
    try:
        status = app.run()
    finally:
        app.close_own()
    return status if status is not None else 0
