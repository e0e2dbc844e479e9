"""What changes is drawn anew, and nothing else: a line costs more than all that is done to find out what it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from store import Timeline
from tui.models.frame import AWAY, HERE
from tui.models.pieces import Row
from tui.models.shown import Library
from tui.widgets.paint import Drawn, Painted
from tui.widgets.panes import RecordList

SATURDAY = date(2016, 7, 23)
"""The first day with more than what was told of a whole week."""

Visits = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str | None, int]]:
    """The lines of content that are drawn, by widget and number."""
    lines: set[tuple[str | None, int]] = set()
    draw = Painted.content_line

    def noted(self: Painted, y: int, line: Drawn) -> Any:
        lines.add((self.id, y))
        return draw(self, y, line)

    monkeypatch.setattr(Painted, "content_line", noted)
    return lines


async def test_a_step_draws_what_changes(visit: Visits, timeline: Timeline, drawn: set[tuple[str | None, int]]) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("l")
        title, days = seen.lines()[0], [line[:27] for line in seen.lines()]
        drawn.clear()
        await seen.press("l")
        now = [line[:27] for line in seen.lines()]
        assert seen.lines()[0] == title
        assert not [line for line in drawn if line[0] in {"title", "footer"}]
        changed = [y for y, (before, after) in enumerate(zip(days, now, strict=True)) if before != after]
        assert 1 <= len([line for line in drawn if line[0] == "days"]) <= len(changed) + 1 < 7


async def test_nothing_new_draws_nothing(visit: Visits, timeline: Timeline, drawn: set[tuple[str | None, int]]) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("l")
        drawn.clear()
        seen.main.draw()
        await seen.settle()
        assert drawn == set()


@pytest.mark.parametrize("foreseen", [False, True])
async def test_the_next_day_is_drawn_while_nobody_waits(
    visit: Visits,
    timeline: Timeline,
    drawn: set[tuple[str | None, int]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    foreseen: bool,
) -> None:
    async with visit(timeline, (120, 36)) as seen:
        monkeypatch.setattr(seen.app, "foresee", lambda: None)
        while seen.main.walk.ahead().day != SATURDAY:
            await seen.press("l")
        if foreseen:
            seen.main.foresee()
        drawn.clear()
        await seen.press("l")
        assert seen.main.walk.day == SATURDAY
        under_the_cursor = 2
        assert (len([line for line in drawn if line[0] == "records"]) <= under_the_cursor) is foreseen
        assert (not [line for line in drawn if line[0] in {"source", "why"}]) is foreseen


async def test_what_comes_next_is_made_ready_behind_a_key(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline, (120, 36)) as seen:
        rested = asyncio.Event()
        monkeypatch.setattr(seen.app, "foresee", rested.set)
        await seen.press("l")
        await asyncio.wait_for(rested.wait(), 20)


async def test_nothing_is_foreseen_while_events_are_merged(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline, (120, 36)) as seen:
        monkeypatch.setattr(Library, "merging", True)
        foreseen = []
        monkeypatch.setattr(seen.main.query_one(RecordList), "foresee", lambda *of: foreseen.append(of))
        seen.main.foresee()
        assert not foreseen
        monkeypatch.setattr(Library, "merging", False)
        seen.main.foresee()
        assert len(foreseen) == 1


async def test_all_is_drawn_anew_in_other_colours_and_sizes(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        view = seen.main.view("records")
        before = view.render_lines(view.outer_size.region)
        seen.app.theme = "textual-light"
        await seen.settle()
        after = view.render_lines(view.outer_size.region)
        assert [strip.text for strip in before] == [strip.text for strip in after]
        assert before != after
        await seen.pilot.resize_terminal(80, 24)
        await seen.settle()
        assert {strip.cell_length for strip in view.render_lines(view.outer_size.region)} == {view.outer_size.width}


@pytest.mark.parametrize(
    ("frame", "width", "above", "below"),
    [
        (AWAY, 16, "╭─ Days ───────╮", "╰──────── 1/2 ─╯"),
        (HERE, 10, "┏━ Days ━┓", "┗━━ 1/2 ━┛"),
        (AWAY, 8, "╭─ D… ─╮", "╰─ 1… ─╯"),
        (AWAY, 6, "╭────╮", "╰────╯"),
        (AWAY, 2, "╭╮", "╰╯"),
    ],
)
def test_frames_fit(frame: Any, width: int, above: str, below: str) -> None:
    assert "".join(text for text, _ in frame.above("Days", width)) == above
    assert "".join(text for text, _ in frame.below("1/2", width)) == below


def test_a_frame_without_words() -> None:
    assert "".join(text for text, _ in AWAY.above("", 5)) == "╭───╮"
    assert "".join(text for text, _ in AWAY.below("", 5)) == "╰───╯"


async def test_the_wheel_scrolls_and_stops_at_the_ends(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        view = seen.main.view("source")

        async def turn(kind: type[MouseScrollUp | MouseScrollDown]) -> list[str]:
            for _ in range(60):
                view.post_message(kind(view, 3, 2, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await seen.settle()
            lines: list[str] = seen.lines()
            return lines[view.region.y : view.region.bottom]

        top = await turn(MouseScrollUp)
        assert view.scroll_offset.y == 0
        bottom = await turn(MouseScrollDown)
        assert view.scroll_offset.y == view.max_scroll_y > 0
        assert top != bottom
        assert await turn(MouseScrollUp) == top


async def test_a_pane_that_scrolls_back_has_its_lines(
    visit: Visits, timeline: Timeline, drawn: set[tuple[str | None, int]]
) -> None:
    async with visit(timeline, (80, 24)) as seen:
        view, before = seen.main.view("source"), seen.lines()
        view.step(-1)
        await seen.settle()
        assert seen.lines() != before
        drawn.clear()
        view.step(1)
        await seen.settle()
        assert seen.lines() == before
        assert drawn == set()


async def test_the_mouse_may_ask_for_a_line_before_it_is_drawn_anew(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        view = seen.main.view("source")
        drawn = view.render_line(2).text
        view.refresh(view.size.region)
        assert view.render_line(2).text == drawn


async def test_what_is_made_later_is_drawn_in_a_pane_that_has_grown(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [Row(((("a row", ""),),), key=number) for number in range(60)]
    async with visit(timeline, (60, 20)) as seen:
        view = seen.main.view("records")
        monkeypatch.setattr(view, "rows_for", lambda _: iter(rows))
        await seen.press("2")
        view.lay_out(0)
        assert not view.rows.complete
        seen.main.query_one("#strip").display = False
        await seen.settle()
        assert sum("a row" in line for line in seen.lines()) == view.size.height
