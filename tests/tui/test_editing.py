from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

from store import Timeline
from store.records import Correction, Issue, Records

Visits = Callable[..., AbstractAsyncContextManager[Any]]


async def test_a_wrong_day_is_corrected_undone_and_done_again(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        seen.main.walk.go(date(2016, 7, 25))
        await seen.press("2", "d")
        await seen.type("two days ago")
        assert "= Sat 23 Jul 2016" in seen.text()
        await seen.press("down")
        await seen.type("the police said so")
        await seen.press("enter")
        assert seen.item == "Nobody knows who threw the brick."
        assert seen.main.walk.day == date(2016, 7, 23)
        assert "▸ ●✎Brick thrown" in seen.text()
        assert "Corrected by hand" in seen.text()
        (made,) = timeline.corrections()
        assert isinstance(made.record, Correction)
        assert made.record.note == "the police said so"
        await seen.press("z")
        assert seen.main.walk.day == date(2016, 7, 25)
        assert "▸ ○ Brick thrown" in seen.text()
        assert timeline.corrections() == []
        await seen.press("Z")
        assert seen.main.walk.day == date(2016, 7, 23)
        await seen.press("Z")
        assert "Nothing more to take back or to do again" in seen.text()


async def test_a_date_can_be_taken_away(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("t", "d")
        await seen.type("none")
        assert "the date is taken away" in seen.text()
        await seen.press("enter")
        assert seen.item == "The result is due on 24 September."
        assert seen.main.walk.day == date(2016, 8, 2)
        assert "names no day" not in seen.text()


async def test_esc_and_words_without_a_day_change_nothing(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("d")
        await seen.type("the day after never")
        await seen.press("enter", "escape", "z")
        assert seen.app.screen is seen.main
        assert timeline.corrections() == []


async def test_a_timeline_open_for_reading_says_so(
    visit: Visits, reports: list[tuple[Issue, Records]], tmp_path: Path
) -> None:
    path = tmp_path / "small.json"
    with Timeline.open(path) as made:
        for issue, records in reports:
            made.add(issue, records)
    with Timeline.open(path, read_only=True) as timeline:
        async with visit(timeline) as seen:
            for key in "diz":
                await seen.press(key)
                assert seen.app.screen is seen.main
            assert "open for reading only" in seen.text()
