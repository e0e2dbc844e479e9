"""Reports on quarters: which one is meant, and what it is set beside."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

NOVEMBER = Context(published=date(1989, 11, 2))


def values(text: str) -> list[str]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return [time.value for time in read_times(document, NOVEMBER)]


def test_what_was_reported_is_what_a_year_earlier_counts_from() -> None:
    text = "Acme posted third-quarter profit of £3 million, up from £2 million a year earlier."

    assert values(text) == ["1989-Q3", "1988-Q3"]


def test_a_quarter_in_a_label_is_what_was_reported_all_the_same() -> None:
    text = (
        "The rules come in early December. Acme made a third-quarter loss of £3 million, up from £2 million a year ago."
    )

    assert values(text) == ["1989-12", "1989-Q3", "1988-Q3"]


@pytest.mark.parametrize(
    "beside",
    ["It foresees a fourth-quarter charge.", "That was better than after a flat second quarter."],
)
def test_a_quarter_ahead_or_before_is_not_the_one_reported(beside: str) -> None:
    text = f"Acme said that third-quarter net rose. {beside} In the latest quarter sales fell from a year ago."

    found = values(text)

    assert found[0] == found[2] == "1989-Q3"
    assert found[3] == "1988-Q3"


def test_the_months_of_the_year_so_far_take_the_place_of_the_quarter() -> None:
    text = "Third-quarter net rose. For the nine months, it fell to £9 million from £12 million a year earlier."

    assert values(text)[-1] == "1988"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the quarter a year ago", "1988-Q3"),
        ("last year's quarter", "1988-Q3"),
        ("a year-earlier loss", "1988-Q3"),
        ("at least the first two quarters of 1990", "1990-H1"),
    ],
)
def test_quarters_in_words(words: str, value: str) -> None:
    assert values(f"Third-quarter profit rose, compared with {words}.") == ["1989-Q3", value]


def test_another_report_tells_another_quarter() -> None:
    text = "Acme said that third-quarter net rose. Bolt posted net for the fiscal second quarter, up from a year ago."

    assert values(text) == ["1989-Q3", "1989-Q2", "1988-Q2"]


def test_the_quarter_of_a_year_where_none_was_told() -> None:
    assert values("It lost £1 million in the 1988 quarter.") == ["1988-Q3"]


def test_the_year_compared_with_is_not_taken_back_again() -> None:
    assert values("Net fell from £2 million last year. The year-ago results included a charge.") == ["1988", "1988"]
