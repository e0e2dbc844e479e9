"""What frame after frame has left on the terminal is what the screen would be, were it drawn from nothing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from rich.cells import cell_len

from store import Timeline
from tui.widgets.compositor import Lines

Visits = Callable[..., AbstractAsyncContextManager[Any]]

CONTROL = re.compile(r"\x1b\[([0-9;]*)([Hm])|(\n)")
KEYS = "l l h n n ] [ 1 j J 2 j k 3 j J k ] 4 j 1 tab z z s s g escape / H escape escape t escape x Z v R H L i escape"


class Paper:
    """A terminal that knows what Textual's frames are made of: places, colours, letters and ends of lines."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.rows = [[" "] * size[0] for _ in range(size[1])]
        self.x = self.y = 0
        self.kinds: set[type] = set()

    def feed(self, update: Any, console: Any) -> None:
        self.kinds.add(type(update))
        frame, at = update.render_segments(console), 0
        for control in CONTROL.finditer(frame):
            self._write(frame[at : control.start()])
            at = control.end()
            if control[3]:
                self.x, self.y = 0, self.y + 1
            elif control[2] == "H":
                self.y, self.x = (int(number) - 1 for number in control[1].split(";"))
        self._write(frame[at:])

    def _write(self, text: str) -> None:
        for letter in text:
            width = cell_len(letter)
            if width == 0:
                self.rows[self.y][self.x - 1] += letter
                continue
            self.rows[self.y][self.x : self.x + width] = [letter, *[""] * (width - 1)]
            self.x += width

    def lines(self) -> list[str]:
        return ["".join(row) for row in self.rows]


async def laid_before(seen: Any, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> Paper:
    """What the app draws from now on, beginning with the whole screen."""
    paper = Paper(size)

    def display(_: object, update: Any) -> None:
        if update is not None and not seen.app._batch_count:
            paper.feed(update, seen.app.console)

    monkeypatch.setattr(seen.app, "_display", display)
    seen.main.refresh(layout=True)
    await seen.settle()
    return paper


@pytest.mark.parametrize("size", [(120, 36), (80, 19)])
async def test_frames_add_up_to_the_screen(
    visit: Visits, timeline: Timeline, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline, size) as seen:
        paper = await laid_before(seen, size, monkeypatch)
        keys = KEYS.split()
        for number, key in enumerate(keys):
            await seen.press({"/": "slash", "[": "left_square_bracket", "]": "right_square_bracket"}.get(key, key))
            assert paper.lines() == seen.lines(), keys[: number + 1]
        assert Lines in paper.kinds


async def test_what_is_hidden_does_not_ask_to_be_drawn(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 19)) as seen:
        hidden = seen.main.query_one("#filter-count")
        hidden.show((("something else", ""),))
        assert hidden not in seen.main._dirty_widgets


async def test_a_layout_to_come_is_drawn_whoever_asks_for_a_place(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline, (80, 19)) as seen:
        paper = await laid_before(seen, (80, 19), monkeypatch)
        before, hidden = seen.lines(), seen.main.query_one("#filter-count")
        hidden.refresh()
        await seen.settle()
        seen.main.query_one("#filter-bar").display = True
        assert not hidden.region
        await seen.settle()
        assert seen.lines() != before
        assert paper.lines() == seen.lines()


async def test_what_was_asked_for_before_the_pane_is_drawn_where_it_has_the_keys_already(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline, (120, 36)) as seen:
        paper = await laid_before(seen, (120, 36), monkeypatch)
        await seen.press("2", "l")
        before = seen.lines()

        def step() -> None:
            seen.main.walk.step_busy(1)
            seen.main.draw()
            seen.main.to_pane("records")

        seen.main.call_later(step)
        # The pilot would give the word that nobody gives here.
        await asyncio.sleep(0.3)
        assert paper.lines() == seen.lines() != before
