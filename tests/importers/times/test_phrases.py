from __future__ import annotations

from datetime import date

import pytest

from importers.times import explain, explain_phrase
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 16))


@pytest.mark.parametrize(
    ("phrase", "value", "first", "last"),
    [
        ("today", "2016-08-16", "2016-08-16", "2016-08-16"),
        ("yesterday", "2016-08-15", "2016-08-15", "2016-08-15"),
        ("the day after tomorrow", "2016-08-18", "2016-08-18", "2016-08-18"),
        ("last friday", "2016-08-12", "2016-08-12", "2016-08-12"),
        ("Friday of last week", "2016-08-12", "2016-08-12", "2016-08-12"),
        ("Wednesday of this week", "2016-08-17", "2016-08-17", "2016-08-17"),
        ("next Monday", "2016-08-22", "2016-08-22", "2016-08-22"),
        ("a week on Friday", "2016-08-26", "2016-08-26", "2016-08-26"),
        ("11 aug", "2016-08-11", "2016-08-11", "2016-08-11"),
        ("16-18 August", "2016-08-16/2016-08-18", "2016-08-16", "2016-08-18"),
        ("24 September", "2016-09-24", "2016-09-24", "2016-09-24"),
        ("16/8/2016", "2016-08-16", "2016-08-16", "2016-08-16"),
        ("Sat., Aug. 20", "2016-08-20", "2016-08-20", "2016-08-20"),
        ("last week", "2016-W32", "2016-08-08", "2016-08-14"),
        ("two weeks ago", "2016-W31", "2016-08-01", "2016-08-07"),
        ("last weekend", "2016-W32-WE", "2016-08-13", "2016-08-14"),
        ("last summer", "2015-SU", "2015-06-01", "2015-08-31"),
        ("the beginning of June", "2016-06", "2016-06-01", "2016-06-10"),
        ("mid-July", "2016-07", "2016-07-11", "2016-07-20"),
        ("late August", "2016-08", "2016-08-21", "2016-08-31"),
        ("1984-85", "1984/1985", "1984-01-01", "1985-12-31"),
        ("the 1930s", "193", "1930-01-01", "1939-12-31"),
        ("the nineteenth century", "18", "1800-01-01", "1899-12-31"),
        ("Easter Monday", "2016-03-28", "2016-03-28", "2016-03-28"),
        ("last night", "2016-08-15TNI", "2016-08-15", "2016-08-15"),
        ("the first Saturday in July", "2016-07-02", "2016-07-02", "2016-07-02"),
        ("the second week of July", "2016-W28", "2016-07-08", "2016-07-14"),
        ("the weekend before last", "2016-W31-WE", "2016-08-06", "2016-08-07"),
        ("Thursday last week", "2016-08-11", "2016-08-11", "2016-08-11"),
        ("in a fortnight's time", "2016-W35", "2016-08-29", "2016-09-04"),
        ("the last fortnight", "P2W", "2016-08-02", "2016-08-16"),
        ("the Easter weekend", "2016-W12-WE", "2016-03-25", "2016-03-28"),
        ("exactly two years ago", "2014-08-16", "2014-08-16", "2014-08-16"),
        ("8am on Tuesday 26 April", "2016-04-26T08:00", "2016-04-26", "2016-04-26"),
        ("nineteen eighty-four", "1984", "1984-01-01", "1984-12-31"),
        ("half a century ago", "1966", "1966-01-01", "1966-12-31"),
        ("two and a half years ago", "2014-02", "2014-02-01", "2014-02-28"),
        ("the Sunday before last", "2016-08-07", "2016-08-07", "2016-08-07"),
        ("four o’clock on Saturday", "2016-08-13T04:00", "2016-08-13", "2016-08-13"),
        ("half past seven", "2016-08-16T07:30", "2016-08-16", "2016-08-16"),
        ("7.30pm on Thursday", "2016-08-11T19:30", "2016-08-11", "2016-08-11"),
        ("Saturday 24 September, 12 noon", "2016-09-24T12:00", "2016-09-24", "2016-09-24"),
        ("10:26 07 March 2016", "2016-03-07T10:26", "2016-03-07", "2016-03-07"),
        ("the weekend of 3-4 September", "2016-W35-WE", "2016-09-03", "2016-09-04"),
        ("the end of fiscal year 2014", "2014", "2014-01-01", "2014-12-31"),
        ("a couple of months back", "2016-06", "2016-06-01", "2016-06-30"),
        ("one Saturday in June", "2016-06-XX", "2016-06-01", "2016-06-30"),
        ("Friday of the week before last", "2016-08-05", "2016-08-05", "2016-08-05"),
        ("Monday of the week after next", "2016-08-29", "2016-08-29", "2016-08-29"),
        ("overnight from Friday", "2016-08-12TNI", "2016-08-12", "2016-08-12"),
        ("three years ago today", "2013-08-16", "2013-08-16", "2013-08-16"),
        ("the night before last", "2016-08-14TNI", "2016-08-14", "2016-08-14"),
        ("midweek", "2016-W33", "2016-08-16", "2016-08-18"),
        ("+3d", "2016-08-19", "2016-08-19", "2016-08-19"),
        ("+1m", "2016-09-16", "2016-09-16", "2016-09-16"),
        ("-1y", "2015-08-16", "2015-08-16", "2015-08-16"),
        ("24/9", "2016-09-24", "2016-09-24", "2016-09-24"),
        ("-2w", "2016-08-02", "2016-08-02", "2016-08-02"),
    ],
)
def test_a_phrase_by_itself(phrase: str, value: str, first: str, last: str) -> None:
    found = explain_phrase(phrase, TUESDAY)

    assert found is not None
    assert (found.value, str(found.first), str(found.last)) == (value, first, last)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("every morning", "XXXX-XX-XXTMO"),
        ("most evenings", "XXXX-XX-XXTEV"),
        ("on weekends", "XXXX-WXX-WE"),
        ("seven rats a night", "P1D"),
        ("£90 a month", "P1M"),
        ("every second Tuesday", "XXXX-WXX-2"),
        ("the third Saturday of every month", "P1M"),
        ("twice a week", "P1W"),
        ("three times a year", "P1Y"),
    ],
)
def test_what_comes_again_has_no_day(phrase: str, value: str) -> None:
    found = explain_phrase(phrase, TUESDAY)

    assert found is not None
    assert (found.type, found.value, found.first) == ("SET", value, None)


def test_without_a_day_of_writing_nothing_is_guessed() -> None:
    found = explain_phrase("last friday", Context())

    assert found is not None
    assert (found.first, found.last) == (None, None)
    assert explain(found)[-1] == (
        "The day of publication is not known; give --published (or --publication and --issue)."
    )
    assert found.why == "“last friday”: the day of publication is not known"


@pytest.mark.parametrize("phrase", ["every Friday", "three days", "31 February 2015"])
def test_what_no_day_of_writing_would_tell_is_laid_to_the_words(phrase: str) -> None:
    found = explain_phrase(phrase, Context())

    assert found is not None
    assert explain(found)[-1] == "The words name no day that can be known."


def test_what_is_no_time_is_none() -> None:
    assert explain_phrase("a march in Newcastle", TUESDAY) is None


def test_the_derivation_in_words() -> None:
    found = explain_phrase("last friday", TUESDAY)

    assert found is not None
    assert "It is counted from Tue 16 Aug 2016, which is the publication date." in explain(found)
    assert "So it is Fri 12 Aug 2016." in explain(found)
