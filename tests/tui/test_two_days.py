"""Two days side by side."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest

from store import Timeline
from tui.models.day_rows import STAR

Visits = Callable[..., AbstractAsyncContextManager[Any]]
SIZES = [(160, 48), (80, 24), (40, 12)]


def titles(seen: Any) -> list[str]:
    """The days that are shown, in the order in which they stand; that of the keys with a heavy frame."""
    marks = ("─ ", "━ ")
    return [mark + day for mark in marks for day in DAYS if f"{mark}{day} " in seen.text()]


DAYS = ("Mon 18 Jul 2016", "Tue 19 Jul 2016", "Wed 20 Jul 2016", "Mon 25 Jul 2016", "Sat 30 Jul 2016")


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_and_the_next_with_items_are_each_walked(
    visit: Visits, timeline: Timeline, size: tuple[int, int]
) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("equals_sign")
        assert "Two days side by side" in seen.text()
        assert titles(seen) == ["─ Mon 18 Jul 2016", "━ Tue 19 Jul 2016"]
        on_one_line = any("Mon 18 Jul 2016 " in line and "Tue 19 Jul 2016 " in line for line in seen.lines())
        assert on_one_line == (size[0] >= 72)
        await seen.press("right")
        assert titles(seen) == ["─ Mon 18 Jul 2016", "━ Wed 20 Jul 2016"]
        await seen.press("tab", "right_curly_bracket")
        assert titles(seen) == ["─ Wed 20 Jul 2016", "━ Mon 25 Jul 2016"]
        await seen.press("right_square_bracket")
        assert titles(seen) == ["─ Wed 20 Jul 2016", "━ Sat 30 Jul 2016"]
        assert all(len(line) == size[0] for line in seen.lines())
        await seen.press("escape")
        assert seen.main.walk.day == date(2016, 7, 18)


async def test_an_item_with_a_bookmark_has_its_star(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("l", "2", "m", "1", "h", "equals_sign")
        assert f"▸{STAR}" in seen.text()
        await seen.press("left")
        assert STAR not in seen.text()


async def test_a_date_in_words_and_back_to_where_one_chose(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("equals_sign", "g")
        await seen.type("30 july")
        await seen.press("enter", "down")
        assert titles(seen) == ["─ Mon 18 Jul 2016", "━ Sat 30 Jul 2016"]
        await seen.press("enter")
        assert seen.app.screen is seen.main
        assert (seen.main.walk.day, seen.main.active) == (date(2016, 7, 30), "records")
        assert seen.main.walk.position == 1
        await seen.press("alt+left")
        assert seen.main.walk.day == date(2016, 7, 18)


async def test_the_filter_and_the_order_hold_in_both(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash")
        await seen.type("kind:figure")
        await seen.press("enter", "s", "s", "1", "equals_sign")
        assert "── Figures" in seen.text()
        assert "── Events" not in seen.text()
        assert seen.text().index("3,000  people") < seen.text().index("≥2,000  supporters")


async def test_the_mouse_takes_the_keys_along(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (160, 48)) as seen:
        await seen.press("equals_sign")
        await seen.pilot.click("#one", offset=(5, 2))
        await seen.settle()
        assert titles(seen) == ["─ Tue 19 Jul 2016", "━ Mon 18 Jul 2016"]


async def test_from_the_last_day_the_one_before_is_taken(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("t", "right", "equals_sign")
        assert "─ Undated " in seen.text()
        assert "━ Sat 24 Sep 2016 " in seen.text()


async def test_without_days_it_says_so(visit: Visits) -> None:
    with Timeline.in_memory() as empty:
        async with visit(empty) as seen:
            await seen.press("equals_sign")
            assert "There are no days to compare yet." in seen.text()


async def test_a_step_stays_on_its_side_however_fast_the_next_key_is(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("equals_sign", "g")
        await seen.type("30 july")
        await seen.press("enter")
        await seen.at_once("down", "down", "tab")
        walks = seen.app.screen.walks
        assert [walk.position for walk in walks] == [0, 2]
        assert all(walk.entry in walk.items for walk in walks)
