from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.hostile import PIECES
from benchmarks.times_fuzz import fault, words
from importers.documents import Block, Document
from importers.times import explain_phrase, read_times
from importers.times.plain import plain
from store.records import Context, Time

published = st.dates(date(1950, 1, 1), date(2050, 12, 31))
_YEAR = re.compile(r"\d{4}|\d0'?s|'?\d\d$|ies\b|centur|(?:eighteen|nineteen|twenty)[ -]", re.IGNORECASE)
"""What names its year by itself."""
prose = st.lists(st.sampled_from(words()), min_size=1, max_size=12).map(" ".join)


def read(text: str, day: date | None) -> tuple[Time, ...]:
    return read_times(Document(text, (Block("paragraph", 0, len(text)),)), Context(published=day), [])


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_can_be_read(text: str, day: date | None) -> None:
    assert fault(text, day) is None


@settings(max_examples=400)
@given(prose, st.none() | st.dates())
def test_what_is_found_is_in_order_and_well_formed(text: str, day: date | None) -> None:
    assert fault(text, day) is None


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
            assert _YEAR.search(found.text) or "told" in found.derivation.rule, found


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_read_soundly(piece: str) -> None:
    assert fault((piece * 2000)[:2000], date(2016, 8, 16)) is None


@pytest.mark.parametrize("word", ["Monday ", "May ", "16 ", "1-", "two ", "20 and ", "a week "])
def test_a_run_of_one_word_is_not_read_to_its_end(word: str) -> None:
    text = word * 200 + "They met on 16 August 2016."

    found = read(text, date(2016, 8, 23))

    assert len(found) <= 10
    assert found[-1].text == "16 August 2016"
