"""What long campaign articles and running reports taught: stamps, dates as attributes, names, histories within news."""

from __future__ import annotations

from datetime import date

import pytest

from importers import read_document
from importers.times import read_times
from store.records import Context

SATURDAY = Context(published=date(2016, 2, 20), country="US")


def days(text: str) -> dict[str, str]:
    return {
        time.text: f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read_times(read_document(text), SATURDAY)
    }


def test_an_hour_over_an_entry_is_one_of_the_day_of_writing() -> None:
    text = "Results come in\n\n9:40 p.m.\n\nThe senator won Iowa on Feb. 1, he told a crowd.\n\n9:30 p.m.\n\nDoors are shut."
    assert days(text)["9:30 p.m."] == "2016-02-20"


def test_a_date_that_says_which_one_is_meant_is_the_nearest() -> None:
    assert days("The board struck his name off the April 12 ballot.")["April 12"] == "2016-04-12"
    assert days("He was struck off on April 12 by the board.")["April 12"] == "2015-04-12"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She told CBS This Morning that turnout was low.", "This Morning"),
        ("They hailed the dawn of a new age.", "the dawn"),
        ("The vote may go on until the primaries end in June.", "end in June"),
    ],
)
def test_what_is_no_time(text: str, words: str) -> None:
    assert words not in days(text)


def test_years_behind_an_article_are_a_stretch() -> None:
    assert days("Nothing had been seen like it since the 2007-09 slump.")["2007-09"] == "2007-01-01/2009-12-31"


def test_news_that_looks_back_over_years_still_counts_from_its_day() -> None:
    text = (
        "He bought the course in 2012 and sold it in 2013. It had opened in 1962, was closed in 1974 and in 1981, and "
        "stood empty until 1989. The club let him in this week, and two years ago it made him president. Last month he "
        "was thanked.\n\nOn Feb. 3 he spoke there."
    )
    assert days(text)["Feb. 3"] == "2016-02-03"


def test_a_date_as_an_attribute_is_past_where_it_is_far_and_the_clause_looks_back() -> None:
    assert days("The September 3 death of the judge shocked the town.")["September 3"] == "2015-09-03"


def test_following_without_its_article_is_a_preposition() -> None:
    assert days("Following Monday’s debate she left.")["Monday"] == "2016-02-15"
    assert days("They met on 1 February and the following Monday.")["the following Monday"] == "2016-02-08"
