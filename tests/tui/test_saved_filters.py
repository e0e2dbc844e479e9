from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from store import Timeline
from tui.models.pieces import plain, width_of
from tui.models.saved_filters import History, filter_rows, typed, with_filter
from tui.remembered import SavedFilter

Visits = Callable[..., AbstractAsyncContextManager[Any]]
RALLIES, WHO = SavedFilter("Rallies", "kind:rally"), SavedFilter("who spoke", "kind:quote")


def test_a_filter_takes_the_place_of_the_one_of_its_name() -> None:
    assert with_filter([WHO], "Rallies", "kind:rally") == (RALLIES, WHO)
    assert with_filter([RALLIES, WHO], "rallies", "kind:march") == (SavedFilter("rallies", "kind:march"), WHO)


@pytest.mark.parametrize("width", [20, 38, 90])
def test_rows_fit_their_width(width: int) -> None:
    for row in filter_rows([RALLIES, SavedFilter("n" * 50, "q" * 100)], width):
        assert width_of(plain(row.lines[0])) <= width


def test_what_was_typed_is_remembered_once_and_last() -> None:
    assert typed(["a", "b"], " a ") == ("b", "a")
    assert typed(["a"], "  ") == ("a",)
    assert len(typed([str(number) for number in range(60)], "new")) == 50


def test_history_leads_back_and_forward_to_what_was_being_typed() -> None:
    history, before = History(), ["first", "second", "draft"]
    assert history.step(1, before, "draft") is None
    assert history.step(-1, before, "draft") == "second"
    assert history.step(-1, before, "second") == "first"
    assert history.step(-1, before, "first") is None
    assert history.step(1, before, "first") == "second"
    assert history.step(1, before, "second") == "draft"
    assert history.step(1, before, "draft") is None
    history.step(-1, before, "draft")
    assert history.step(-1, before, "second, changed") == "draft"


async def test_filters_typed_before_are_recalled(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash", *"leeds", "enter", "slash", "ctrl+u", *"who:", "escape", "slash", *"hull")
        await seen.press("up")
        assert seen.main.filter_text == "leeds"
        assert [entry.record.places for entry in seen.main.walk.items if entry.kind == "event"] == [("Leeds",)]
        await seen.press("up", "down")
        assert seen.main.filter_text == "hull"


async def test_a_filter_is_saved_used_and_deleted(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("v")
        assert "Nothing saved yet" in seen.text()
        await seen.press("s", "escape", "slash", *"kind:quote", "enter", "v")
        assert "Nothing saved yet; s saves kind:quote" in seen.text()
        await seen.press("s")
        assert "Enter save under this name · Esc back" in seen.text()
        await seen.press(*"Said", "enter")
        assert "x delete · Enter use · Esc leave" in seen.text()
        assert "Said" in seen.text()
        assert seen.main.memory.kept.filters == (SavedFilter("Said", "kind:quote"),)
        await seen.press("escape", "escape", "escape")
        assert seen.main.filter_text == ""
        await seen.press("v", "enter")
        assert seen.main.filter_text == "kind:quote"
        assert {entry.kind for entry in seen.main.walk.shown.items} == {"quote"}
        await seen.press("v", "x")
        assert seen.main.memory.kept.filters == ()
