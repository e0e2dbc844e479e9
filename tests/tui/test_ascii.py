from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len
from textual._compositor import LayoutUpdate

from store import Timeline
from store.records import Issue, Records
from tui.models.ascii import SIGNS, in_ascii, line_in_ascii
from tui.settings import Settings

Visits = Callable[..., AbstractAsyncContextManager[Any]]


def test_it_keeps_the_width_and_the_likeness() -> None:
    assert in_ascii("Zoë’s £5 – “no” ● ◐ ○ …") == 'Zoe\'s L5 - "no" * ~ o ~'
    assert in_ascii("日本 e\u0301") == "???? e"
    for text in (*SIGNS, "日本", "e\u0301\u0302", "😀", "\ufffd", "␛", "ﬁ", "½"):
        assert in_ascii(text).isascii()
        assert len(in_ascii(text)) == cell_len(text)


BOUNDED = [
    (("│", "  ● ", "  ≥2,000  ", "supporters", "│"), ("|", "  * ", " >=2,000  ", "supporters", "|")),
    (("Numbers given: ≤4,000, ≥3,500   ",), ("Numbers given: <=4,000, >=3,500 ",)),
    (("Hull: ≥2,000", " · Echo", "  │ ≥  "), ("Hull: >=2,000", " . Echo", " | >= ")),
    (("was ≥ 5│",), ("was >=5|",)),
    (("was ≥5│  ",), ("was>=5|  ",)),
    (("≥ 日本",), (">=????",)),
    (("x≥5│  ",), ("x>5|  ",)),
]


@pytest.mark.parametrize(("parts", "told"), BOUNDED)
def test_at_least_and_at_most_keep_both_their_signs(parts: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert tuple(line_in_ascii(parts)) == told
    assert cell_len("".join(parts)) == len("".join(told))


def test_how_sure_a_day_is_is_told_apart() -> None:
    assert len({SIGNS[sign] for sign in "●◐○"}) == 3
    assert len({SIGNS[sign] for sign in "▁▂▃▄▅▆▇█"}) == 8
    assert SIGNS["━"] != SIGNS["─"]


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_nothing_else_is_drawn(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size, settings=Settings(ascii=True)) as seen:
        for keys in ("1", "2", "34", "F", "\x1b", "#", "\x1b", "?", "\x1b", "d", "\x1b", "E", "\x1b", ":", "\x1b"):
            await seen.press(*(seen.key(key) for key in keys))
            lines = seen.drawn()
            assert all(line.isascii() for line in lines), keys
            assert {len(line) for line in lines} == {size[0]}, keys


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_open_bounds_are_drawn_whole(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size, settings=Settings(ascii=True)) as seen:
        seen.main.walk.go(date(2016, 7, 30))
        await seen.press("f")
        (line,) = [line for line in seen.drawn() if ">=2,000  supporters" in line]
        (other,) = [line for line in seen.drawn() if " 3,000  people" in line]
        assert line.index("supporters") == other.index("people")
        assert len(line) == len(other) == size[0]


async def test_hostile_texts_are_drawn_in_it(visit: Visits, hostile_report: tuple[Issue, Records]) -> None:
    with Timeline.in_memory() as made:
        made.add(*hostile_report)
        async with visit(made, (80, 24), settings=Settings(ascii=True)) as seen:
            for key in "1234":
                await seen.press(key, "full_stop")
                assert all(line.isascii() and len(line) == 80 for line in seen.drawn())
                assert all(line.isprintable() for line in seen.drawn())


async def test_it_is_switched_in_the_palette(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("colon")
        await seen.type("ascii")
        await seen.pilot.pause(0.3)
        await seen.press("enter")
        assert all(line.isascii() for line in seen.drawn())
        seen.app.action_switch_ascii()
        await seen.settle()
        assert not all(line.isascii() for line in seen.drawn())


async def test_the_whole_screen_changes_at_once(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(timeline) as seen:
        drawn: list[object] = []
        monkeypatch.setattr(seen.app, "_display", lambda _, update: drawn.append(update))
        seen.app.action_switch_ascii()
        await seen.settle()
        assert any(isinstance(update, LayoutUpdate) for update in drawn)


async def test_ascii_is_switched_behind_a_dialogue_too(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("i")
        before = seen.drawn()
        for _ in range(2):
            seen.app.action_switch_ascii()
            await seen.settle()
            assert all(line.isascii() for line in seen.drawn())
            seen.app.action_switch_ascii()
            await seen.settle()
            assert seen.drawn() == before
