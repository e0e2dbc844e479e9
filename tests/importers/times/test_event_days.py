"""Days told by the event beside them, plans told in the present, and days of clauses of their own."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 16))


def days(text: str) -> dict[str, str]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return {
        time.text: f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read_times(document, TUESDAY)
    }


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They will march on 27 August. A service is planned for the eve of the march.", "the eve", "2016-08-26"),
        ("The ballot closed on 5 August. The night before the count nobody slept.", "The night before", "2016-08-04"),
        ("The ballot closed on 5 August. The day after the count came the writ.", "The day after", "2016-08-06"),
        ("She spoke on Friday, the eve of the strike.", "the eve", "2016-08-12"),
        ("She died on Friday, the day before her birthday. At noon the bell tolled.", "noon", "2016-08-12"),
        ("On 10 August ten met in a shed. The week after there were fifty.", "The week after", "2016-08-15/2016-08-21"),
    ],
)
def test_a_day_beside_an_event(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


def test_the_eve_of_what_has_no_day_is_none() -> None:
    assert "eve" not in days("On Saturday they stood on the eve of great things.")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("His sister comes Thursday.", "Thursday", "2016-08-18"),
        ("“I'm taking Thursday off,” she said.", "Thursday", "2016-08-18"),
        ("Thursday we're going to sleep.", "Thursday", "2016-08-18"),
        ("They will stay out after the board on Thursday refused to meet them.", "Thursday", "2016-08-11"),
        ("They will rest after the rally on Thursday.", "Thursday", "2016-08-18"),
        ("They're investigating Thursday's fire.", "Thursday", "2016-08-11"),
    ],
)
def test_which_way_a_clause_of_plans_looks(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He slept well on the eve of battle.", "XXXX-XX-XX"),
        ("The day before the march she rang us.", "XXXX-XX-XX"),
        ("The night before the march she rang us.", "XXXX-XX-XXTNI"),
    ],
)
def test_beside_an_event_of_which_no_day_is_told_none_is_known(text: str, value: str) -> None:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    assert [(time.value, time.first) for time in read_times(document, TUESDAY)] == [(value, None)]


def test_an_hour_does_not_lean_on_the_day_of_the_next_clause() -> None:
    text = "The boats came in on Friday night. “I finished at five, and I'll be voting on 20 August,” said one."
    assert days(text)["five"] == "2016-08-12"


def test_an_anniversary_leaves_the_story_where_it_is() -> None:
    text = "They marched on Thursday, the tenth anniversary of 11 August 2006. On the Saturday they sat down."
    assert days(text)["Saturday"] == "2016-08-13"


def test_the_week_end_of_older_papers_is_a_weekend() -> None:
    assert days("He came back to town at the week-end.")["the week-end"] == "2016-08-13/2016-08-14"
