"""Keys in the order in which they were pressed, however fast they come."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui import heap
from tui.screens.dialogue import Dialogue
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView

PATIENCE, PAUSE = 50, 0.01
"""How often, and after how many seconds each time, a key asks whether the dialogue that is to take it is there."""


class InOrder(App[int]):
    """The part of the app that hands keys on."""

    _at_work: Screen[Any] | None = None
    """The screen that took the last key."""
    _resting: asyncio.TimerHandle | None = None
    """Goes off where no key has come for a moment."""

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 - Textual calls it
        """Do what a key is bound to, in the order in which the keys were pressed, however fast they come.

        Textual lets a key climb from the focused widget, so that the next one is looked at before this one has
        opened its field. A pane takes no keys itself: what they are bound to is done at once.
        """
        if not priority:
            return await super()._check_bindings(key)
        # Not a timer of Textual's: one that is set back goes off up to twice as late, when the next key is there.
        if self._resting is not None:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(heap.REST, self.call_next, self._rest)
        await self._screen_is_there()
        if await super()._check_bindings(key, priority=True):
            return True
        here = self.focused
        at_once = isinstance(here, LineView) or (isinstance(here, SafeInput) and not here.takes(key))
        return at_once and await super()._check_bindings(key)

    def foresee(self) -> None:
        """Make ready what the next key is likely to ask for: none has come for a moment."""

    def _rest(self) -> None:
        self.foresee()
        heap.rest()

    async def _screen_is_there(self) -> None:
        """Wait until what the keys before asked for is there: a dialogue that opens, or the screen behind one that closes."""
        before = None
        while before is not self.screen:
            before = self.screen
            await self._dialogue_is_there()
            if isinstance(self.focused, SafeInput):
                # What the field says climbs from widget to widget before the screen hears of it.
                await self._caught_up(*(each for each in self.focused.ancestors_with_self if isinstance(each, Widget)))
            # The answer of a dialogue that a key of this app opened waits behind the key at hand.
            await self._flush_next_callbacks()
            if self.screen is not self._at_work:
                await self._caught_up(self.screen, drawn=isinstance(self.screen, Dialogue))
                self._at_work = self.screen

    async def _caught_up(self, *widgets: Widget, drawn: bool = False) -> None:
        """Wait until these have done all that was asked of them, or have been drawn too, but not for ever."""
        for widget in widgets:
            done = asyncio.Event()
            (widget.call_after_refresh if drawn else widget.call_later)(done.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), PATIENCE * PAUSE)

    async def _dialogue_is_there(self) -> None:
        for _ in range(PATIENCE):
            if self.focused is not None or not isinstance(self.screen, ModalScreen):
                return
            await asyncio.sleep(PAUSE)
