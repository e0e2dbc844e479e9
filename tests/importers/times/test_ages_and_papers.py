"""Lengths that are ages, and words of recurrence that are names."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context


def found(text: str, published: date = date(2016, 8, 23)) -> list[tuple[str, str]]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return [(time.text, time.value) for time in read_times(document, Context(published=published))]


@pytest.mark.parametrize(
    "text",
    [
        "A 62-year-old docker spoke.",
        "She carried her eight-month-old baby.",
        "The Leipzig daily Neue Welt wrote of it.",
        "It does three million sums per second.",
        "She told the Daily News so.",
        "It fell a quarter mile from the pit.",
        "Rents rise 4 per cent annually.",
        "The yard built 300 boats annually.",
        "She worked for the union all her life.",
        "Three quarters of the loss was theirs.",
        "On days when it rains they stay in.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The eight-month-old dispute goes on.", "P8M"),
        ("It is a decades-old quarrel.", "PXDE"),
        ("They held daily talks.", "P1D"),
        ("The gala is held annually.", "P1Y"),
        ("It made a profit after several quarters of losses.", "PXQ"),
        ("They report every quarter.", "P1Q"),
        ("At this critical moment we stand firm.", "PRESENT_REF"),
        ("They waited for a fairly lengthy period.", "PXX"),
        ("She hopes to one day lead the union.", "FUTURE_REF"),
        ("He dreamt of one day leading it.", "FUTURE_REF"),
        ("It took them one day.", "P1D"),
        ("It was a stoppage of one day costing little.", "P1D"),
        ("It will be settled within weeks or months.", "PXW"),
        ("She misses the days when they sang.", "PXD"),
    ],
)
def test_what_is_one(text: str, value: str) -> None:
    assert [of for _, of in found(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dispute lasted five weeks. During that time no lorry left.", "P5W"),
        ("The dispute lasted five weeks. At that time no lorry left.", "PAST_REF"),
        ("It lasted five weeks, until 3 June. During that time no lorry left.", "PAST_REF"),
        ("No lorry left during that time.", "PAST_REF"),
        ("It lasted five weeks, a feat in that time and place.", "PAST_REF"),
    ],
)
def test_a_length_of_time_is_taken_up(text: str, value: str) -> None:
    assert found(text)[-1][1] == value


def test_a_season_spent() -> None:
    assert found("They spent the spring on strike.") == [("the spring", "2016-SP")]
    assert found("They were out throughout the spring and summer.")[0] == ("the spring", "2016-SP")
    assert found("They spent the fall of the price on coal.") == []


def test_an_abbreviation_ends_no_clause() -> None:
    text = "In January, a week after the hearing of Bull vs. Hull, miners struck."

    assert found(text, date(1998, 10, 25))[0] == ("January", "1998-01")
