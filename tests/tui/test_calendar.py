from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store import Timeline
from tui.models.month import heading, month_of, title, week_line
from tui.models.pieces import plain
from tui.models.shown import Library, Shown
from tui.remembered import Memory
from tui.settings import Settings

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LAUNCH, LEEDS, RESULT = date(2016, 7, 23), date(2016, 7, 30), date(2016, 9, 24)


def drawn(shown: Shown, day: date, week_starts: int, width: int, height: int) -> list[str]:
    month = month_of(day, week_starts, width, height)
    lines = [plain(heading(month, week_starts))]
    for week in range(len(month.days)):
        for line in range(2 if month.tall else 1):
            lines.append(plain(week_line(month, week, line, shown, day, {LEEDS})))  # noqa: PERF401
    return lines


def test_a_month_in_a_small_room(library: Library) -> None:
    assert drawn(library.everything, LAUNCH, 0, 35, 6) == [
        " Mon  Tue  Wed  Thu  Fri  Sat  Sun ",
        "                      1    2    3  ",
        "  4    5    6    7    8    9   10  ",
        " 11   12   13   14   15   16   17  ",
        " 18▂  19▂  20▂  21▂  22▂  23█  24▂ ",
        " 25▂  26   27   28   29   30★  31  ",
    ]


def test_a_month_with_room_tells_the_numbers(library: Library) -> None:
    lines = drawn(library.everything, LAUNCH, 0, 70, 20)
    assert len(lines) == 11
    assert lines[7].startswith(" 18        19 ")
    assert lines[8] == " █      1  █      1  █      1  █      1  █      1  ████   4  █      1 "


def test_the_week_starts_where_it_is_set(library: Library) -> None:
    lines = drawn(library.everything, LAUNCH, 6, 35, 6)
    assert lines[0].split()[0] == "Sun"
    assert lines[4].split()[0].startswith("17")


def test_the_title_counts_what_is_shown(library: Library) -> None:
    assert title(LAUNCH, library.everything) == "July 2016 · 9 items"
    assert title(date(2017, 2, 1), library.everything) == "February 2017 · 0 items"


def test_a_place_is_a_day() -> None:
    month = month_of(LAUNCH, 0, 70, 20)
    assert month.at(5 * 10 + 3, 6) == LAUNCH
    assert month.at(0, 0) is None
    assert month.at(-1, 2) is None
    assert month.at(3, 99) is None


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_the_keys_walk_the_calendar(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("C")
        assert "July 2016 · 9 items" in seen.text()
        assert "Mon 18 Jul 2016" in seen.text()
        await seen.press("down", "right", "left", "left")
        assert "Sun 24 Jul 2016  1 event" in seen.text()
        await seen.press("left", "enter")
        assert (seen.app.screen, seen.main.walk.day) == (seen.main, LAUNCH)
        await seen.press("C", "right_parenthesis", "right_parenthesis", "right", "enter")
        assert seen.main.walk.day == RESULT
        await seen.press("alt+left", "alt+left")
        assert seen.main.walk.day == date(2016, 7, 18)
        await seen.press("C", "end", "escape")
        assert seen.main.walk.day == date(2016, 7, 18)


async def test_it_shows_what_the_filter_leaves(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("slash", *"leeds", "enter", "C")
        assert "July 2016 · 2 items" in seen.text()
        await seen.press("left", "right_square_bracket")
        assert "Sat 30 Jul 2016  1 event · 1 figure" in seen.text()


async def test_the_mouse_and_the_first_day_of_the_week(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24), settings=Settings(week_starts=6)) as seen:
        await seen.press("C")
        lines = seen.lines()
        y = next(number for number, line in enumerate(lines) if " 17 " in line and " 23 " in line)
        x = lines[y].index(" 23 ") + 1
        assert lines[y].index(" 17 ") < lines[y].index(" 23 ")
        await seen.pilot.click(offset=(x, y))
        await seen.settle()
        assert "Sat 23 Jul 2016  2 events · 1 figure · 1 quote" in seen.text()
        await seen.pilot.click(offset=(x, y))
        await seen.settle()
        assert seen.main.walk.day == LAUNCH


async def test_the_ends_of_the_calendar(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("C")
        for end, keys in ((date.min, ("left", "up", "pageup")), (date.max, ("right", "down", "pagedown"))):
            seen.app.screen._go(end)
            await seen.press(*keys)
            assert seen.app.screen.view.day == end
            assert "The calendar ends here." in seen.text()


async def test_bookmarks_are_set_listed_gone_to_and_kept(visit: Visits, timeline: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    async with visit(timeline, (80, 24), memory=lambda _: Memory(file)) as seen:
        await seen.press("M")
        assert "No bookmarks yet" in seen.text()
        seen.main.walk.go(LEEDS)
        await seen.press("f", "m")
        assert "Item bookmarked" in seen.text()
        assert "▸★●   ≥2,000" in seen.text()
        await seen.press("1", "t", "t", "m")
        assert any(line.startswith("┃▸Mo 18") and "1★┃" in line for line in seen.lines())
    async with visit(timeline, (80, 24), memory=lambda _: Memory(file)) as seen:
        await seen.press("M")
        text = seen.text()
        assert "Mon 18 Jul 2016  the day" in text
        assert "Sat 30 Jul 2016  More than 2,000 supporters" in text
        await seen.press("down", "enter")
        assert (seen.main.walk.day, seen.item, seen.main.active) == (LEEDS, "More than 2,000 supporters", "records")
        await seen.press("alt+left")
        assert seen.main.walk.day == date(2016, 7, 18)
        await seen.press("M", "down", "x")
        assert "More than 2,000" not in "".join(seen.lines()[8:14])
        assert len(Memory(file).kept.bookmarks) == 1
        await seen.press("x")
        assert seen.app.screen is seen.main
        assert Memory(file).kept.bookmarks == ()


async def test_a_bookmark_goes_with_its_item_to_another_day(visit: Visits, timeline: Timeline, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.json")

    def marked() -> list[date | None]:
        return [mark.spot.day for mark in Memory(memory.file).kept.bookmarks]

    async with visit(timeline, (80, 24), memory=lambda _: memory) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("e", "m", "d")
        await seen.type("2 aug")
        await seen.press("enter")
        assert seen.main.walk.day == date(2016, 8, 2)
        assert "▸★●✎" in seen.text()
        assert marked() == [date(2016, 8, 2)]
        await seen.press("z")
        assert (seen.main.walk.day, marked()) == (LEEDS, [LEEDS])
        assert "▸★●" in seen.text()
        await seen.press("x")
        assert marked() == [LEEDS]


async def test_a_bookmark_behind_the_filter(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("f", "m", "slash", *"kind:quote", "enter", "M", "enter")
        assert "The filter hides this item" in seen.text()
        assert seen.main.walk.day == LEEDS


async def test_a_bookmark_that_cannot_be_kept_holds_for_the_visit(
    visit: Visits, timeline: Timeline, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    async with visit(timeline, (120, 36), memory=lambda _: Memory(tmp_path / "file" / "m.json")) as seen:
        await seen.press("m")
        assert len(seen.main.bookmarks) == 1
        await seen.press("m")
        assert seen.main.bookmarks == ()
