"""Hours without "a.m." or "o'clock", and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 16))


def hours(text: str) -> dict[str, str]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return {time.text: time.value for time in read_times(document, TUESDAY)}


@pytest.mark.parametrize(
    ("words", "surface", "value"),
    [
        ("The gates were shut on Friday at 9.25 and stayed shut.", "9.25", "2016-08-12T09:25"),
        ("On Friday the hall was full by eight.", "eight", "2016-08-12T08:00"),
        ("On Friday they sang until nearly 3, in the rain.", "nearly 3", "2016-08-12T03:00"),
        ("On Friday they sang until after nine.", "nine", "2016-08-12T09:00"),
        ("On Friday doors opened at 7, to cheers.", "7", "2016-08-12T07:00"),
        ("On Friday the hall was full by ten to eight.", "ten to eight", "2016-08-12T07:50"),
        ("On Friday pickets were up by half six.", "half six", "2016-08-12T06:30"),
        ("On Friday, at ten minutes to four, the horses came.", "ten minutes to four", "2016-08-12T03:50"),
        ("On Friday, at five minutes past two, the gates gave.", "five minutes past two", "2016-08-12T02:05"),
        ("The film will be shown on Friday in the Guildhall, 7.30.", "7.30", "2016-08-19T07:30"),
        ("They met on Friday evening and sat until two.", "two", "2016-08-13T02:00"),
        ("The lamps went out at half past nine on Friday night.", "half past nine on Friday night", "2016-08-12T21:30"),
        ("The doors opened at seven yesterday evening.", "seven yesterday evening", "2016-08-15T19:00"),
        ("Vans came at 3 o'clock on Friday afternoon.", "3 o'clock on Friday afternoon", "2016-08-12T15:00"),
        ("Vans came at 9.30 yesterday morning.", "9.30 yesterday morning", "2016-08-15T09:30"),
        ("A shot was heard at two o'clock last night.", "two o'clock last night", "2016-08-15T02:00"),
        ("They met on Friday evening and sat until two in the morning.", "two in the morning", "2016-08-13T02:00"),
    ],
)
def test_an_hour_by_itself(words: str, surface: str, value: str) -> None:
    assert hours(words)[surface] == value


@pytest.mark.parametrize(
    "words",
    [
        "On Friday the motion was carried by eight.",
        "He left school at twelve and never went back.",
        "Shares closed on Friday at 9.25, after a bad week.",
        "On Friday the rate stood at 4.50 for a third month.",
        "The toll stands at nine.",
        "The bout was stopped at 2: 56, he said.",
        "They were at one on that.",
        "The vote fell short by three, and so it ended.",
        "Turnout was put at 7.25 per cent.",
        "He will run at nine stone on Friday.",
        "The bench ruled by five to four on Friday.",
        "On Friday the panel voted by ten to five, and that was that.",
        "On Friday the rolls dropped by 5, and the dues with them.",
        "On Friday they were shown a cell nine feet by 8, with no window.",
        "She lived at 12, and her sister next door.",
    ],
)
def test_what_is_no_hour(words: str) -> None:
    assert not any("T" in value for value in hours(words).values())


@pytest.mark.parametrize(
    ("words", "surface", "day"),
    [
        ("The notices ran out on the 29th ult. and the pits stopped.", "the 29th ult.", "2016-07-29"),
        ("The notices ran out on the 31st ultimo.", "the 31st ultimo", "2016-07-31"),
        ("They met on the 4th inst. in the chapel.", "the 4th inst.", "2016-08-04"),
        ("A fair is fixed for the 3rd prox., weather allowing.", "the 3rd prox.", "2016-09-03"),
        ("The call went out on the tenth of the month.", "the tenth of the month", "2016-08-10"),
        ("The branch meets this day week.", "this day week", "2016-08-23"),
        ("The branch meets this day fortnight.", "this day fortnight", "2016-08-30"),
        ("The poll is on 28 August and on the Sunday before there is a fair.", "the Sunday before", "2016-08-21"),
        ("It was moved on the 11th that the men return.", "the 11th", "2016-08-11"),
        ("The vote was taken on the 10th, 11th and 12th of August.", "the 10th", "2016-08-10"),
    ],
)
def test_days_as_older_papers_write_them(words: str, surface: str, day: str) -> None:
    assert hours(words)[surface] == day
