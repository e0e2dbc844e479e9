"""What papers of many places taught: services that open a dispatch, evenings of a paper, states that last, plans."""

from __future__ import annotations

from datetime import date

import pytest

from importers import read_document
from importers.quotes import find_quotations
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 16))


def days(text: str) -> dict[str, str]:
    document = read_document(text)
    return {
        time.text: f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read_times(document, TUESDAY, find_quotations(document))
    }


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("(P.A.) HULL, August 13 -- Trawlermen met this morning.", "this morning", "2016-08-13"),
        ("The board met yesterday. The fight began on Tuesday night with a shove.", "Tuesday night", "2016-08-09"),
        ("The fight began on Tuesday night with a shove.", "Tuesday night", "2016-08-16"),
        ("Classes are suspended through Saturday and nobody minds.", "Saturday", "2016-08-20"),
        ("They are staging a second walkout on Saturday.", "Saturday", "2016-08-20"),
        ("The nine men appear again in court on Saturday.", "Saturday", "2016-08-20"),
        ("They sang at St. Michael's on Saturday, and wept.", "Saturday", "2016-08-13"),
        ("They walked out on Friday, after the board met on Thursday.", "Thursday", "2016-08-11"),
        ("Flights resumed last Wednesday. They had been halted on Tuesday evening.", "Tuesday evening", "2016-08-09"),
        ("It opened on 8 August. Around four, the roof fell in.", "four", "2016-08-08"),
        ("On 1 July they sat down; on the 21st men in white came.", "the 21st", "2016-07-21"),
        ("Pay is retroactive to the 8th; the forms will be sent.", "the 8th", "2016-08-08"),
        ("On Saturday they downed tools, and the day before a claim was tabled.", "the day before", "2016-08-12"),
        ("They met on Saturday. Nobody saw him after dinner-time.", "dinner-time", "2016-08-13"),
        ("They met on Saturday. It was nearly eight when the doors gave.", "nearly eight", "2016-08-13"),
        (
            "They marched on Saturday. The week before they had met in a shed.",
            "The week before",
            "2016-08-01/2016-08-07",
        ),
        ("He speaks on Friday, 19 August, the day after the vote is counted.", "the day after", "2016-08-19"),
        ("They sang on Saturday. The first was in Hull on 4 August. At noon all left.", "noon", "2016-08-13"),
        ("On Saturday film was shown of the 11am train from Hull on 4 August.", "11am", "2016-08-04"),
        ("She speaks on Friday, 19 August. He has his turn the day before.", "the day before", "2016-08-18"),
        (
            "On Saturday a film came out which he shot on 4 August. It had been sent round five days later.",
            "five days later",
            "2016-08-09",
        ),
    ],
)
def test_days(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "She spoke on Saturday. He told the Echo on Monday that it rained. “Today was wet,” said one.",
            "Today",
            "2016-08-13",
        ),
        ("He is in Hull on Saturday evening.", "Saturday evening", "2016-08-20"),
        ("The answer will come on 20 August, the eve of conference.", "the eve", "2016-08-20"),
        ("Members heard that Saturday's meeting would not go ahead.", "Saturday", "2016-08-20"),
        ("She had a good Friday and a bad weekend.", "Friday", "2016-08-12"),
        ("They voted last night, and Rhondda follows on Saturday.", "Saturday", "2016-08-20"),
        ("“Saturday, let us show the world,” he said.", "Saturday", "2016-08-20"),
        (
            "They marched on Saturday. The vote is on 20 August. On Monday it rained. Doors open at 6am.",
            "6am",
            "2016-08-20",
        ),
        ("They marched on Saturday. The vote is on 20 August. They sat until 6am.", "6am", "2016-08-13"),
        (
            "Their stay was told on Saturday, to begin on 20 August. He cheered them that evening.",
            "that evening",
            "2016-08-13",
        ),
        ("On Saturday she came back to where she grew up. At noon she spoke.", "noon", "2016-08-13"),
    ],
)
def test_days_of_what_is_planned_and_told(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They sat down on Saturday and sang until after midnight.", "midnight", "2016-08-14"),
        ("They sat down on Saturday and sang until midnight.", "midnight", "2016-08-13"),
        ("A rally on Saturday was given up at two because of the wind.", "two", "2016-08-13"),
        ("They're closed at the weekend.", "the weekend", "2016-08-20/2016-08-21"),
        (
            "It began in October 2012. The following spring it was over.",
            "The following spring",
            "2013-03-01/2013-05-31",
        ),
        ("The gate was locked this morning by men out since Saturday. At noon it fell.", "noon", "2016-08-16"),
    ],
)
def test_nights_and_stretches(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


def test_days_off_that_have_begun_have_been() -> None:
    document = read_document("Leave was cancelled over the Easter weekend.")
    time = read_times(document, Context(published=date(2019, 4, 19)))[0]
    assert (time.first, time.last) == (date(2019, 4, 19), date(2019, 4, 22))


def test_the_sentence_behind_a_quotation_is_not_of_it() -> None:
    assert days("“It will be another story next week.” They meet there on Thursday 25 August.")["next week"] == (
        "2016-08-22/2016-08-28"
    )


def test_a_count_after_around_is_no_hour() -> None:
    assert list(days("Around four people came on Saturday. The crash killed around four, he said.")) == ["Saturday"]
