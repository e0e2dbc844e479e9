"""Days that stand beside one another in a row or came one after the other, and names and verbs beside them."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 23))


def days(text: str, published: date | None = None) -> list[str]:
    context = Context(published=published) if published else TUESDAY
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return [str(time.first) for time in read_times(document, context) if time.first]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Porters called two walkouts, on 3 January and 28 February.", ["2017-01-03", "2017-02-28"]),
        ("The branch called three stoppages, on 3 October, 14 January and 20 March.",
         ["2016-10-03", "2017-01-14", "2017-03-20"]),
        ("Ballots were held on 12 November and 16 January.", ["2015-11-12", "2016-01-16"]),
    ],
)  # fmt: skip
def test_dates_of_a_row_go_on_from_the_first(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will be sworn in on Friday after topping Saturday's poll.", ["2016-08-26", "2016-08-20"]),
        ("He quit on Monday after losing Friday's ballot.", ["2016-08-22", "2016-08-19"]),
        ("The board will sit again on Friday after a walk round the site on Thursday.", ["2016-08-26", "2016-08-25"]),
        ("The board will sit on Friday, and after lunch on Saturday it will visit.", ["2016-08-26", "2016-08-27"]),
    ],
)
def test_what_a_day_comes_after_has_been_before_it(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the pickets were not let out until Sunday.", "2016-08-21"),
        ("The count didn't end until Friday.", "2016-08-19"),
        ("The guards were not expected to be back until Friday.", "2016-08-26"),
        ("The depot does not reopen until Friday.", "2016-08-26"),
    ],
)
def test_what_did_not_happen_until_a_day_happened_then(text: str, expected: str) -> None:
    assert days(text) == [expected]


def test_a_minister_of_that_name_is_no_verb_that_looks_ahead() -> None:
    assert days("Theresa May faced hecklers in Bath on Friday.") == ["2016-08-19"]
    assert days("Mrs May's stop in Bath on Friday went badly.") == ["2016-08-19"]
    assert days("May told the House on Friday that she had lost.")[-1] == "2016-08-19"
    assert days("Mr May spoke up for us on Friday.") == ["2016-08-19"]
    assert days("Drivers may walk out on Friday.") == ["2016-08-26"]
    assert days("The firm may shed its night crew on Friday.") == ["2016-08-26"]


def test_to_close_in_a_month_is_not_its_close() -> None:
    assert days("The health board wants the ward to close in October.") == ["2016-10-01"]
    assert days("They hope for an answer at the close of October.") == ["2016-10-21"]


def test_what_one_argues_for_lies_ahead() -> None:
    assert days("Some delegates argued for another walkout in the winter, others for none.") == ["2016-12-01"]
    assert days("Delegates argued for hours on Friday.") == ["2016-08-19"]


def test_what_the_court_had_heard_is_told_from_there_on() -> None:
    text = "The jury went out on Friday. It had heard how the men broke the lock on 4 May 2014. They were found the next morning."
    assert days(text)[-1] == "2014-05-05"


def test_a_look_back_by_some_days_leaves_the_story_where_it_was() -> None:
    text = "They marched in Hull on Saturday. Three days earlier the mayor had begged them not to. That evening a band played."
    assert days(text) == ["2016-08-20", "2016-08-17", "2016-08-20"]


def test_an_hour_ahead_is_of_today_where_today_was_told_last() -> None:
    text = "They walk out on 10 September. This morning delegates vote on pay. A raffle on Monday made £60. Congress closes at 4pm."
    assert days(text)[-1] == "2016-08-23"


def test_the_night_shift_is_of_no_night_told() -> None:
    assert days("They met on Friday. Men from the night shift came along.") == ["2016-08-19"]
    assert days("They met on Friday. In the night it rained.") == ["2016-08-19", "2016-08-19"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Greens were second in Thursday's council by-election. Rain kept people home on polling day.", "2016-08-18"),
        (
            "The by-election in Oakwell ward will be held on 15 September. Lifts are on offer on polling day.",
            "2016-09-15",
        ),
        ("The byelection was fought on 4 August. Agents fell out on polling day.", "2016-08-04"),
    ],
)
def test_polling_day_is_that_of_the_by_election(text: str, expected: str) -> None:
    assert days(text) == [expected, expected]


def test_a_day_on_which_the_by_election_was_called_is_not_polling_day() -> None:
    assert days("The by-election was called on Friday. Lifts are on offer on polling day.") == ["2016-08-19"]
    text = "The by-election will be held on 28 May. On polling day Labour lost the town by 40 votes."
    assert days(text, date(2015, 5, 9)) == ["2015-05-28", "2015-05-07"]
