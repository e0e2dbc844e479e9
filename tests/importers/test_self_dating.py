from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.blocks import read_document
from importers.context import Given, read_context
from importers.self_dating import day_of_writing, fitting_years, self_dated
from store.records import Context

WINDOW = (date(2016, 7, 23), date(2016, 8, 1))


def context(text: str, published: str | None = None, issue: str | None = "2514") -> Context:
    by_hand = Given.read("command line", "Socialist Worker", issue, published)
    return read_context(read_document(text), [by_hand])


def day(text: str) -> date | None:
    return day_of_writing(list(self_dated(read_document(text))), WINDOW, date(2016, 7, 26))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("last night, Saturday", date(2016, 7, 31)),
        ("today (Wednesday)", date(2016, 7, 27)),
        ("yesterday, 28 July", date(2016, 7, 29)),
        ("tomorrow – Thursday", date(2016, 7, 27)),
        ("yesterday, Thursday 28 July", date(2016, 7, 29)),
        ("This morning, Friday", date(2016, 7, 29)),
        ("tomorrow night, Saturday", date(2016, 7, 29)),
    ],
)
def test_a_phrase_that_dates_itself_fixes_the_day_of_writing(words: str, written: date) -> None:
    assert day(f"The dockers met at the gate {words}, and went back to work.") == written


@pytest.mark.parametrize(
    "text",
    [
        "They met on Saturday and went home last night.",
        "They were told yesterday, Saturday trains being full, to stay.",
        "“We shall meet today, Wednesday,” she had said.",
        "They met the day before yesterday, and on Sunday.",
        "They met last night, Thursday. They meet today, Wednesday.",
        "They met yesterday, 31 June.",
    ],
)
def test_what_fixes_no_single_day_leaves_it_open(text: str) -> None:
    assert day(text) is None


def test_a_weekday_that_the_window_has_twice_needs_the_day_on_sale() -> None:
    phrases = list(self_dated(read_document("The dockers met last night, Saturday.")))
    assert day_of_writing(phrases, WINDOW) is None
    assert day_of_writing(phrases, WINDOW, date(2016, 7, 26)) == date(2016, 7, 31)


def test_the_day_of_writing_beats_the_day_on_sale_and_the_note_says_so() -> None:
    found = context("The dockers met last night, Saturday.")
    assert (found.published, found.how["published"]) == (date(2016, 7, 31), "text")
    assert found.window == (date(2016, 7, 31), date(2016, 7, 31))
    assert found.note == (
        "issue 2514, on sale Tue 26 Jul 2016, written Sun 31 Jul 2016 by its words “last night, Saturday”"
    )


def test_a_phrase_outside_the_window_leaves_the_day_on_sale() -> None:
    assert context("The dockers met yesterday, 12 March.").how["published"] == "calendar"


def test_a_given_day_stands_and_the_phrase_against_it_is_noted() -> None:
    found = context("The dockers met last night, Saturday.", "2016-07-26")
    assert found.published == date(2016, 7, 26)
    assert found.note.endswith("; but “last night, Saturday” was not written on that day")
    assert "but" not in context("The dockers met last night, Saturday.", "2016-07-31").note


def test_a_phrase_can_close_the_window_of_a_number_without_a_day() -> None:
    text = "They met yesterday, Tuesday 19 July, in Hull."
    found = read_context(read_document(text), [Given.read("command line", "The Socialist", "911")])
    assert found.published == date(2016, 7, 20)
    assert found.note == "issue 911, written Wed 20 Jul 2016 by its words “yesterday, Tuesday 19 July”"


def test_years_are_offered_and_not_taken() -> None:
    found = context("As in 2015, they marched on Saturday 30 July. They rested on Sunday 31 July.", issue=None)
    assert found.published is None
    assert found.note.startswith("no date known (“Saturday 30 July” fits 2016 or 2022); give it with --published")


@pytest.mark.parametrize(
    "text", ["They marched on Saturday 30 July.", "In 2015 they marched.", "On Monday 30 February 2016"]
)
def test_without_a_pair_and_a_year_none_is_offered(text: str) -> None:
    assert fitting_years(read_document(text)) is None


@given(st.text(alphabet=st.sampled_from("today, Saturday(yesterday –12 July)") | st.characters(), max_size=200))
def test_no_text_breaks_the_search(text: str) -> None:
    for phrase in self_dated(read_document(text)):
        assert text[phrase.start : phrase.end].split() == phrase.text.split()


def test_hostile_text_is_read_to_its_end() -> None:
    text = "today, Monday " * 20_000
    found = list(self_dated(read_document(text)))
    assert found
    assert all(text[phrase.start : phrase.end].split() == phrase.text.split() for phrase in found)
