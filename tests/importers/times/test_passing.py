"""Days told in passing, days named beside others, and spellings of older papers."""

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
    "text",
    [
        "They blocked the gate on Thursday. Vans that had slipped in on Monday were sent off. At 5pm it ended.",
        "They blocked the gate on Thursday. The lorry, which left Hull on Monday, turned round. At 5pm it ended.",
        "They blocked the gate on Thursday, two days after the lock-in of 9 August. At 5pm it ended.",
        "They blocked the gate on Thursday. She had been hurt on Easter Monday, 28 March. At 5pm it ended.",
    ],
)
def test_the_next_sentence_does_not_stand_at_a_day_told_in_passing(text: str) -> None:
    assert days(text)["5pm"] == "2016-08-11"


def test_within_its_own_sentence_a_day_told_in_passing_holds() -> None:
    assert days("They met on Thursday. The lorry, which left Hull on Monday at 6am, broke down.")["6am"] == "2016-08-15"


@pytest.mark.parametrize(
    "text",
    [
        "The pit was shut on 3 August; two days later the board closed another.",
        "The offer was turned down on 3 August. Two days later it was raised.",
        "They won by more than 20 points on 3 August. Two days later they lost.",
        "Closure was announced on 3 August. Two days later came the march.",
    ],
)
def test_a_day_that_is_not_of_the_telling_nor_of_a_comparison_is_the_running_day(text: str) -> None:
    found = days(text)
    assert found.get("Two days later", found.get("two days later")) == "2016-08-05"


def test_a_day_still_to_come_is_what_its_own_sentence_counts_from() -> None:
    assert days("Hull polls on 20 August and Leeds votes a week later.")["a week later"] == "2016-08-27"


def test_a_capital_season_before_a_capital_is_a_name() -> None:
    assert "the Winter" not in days("Queues snaked round the Winter Gardens on Monday.")


def test_what_one_had_on_a_day_is_no_pluperfect() -> None:
    assert days("Crews had a meeting on Thursday. At 5pm they walked out.")["5pm"] == "2016-08-11"


def test_a_part_of_the_day_does_not_lean_on_a_day_told_in_passing_behind_it() -> None:
    text = "They rallied on Saturday. In the afternoon the bus, which left Leeds on Thursday, arrived."
    assert days(text)["the afternoon"] == "2016-08-13"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the Friday after 4 August", "2016-08-05"),
        ("the Friday before 4 August", "2016-07-29"),
        ("the Sunday after Boxing Day", "2015-12-27"),
        ("the Tuesday before Easter Monday", "2016-03-22"),
    ],
)
def test_a_weekday_beside_a_day_named_behind_it(words: str, day: str) -> None:
    assert days(f"They met on {words}.")[words.split()[1]] == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The fair is a week tomorrow.", "a week tomorrow", "2016-08-24"),
        ("The next issue is out a fortnight today.", "a fortnight today", "2016-08-30"),
        ("They were fined last Friday week.", "last Friday week", "2016-08-05"),
        ("They met on 4 August. The day before that nobody had known.", "The day before that", "2016-08-03"),
        ("No trams ran on the 4th inst.", "the 4th inst", "2016-08-04"),
        ("* Tues 9: stall outside the depot", "Tues 9", "2016-08-09"),
        ("The strike ended on Thursday. They had walked out on Sunday.", "Sunday", "2016-08-07"),
        ("The strike ended on Thursday. They had expected more on Sunday.", "Sunday", "2016-08-14"),
        (
            "The count began just before midnight on Thursday. At quarter past twelve it stopped.",
            "quarter past twelve",
            "2016-08-12",
        ),
        ("Speeches began at noon on Thursday. At half past one they lay down.", "half past one", "2016-08-11"),
        ("They had hoped to be home by Christmas.", "Christmas", "2016-12-25"),
        ("The pickets were fed at breakfast time.", "breakfast time", "2016-08-16"),
        ("See you in the pub on Saturday night.", "Saturday night", "2016-08-20"),
        ("They were thrown out on Saturday and came back minutes later.", "minutes later", "2016-08-13"),
        ("They sang on Christmas night.", "Christmas night", "2015-12-25"),
        ("The doors were shut until nine at night.", "nine at night", "2016-08-16"),
        ("They were seen last Monday in Hull.", "last Monday", "2016-08-08"),
        ("They were seen on Monday last in Hull.", "Monday last", "2016-08-15"),
        ("They met on Thursday 4 August. On the Saturday they marched.", "Saturday", "2016-08-06"),
        ("They marched on Saturday. Next morning the depot was shut.", "Next morning", "2016-08-14"),
        ("They took the hall on Saturday. Some stayed overnight.", "overnight", "2016-08-13"),
        (
            "Another march is planned for the last Saturday of the month.",
            "the last Saturday of the month",
            "2016-08-27",
        ),
        ("The branch meets on the last Saturday of the month.", "the last Saturday of the month", "None"),
        ("Shops stayed shut from 11 am on Monday.", "11 am on Monday", "2016-08-15"),
        ("Canvassers are out tomorrow week.", "tomorrow week", "2016-08-24"),
        ("It was a week ago yesterday.", "a week ago yesterday", "2016-08-08"),
        (
            "The vote is on 25 August. On Thursday 300 met, and the night before there were 90.",
            "the night before",
            "2016-08-10",
        ),
        ("She had queued since 5:15 this morning.", "5:15 this morning", "2016-08-16"),
        ("They were let go at 10pm last night.", "10pm last night", "2016-08-15"),
        ("They were arrested on August 7 and 8 over a leaflet.", "8", "2016-08-08"),
        ("They met on 7 August. The evening before several hundred had come.", "The evening before", "2016-08-06"),
        ("The wake takes place to-morrow.", "to-morrow", "2016-08-17"),
        ("The Cabinet sat to-day.", "to-day", "2016-08-16"),
        ("Parliament sits to-night.", "to-night", "2016-08-16"),
        ("A concert is announced for Monday evening next.", "Monday evening next", "2016-08-22"),
        ("The strike began on March 24th and spread.", "March 24th", "2016-03-24"),
        ("It flared on May 8th, when rosters were cut.", "May 8th", "2016-05-08"),
        ("Stewards who met on the 4th will report.", "the 4th", "2016-08-04"),
    ],
)
def test_spellings(text: str, words: str, day: str) -> None:
    assert days(text)[words] == day


