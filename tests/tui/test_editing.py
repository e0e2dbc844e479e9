from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

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
        assert "Nothing was taken back last." in seen.text()


async def test_a_corrected_date_keeps_the_words_of_the_paper_and_the_day_it_had(
    visit: Visits, timeline: Timeline
) -> None:
    async with visit(timeline, (160, 48)) as seen:
        seen.main.walk.go(date(2016, 7, 23))
        await seen.press("2", "d")
        await seen.type("21 july")
        await seen.press("enter", "4")
        why = "\n".join(line.split("┃")[-2] for line in seen.lines() if line.rstrip().endswith("┃"))
        assert seen.main.walk.day == date(2016, 7, 21)
        facts = ["Thu 21 Jul 2016", "Corrected by hand", "figures and quotes of this event keep their days",
                 "words    ‘Saturday’", "was      Sat 23 Jul 2016", "rule     weekday before publication"]  # fmt: skip
        assert [why.find(fact) for fact in facts] == sorted(why.find(fact) for fact in facts)
        assert "figures and quotes" in why
        assert why.count("Corrected by hand") == 1
        assert any("date" in mark.role for mark in seen.main.query_one("#source")._marks)
        await seen.press("1")
        seen.main.walk.go(date(2016, 7, 23))
        assert {entry.kind for entry in seen.main.walk.items} == {"event", "figure", "quote"}


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


@pytest.fixture
def path(reports: list[tuple[Issue, Records]], tmp_path: Path) -> Path:
    made = tmp_path / "small.json"
    with Timeline.open(made) as timeline:
        timeline.add(*reports[0])
    return made


async def test_a_timeline_open_for_reading_says_so_and_refuses_changes(visit: Visits, path: Path) -> None:
    with Timeline.open(path, read_only=True) as timeline:
        async with visit(timeline, (80, 24)) as seen:
            assert "try.json  read only" in seen.lines()[0]
            for key in "dizc":
                await seen.press(key)
                assert seen.app.screen is seen.main
                assert "can only be read: nothing in it can be changed" in seen.lines()[-2]


async def test_the_sample_says_how_to_get_a_timeline_that_can_be_changed(
    visit: Visits, path: Path, tmp_path: Path
) -> None:
    with Timeline.open(path, read_only=True) as timeline:
        async with visit(timeline, (80, 24), "sample", lambda: Timeline.open(tmp_path / "own.json")) as seen:
            for key in "dmx":
                await seen.press(key)
            assert seen.lines()[-2].startswith(" This timeline can only be read; importing (i) starts one of your own.")


async def test_a_reader_follows_what_the_writer_writes(
    visit: Visits, reports: list[tuple[Issue, Records]], path: Path
) -> None:
    with Timeline.open(path) as writer, Timeline.open(path) as reader:
        async with visit(reader) as seen:
            assert "is writing to" in " ".join(seen.text().split())
            await seen.press("right_curly_bracket", "2")
            place = (seen.main.walk.day, seen.item)
            seen.main.look_again()
            await seen.settle()
            assert "1 report ·" in seen.text()
            writer.add(*reports[1])
            seen.main.look_again()
            await seen.settle()
            assert "2 reports ·" in seen.text()
            assert (seen.main.walk.day, seen.item) == place


async def test_following_waits_while_a_dialogue_is_open(
    visit: Visits, reports: list[tuple[Issue, Records]], path: Path
) -> None:
    with Timeline.open(path) as writer, Timeline.open(path) as reader:
        async with visit(reader) as seen:
            writer.add(*reports[1])
            await seen.press("E")
            seen.main.look_again()
            await seen.settle()
            assert len(seen.main.library.issues) == 1
            await seen.press("escape")
            seen.main.look_again()
            await seen.settle()
            assert len(seen.main.library.issues) == 2


async def test_only_who_cannot_write_looks_again_by_itself(visit: Visits, path: Path) -> None:
    for read_only in (True, False):
        with Timeline.open(path, read_only=read_only) as timeline:
            async with visit(timeline) as seen:
                assert (seen.main._following is not None) is read_only
