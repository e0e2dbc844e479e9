from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from store import Timeline
from store.filters import Filter, parse
from store.search import Search
from tui.models.facets import FIELDS, MOST, Facet, narrowed
from tui.models.shown import Library

Visits = Callable[..., AbstractAsyncContextManager[Any]]
JANE, ANN = Facet("who", "Jane Doe", 1), Facet("who", "Ann Other", 1)
LEEDS = Facet("place", "Leeds", 2)


def test_what_there_is_is_counted_field_by_field(library: Library) -> None:
    found = library.facets(Filter(), MOST)
    assert [facet.field for facet in found] == sorted((facet.field for facet in found), key=list(FIELDS).index)
    assert found[0] == Facet("kind", "event", 6)
    assert [facet for facet in found if facet.field == "date"] == [
        Facet("date", "1984-01", 1), Facet("date", "2016-07", 9), Facet("date", "2016-09", 1)
    ]  # fmt: skip
    assert {
        Facet("is", "planned", 1),
        Facet("source", "Weekly Beacon", 6),
        LEEDS,
        JANE,
        ANN,
        Facet("kind", "attendance", 3),
    } <= set(found)


@pytest.fixture
def searchable(library: Library) -> Library:
    """The same library with a search index."""
    search = Search()
    search.add((entry, library.issue_of(entry)) for entry in [*library.dates, *library.items[::-1]])
    made = Library(library.issues, library.items, library.dates)
    made.finder.search_with(search)
    return made


@pytest.mark.parametrize(
    "query", ["", "leeds", "-kind:event", "is:certain OR kind:time", "who:doe", "zebra", "size:>1"]
)
def test_what_is_looked_up_is_what_is_read_through(library: Library, searchable: Library, query: str) -> None:
    read, looked_up = library.keep(parse(query)), searchable.keep(parse(query))
    assert read is not None
    assert looked_up is not None
    assert [entry.id for entry in looked_up.items] == [entry.id for entry in read.items]
    assert {day: looked_up.count(day) for day in looked_up.days} == {day: read.count(day) for day in read.days}
    assert searchable.facets(parse(query), MOST) == library.facets(parse(query), MOST)


@pytest.mark.parametrize(
    ("query", "chosen", "without", "result"),
    [
        ("", [LEEDS], False, "place:Leeds"),
        ("rally", [JANE, ANN], False, 'rally who:"Jane Doe","Ann Other"'),
        ("rally", [JANE, LEEDS], True, 'rally -place:Leeds -who:"Jane Doe"'),
        ("hull OR leeds", [JANE], False, '(hull OR leeds) who:"Jane Doe"'),
        ("", [Facet("date", "2016-07", 1), Facet("is", "planned", 1)], False, "date:2016-07 is:planned"),
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
