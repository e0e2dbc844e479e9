from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from store import Timeline
from store.filters import parse
from tui.models.facets import Facet, facets, narrowed
from tui.models.shown import Library

Visits = Callable[..., AbstractAsyncContextManager[Any]]
JANE, ANN = Facet("who", "Jane Doe", 1), Facet("who", "Ann Other", 1)
LEEDS = Facet("place", "Leeds", 2)


def test_what_there_is_is_counted_field_by_field(library: Library) -> None:
    found = facets(library.items, library)
    assert [facet.field for facet in found] == sorted(
        (facet.field for facet in found), key=["kind", "source", "place", "who"].index
    )
    assert found[0] == Facet("kind", "event", 6)
    assert {Facet("source", "Weekly Beacon", 6), LEEDS, JANE, ANN, Facet("kind", "attendance", 3)} <= set(found)


@pytest.mark.parametrize(
    ("query", "chosen", "without", "result"),
    [
        ("", [LEEDS], False, "place:Leeds"),
        ("rally", [JANE, ANN], False, 'rally who:"Jane Doe","Ann Other"'),
        ("rally", [JANE, LEEDS], True, 'rally -place:Leeds -who:"Jane Doe"'),
        ("hull OR leeds", [JANE], False, '(hull OR leeds) who:"Jane Doe"'),
        ("rally", [], False, "rally"),
        ("", [Facet("kind", "sit-down", 1), Facet("kind", "rally", 1)], False, 'kind:"sit-down",rally'),
        ("", [Facet("who", 'Jo "The Voice" O’Neil, MP', 1)], False, 'who:"Jo The Voice O’Neil, MP"'),
    ],
)
def test_narrowing(query: str, chosen: list[Facet], without: bool, result: str) -> None:  # noqa: FBT001
    assert narrowed(query, chosen, without=without) == result
    parse(result)


async def test_facets_narrow_what_is_shown(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("F")
        assert "── Kind" in seen.text()
        await seen.press("down", "space", "down", "space", "enter")
        assert seen.main.filter_text == "kind:attendance,figure"
        assert {entry.kind for entry in seen.main.walk.shown.items} == {"figure"}
        await seen.press("F", "exclamation_mark")
        assert seen.main.filter_text.endswith(" -kind:attendance")
        assert seen.main.walk.shown.items == []
        await seen.press("F")
        assert "There is nothing to choose from." in seen.text()
