"""What takes up a day told right before it, speeches that go on, polling days and days of the month."""

from __future__ import annotations

from datetime import date

import pytest

from importers import read_document
from importers.quotes import find_quotations
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 16))


def days(text: str, context: Context = TUESDAY) -> dict[str, str]:
    document = read_document(text)
    return {
        time.text: f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read_times(document, context, find_quotations(document))
    }


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "They struck on Friday. Khan, who was seized on 2 August, is in jail. Ninety were taken that day.",
            "that day",
            "2016-08-02",
        ),
        ("The union signed on Sunday. Men reported on Monday but left the same day.", "the same day", "2016-08-15"),
        (
            "They met on Saturday. The board said on Monday morning that it was sorry. By the afternoon it was not.",
            "the afternoon",
            "2016-08-15",
        ),
        ("They marched on Saturday. The night before they had met in a shed. At 5pm it ended.", "5pm", "2016-08-13"),
        ("They dealt on Monday with Friday's riot. At noon the court rose.", "noon", "2016-08-15"),
        ("They met on Monday, the evening the lights went out.", "the evening", "2016-08-15"),
    ],
)
def test_the_day_that_is_taken_up(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


@pytest.mark.parametrize(
    "text",
    [
        "“We have waited,” she told a rally in Leeds on Saturday. “Tomorrow we march.”",
        "The boats came in on Saturday. “I'll be in Gort tomorrow,” said one.",
    ],
)
def test_a_speech_counts_from_the_day_that_its_paragraph_tells(text: str) -> None:
    found = days(text)
    assert found.get("Tomorrow", found.get("tomorrow")) == "2016-08-14"


def test_a_speech_in_another_paragraph_counts_from_the_paper() -> None:
    assert days("The boats came in on Saturday.\n\n“I'll be in Gort tomorrow,” said one.")["tomorrow"] == "2016-08-17"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Five days are left till polling day.", "polling day", "1974-02-28"),
        ("He speaks at an eve-of-poll rally.", "eve-of-poll", "1974-02-27"),
        ("Her announcement on the 7th took us by surprise.", "the 7th", "1974-02-07"),
        ("A dance will be held on the 7th for the old folk.", "the 7th", "1974-03-07"),
        ("A stoppage is fixed for Anzac Day eve.", "Anzac Day eve", "1974-04-24"),
    ],
)
def test_polling_days_and_days_of_the_month(text: str, words: str, day: str) -> None:
    assert days(text, Context(published=date(1974, 2, 22)))[words] == day


def test_a_day_told_after_a_month_of_last_year_goes_on_from_it() -> None:
    text = "The panel reported in June of last year, and the day was settled only on 28 March."
    assert days(text)["28 March"] == "2016-03-28"
