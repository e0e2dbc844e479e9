from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest

from store import Timeline
from store.records import Bounds, Context, Entry, Event, Issue
from tui.models.accounts import account_rows, accounts
from tui.models.pieces import plain, width_of
from tui.models.record_rows import record_rows
from tui.models.shown import Library
from tui.models.sizes import size_rows, sizes

Visits = Callable[..., AbstractAsyncContextManager[Any]]


def event(number: int, day: int, place: str, low: float | None, high: float | None) -> Entry:
    when = date(2016, 8, day)
    record = Event(start=0, end=5, text="Words", title=f"Rally {number}", kind="rally", first=when, last=when,
                   places=(place,), attendance=Bounds(low=low, high=high))  # fmt: skip
    return Entry(id=number, day=when, kind="event", issue_id=number, certainty="certain", record=record)


def shelf(*entries: Entry) -> Library:
    issues = {entry.id: Issue(text="Words", context=Context(publication=f"Paper {entry.id}")) for entry in entries}
    return Library(issues, entries)


def test_accounts_are_the_mentions_of_one_event() -> None:
    rally, same = event(1, 21, "Kilburn", None, 4000), event(2, 21, "kilburn", 3500, None)
    library = shelf(rally, same, event(3, 18, "Kilburn", 10, 10), event(4, 21, "Hull", 10, 10))
    assert accounts(rally, library) == [rally, same]
    assert accounts(same, library) == [same, rally]


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (3500, None, []),
        (5000, 5000, [" ⚠ papers differ on how many came"]),
    ],
)
def test_open_bounds_that_overlap_are_no_disagreement(low: float | None, high: float | None, found: list[str]) -> None:
    seen = [event(1, 21, "Kilburn", None, 4000), event(2, 21, "Kilburn", low, high)]
    lines = [plain(line) for row in account_rows(seen, shelf(*seen), 60) for line in row.lines]
    assert [line for line in lines if "⚠" in line] == found


@pytest.mark.parametrize(("high", "words"), [(4200, "2 papers"), (5000, "⚠ 2 papers")])
@pytest.mark.parametrize("roomy", [True, False])
def test_the_row_of_an_event_says_how_many_papers_tell_it(high: int, words: str, roomy: bool) -> None:  # noqa: FBT001
    seen = [event(1, 21, "Kilburn", None, 4000), event(2, 21, "Kilburn", high, high)]
    rows = list(record_rows(seen, shelf(*seen), 70, roomy=roomy))
    text = "\n".join(plain(line) for line in rows[1].lines)
    assert f"{words} · Paper 1" in text
    assert ("⚠" in text) == ("⚠" in words)


def test_different_numbers_are_named() -> None:
    seen = [
        event(1, 21, "Kilburn", None, 4000),
        event(2, 21, "Kilburn", 3500, None),
        event(3, 21, "Kilburn", None, 4000),
    ]
    assert plain(account_rows(seen, shelf(*seen), 60)[0].lines[0]) == "   Numbers given: ≤4,000, ≥3,500"


def test_what_belongs_to_no_event_has_no_accounts(library: Library, named: Callable[[str], Entry]) -> None:
    assert accounts(named("3,000 people"), library) == []


def test_the_largest_comes_first_and_an_event_is_not_told_twice(library: Library) -> None:
    found = sizes(library.items, library)
    assert [size.known for size in found] == [3000, 2000, 1800]
    assert found[-1].what == "Campaign launch, the Lowry, Salford"


@pytest.mark.parametrize("width", [36, 60, 100])
def test_rows_fit(library: Library, width: int) -> None:
    rally = event(1, 21, "Kilburn", None, 4000)
    rows = [*size_rows(sizes(library.items, library), library, width), *account_rows([rally], shelf(rally), width)]
    assert all(width_of(plain(line)) <= width for row in rows for line in row.lines)


def test_bars_tell_at_least_from_at_most() -> None:
    entries = [event(1, 21, "A", None, 1000), event(2, 21, "B", 1000, None), event(3, 21, "C", 500, 1000)]
    library = shelf(*entries)
    lines = [plain(row.lines[0]) for row in size_rows(sizes(entries, library), library, 50)]
    assert ["░░░░░░░░░░" in lines[0], "█████████→" in lines[1], "█████░░░░░" in lines[2]] == [True, True, True]


@pytest.mark.parametrize(("size", "beside"), [((160, 48), 2), ((120, 36), 0), ((40, 12), 0)])
async def test_two_reports_side_by_side_where_there_is_room(
    visit: Visits, timeline: Timeline, size: tuple[int, int], beside: int
) -> None:
    async with visit(timeline, size) as seen:
        seen.main.walk.go(date(2016, 7, 23))
        await seen.press("e", "J", "enter", "equals_sign")
        assert "How the papers tell it" in seen.text()
        assert seen.text().count("─ 3 Source") == beside
        await seen.press("down", "enter")
        assert seen.app.screen is seen.main
