"""Lists of days, and days that are one stretch."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Strike dates: Monday 5, Tuesday 6 and Thursday 8 September.",
            ["2016-09-05", "2016-09-06", "2016-09-08"],
        ),
        (
            "Guards will strike on 2 September, 9 September and then on 16 September.",
            ["2016-09-02", "2016-09-09", "2016-09-16"],
        ),
        ("Porters walked out on Monday of last week, and again on Thursday.", ["2016-08-15", "2016-08-18"]),
    ],
)
def test_each_day_of_a_list_is_an_event(events: Reader, text: str, days: list[str]) -> None:
    found = events(text)
    assert [str(event.first) for event in found] == days
    assert {event.kind for event in found} == {"strike"}


def test_days_in_a_row_are_one_event(events: Reader) -> None:
    [strike] = events("Drivers in Hove walked out on Wednesday and Thursday of last week.")
    assert (str(strike.first), str(strike.last)) == ("2016-08-17", "2016-08-18")


def test_two_days_with_words_between_them_are_no_list(events: Reader) -> None:
    found = events("Cleaners marched in Luton on Friday with those who had been sacked on Wednesday.")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Tenants in Hove will occupy the office from 2 September to 6 September.", "2016-09-02", "2016-09-06"),
        ("Porters in Hove began a five-day strike from 15 August.", "2016-08-15", "2016-08-19"),
        ("Porters in Hove will strike for 48 hours from 5 September.", "2016-09-05", "2016-09-06"),
        ("The bus crews in Luton have been on strike since 1 August.", "2016-08-01", "2016-08-23"),
    ],
)
def test_a_stretch_of_days_is_one_event(events: Reader, text: str, first: str, last: str) -> None:
    [event] = events(text)
    assert (str(event.first), str(event.last)) == (first, last)


def test_a_length_that_counts_from_no_day_stretches_nothing(events: Reader) -> None:
    [event] = events("Porters in Hove, out for five days, marched on 15 August.")
    assert event.first == event.last


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Strike dates: Monday 5 and Thursday 8 September.", "Strike day"),
        ("The guards will strike on 2 September and 9 September.", "The guards will strike"),
    ],
)
def test_each_day_of_a_list_has_the_words_before_it_as_its_title(events: Reader, text: str, title: str) -> None:
    assert {event.title for event in events(text)} == {title}
