"""Every rule has a plain sentence beside its name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rule_words import in_words
from importers import times
from importers.documents import Block, Document
from importers.times import explain, explain_phrase, read_times
from importers.times.vocabulary import WORDS
from store.records import Context

PIECES = [
    *WORDS.weekday, *WORDS.month, *WORDS.season, *WORDS.unit, *WORDS.units, *WORDS.part, *WORDS.deictic, *WORDS.ordinal,
    "the", "of", "in", "since", "until", "ago", "later", "16", "9am", "Easter", "now", "2016", "two", "every", "and", "to", "will", "was",
]  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join), st.none() | st.dates())
def test_whatever_is_read_is_worded(text: str, day: date | None) -> None:
    text = text.title()
    for time in read_times(Document(text, (Block("paragraph", 0, len(text)),)), Context(published=day)):
        assert time.derivation is not None
        assert in_words(time.derivation.rule), time.derivation.rule


def test_the_names_in_the_code_are_worded() -> None:
    folder = Path(times.__file__).parent
    code = "".join(path.read_text("utf-8") for path in (*folder.glob("*.py"), *folder.glob("resolve/*.py")))
    names = re.findall(
        r'(?:Reading\("[A-Z]+", f?"[^"]+", |Reading\("[A-Z]+", [^"]+, |_reading\([^"]*?, |_day\([^"]*?, |_timed\([^"]*?, |\brule=)"([a-z][^"]+)"',
        code,
    )

    assert len(names) > 40
    no_rules = {"day", "month", "same"}  # what is chosen among, and on which side of a day
    assert [name for name in names if not in_words(name) and name not in no_rules] == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("last week", "it is the week before the one with the day it is counted from"),
        ("named day, nearest day", "the day has a name and a date each year; a day and month without a year are"),
        ("full date, range", "the date is written with its year; the words name its first and its last day"),
        ("weekday of next week", "it is that weekday of the next week, which runs from Monday to Sunday"),
    ],
)
def test_names_made_of_others(rule: str, sentence: str) -> None:
    assert (in_words(rule) or "").startswith(sentence)


def test_a_name_of_an_earlier_version_has_no_sentence() -> None:
    assert in_words("guesswork of old") is None


def test_the_explanation_says_what_the_rule_does() -> None:
    found = explain_phrase("Friday", Context(published=date(2016, 8, 16)))

    assert found is not None
    assert (
        "The rule is “bare weekday”: a weekday by itself is the last one, the day of publication counted in."
        in explain(found)
    )
