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


def read(text: str) -> list[tuple[str, str, str]]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return [(time.value, str(time.first), str(time.last)) for time in read_times(document, NOVEMBER)]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Sales rose in the quarter ended 30 September.", "1989-Q3", "1989-07-01", "1989-09-30"),
        ("Sales rose in the quarter ended 29 September.", "1989-Q3", "1989-06-30", "1989-09-29"),
        ("Sales rose in the quarter ended 31 July.", "1989-QX", "1989-05-01", "1989-07-31"),
        ("Sales rose in its fourth quarter ended 26 August.", "1989-Q4", "1989-05-27", "1989-08-26"),
        ("Sales will rise in the quarter ending 31 December.", "1989-Q4", "1989-10-01", "1989-12-31"),
    ],
)
def test_a_quarter_runs_up_to_the_day_behind_it(text: str, value: str, first: str, last: str) -> None:
    assert read(text)[0] == (value, first, last)


def test_a_firm_counts_its_own_quarters() -> None:
    text = "Bolt did well in the fiscal first quarter. In the quarter ended 30 September it made £3 million, and £2 million a year ago."

    found = read(text)

    assert found[1] == ("1989-QX", "1989-07-01", "1989-09-30")
    assert found[3] == ("1988-QX", "1988-07-01", "1988-09-30")


def test_that_quarter_is_the_one_told() -> None:
    text = "In the second quarter ended 31 October Acme made a loss. Results for that quarter held a charge."

    assert [value for value, _, _ in read(text)] == ["1989-Q2", "1989-10-31", "1989-Q2"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It earned £17m, against a net loss of £5m last year.", "1988-Q3"),
        ("Turnover was £17m, up from last year's £12m.", "1988-Q3"),
        ("Last year it built a plant.", "1988"),
        ("It fell below the £5m that it made last year.", "1988"),
    ],
)
def test_last_year_beside_a_figure_of_a_quarter(text: str, value: str) -> None:
    assert values(f"Third-quarter profit fell. {text}") == ["1989-Q3", value]


def test_years_are_compared_where_this_year_is_told() -> None:
    text = "Turnover of this year's third quarter was £5m, against £6m last year."

    assert values(text) == ["1989-Q3", "1988"]


def test_the_period_before_is_as_long_as_the_months_told() -> None:
    text = "Third-quarter net rose. For the nine months it fell. In the year-earlier period Acme made £9 million."

    assert values(text) == ["1989-Q3", "P9M", "P9M"]
    assert values("Net for the year-earlier six months held a gain.") == ["P6M"]


def test_two_quarters_and_those_of_any_year() -> None:
    assert values("It made losses in the second and third quarters.") == ["1989-Q2", "1989-Q3"]
    assert values("Trade is usually best in the second and fourth quarters.") == ["XXXX-Q2", "XXXX-Q4"]
    assert values("Buyers normally come in the spring.") == ["XXXX-SP"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The sale will be done by year-end.", "1989-12-31"),
        ("They agreed to leave around year-end.", "1989-12-31"),
        ("The index has doubled since year-end.", "1988-12-31"),
        ("At year-end it employed 400.", "1988-12-31"),
        ("Claims may be made until month-end.", "1989-11-30"),
        ("The year-end figures are poor.", "1989"),
        ("It should be in place by the year's end.", "1989"),
    ],
)
def test_the_day_on_which_a_year_closes(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This quarter's loss includes a charge.", "1989-Q3"),
        ("It hopes to sell more this quarter.", "1989-Q4"),
        ("It fell to a low for the year of £4 a share.", "1989"),
        ("They bought at the then current price.", "PAST_REF"),
    ],
)
def test_what_a_report_on_a_quarter_says_besides(text: str, value: str) -> None:
    assert values(f"Third-quarter profit fell. {text}") == ["1989-Q3", value]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Sales rose in the quarter ended 31 December.", date(9999, 12, 31)),
        ("Sales rose in its third quarter ended 1 January.", date(1, 1, 2)),
    ],
)
def test_a_quarter_that_leaves_the_calendar_has_no_days(text: str, published: date) -> None:
    times = read_times(Document(text, (Block("paragraph", 0, len(text)),)), Context(published=published))

    assert times[0].first is None
