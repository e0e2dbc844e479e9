from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.documents import Block, Document
from importers.times import explain, explain_phrase, read_times
from importers.times.plain import plain
from store.records import Context, Time

WORDS = [
    "last",
    "next",
    "this",
    "the",
    "previous",
    "following",
    "same",
    "that",
    "early",
    "late",
    "mid-",
    "end",
    "of",
    "in",
    "on",
    "since",
    "until",
    "by",
    "before",
    "after",
    "ago",
    "later",
    "earlier",
    "week",
    "weeks",
    "month",
    "year",
    "years",
    "day",
    "days",
    "night",
    "Friday",
    "Monday",
    "Sat",
    "May",
    "August",
    "16",
    "16th",
    "2016",
    "1984-85",
    "3pm",
    "noon",
    "tonight",
    "yesterday",
    "today",
    "tomorrow",
    "and",
    ",",
    ".",
    "(",
    ")",
    ":",
    ";",
    "—",
    "–",
    "’",
    "“",
    "two",
    "twenty-four",
    "a",
    "an",
    "half",
    "quarter",
    "third",
    "summer",
    "winter",
    "Easter",
    "Monday",
    "Christmas",
    "every",
    "each",
    "fortnight",
    "weekend",
    "decade",
    "1930s",
    "30s",
    "BC",
    "9:30",
    "p.m.",
    "31",
    "Feb.",
    "29",
    "February",
    "9999",
    "10000",
    "1000000",
    "years",
    "ago",
    "0",
    "00",
    "/",
]
VALUE = re.compile(
    r"(?:BC|\d{4}|X{4}|\d{3}|\d{2}|X{2,3})(?:-(?:\d\d|XX|Q[1-4X]|H[12X]|W\d\d|WXX|SP|SU|FA|WI)(?:-(?:\d\d|XX|WE|[1-7]))?)?"
    r"(?:T(?:\d\d:\d\d|XX:XX|MO|AF|EV|NI|DT))?"
    r"|\d{4}(?:-\d\d-\d\d)?/\d{4}(?:-\d\d-\d\d)?|BC\d{1,4}(?:-\d\d|-\w\w)?"
    r"|P(?:[\d.X]+(?:Y|M|W|D|DE|CE|Q)){1,2}|P[\d.X]+DT\d+H|P\d+Y\d+M|PT(?:[\d.X]+[HMS]){1,2}|PXX|(?:PAST|PRESENT|FUTURE)_REF"
)
published = st.dates(date(1950, 1, 1), date(2050, 12, 31))
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def read(text: str, day: date | None) -> tuple[Time, ...]:
    return read_times(Document(text, (Block("paragraph", 0, len(text)),)), Context(published=day), [])


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_can_be_read(text: str, day: date | None) -> None:
    for found in read(text, day):
        assert text[found.start : found.end] == found.text


@settings(max_examples=400)
@given(prose, st.none() | st.dates())
def test_what_is_found_is_in_order_and_well_formed(text: str, day: date | None) -> None:
    end = 0
    for found in read(text, day):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
        assert VALUE.fullmatch(found.value), found
        assert (found.first is None) == (found.last is None)
        if found.first and found.last:
            assert found.first <= found.last
        assert found.why
        assert explain(found)


@given(st.text())
def test_plain_text_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(
    published,
    st.integers(1, 400),
    st.sampled_from(
        [
            "today",
            "yesterday",
            "tomorrow",
            "the day after tomorrow",
            "three days ago",
            "last night",
            "+9d",
            "ten days from now",
        ]
    ),
)
def test_what_counts_days_moves_with_the_day_of_publication(day: date, by: int, phrase: str) -> None:
    before = explain_phrase(phrase, Context(published=day))
    after = explain_phrase(phrase, Context(published=day + timedelta(days=by)))

    assert before
    assert after
    assert before.first
    assert after.first
    assert after.first - before.first == timedelta(days=by)


@given(
    published,
    st.integers(1, 60),
    st.sampled_from(["last Friday", "Friday", "next Tuesday", "last week", "Monday of last week", "last weekend"]),
)
def test_what_counts_weeks_moves_by_whole_weeks(day: date, weeks: int, phrase: str) -> None:
    before = explain_phrase(phrase, Context(published=day))
    after = explain_phrase(phrase, Context(published=day + timedelta(weeks=weeks)))

    assert before
    assert after
    assert before.first
    assert after.first
    assert after.first - before.first == timedelta(weeks=weeks)


@given(prose)
def test_without_a_day_of_writing_no_counted_day_is_invented(text: str) -> None:
    for found in read(text, None):
        if found.derivation and found.derivation.anchor is None and found.first:
            assert re.search(r"\d{4}|\d0s|ies\b", found.text) or "told" in found.derivation.rule, found


@pytest.mark.parametrize(
    "unit",
    [
        "last ",
        "the last of the ",
        "1",
        "1 ",
        "16 ",
        "Monday ",
        "May ",
        "two ",
        "a week ",
        "1-",
        "twenty ",
        "early ",
        "“",
        ". ",
        "2016 and ",
        "p.m. ",
    ],
)
def test_hostile_text_is_read_soundly(unit: str) -> None:
    text = (unit * 2000)[:2000]

    at = 0
    for found in read(text, date(2016, 8, 16)):
        assert at <= found.start < found.end
        assert text[found.start : found.end] == found.text
        at = found.end


@pytest.mark.parametrize("word", ["Monday ", "May ", "16 ", "1-", "two ", "20 and ", "a week "])
def test_a_run_of_one_word_is_not_read_to_its_end(word: str) -> None:
    text = word * 200 + "They met on 16 August 2016."

    found = read(text, date(2016, 8, 23))

    assert len(found) <= 10
    assert found[-1].text == "16 August 2016"
