from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context, Time

TUESDAY = Context(published=date(2016, 8, 16))


class Words:
    def __init__(self, text: str, words: str, *, continued: bool = False) -> None:
        self.start = text.index(words)
        self.end = self.start + len(words)
        self.continued = continued


def read(text: str, context: Context = TUESDAY, quoted: str = "") -> list[Time]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    return list(read_times(document, context, [Words(text, quoted)] if quoted else []))


def days(text: str, context: Context = TUESDAY, quoted: str = "") -> list[str]:
    return [
        f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read(text, context, quoted)
    ]


def test_a_bare_weekday_is_the_last_one_with_the_day_of_publication() -> None:
    assert days("Pickets stood outside on Tuesday.") == ["2016-08-16"]
    assert days("Pickets stood outside on Wednesday.") == ["2016-08-10"]


def test_a_clause_that_looks_ahead_turns_a_weekday_forward() -> None:
    assert days("The committee will decide on Thursday.") == ["2016-08-18"]
    assert days("She said on Thursday that they will march on Saturday.") == ["2016-08-11", "2016-08-20"]


def test_the_previous_night_is_counted_from_the_day_told() -> None:
    assert days("A hundred came to Hull last Friday, and more to York the previous night.") == [
        "2016-08-12",
        "2016-08-11",
    ]


def test_on_the_same_day_is_the_day_told() -> None:
    assert days("They marched in Leeds on Saturday. A rally in Bath on the same day drew more.") == ["2016-08-13"] * 2


def test_today_in_a_quotation_is_the_day_of_speech() -> None:
    quoted = "We start today and we will win"
    text = f"She told the crowd on Saturday: “{quoted}.”"

    assert days(text, quoted=quoted) == ["2016-08-13", "2016-08-13"]


def test_the_day_of_speech_may_stand_behind_the_words() -> None:
    quoted = "We start today,"

    assert days(f"“{quoted}” she told the crowd on Saturday.", quoted=quoted) == ["2016-08-13", "2016-08-13"]


def test_the_day_of_speech_holds_in_the_next_paragraph_of_the_quotation() -> None:
    first, second = "This is our day.", "Tomorrow we go on."
    text = f"She told the crowd on Saturday: “{first}\n\n“{second}”"
    cut = text.index("\n")
    document = Document(text, (Block("paragraph", 0, cut), Block("paragraph", cut + 2, len(text))))

    found = read_times(document, TUESDAY, [Words(text, first), Words(text, second, continued=True)])
    other = read_times(document, TUESDAY, [Words(text, first), Words(text, second)])

    assert [time.first for time in found] == [date(2016, 8, 13), date(2016, 8, 14)]
    assert [time.first for time in other] == [date(2016, 8, 13), date(2016, 8, 17)]


def test_the_day_of_telling_is_not_the_day_told() -> None:
    assert days("The launch on Saturday drew crowds, organisers revealed yesterday. Since then more have joined.") == [
        "2016-08-13",
        "2016-08-15",
        "2016-08-13/2016-08-16",
    ]
    assert (
        days("He told the rally on Saturday that they would win. The same day he spoke in Hull.") == ["2016-08-13"] * 2
    )


def test_since_a_weekday_runs_to_publication() -> None:
    assert days("They have been out since Saturday.") == ["2016-08-13/2016-08-16"]


def test_the_last_year_ends_on_the_day_of_publication() -> None:
    assert days("They plotted for the last year.") == ["2015-08-16/2016-08-16"]


def test_typographic_marks_hide_nothing() -> None:
    assert days("They met on Saturday—a fine day—and in May’s vote.") == ["2016-08-13", "2016-05-01/2016-05-31"]


def test_what_looks_like_a_time_and_is_none() -> None:
    text = "It may rain. A march set out in the baking sun. The Mail on Sunday counted 1,800 and Issue No. 2517."

    assert read(text) == []


def test_a_day_said_twice_is_evidence() -> None:
    yesterday, monday = read("They won yesterday, Monday, by a mile.")
    earlier, sunday = read("They won yesterday, Sunday, by a mile.")

    assert yesterday.derivation
    assert earlier.derivation
    assert [(found.text, found.agrees) for found in yesterday.derivation.evidence] == [("Monday", True)]
    assert [(found.text, found.agrees) for found in earlier.derivation.evidence] == [("Sunday", False)]
    assert monday.derivation
    assert sunday.derivation
    assert monday.derivation.evidence[0].agrees
    assert not sunday.derivation.evidence[0].agrees


