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
