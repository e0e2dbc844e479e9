from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest

from store import Timeline
from store.filters import FilterError, parse
from tui.models.travels import Travels
from tui.screens.base import READING
from tui.widgets.panes import DayList, RecordList
from tui.widgets.source import SourceView

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LAUNCH, LEEDS, RESULT = date(2016, 7, 23), date(2016, 7, 30), date(2016, 9, 24)


async def test_the_first_screen_tells_what_is_there(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        text = seen.text()
        assert "CAMPAIGN TIMELINE  try.json" in text
        assert "2 reports · 10 days · 6 events · 3 figures · 2 quotes" in text
        assert "━ 1 Days ━" in text
        assert "▸Mo 18 Jul" in text
        assert "▸ ◐ Volunteers ring members" in text
        assert "▐ Volunteers rang members all of last week." in text
        assert "last week = 18–24 Jul 2016" in text
        assert "sure     ◐ some day of these" in text
        assert "←→ day  ↑↓ row  g date  / filter  E export  ? help  q quit" in text


STEPS: list[tuple[tuple[str, ...], date | None]] = [
    (("right",), date(2016, 7, 19)),
    (("l", "l", "h"), date(2016, 7, 19)),
    (("right_curly_bracket",), date(2016, 7, 25)),
    (("right_curly_bracket", "right"), date(2016, 7, 26)),
    (("right_curly_bracket", "right_square_bracket"), LEEDS),
    (("right_curly_bracket", "right_square_bracket", "left_square_bracket"), date(2016, 7, 25)),
    (("right_parenthesis",), date(2016, 8, 18)),
    (("t",), RESULT),
    (("t", "t"), date(2016, 7, 18)),
    (("t", "right"), None),
    (("down", "j", "k"), date(2016, 7, 19)),
    (("end",), None),
    (("G", "home"), date(2016, 7, 18)),
    (("t", "alt+left"), date(2016, 7, 18)),
    (("t", "alt+left", "alt+right"), RESULT),
]


async def test_steps(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        for keys, day in STEPS:
            seen.main.walk.go(date(2016, 7, 18))
            seen.main.travels = Travels()
            seen.main.draw()
            await seen.pilot.press(*keys)
            await seen.pilot.pause()
            assert seen.main.walk.day == day, keys


async def test_one_selection_drives_all_panes(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        seen.main.walk.go(LAUNCH)
        await seen.press("f")
        assert seen.item == "Some 1,800 people"
        text = seen.text()
        assert "▸ ●   ~1,800  people in the Lowry" in text
        assert "Saturday = Sat 23 Jul 2016" in text
        assert "figure 1/1 ● certain · Morning Courier · from the front matter" in text
        await seen.press("u")
        assert seen.item == "Many hands make a movement,"
        assert "▐ “Many hands make a movement,” Jane Doe" in seen.text()
        await seen.press("e", "down")
        assert seen.item == "Volunteers rang members all of last week."


async def test_mentions_in_the_source(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        seen.main.walk.go(LAUNCH)
        await seen.press("3", "right_square_bracket")
        assert seen.item == "Some 1,800 people"
        await seen.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert seen.item == "Nobody knows who threw the brick."
        assert seen.main.walk.day == date(2016, 7, 25)
        await seen.press("right_square_bracket")
        assert "No further mention in this report." in seen.text()


async def test_hits_step_over_days(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("n", "n", "n", "n")
        assert seen.item == "The result is due on 24 September."
        await seen.press("N")
        assert (seen.main.walk.day, seen.item) == (LEEDS, "The North is awake,")


async def test_the_filter_narrows_as_one_types_and_keeps_the_item(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash", *"leeds")
        assert seen.main.walk.day == LEEDS
        text = seen.text()
        assert "of 11 shown · Esc clears" in text
        kept = seen.item
        assert "Leeds" in kept
        await seen.press("escape")
        assert seen.main.filter_text == ""
        assert (seen.main.walk.day, seen.item) == (LEEDS, kept)
        assert len(seen.main.walk.shown.items) == 11


async def test_a_mistake_in_the_filter_is_shown_where_it_is(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("slash")
        await seen.type("leeds (hull")
        lines = seen.lines()
        at = next(number for number, line in enumerate(lines) if "▲ " in line and number < 4)
        assert lines[at - 1].index("(hull") == lines[at].index("▲")
        await seen.type("leeds")
        assert "▲" not in seen.lines()[at]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_whole_of_a_mistake_can_be_read(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        for query in ("leeds hull date:2016-13", "who:", "leeds (hull OR"):
            with pytest.raises(FilterError) as error:
                parse(query)
            await seen.press("slash")
            await seen.type(query)
            lines = seen.lines()
            at = next(number for number, line in enumerate(lines) if "▲" in line and number < 4)
            assert lines[at].index("▲") == lines[at - 1].index(query) + error.value.position
            told = " ".join(" ".join(lines[at : at + 5]).replace("▲", "").split())
            assert " ".join(error.value.message.split()) in told
            await seen.press("escape")


async def test_what_has_no_day_is_called_undated(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("t", "right", "2")
        assert "2 Undated" in seen.text()
        assert "~ undated  " in seen.text()
        await seen.press("1", "t", "t", "right_curly_bracket", "4")
        text = seen.text()
        assert "○ undated in the text" in text
        assert "event 1/1 ○ undated" in text


async def test_the_filter_goes_off_and_on(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash")
        await seen.type("kind:quote")
        await seen.press("enter")
        assert len(seen.main.walk.shown.items) == 2
        await seen.press("ctrl+f")
        assert len(seen.main.walk.shown.items) == 11
        assert "filter off" in seen.text()
        await seen.press("ctrl+f")
        assert len(seen.main.walk.shown.items) == 2


async def test_nothing_left_says_what_to_do(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("slash")
        await seen.type("zebra")
        assert "Nothing matches the filter" in seen.text()
        assert "│zebra" in seen.text()
        assert "~ before a word" in seen.text()
        await seen.type("~zebra")
        assert "Nothing matches the filter" in seen.text()
        assert "~ before a word" not in seen.text()
        await seen.press("escape", "right_curly_bracket", "right")
        assert "Nothing on this day." in seen.text()


async def test_an_empty_timeline_says_what_to_do(visit: Visits) -> None:
    with Timeline.in_memory() as empty:
        async with visit(empty, (80, 24)) as seen:
            assert "Nothing here yet." in seen.text()
            await seen.press(
                "right", "left", "down", "n", "t", "right_square_bracket", "y", "enter", "w", "3", "up", "escape"
            )
            await seen.press("g")
            assert "There is no day to go to yet" in seen.text()


async def test_panes_zoom_open_and_back(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("enter")
        assert seen.main.active == "records"
        await seen.press("enter")
        assert seen.main.active == "source"
        assert not seen.main.query_one(DayList).display
        await seen.press("escape")
        assert seen.main.active == "records"
        assert seen.main.query_one(DayList).display
        await seen.press("full_stop")
        assert not seen.main.query_one(SourceView).display
        await seen.press("full_stop", "w")
        assert "4 Why this date" in seen.text()
        assert not seen.main.query_one(SourceView).display
        await seen.press("tab")
        assert seen.main.active == "days"
        await seen.press("shift+tab", "q")
        assert seen.app.return_code == 0


async def test_escape_leads_back_from_source_and_why(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (40, 12)) as seen:
        await seen.press("slash")
        await seen.type("leeds")
        await seen.press("enter")
        for keys in (("w",), ("3",), ("w", "3"), ("full_stop", "w")):
            await seen.press(*keys)
            assert seen.main.active in ("source", "why")
            await seen.press("escape")
            assert (seen.main.active, seen.main.filter_text) == ("records", "leeds"), keys
        await seen.press("1", "w", "escape")
        assert seen.main.active == "days"
        await seen.press("escape")
        assert seen.main.filter_text == ""


async def test_the_sign_marks_the_row_under_the_cursor(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (40, 12)) as seen:
        for keys, words in [
            ((), "▸Mo 18"),
            (("2",), "▸ ◐ Volunteers"),
            (("1", "t", "left_square_bracket", "f"), "▸ ●   ≥2,000"),
            (("t", "right", "2"), "▸ ◐ Strike"),
        ]:
            await seen.press(*keys)
            assert words in seen.text(), keys


async def test_escape_never_quits(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("escape", "escape", "escape")
        assert seen.app.is_running
        assert seen.app.screen is seen.main


async def test_ctrl_c_says_how_to_leave(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("ctrl+c")
        assert "q leaves the program." in seen.text()


async def test_help_shows_the_pane_first(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("2", "question_mark")
        assert seen.text().index("Items of a day") < seen.text().index("Walking through the days")
        await seen.press("G")
        assert "Leave the program." in seen.text()
        await seen.press("escape")
        assert seen.app.screen is seen.main


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_actions(visit: Visits, timeline: Timeline, key: str) -> None:
    async with visit(timeline) as seen:
        await seen.press(key)
        await seen.type("latest day")
        await seen.pilot.pause(0.3)
        await seen.press("enter")
        assert seen.main.walk.day == RESULT


async def test_go_to_a_date_in_words(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("g")
        await seen.type("+12d")
        assert "= Sat 30 Jul 2016  4 items" in seen.text()
        await seen.type("+12 q")
        assert "no day in these words yet" in seen.text()
        await seen.press("enter")
        assert seen.app.screen is not seen.main
        await seen.type("+1w")
        await seen.press("enter")
        assert seen.main.walk.day == date(2016, 7, 25)
        await seen.press("g", "escape")
        assert seen.main.walk.day == date(2016, 7, 25)


async def test_going_to_a_longer_time_counts_all_its_days_under_the_filter(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("g")
        await seen.type("july")
        assert "= 1–31 Jul 2016  9 items" in seen.text()
        await seen.press("escape", "slash")
        await seen.type("leeds")
        await seen.press("enter", "g")
        await seen.type("july")
        assert "= 1–31 Jul 2016  2 items (7 hidden by the filter)" in seen.text()
        await seen.press("enter")
        assert seen.main.walk.day == LEEDS


async def test_a_day_the_filter_empties_names_the_filter(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("slash")
        await seen.type("leeds")
        await seen.press("enter", "g")
        await seen.type("23 july")
        await seen.press("enter")
        text = seen.text()
        assert "Nothing on" not in text
        assert "4 items of this day hidden by the filter" in text
        assert "leeds" in text.split("hidden by the filter")[1]


async def test_copy(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("y")
        assert seen.app.clipboard.startswith("Volunteers ring members: Volunteers rang members all of last week.")


@pytest.mark.parametrize("size", [(160, 48), (120, 36), (80, 24), (60, 20), (40, 12)])
async def test_every_pane_is_reachable_at_every_size(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        for key, title in [("1", "1 Days"), ("2", "2 Mon 18 Jul 2016"), ("3", "3 Source"), ("4", "4 Why")]:
            await seen.press(key)
            assert f"━ {title}" in seen.text()
        assert all(len(line) == size[0] for line in seen.lines())


async def test_a_new_size_keeps_the_place(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("2", "down", "down")
        before = seen.item
        for size in [(40, 12), (160, 48), (80, 24)]:
            await seen.pilot.resize_terminal(*size)
            await seen.settle()
            assert seen.item == before
        assert seen.app.focused is seen.main.query_one(RecordList)


async def test_the_mouse_selects(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.pilot.click("#days", offset=(5, 4))
        await seen.settle()
        assert seen.main.walk.day == date(2016, 7, 20)
        await seen.pilot.click("#strip", offset=(1 + 5, 0))
        await seen.settle()
        assert seen.main.walk.day == LAUNCH
        await seen.pilot.click("#records", offset=(8, 7))
        await seen.settle()
        assert seen.main.active == "records"
        assert seen.item == "Some 1,800 people"


async def test_what_is_shown_keeps_up_while_the_filter_cannot_be_read(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash")
        await seen.type("kind:figure leeds")
        await seen.type("kind:figure leeds (")
        await seen.press("tab", "2", "x")
        assert "a word is missing here" in seen.text()
        assert seen.main.walk.shown.number == 0
        assert "Nothing matches the filter" in seen.text()
        assert "kind:figure leeds (" not in "".join(seen.lines()[5:])


async def test_an_empty_timeline_that_cannot_be_read_does_not_wait_for_ever(visit: Visits) -> None:
    with Timeline.in_memory() as empty:
        async with visit(empty) as seen:
            seen.main.busy = READING
            seen.main.draw()
            assert READING in seen.main.view("records").rows[0].lines[0][0][0]
            seen.main.post_message(seen.main.Unreadable("broken"))
            await seen.settle()
            assert READING not in seen.text()
