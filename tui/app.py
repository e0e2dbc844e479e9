"""The Textual app: opens a timeline and walks it day by day."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.widget import Widget

from store import Timeline
from tui import heap, themes
from tui.errors import UserError
from tui.frames import whole_frames, write_soon
from tui.hints import keyed, use_keys
from tui.in_order import InOrder
from tui.models.words import write_days
from tui.palette import Commands
from tui.remembered import Memory
from tui.safe_text import safe
from tui.screens.timeline import TimelineScreen
from tui.settings import Settings, in_short, read_settings, settings_file, state_folder
from tui.widgets.ascii import Ascii

STAYS = 3.0
"""Seconds for which a message is shown."""


class CampaignApp(InOrder):
    """One timeline on one screen, with dialogues over it."""

    CSS_PATH = "app.tcss"
    TITLE = "Campaign Timeline"
    COMMANDS: ClassVar = {Commands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        timeline: Timeline,
        title: str,
        own: Callable[[], Timeline] | None = None,
        *,
        settings: Settings | None = None,
        memory: Callable[[Path | None], Memory] = lambda _: Memory(None),
        problems: Sequence[str] = (),
        copies: Path | None = None,
    ) -> None:
        """Show an open timeline; `title` is what the first line calls it.

        `settings` are the user's, `memory` gives what is remembered of a timeline file, `problems` are what to say at
        the start, a line each, `copies` is the file that copies go into where the terminal may not take them. `own` opens the user's own timeline where `timeline` is not it, as with the sample: imports go there, and
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
        self.settings = settings or Settings()
        write_days(self.settings.date_order)
        use_keys(self.settings.keys)
        self.ascii = Ascii(enabled=self.settings.ascii)
        self._memory_of = memory
        self._memory = Memory(None)
        self._problems = [*problems]
        self._colourless = colourless
        self._copies = copies
        self.unkept = ""
        """Why what is remembered could not be written; "" where it was."""
        self.theme = "ansi-dark" if colourless else self._known_theme(self.settings.theme) or themes.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables in themes that do not know them."""
        return themes.defaults(self.current_theme)

    def _known_theme(self, name: str) -> str:
        if name and name not in self.available_themes:
            self._problems.append(f"there is no theme “{name}”; {keyed('the commands ({palette}) list them')}")
            return ""
        return name

    def get_driver_class(self) -> type[Driver]:
        """The driver of this terminal; frames go there in one piece."""
        return whole_frames(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and behind them the one that leaves nothing but ASCII."""
        return [*super().get_line_filters(), *([self.ascii] if self.ascii.enabled else [])]

    def on_mount(self) -> None:
        """Show the timeline."""
        self.push_screen(self._timeline_screen())

    def _timeline_screen(self) -> TimelineScreen:
        self._memory = self._memory_of(self.timeline.path)
        self._problems += filter(None, [self._memory.problem])
        if self._memory.kept.theme in self.available_themes and not self._colourless:
            self.theme = self._memory.kept.theme
        screen = TimelineScreen(self.timeline, self.name_shown, self.settings, self._memory)
        screen.problems, self._problems = self._problems, []
        screen.copies = self._copies
        return screen

    def action_choose_theme(self, theme: str) -> None:
        """Change the colours, for this timeline also next time."""
        self.theme = theme
        self._keep(lambda: self._memory.keep(theme=theme))

    def foresee(self) -> None:
        """See InOrder."""
        # Where the app is about to end there is no screen any more.
        here = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(here, TimelineScreen):
            here.foresee()

    def action_switch_ascii(self) -> None:
        """Draw with ASCII alone, or with all signs."""
        self.ascii.enabled = not self.ascii.enabled
        # The style sheet is the same: nothing else tells what stands on the screens to be drawn anew.
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget, with_self=True):
                widget.notify_style_update()
                widget.refresh()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, having remembered where one was."""
        for screen in self.screen_stack:
            if isinstance(screen, TimelineScreen):
                self._keep(screen.remember)
        super().exit(result, return_code, message)

    def _keep(self, what: Callable[[], None]) -> None:
        try:
            what()
        except (UserError, OSError) as error:
            self.unkept = str(error)

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
        if self._own is not None and self._own.issue_ids():
            self.timeline, self.name_shown = self._own, title_of(self._own)
            await self.switch_screen(self._timeline_screen())

    def close_own(self) -> None:
        """Close the user's own timeline where it was opened."""
        if self._own is not None:
            self._own.close()

    def action_help_quit(self) -> None:
        """Ctrl-c copies; whoever meant to leave with it is told how."""
        self.notify(keyed("{quit} leaves the program."))

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
        if isinstance(self.screen, TimelineScreen):
            if severity != "error" and self.screen.tell(words, timeout or STAYS):
                return
            self.screen.tell_no_more()
        super().notify(
            safe(message, newlines=True), title=safe(title), severity=severity, timeout=timeout or STAYS, markup=False
        )


def title_of(timeline: Timeline) -> str:
    """What the first line calls a timeline by itself."""
    return timeline.path.name if timeline.path else "timeline"


def run_app(timeline: Timeline, title: str, own: Callable[[], Timeline] | None = None) -> int:
    """Open the app on a timeline and return the exit status; `title` and `own` see CampaignApp."""
    settings, problems = read_settings(settings_file())
    app = CampaignApp(
        timeline,
        title,
        own,
        settings=settings,
        memory=Memory.of,
        problems=in_short(problems),
        copies=state_folder() / "copied.txt",
    )
    write_soon()
    heap.take_from_one_place()
    try:
        status = app.run()
    finally:
        app.close_own()
    if app.unkept:
        print(safe(app.unkept), file=sys.stderr)
    return status if status is not None else 0