def test_which_sunday_of_something_is_not_known() -> None:
    assert days("On the first Sunday of the campaign six came.") == {}


def test_what_goes_on_from_day_to_day_is_no_day() -> None:
    assert days("The day-to-day work goes on, and the 4th floor is shut.") == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Polling stations open at 7am on Thursday.", "2016-08-18"),
        ("Crews assemble on Saturday outside the depot.", "2016-08-20"),
        ("Another march has been pencilled in for 1 October.", "2016-10-01"),
        ("Public meeting: 7.30pm on Thursday, Friends House.", "2016-08-18"),
        ("She was expected to declare on Thursday, but she put it off.", "2016-08-11"),
        ("The rivals debate in Stoke Thursday.", "2016-08-18"),
        ("They meet next Thursday and before that on Wednesday.", "2016-08-17"),
        ("The money runs out in September.", "2016-09-01/2016-09-30"),
        ("They did not leave on Friday.", "2016-08-12"),
        ("The hearing is first thing Thursday.", "2016-08-18"),
        ("The ballot is in December.", "2016-12-01/2016-12-31"),
        ("It is Tuesday, and nothing moves.", "2016-08-16"),
        ("She said that the schools would stay closed through Friday.", "2016-08-19"),
        ("She told Friday’s meeting that they would win.", "2016-08-12"),
        ("The strike set for Friday was called off.", "2016-08-12"),
        ("In October the members voted to strike.", "2015-10-01/2015-10-31"),
        ("Two men were shot last July, and one last April.", "2016-04-01/2016-04-30"),
        ("Two men were shot last July.", "2015-07-01/2015-07-31"),
        ("They wrote an open letter on Friday.", "2016-08-12"),
        ("The last sitting was held on 2 October.", "2015-10-02"),
    ],
)
def test_where_a_clause_looks(text: str, day: str) -> None:
    assert list(days(text).values())[-1] == day


def test_a_day_in_what_was_said_besides_does_not_date_the_words_in_marks() -> None:
    text = "She told us nobody was hurt “today”, and that an inquiry would start on Thursday."
    document = Document(text, (Block("paragraph", 0, len(text)),))

    class Marked:
        start, end, continued = text.index("today"), text.index("”"), False

    today = next(time for time in read_times(document, TUESDAY, [Marked()]) if time.text == "today")
    assert today.first == date(2016, 8, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It began in August 2014, when a pupil sat down on 20 August.", "2014-08-20"),
        ("In 1921 the news fell upon April 15th.", "1921-04-15"),
        ("The pit closed on 1 March 1984. In the autumn the deputies struck.", "1984-09-01/1984-11-30"),
        ("The pit closed on 1 March 1984. That Christmas they sang.", "1984-12-25"),
        ("The pit closed on 1 March 1984. The minister proposed pensions in February.", "2016-02-01/2016-02-29"),
        ("The firm began it in 1987 and had bought shares through 29 July.", "2016-07-29"),
    ],
)
def test_what_long_past_years_hold(text: str, day: str) -> None:
    assert list(days(text).values())[-1] == day


def test_a_paper_of_a_weekday_tells_of_that_evening_a_week_before() -> None:
    text = "She was heckled on Tuesday night."
    document = Document(text, (Block("paragraph", 0, len(text)),))
    weekly = Context(published=date(2016, 8, 16), publication="Socialist Worker")

    assert [time.first for time in read_times(document, weekly)] == [date(2016, 8, 9)]
    assert [time.first for time in read_times(document, TUESDAY)] == [date(2016, 8, 16)]
