"""All accounts of one event stand together on a day, under the one that gives it its title."""

from __future__ import annotations

from datetime import date

from store.merging import Happening, merge
from store.records import Bounds, Context, Entry, Event, Issue
from tui.models.happenings import retold, together

DAY = date(2016, 8, 21)
ISSUES = {
    1: Issue(text="", context=Context(publication="Echo")),
    2: Issue(text="", context=Context(publication="Herald")),
}


def entry(number: int, issue: int, place: str, low: int | None, kind: str = "rally") -> Entry:
    event = Event(
        start=number,
        end=number + 1,
        text=f"A rally in {place}.",
        title=f"Rally, {place}",
        kind=kind,
        first=DAY,
        last=DAY,
        places=(place,),
        attendance=Bounds(low=low) if low else None,
    )
    return Entry(id=number, day=DAY, kind="event", issue_id=issue, certainty="certain", record=event)


ITEMS = [entry(10, 1, "Kilburn", None), entry(11, 1, "Derby", 800), entry(12, 2, "Kilburn", 3500)]


def happenings() -> dict[int, Happening]:
    return {told.id: each for each in merge(ITEMS, ISSUES) for told in each.mentions}


def test_accounts_of_one_event_stand_behind_the_one_that_names_it() -> None:
    known = happenings()
    assert known[10] is known[12]
    order = [each.id for each in together(ITEMS, lambda item: known[item.id])]
    lead = known[10].id
    other = 22 - lead
    assert order == [lead, other, 11]


def test_only_further_accounts_are_told_again() -> None:
    known = happenings()
    items = together(ITEMS, lambda item: known[item.id])
    assert retold(items, lambda item: known[item.id]) == {22 - known[10].id}


def test_before_events_are_merged_everything_stays_as_it_is() -> None:
    assert together(ITEMS, lambda _: None) is ITEMS
    assert retold(ITEMS, lambda _: None) == set()