def test_joined_dates_share_year_and_week() -> None:
    assert days("It ran from May to July 2014.") == ["2014-05-01/2014-05-31", "2014-07-01/2014-07-31"]
    assert days("Strikes are on Friday and Saturday of next week.") == ["2016-08-26", "2016-08-27"]


def test_a_list_of_days_is_read_day_by_day() -> None:
    text = "Walkouts are set for Monday 22, Wednesday 24 and Friday 26 August and for September 5 and 7."

    assert days(text) == ["2016-08-22", "2016-08-24", "2016-08-26", "2016-09-05", "2016-09-07"]


def test_what_began_since_lies_behind() -> None:
    assert days("They have been in dispute since October.") == ["2015-10-01/2015-10-31"]
    assert days("The ballot closes in October.") == ["2016-10-01/2016-10-31"]


def test_a_history_is_followed_from_date_to_date() -> None:
    text = (
        "The league was founded in 1884. In March 1885 it split. By December it had two papers. In January they merged. "
        "In 1886 it led the strike, in 1887 the march, and in 1889 the docks stood still."
    )

    assert days(text)[:4] == [
        "1884-01-01/1884-12-31",
        "1885-03-01/1885-03-31",
        "1885-12-01/1885-12-31",
        "1886-01-01/1886-01-31",
    ]


def test_time_and_day_do_not_leak_into_the_next_report() -> None:
    text = "They met on 2 August.\n\nOn the same day the council voted."
    document = Document(text, (Block("paragraph", 0, 21, 0), Block("paragraph", 23, len(text), 1)))

    times = read_times(document, TUESDAY, [])

    assert [time.first for time in times] == [date(2016, 8, 2), None]


def test_a_month_lies_within_the_year_just_named() -> None:
    assert days("In 1936 they set off from the north. In October they reached the capital.") == [
        "1936-01-01/1936-12-31",
        "1936-10-01/1936-10-31",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Drivers to stage walkout from Thursday", "2016-08-18"),
        ("Postal workers to strike on Friday", "2016-08-19"),
        ("Please email motions by 10am on Monday.", "2016-08-22"),
        ("Bring your banners to the town hall on Saturday.", "2016-08-20"),
        ("She told us to go back Monday.", "2016-08-22"),
        ("The union urged members to join the picket line on Thursday.", "2016-08-18"),
        ("They’ve got a meeting on Friday.", "2016-08-19"),
        ("On Friday you must choose.", "2016-08-19"),
        ("Everyone must register by Monday.", "2016-08-22"),
        ("They said they could strike on Friday if talks fail.", "2016-08-19"),
    ],
)
def test_a_plan_lies_ahead(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thousands gather to save their library on Saturday", "2016-08-13"),
        ("The union told reporters on Monday that it had won.", "2016-08-15"),
        ("On Saturday they could not get in.", "2016-08-13"),
        ("On Saturday the union urged members to vote.", "2016-08-13"),
        ("They got a pay rise on Friday.", "2016-08-12"),
    ],
)
def test_what_was_done_lies_behind(text: str, day: str) -> None:
    assert days(text) == [day]


def test_what_one_has_got_in_a_month_lies_near() -> None:
    assert days("We have got a conference in December.") == ["2016-12-01/2016-12-31"]


