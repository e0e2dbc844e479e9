"""Keys that come faster than the screen draws."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

from store import Timeline
from tui.widgets.line_view import LineView

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


async def test_the_keys_behind_a_dialogue_that_closes_reach_the_timeline(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("g", *"+12d", "enter", "t", "2")
        assert (seen.main.walk.day, seen.main.active) == (date(2016, 9, 24), "records")
        await seen.at_once("1", "g", *"-1d", "enter", "g", *"-3d", "enter", "left", "m", "2")
        assert (seen.main.walk.day, seen.main.active) == (date(2016, 9, 19), "records")
        assert [mark.spot.day for mark in seen.main.bookmarks] == [date(2016, 9, 19)]
        await seen.at_once("C", "up", "enter", "1", "left")
        assert (seen.main.walk.day, seen.main.active) == (date(2016, 9, 11), "days")
        await seen.at_once("number_sign", "enter", "u")
        assert seen.item == "Many hands make a movement,"
        await seen.at_once("S", *"saturday", "enter", "n", "escape", "1")
        assert (seen.main.found.at, seen.main.active) == (1, "days")
        await seen.at_once("E", "escape", "slash", *"leeds", "enter", "question_mark", "escape", "1")
        assert (seen.main.filter_text, seen.main.active, seen.app.screen) == ("leeds", "days", seen.main)


async def test_an_undo_behind_a_correction_undoes_it(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        before = seen.main.walk.day
        await seen.at_once("d", *"1 august", "enter", "z")
        assert timeline.corrections() == []
        assert seen.main.walk.day == before


async def test_rows_and_days_keep_their_order(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("2", "t", "t")
        for keys in ("jl", "jjt", "jjth", "kt", "Gt"):
            await seen.at_once(*keys)
            assert seen.main.walk.entry in seen.main.walk.items, keys
            assert seen.main.view("records").here == seen.main.walk.item, keys
        seen.main.walk.go(date(2016, 7, 23))
        await seen.press("e")
        await seen.at_once("j", "j", "j", "k")
        assert seen.main.walk.position == 2


async def test_every_step_counts_in_dialogues_too(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("F", "j", "j", "j")
        assert seen.app.screen.query_one(LineView).cursor == 4
