from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from store import Timeline
from tui.models.completion import completed

Visits = Callable[..., AbstractAsyncContextManager[Any]]
NAMES = {"who": ["Jeremy Corbyn", "Ann Other"], "source": ["Weekly Beacon"], "date": ["2016-07", "2016-08"]}


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("pl", "place:"),
        ("rally -sour", "rally -source:"),
        ("(wh", "(who:"),
        ("who:cor", "who:corbyn"),
        ('who:"jer', 'who:"jeremy Corbyn"'),
        ("who:corbyn,ot", "who:corbyn,other"),
        ('-who:"Jeremy Corbyn","ann', '-who:"Jeremy Corbyn","ann Other"'),
        ("kind:ev", "kind:event"),
        ("is:pl", "is:planned"),
        ("is:planned,con", "is:planned,conflict"),
        ("date:2016-0", "date:2016-07"),
        ("SOURCE:Bea", "SOURCE:Beacon"),
    ],
)
def test_a_query_goes_on(query: str, whole: str) -> None:
    assert completed(query, NAMES) == whole


@pytest.mark.parametrize("query", ["", "p", "rally ", "who:", "who:zebra", "nofield:x", "who:corbyn rally", "zebra"])
def test_nothing_fits(query: str) -> None:
    assert completed(query, NAMES) is None


async def test_the_filter_line_shows_how_it_may_go_on(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("slash", *'who:"ann')
        assert 'who:"ann Other"' in seen.text()
        assert seen.main.filter_text == 'who:"ann'
        await seen.press("right")
        assert seen.main.filter_text == 'who:"ann Other"'
        assert seen.item == "The North is awake,"