def test_what_was_decided_need_not_have_been() -> None:
    assert days("The board decided to shut the pit in December.") == ["2016-12-01/2016-12-31"]
    assert days("The board shut the pit in December.") == ["2015-12-01/2015-12-31"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Voters returned 99 papers, more than ever, by the Friday deadline.", "2016-08-12"),
        ("The leader arrived in Goole, Yorks., on Friday, for what is to be a long stay.", "2016-08-12"),
        ("On Friday, which is to be a day of mourning, they met.", "2016-08-12"),
        ("The union won a slated visit of the minister in December.", "2016-12-01/2016-12-31"),
        ("The firm had credit, it said, to run the pits through December.", "2016-12-01/2016-12-31"),
        ("The board said it won a plan, long discussed, to shut both pits by December.", "2016-12-01/2016-12-31"),
        ("It has doubled its fees since 1980. In December it asked for more.", "2015-12-01/2015-12-31"),
        (
            (
                "In October, a week after the court of appeal had its say on the case of the nurses against the health board "
                "of the county and its chairman, a meeting in Hull voted to strike."
            ),
            "2015-10-01/2015-10-31",
        ),
    ],
)
def test_what_the_clause_of_a_time_says_of_it(text: str, day: str) -> None:
    assert day in days(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hundreds marched in Hull at the weekend to oppose cuts.", ["2016-08-13/2016-08-14"]),
        ("They met over the weekend to march for peace.", ["2016-08-13/2016-08-14"]),
        ("Profits for the year to 31 July fell.", ["2016-07-31"]),
        ("March for jobs on Saturday", ["2016-08-20"]),
    ],
)
def test_to_opens_a_purpose_or_ends_a_stretch(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_a_year_of_two_figures_needs_its_apostrophe() -> None:
    assert days("They have stood there since ’85.") == ["1985-01-01/1985-12-31"]
    assert days("The summer of '76 was dry.") == ["1976-06-01/1976-08-31"]
    assert days("The firm said ‘22 jobs would go’ and spoke of '40 people'.") == []


def test_the_date_beside_the_following_day_is_that_day() -> None:
    assert days("The following day, Sunday 7 August, hundreds returned.") == ["2016-08-07"] * 2


def test_the_day_of_the_last_of_many() -> None:
    assert days("They rallied in Leith on Saturday. It was the fourth rally of the day.") == ["2016-08-13"] * 2
    assert days("They rallied in Leith on Saturday. Cuts are the order of the day.") == ["2016-08-13"]
    assert days("They rallied in Leith on Saturday. They will go on for the rest of the day.")[-1] == "2016-08-16"


def told(text: str, *quoted: str) -> list[str]:
    """The days of a report with a blank line between its paragraphs."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    times = read_times(Document(text, tuple(blocks)), TUESDAY, [Words(text, words) for words in quoted])
    return [str(time.first) for time in times]


def test_today_in_a_quotation_is_the_day_of_the_event_where_nothing_dates_the_words() -> None:
    march = "Thousands marched in Leith on Saturday."
    words = "Last night they cut our pay. Today we say no,"

    assert told(f"{march}\n\n“{words}” said Ann.", words) == ["2016-08-13", "2016-08-12", "2016-08-13"]
    assert told(f"“{words}” said Ann.", words) == ["2016-08-15", "2016-08-16"]


@pytest.mark.parametrize(
    "before",
    [
        "Ministers met on 2 August.",
        "Drivers will walk out from Thursday.",
        "They spoke up for Kim, who was sacked on Friday.",
        "On Friday, Ms Lee said they would fight.",
    ],
)
def test_speakers_do_not_stand_at_a_day_told_in_passing(before: str) -> None:
    assert told(f"{before}\n\n“Today is too late,” said Sam.", "Today is too late,")[-1] == "2016-08-16"


def test_a_day_behind_who_is_not_that_of_the_words() -> None:
    words = "This morning we won,"

    assert told(f"“{words}” said Sam, who was sacked on Monday.", words) == ["2016-08-16", "2016-08-15"]


def test_what_has_been_is_not_counted_from_what_is_planned() -> None:
    text = (
        "Thousands marched in Leith on Saturday. Drivers will walk out from Thursday.\n\n"
        "A picket gathered that evening at the depot. Three hours later police came."
    )

    assert told(text) == ["2016-08-13", "2016-08-18", "2016-08-13", "2016-08-13"]


def test_a_report_does_not_stand_at_a_day_within_a_quotation() -> None:
    words = "We voted on Thursday,"
    text = f"Thousands marched in Leith on Saturday.\n\n“{words}” said Ann.\n\nAt 5pm they sat down in the road."

    assert told(text, words) == ["2016-08-13", "2016-08-11", "2016-08-13"]


def test_what_is_compared_is_not_what_is_told() -> None:
    assert days("Forty came on Saturday, up from 12 on 2 July. That evening they sang.") == [
        "2016-08-13",
        "2016-07-02",
        "2016-08-13",
    ]


def test_the_night_goes_on_after_midnight() -> None:
    assert days("Dockers met last night in Hull. They sang until 1am.") == ["2016-08-15", "2016-08-16"]
    assert days("Dockers met at 7pm on Friday. They had been up since 3am.") == ["2016-08-12"] * 2
    assert days("Dockers met last night and sang until 1am. At 11pm police came.")[-1] == "2016-08-15"


def test_the_day_in_the_head_of_a_page_holds_for_its_sections() -> None:
    text = "Strike, 4 August\n\nHull\n\nForty came to the midday rally."
    blocks = (Block("standfirst", 0, 16, 0), Block("crosshead", 18, 22, 1), Block("paragraph", 24, len(text), 1))

    assert [time.first for time in read_times(Document(text, blocks), TUESDAY)] == [date(2016, 8, 4)] * 2


def test_that_before_this_morning_is_another_word() -> None:
    assert [time.text for time in read("She said that this morning they won, and that last week they lost.")] == [
        "this morning",
        "last week",
    ]


def test_the_weekday_of_the_week_told() -> None:
    assert days("The strike of last week was solid. On the Tuesday 300 marched.")[-1] == "2016-08-09"


def test_speakers_stand_at_the_main_clause() -> None:
    words = "This morning we won,"
    text = f"Students who took the hall on Friday left it on Sunday.\n\n“{words}” said Amy."

    assert told(text, words) == ["2016-08-12", "2016-08-14", "2016-08-14"]


def test_what_is_compared_is_better_than_nothing_told() -> None:
    assert days("Forty came, compared with 12 on 2 July. Since then more have joined.")[-1] == "2016-07-02/2016-08-16"


def test_a_deadline_that_something_came_before_looks_nowhere() -> None:
    assert days("On Sunday night, hours before the deadline, talks broke down.")[0] == "2016-08-14"


def test_a_named_day_that_has_been_is_the_last_of_its_name() -> None:
    assert days("On Bank Holiday Monday thousands came.") == ["2016-05-30"]
    assert days("On Bank Holiday Monday we will march.") == ["2016-08-29"]


def test_a_day_by_its_number_is_of_the_month_just_named() -> None:
    assert days("It was at the end of last month, around the 29th.")[-1] == "2016-07-29"


def test_later_than_what_is_not_told_has_no_day() -> None:
    assert days("More than a year later, little has changed.") == ["None"]
    assert days("They struck on 5 July. Two days later they won.")[-1] == "2016-07-07"


def test_an_hour_takes_no_day_from_the_words_quoted_behind_it() -> None:
    quoted = "We shall be back on Sunday"
    text = f"At 3.40am a docker told the hall: “{quoted}.”"
    assert days(text, quoted=quoted)[-1] == "2016-08-21"
    assert days(text, quoted=quoted)[0] != "2016-08-21"
    assert days("At 3.40am on Sunday a docker told the hall that all was well.")[0] == "2016-08-14"


@pytest.mark.parametrize(
    "clause",
    [
        "The new mayor takes her oath on Thursday.",
        "A tribunal hears the drivers’ case on Thursday.",
        "The candidate visits Leeds on Thursday.",
        "The assembly elects its speaker on Thursday.",
    ],
)
def test_a_present_that_announces_looks_ahead(clause: str) -> None:
    assert days(clause) == ["2016-08-18"]


def test_a_present_behind_who_or_it_announces_nothing() -> None:
    assert days("The man who visits the camp was there on Thursday.") == ["2016-08-11"]


def test_what_is_done_counts_from_the_planned_day_just_told() -> None:
    told = "A rally in Leeds drew 300 on Saturday. Nominations close on 25 August. "
    assert days(f"{told}Ballot papers go out a week later and the result is announced soon after.")[2] == "2016-09-01"
    assert days(f"{told}The week before, 200 had come to Hull.")[2] != "2016-08-18"


def test_the_night_before_a_number_of_people() -> None:
    assert days("He spoke in Leeds on Saturday, and the night before 1,500 heard him in Hull.")[1] == "2016-08-12"
    assert days("He spoke in Leeds on Saturday, the night before 15 August.")[1:] != ["2016-08-12"]
