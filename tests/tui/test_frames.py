"""Frames on their way to the terminal, and the garbage that they leave behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, cast

import pytest

from store import Timeline
from tui import heap
from tui.frames import BEGINS, ENDS, whole_frames

if TYPE_CHECKING:
    from textual.driver import Driver

Visits = Callable[..., AbstractAsyncContextManager[Any]]


class Written:
    """A driver that keeps what is written."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def write(self, data: str) -> None:
        self.texts.append(data)


def test_a_frame_is_written_in_one_piece_and_everything_else_as_it_comes() -> None:
    driver = whole_frames(cast("type[Driver]", Written))()  # type: ignore[call-arg] # it takes nothing
    for text in ("\x1b[?1049h", BEGINS, "rows", "cursor", ENDS, "\a", BEGINS, "more", ENDS):
        driver.write(text)
    assert cast("Written", driver).texts == [
        "\x1b[?1049h",
        f"{BEGINS}rowscursor{ENDS}",
        "\a",
        f"{BEGINS}more{ENDS}",
    ]


@pytest.mark.parametrize(
    ("counts", "looked_through"),
    [((heap.FEW, 99, 99), []), ((501, 3, 3), [0]), ((501, 11, 3), [1]), ((501, 11, 11), [2])],
)
def test_at_rest_garbage_is_looked_for_where_there_may_be_some(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int, int], looked_through: list[int]
) -> None:
    found: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", found.append)
    heap.rest()
    assert found == looked_through


async def test_what_was_read_before_is_gone_once_the_timeline_is_read_anew(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        before = weakref.ref(seen.main.library)
        for made in (seen.main.library.known, seen.main.library.finder):
            assert made is not None
        del made
        gc.freeze()  # from here on no garbage is found that refers to itself in a circle
        try:
            seen.main.read_timeline()
            await seen.settle()
            await seen.press("l")
            assert seen.main.library is not before()
            assert before() is None
        finally:
            gc.unfreeze()
