"""Diaries, live pages, and the numbers that are the size of a gathering."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Bounds, Event

Reader = Callable[[str], tuple[Event, ...]]


def test_an_entry_of_a_diary_is_one_event(events: Reader) -> None:
    [march] = events("Saturday 3 September: Save the Baths demonstration. Assemble 12 noon. Castle Park, Luton.")
    assert (march.kind, str(march.first), march.places[-1]) == ("march", "2016-09-03", "Luton")
    assert march.planned


def test_a_paragraph_that_opens_with_a_day_and_gives_another_is_prose(events: Reader) -> None:
    found = events("Friday: porters in Hove struck. On Saturday nurses in Luton marched.")
    assert [e.places for e in found] == [("Hove",), ("Luton",)]


def test_an_entry_of_a_live_page_is_of_its_day(events: Reader) -> None:
    found = events("The day as it happened\n\n16:20\n\nA march in Luton has drawn about 1,500 people.")
    assert [(str(e.first), e.places) for e in found] == [("2016-08-23", ("Luton",))]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Organisers put the turnout in Luton on Saturday at 4,000.", 4000),
        ("She drew a crowd estimated by police at 1,200 to a park in Luton on Saturday.", 1200),
    ],
)
def test_a_number_given_for_a_turnout_is_its_size(events: Reader, text: str, low: int) -> None:
    [event] = events(text)
    assert event.attendance == Bounds(low=low, high=low)


def test_a_share_is_no_size(events: Reader) -> None:
    assert all(
        e.attendance is None for e in events("The branch in Luton voted on Saturday on a turnout of 62 percent.")
    )


def test_numbers_in_brackets_behind_places_are_sizes(events: Reader) -> None:
    found = events("On Saturday there were rallies in Luton, where 900 turned out, Hove (300) and Derby (250).")
    assert [(e.places, e.attendance and e.attendance.low) for e in found] == [
        (("Luton",), 900),
        (("Hove",), 300),
        (("Derby",), 250),
    ]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Around 1,000 members of the union began a two-day strike in Hove on Friday.", 1000),
        ("Forty people picketed the bank in Hove on Friday.", 40),
        ("At a mass meeting in Hove on Friday 1,100 tenants voted to pay nothing.", 1100),
        ("Ann Price, addressing five thousand people in Hove on Friday, was cheered.", 5000),
        ("The union in Hove, with 1,000 members, began a two-day strike on Friday.", None),
    ],
)
def test_those_who_struck_are_counted(events: Reader, text: str, low: int | None) -> None:
    [strike] = events(text)
    assert (strike.attendance.low if strike.attendance else None) == low
