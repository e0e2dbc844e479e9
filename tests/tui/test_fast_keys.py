"""Keys that come faster than the screen draws."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

from store import Timeline

Visits = Callable[..., AbstractAsyncContextManager[Any]]


async def test_the_filter_takes_all_that_is_typed_behind_its_key(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (40, 12)) as seen:
        await seen.at_once("slash", "ctrl+u", *"place:hull")
        assert seen.main.filter_text == "place:hull"
        assert len(seen.main.walk.shown.items) == 1
        await seen.press("enter")
        await seen.at_once("slash", "ctrl+u", *"leeds")
        assert seen.main.filter_text == "leeds"


async def test_panes_and_steps_keep_their_order(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("right_curly_bracket", "2", "t", "1", "left")
        assert (seen.main.active, seen.main.walk.day) == ("days", date(2016, 9, 23))


async def test_a_dialogue_takes_all_that_is_typed_behind_its_key(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("g", *"+12d", "enter")
        assert seen.app.screen is seen.main
        assert seen.main.walk.day == date(2016, 7, 30)


async def test_the_keys_behind_esc_and_enter_leave_the_field(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("slash", *"place:hull", "enter", "t")
        assert (seen.main.filter_text, seen.main.walk.day) == ("place:hull", date(2016, 7, 30))
        await seen.at_once("slash", "x", "escape", "g", *"24 september", "enter")
        assert (seen.main.filter_text, seen.main.walk.day) == ("", date(2016, 9, 24))
