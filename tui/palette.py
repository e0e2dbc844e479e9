"""The command palette: every action of the registry, and the themes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.actions import ACTIONS, Action, keyed, signs
from tui.screens.base import TimelineBase
from tui.widgets.paint import content

Command: TypeAlias = tuple[str, str, Callable[[], Awaitable[None]]]
"""Label, help, and what to do."""


class Commands(Provider):
    """Offers what can be done on the screen the palette was called from."""

    def _commands(self) -> Iterator[Command]:
        for action in self._actions:
            if action.id != "palette":
                label = f"{action.label}  {signs(action)}"
                yield label, keyed(action.help, self._actions), partial(self._run, action.call)
        yield "ASCII on or off", "Draw with the characters of ASCII alone, or with all signs.", self._switch_ascii
        for theme in sorted(self.app.available_themes):
            yield f"Theme: {theme}", "Change the colours.", partial(self._use_theme, theme)

    @property
    def _actions(self) -> Sequence[Action]:
        return self.screen.settings.keys if isinstance(self.screen, TimelineBase) else ACTIONS

    async def _switch_ascii(self) -> None:
        await self.app.run_action("switch_ascii")

    async def _run(self, call: str) -> None:
        await self.screen.run_action(call)

    async def _use_theme(self, theme: str) -> None:
        await self.app.run_action(f"choose_theme({theme!r})")

    async def discover(self) -> Hits:
        """Everything, while nothing has been typed."""
        for label, help_text, do in self._commands():
            yield DiscoveryHit(content(label), do, help=help_text)

    async def search(self, query: str) -> Hits:
        """What fits the words typed, best first."""
        matcher = self.matcher(query)
        for label, help_text, do in self._commands():
            score = max(matcher.match(label), matcher.match(help_text) / 2)
            if score > 0:
                yield Hit(score, matcher.highlight(label), do, help=help_text)
