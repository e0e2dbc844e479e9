from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from store import Timeline
from store.records import Bounds, Context, Entry, Event, Issue
from tui.models.accounts import account_rows, accounts
from tui.models.pieces import Row, plain, width_of
from tui.models.record_rows import record_rows
from tui.models.shown import Library
from tui.models.side_by_side import aspects, choice_rows, side_rows
from tui.models.sizes import size_rows, sizes
from tui.screens.accounts import Accounts
from tui.widgets.comparison import AccountChoices

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
    assert plain(rows[0].lines[0]).startswith("── Events 1, told twice ──")
    if not roomy:
        narrow = next(row for row in record_rows(seen, shelf(*seen), 28, roomy=False) if row.selectable)
        assert plain(narrow.lines[0]).endswith(f"  {words}")


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


def lines_of(rows: Sequence[Row]) -> list[str]:
    return [plain(line).rstrip() for row in rows for line in row.lines]


def test_two_accounts_stand_beside_each_other_with_a_sign_where_they_clash() -> None:
    seen = [event(1, 21, "Kilburn", None, 4000), event(2, 21, "Kilburn", 5000, 5000)]
    assert lines_of(side_rows(seen, shelf(*seen), 74)) == [
        "─" * 74,
        "          Paper 1                          Paper 2",
        "day       Sun 21 Aug 2016 ●                Sun 21 Aug 2016 ●",
        "place     Kilburn                          Kilburn",
        "⚠ came    ≤4,000                           5,000",
        "words     Words                            Words",
    ]


def test_without_room_they_stand_under_each_other() -> None:
    seen = [event(1, 21, "Kilburn", None, None), event(2, 21, "Kilburn", 5000, 5000)]
    lines = lines_of(side_rows(seen, shelf(*seen), 40))
    assert lines[1:3] == ["1 Paper 1", "2 Paper 2"]
    assert lines[lines.index("came") :][:3] == ["came", "1 ?", "2 5,000"]


def test_one_account_has_the_whole_width() -> None:
    lines = lines_of(side_rows([event(1, 21, "Kilburn", None, 4000)], shelf(event(1, 21, "Kilburn", None, 4000)), 60))
    assert lines[1:] == ["          Paper 1", "day       Sun 21 Aug 2016 ●", "place     Kilburn", "came      ≤4,000", "words     Words"]  # fmt: skip


def test_what_only_one_tells_stands_in_its_place() -> None:
    one, other = event(1, 21, "Kilburn", None, 4000), event(2, 21, "Kilburn", None, 4000)
    other = replace(other, record=replace(other.record, venue="Town Hall", people=("Ann Price",)))
    told = {aspect.label: aspect.told for aspect in aspects([one, other], shelf(one, other))}
    assert [*told] == ["day", "place", "venue", "came", "people", "words"]
    assert told["venue"] == ("", "Town Hall")


@pytest.mark.parametrize("width", [36, 60, 64, 72, 100])
def test_all_of_it_fits(library: Library, width: int) -> None:
    seen = [entry for entry in library.items if isinstance(entry.record, Event)][:2]
    rows = [*side_rows(seen, library, width), *choice_rows(seen, library, seen[0].id, width)]
    assert max(width_of(plain(line)) for row in rows for line in row.lines) <= width


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_two_accounts_are_compared_and_their_reports(
    visit: Visits, timeline: Timeline, size: tuple[int, int]
) -> None:
    async with visit(timeline, size) as seen:
        seen.main.walk.go(date(2016, 7, 23))
        await seen.press("e", "J", "enter", "equals_sign")
        text, wide = seen.text(), size[0] == 160
        assert "How the papers tell it" in text
        assert "place" in text
        assert text.count("─ Source · Morning Courier") == (2 if wide else 0)
        await seen.press("tab")
        if not wide:
            assert "place" not in seen.text()
            assert seen.text().count("─ Source · Morning Courier") == (2 if size[0] == 80 else 1)
        await seen.press("tab")
        assert "place" in seen.text()
        first, second = (entry.id for entry in accounts(seen.main.walk.entry, seen.main.library))
        assert "▸   Morning Courier" in seen.text()
        await seen.press("up")
        assert "▸ ◂ Morning Courier" in seen.text()
        await seen.press("down", "space")
        assert "▸ ◂ Morning Courier" in seen.text()
        await seen.press("enter")
        assert seen.app.screen is seen.main
        assert seen.main.walk.item == second != first


async def test_an_event_of_one_paper_says_how_to_compare_days(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (160, 48)) as seen:
        await seen.press("2", "equals_sign")
        assert "No other report tells of this" in seen.text()
        assert "in the days (1), = compares two of them." in seen.text()


@pytest.mark.parametrize(("papers", "beside"), [("AABC", 3), ("AAA", 2), ("ABA", 2), ("A", 1)])
async def test_beside_the_first_account_stands_one_of_another_paper(
    visit: Visits, timeline: Timeline, papers: str, beside: int
) -> None:
    seen = [event(number, 21, "Kilburn", None, 4000) for number, _ in enumerate(papers, start=1)]
    issues = {
        number: Issue(text="Words", context=Context(publication=paper)) for number, paper in enumerate(papers, start=1)
    }
    async with visit(timeline) as opened:
        opened.app.push_screen(Accounts(seen, Library(issues, seen)))
        await opened.settle()
        assert opened.app.screen.query_one(AccountChoices).here == beside
