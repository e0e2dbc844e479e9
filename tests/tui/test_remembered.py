from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store import Timeline
from tui import settings
from tui.errors import UserError
from tui.remembered import Bookmark, Memory, Remembered, Spot

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LEEDS = date(2016, 7, 30)


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "m.json"
    marks = (Bookmark(Spot(LEEDS, "event", "words ◌ “”"), "Rally"), Bookmark(Spot(None)))
    Memory(file, "t.json").keep(bookmarks=marks, spot=Spot(LEEDS), theme="nord")
    assert Memory(file, "t.json").kept == Remembered(timeline="t.json", bookmarks=marks, spot=Spot(LEEDS), theme="nord")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"spot": 3}', '{"bookmarks": [{}]}', "\x00"])
def test_a_broken_file_is_one_line_and_is_not_lost_at_once(tmp_path: Path, text: str) -> None:
    file = tmp_path / "m.json"
    file.write_text(text)
    memory = Memory(file)
    assert memory.kept == Remembered()
    assert memory.problem.startswith(str(file))
    assert "\n" not in memory.problem
    assert file.read_text() == text


def test_a_field_of_a_later_version_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    file.write_text('{"pane": "why", "later": 1}')
    assert Memory(file).kept.pane == "why"


def test_nothing_is_kept_of_a_timeline_in_memory() -> None:
    memory = Memory.of(None)
    memory.keep(pane="why")
    assert memory.file is None


def test_each_timeline_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "state_folder", lambda: tmp_path / "state")
    one, other = Memory.of(tmp_path / "a" / "t.json"), Memory.of(tmp_path / "b" / "t.json")
    assert one.file != other.file
    assert one.file is not None
    one.keep(pane="why")
    assert not (other.file or tmp_path).exists()
    assert Memory.of(tmp_path / "a" / ".." / "a" / "t.json").kept.pane == "why"


def test_where_it_cannot_be_kept_a_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be kept"):
        Memory(tmp_path / "file" / "m.json").keep(pane="why")


async def test_the_app_comes_back_to_where_it_was_left(visit: Visits, timeline: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    async with visit(timeline, memory=lambda _: Memory(file)) as seen:
        await seen.press("slash", *"leeds", "enter", "f", "s", "4")
        item, sort = seen.item, seen.main.sort
        seen.app.action_choose_theme("nord")
        await seen.press("q")
    async with visit(timeline, memory=lambda _: Memory(file)) as seen:
        assert (seen.main.walk.day, seen.item, seen.main.active) == (LEEDS, item, "why")
        assert (seen.main.filter_text, seen.main.sort, seen.app.theme) == ("leeds", sort, "nord")
        assert len(seen.main.walk.shown.items) == 2
        await seen.press("escape", "escape", "ctrl+q")
    async with visit(timeline, memory=lambda _: Memory(file)) as seen:
        assert seen.main.filter_text == ""
        assert (seen.main.walk.day, seen.item) == (LEEDS, item)


async def test_a_spot_that_is_no_more_does_no_harm(visit: Visits, timeline: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    Memory(file).keep(spot=Spot(date(1999, 1, 1), "event", "gone"), pane="attic", sort="by magic", theme="none",
                      filter="leeds (")  # fmt: skip
    async with visit(timeline, memory=lambda _: Memory(file)) as seen:
        assert seen.app.is_running
        assert seen.main.active == "days"
        assert "▲" in seen.text()


async def test_a_broken_memory_is_said_and_the_app_opens(visit: Visits, timeline: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    file.write_text("{")
    async with visit(timeline, (160, 48), memory=lambda _: Memory(file)) as seen:
        assert "where you left off cannot be read" in " ".join(seen.text().split())
        assert seen.main.walk.day == date(2016, 7, 18)


async def test_the_order_of_items(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("f")
        assert seen.item == "More than 2,000 supporters"
        await seen.press("s", "s")
        assert seen.main.sort == "the largest first"
        await seen.press("f")
        assert seen.item == "3,000 people"
        await seen.press("down", "s")
        assert seen.item == "More than 2,000 supporters"
