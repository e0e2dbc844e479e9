"""Sentences that tell two happenings, and asides that only date one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


def test_what_comes_then_has_a_day_of_its_own_in_the_same_place(events: Reader) -> None:
    strike, again = events("Porters at the hospital in Hove walked out on Friday, then stopped work on Monday.")
    assert (str(strike.first), str(again.first)) == ("2016-08-19", "2016-08-22")
    assert strike.places == again.places == ("Hove",)


@pytest.mark.parametrize(
    "text",
    [
        "Nurses marched in Luton on Friday, hours after polls closed in Derby.",
        "Nurses marched in Luton on Friday, a day before talks open in Derby.",
    ],
)
def test_an_aside_lends_neither_place_nor_kind(events: Reader, text: str) -> None:
    [march] = events(text)
    assert (march.kind, march.places) == ("march", ("Luton",))


def test_an_aside_with_a_crowd_of_its_own_is_told_apart(events: Reader) -> None:
    found = events("Some 300 met in Hove on Friday, weeks after a rally of 900 people in Derby.")
    assert [e.places for e in found] == [("Hove",), ("Derby",)]
    assert found[1].first is None


def test_two_days_with_verbs_of_their_own_are_two_events(events: Reader) -> None:
    found = events("Ann Other campaigned in Hove on Friday, and planned to appear on Thursday in Luton.")
    assert [(e.places, str(e.first)) for e in found] == [(("Hove",), "2016-08-19"), (("Luton",), "2016-08-25")]


def test_what_is_announced_and_what_is_due_are_two_events(events: Reader) -> None:
    found = events("The union votes on 6 September, and ballot papers go out on 8 September.")
    assert [str(e.first) for e in found] == ["2016-09-06", "2016-09-08"]


def test_where_people_come_from_is_not_where_they_met(events: Reader) -> None:
    assert events("Students from Hull marched in Leeds on Monday.")[0].places == ("Leeds",)
    assert events("Students from Hull marched on Monday.")[0].places == ("Hull",)


def test_a_series_that_opens_on_its_places_goes_on_in_the_day_before(events: Reader) -> None:
    found = events("Hundreds lined the streets of Luton on Sunday. In Hove, 300 people took part.")
    assert [(e.places, str(e.first)) for e in found] == [(("Luton",), "2016-08-21"), (("Hove",), "2016-08-21")]


def test_what_goes_through_a_region_gives_its_day_to_the_towns(events: Reader) -> None:
    found = events(
        "The strike stopped buses in Wales on Friday.\n\nIn Cardiff, over 500 people marched.\n\nIn Swansea, pickets stood in the rain."
    )
    assert {str(e.first) for e in found} == {"2016-08-19"}
    assert [e.places for e in found[1:]] == [("Cardiff",), ("Swansea",)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deadline, originally 31 August, has been extended to 14 September.", "2016-09-14"),
        ("He has been under fire since last Thursday, when he told a rally in Hove to go home.", "2016-08-18"),
    ],
)
def test_the_day_is_that_of_what_happened(events: Reader, text: str, day: str) -> None:
    [event] = events(text)
    assert (str(event.first), str(event.last)) == (day, day)


def test_a_name_within_a_name_is_no_place_of_its_own(events: Reader) -> None:
    [march] = events("Some 900 people marched to George Square in Glasgow on Friday.")
    assert march.places == ("George Square", "Glasgow")


def test_two_crowds_at_two_times_of_a_day_are_two_events(events: Reader) -> None:
    day, evening = events("A vigil in Hove drew 120 on Monday, and in the evening some 250 packed a hall.")
    assert [e.attendance.low if e.attendance else None for e in (day, evening)] == [120, 250]
    assert evening.first == day.first


def test_who_moves_on_to_another_town_is_told_of_twice(events: Reader) -> None:
    here, there = events(
        "On Monday Ann Price spoke at a prayer breakfast in Hove, then flew to Derby, where about 800 supporters stood in the snow."
    )
    assert (here.places, there.places, here.first) == (("Hove",), ("Derby",), there.first)


def test_two_happenings_joined_by_and_keep_their_days(events: Reader) -> None:
    found = events("It follows a blockade of two plants on 8 August and a sit-in in Hove on 12 August.")
    assert [(e.first.day if e.first else None, e.places) for e in found] == [(8, ()), (12, ("Hove",))]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Ann Price, who was excluded from the debate, spoke in Hove on Friday.", "speech", ("Hove",)),
        ("Ann Price, who cut short a visit to Derby, spoke on Friday.", "speech", ()),
        ("Ann Price, who met nurses in Hove on Friday, spoke of pay.", "meeting", ("Hove",)),
    ],
)
def test_an_aside_that_says_who_somebody_is_tells_nothing(
    events: Reader, text: str, kind: str, places: tuple[str, ...]
) -> None:
    [event] = events(text)
    assert (event.kind, event.places) == (kind, places)
