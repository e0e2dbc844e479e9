"""Times that hang together with the words beside them: stretches of weekdays, hours that are kept, days of a row."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context, Time

TUESDAY = Context(published=date(2016, 8, 23))


def read(text: str) -> list[Time]:
    return list(read_times(Document(text, (Block("paragraph", 0, len(text)),)), TUESDAY))


def days(text: str) -> list[str]:
    return [str(time.first) for time in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members will strike from Monday to Wednesday.", ["2016-08-29", "2016-08-31"]),
        ("They struck from Monday to Wednesday.", ["2016-08-15", "2016-08-17"]),
        ("They struck from Thursday until Saturday.", ["2016-08-18", "2016-08-20"]),
        ("From 6pm on Monday until 6am on Wednesday they sat in.", ["2016-08-15", "2016-08-17"]),
        ("The shares went at £3 from 14 August to Thursday.", ["2016-08-14", "2016-08-18"]),
    ],
)
def test_a_stretch_of_weekdays_runs_forward(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Most shops open at 9am.",
        "She gets up at 5am every day.",
        "The canteen is usually shut by 8pm.",
        "On Mondays we meet at 7pm.",
    ],
)
def test_an_hour_that_is_kept_has_no_day(text: str) -> None:
    hour = next(time for time in read(text) if time.type == "TIME")

    assert hour.value.startswith("XXXX-XX-XXT")
    assert hour.first is None


@pytest.mark.parametrize(
    "text",
    [
        "The rally is at 2pm on Saturday, not as usually.",
        "Doors open at 7pm.",
        "Pickets sang on Friday. At 6am they ate.",
    ],
)
def test_an_hour_of_one_day_keeps_it(text: str) -> None:
    assert all(time.first for time in read(text))


@pytest.mark.parametrize(
    ("text", "value", "first"),
    [
        ("On 21 July, the fifth day of the strike, they met.", "2016-07-21", "2016-07-21"),
        ("It is the second day of the sit-in.", "2016-08-23", "2016-08-23"),
        ("They lost heart by the third day.", "XXXX-XX-XX", "None"),
        ("The strike is in its eighth week.", "P1W", "None"),
        ("She said that we will one day win.", "FUTURE_REF", "None"),
    ],
)
def test_days_of_a_row_and_one_to_come(text: str, value: str, first: str) -> None:
    found = read(text)[-1]

    assert (found.value, str(found.first)) == (value, first)


@pytest.mark.parametrize("text", ["The first-year intake came.", "Two third year students spoke."])
def test_a_year_of_study_is_no_time(text: str) -> None:
    assert read(text) == []


def test_an_hour_in_brackets_does_not_part_another_from_its_day() -> None:
    found = read("Shots fell at 6pm local time (1700 GMT) on Saturday.")

    assert [time.text for time in found] == ["6pm local time", "Saturday"]
    assert {str(time.first) for time in found} == {"2016-08-20"}


def test_universal_time_is_marked() -> None:
    assert [time.value for time in read("It fell at 0735 GMT.")] == ["2016-08-23T07:35Z"]
    assert [time.value for time in read("It fell at 10.35am BST.")] == ["2016-08-23T10:35"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The day before last Tuesday's hearing she spoke.", ["2016-08-15", "2016-08-16"]),
        ("They will march the day after Christmas.", ["2016-12-26", "2016-12-25"]),
        ("It came the day following the 16 August rally.", ["2016-08-17", "2016-08-16"]),
        ("They struck the day before Ascot Day.", []),
        ("They met the day after polling day.", ["None", "None"]),
    ],
)
def test_the_day_beside_one_that_is_named(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_the_day_before_counts_from_the_day_of_the_telling() -> None:
    assert days("The union said on Thursday that 30 were out, up from 20 the day before.") == [
        "2016-08-18",
        "2016-08-17",
    ]


def test_that_behind_a_verb_of_telling_points_at_no_day() -> None:
    assert [time.text for time in read("The meeting heard that Sunday's march was off.")] == ["Sunday"]


def test_what_follows_another_looks_back_for_it() -> None:
    assert days("The march, planned for Saturday 8 October, follows one in June.") == ["2016-10-08", "2016-06-01"]


def test_weekdays_that_come_again_together() -> None:
    def values(text: str) -> list[str]:
        return [time.value for time in read(text)]

    assert values("Pickets stand on Monday and Thursday evenings.") == ["XXXX-WXX-1TEV", "XXXX-WXX-4TEV"]
    assert values("They met on Monday, Fridays being free.") == ["2016-08-22", "XXXX-WXX-5"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They recalled the night the pit fell in.", "XXXX-XX-XXTNI"),
        ("She was there the morning that he died.", "XXXX-XX-XXTMO"),
        ("In the evening the crowd grew.", "2016-08-23TEV"),
        ("The evening was quiet.", "2016-08-23TEV"),
    ],
)
def test_a_night_told_by_its_event_alone(text: str, value: str) -> None:
    assert [time.value for time in read(text)] == [value]


def test_a_first_day_in_office_is_not_that_of_the_promise() -> None:
    found = read("On Monday she vowed to repeal it on her first day in office.")

    assert [time.value for time in found] == ["2016-08-22", "XXXX-XX-XX"]


def test_the_week_of_a_holiday_that_has_begun() -> None:
    text = "Shops were busy as Christmas week began."
    document = Document(text, (Block("paragraph", 0, len(text)),))
    [time] = read_times(document, Context(published=date(2016, 12, 20)))

    assert (time.text, time.value, str(time.first), str(time.last)) == (
        "Christmas week",
        "2016-W51",
        "2016-12-19",
        "2016-12-25",
    )


def test_a_day_beside_somebodys_death() -> None:
    assert days("Mercer died on Saturday. The day before Mercer's death she wrote to us.") == [
        "2016-08-20",
        "2016-08-19",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They failed to meet on Friday.", "2016-08-19"),
        ("She was unable to travel on Friday.", "2016-08-19"),
        ("It made it hard for them to meet on Friday.", "2016-08-19"),
        ("They hope to meet on Friday.", "2016-08-26"),
        ("She will be able to travel on Friday.", "2016-08-26"),
    ],
)
def test_what_was_tried_lies_behind(text: str, first: str) -> None:
    assert days(text) == [first]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned. A few days later, the firm announced a loss.", "XXXX-XX-XX"),
        ("It will open a few weeks later.", "FUTURE_REF"),
    ],
)
def test_so_much_later_in_what_has_been_is_not_to_come(text: str, value: str) -> None:
    assert read(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday they voted to stay out, after an overnight meeting.", "2016-08-18TNI"),
        ("On Friday they were woken by overnight raids.", "2016-08-18TNI"),
        ("On Friday they sat in. The police came overnight.", "2016-08-22TNI"),
        ("Trains stood still after an overnight walkout.", "2016-08-22TNI"),
    ],
)
def test_a_night_that_led_up_to_what_is_told(text: str, value: str) -> None:
    assert read(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will settle it over the next day or two.", "P1D"),
        ("Half the pits closed in the last year or so.", "P1Y"),
        ("They left the next day.", "2016-08-24"),
    ],
)
def test_a_unit_or_so_is_a_length(text: str, value: str) -> None:
    assert [time.value for time in read(text)] == [value]
