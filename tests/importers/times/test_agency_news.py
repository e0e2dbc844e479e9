"""What agency news and campaign articles taught: which way a clause looks, titles of programmes, days of the calendar of a country."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

THURSDAY = Context(published=date(2016, 9, 22))


class Words:
    """One quotation."""

    def __init__(self, text: str, words: str) -> None:
        self.start = text.index(words)
        self.end = self.start + len(words)
        self.continued = False


def read(text: str, *quoted: str, context: Context = THURSDAY) -> dict[str, str]:
    document = Document(text, (Block("paragraph", 0, len(text)),))
    times = read_times(document, context, [Words(text, words) for words in quoted])
    return {time.text: f"{time.first}" for time in times}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("She called for more money in a statement on Monday.", "Monday", "2016-09-19"),
        ("She called for a march on Monday.", "Monday", "2016-09-26"),
        ("Monday’s ruling might not change much.", "Monday", "2016-09-19"),
        ("Monday’s march will start in Hull.", "Monday", "2016-09-26"),
        ("Most voters expect the mayor to win Monday’s debate.", "Monday", "2016-09-26"),
        ("They kept going until nearly 2 a.m. Friday.", "nearly 2 a.m. Friday", "2016-09-16"),
        ("Talks were put off until Friday.", "Friday", "2016-09-23"),
        ("By 9 a.m. Sunday, the Rev. Ann Other was on the air and took calls.", "9 a.m. Sunday", "2016-09-18"),
        ("If Labour wins the seat in November and she resigns, he stands.", "November", "2016-11-01"),
        ("The economy grew less than forecast in July.", "July", "2016-07-01"),
        ("It rose between January 1 and September 18.", "January 1", "2016-01-01"),
        ("It was a disputed vote in the town on Nov. 1.", "Nov. 1", "2016-11-01"),
        ("It has raised more since Jan. 1, 2015. In August it raised less.", "August", "2016-08-01"),
        ("Her decision to meet with him at the end of June was wrong.", "the end of June", "2016-06-21"),
        ("He spoke of the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("Hackers sought to sway the Nov. 8 U.S. presidential poll, it was said.", "Nov. 8", "2016-11-08"),
        ("In Ohio, whose Nov. 9 primary came first, it was lost.", "Nov. 9", "2016-11-09"),
        ("He spoke before her announcement Monday that she would go.", "Monday", "2016-09-19"),
        ("She joined in, announcing on Monday she would meet them.", "Monday", "2016-09-19"),
        ("Monday’s ruling will be felt for years.", "Monday", "2016-09-19"),
        ("He was slow at the start of the debate on Monday.", "Monday", "2016-09-19"),
        ("People mourn in the town after the massacre in December.", "December", "2015-12-01"),
        ("They backed her in 2008, but the board did so in July.", "July", "2016-07-01"),
        ("As Monday’s results show, Hull may be lost.", "Monday", "2016-09-19"),
        ("The move follows Monday’s ruling by the court, which holds a majority.", "Monday", "2016-09-19"),
        ("Earlier Monday, her agent says, she could have won.", "Earlier Monday", "2016-09-19"),
        ("Until Monday, however, the board had refused.", "Monday", "2016-09-19"),
        ("On Monday night, she called a friend.", "Monday night", "2016-09-19"),
        ("He agreed to a meeting on Monday.", "Monday", "2016-09-19"),
        ("She seemed to be of two minds Monday.", "Monday", "2016-09-19"),
        ("She put money into towns that vote in October, and that host polls in May.", "May", "2017-05-01"),
        ("They had been paying him until May.", "May", "2016-05-01"),
        ("They have pressed for it at the party conference in November.", "November", "2016-11-01"),
        ("They lost the seat in November.", "November", "2015-11-01"),
        ("She boomed: “Let’s beat him in November.”", "November", "2016-11-01"),
        ("It will almost certainly be settled in the courts in March.", "March", "2017-03-01"),
        ("Some of it is from as far back as 2009. In May a judge ruled.", "May", "2016-05-01"),
        ("He spoke at a Sept. 11 service.", "Sept. 11", "2016-09-11"),
        ("Costs rose 3 percent. They court donors as Election Day draws near.", "Election Day", "2016-11-08"),
        ("The U.S. senator has decided that on Election Day, she will vote.", "Election Day", "2016-11-08"),
        ("The survey was made from Sept. 12 to 15 by telephone.", "Sept. 12 to 15", "2016-09-12"),
    ],
)
def test_which_day_is_meant(text: str, words: str, day: str) -> None:
    assert read(text)[words] == day


@pytest.mark.parametrize(
    "text",
    [
        "He was on “Fox News Sunday,” as ever.",
        "A poll by Morning Consult has her ahead.",
        "That is hard in today’s world.",
        "He was driving his 2008 Volvo.",
        "She stays there for the time being.",
        "She said so on CBS’s “60 Minutes.” It was wrong.",
        "He joined the ‘Today’ show.",
        "She was on ABC’s “This Week,” as ever.",
        "The host of Breitbart News Daily rang.",
        "She blamed the NBC Nightly News for it.",
        "It is not felt on a day-to-day basis.",
        "The pastor spoke on Exodus 18:21 again.",
        "It was sent by then-minister Ann Other.",
        "At the end of the day, we have to live.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == {}


def test_a_day_told_before_that_none_told_is_not_the_day_of_writing() -> None:
    assert read("Until that day he had never seen a mine.") == {"that day": "None"}


def test_the_year_of_a_strike_at_a_car_maker_is_one() -> None:
    assert read("They recalled their 1978 Ford strike.")["1978"] == "1978-01-01"


def test_television_is_of_no_day() -> None:
    assert read("She is a daytime TV star.") == {"daytime": "None"}
    assert read("On Monday she rang the morning shows.")["the morning"] == "None"
    assert read("On Monday she rang in the morning.")["the morning"] == "2016-09-19"


def test_the_hours_of_a_row_are_kept_alike() -> None:
    assert set(read("The stall is open on weekdays from 7 a.m. to 8 p.m. here.").values()) == {"None"}


def test_speakers_of_agency_news_stand_at_what_was_told_in_the_last_days() -> None:
    words = "We saw it last night,"
    far = f"At the debate on Saturday they clashed. “{words}” said Ann."
    near = f"At the debate on Tuesday they clashed. “{words}” said Ann."

    assert read(far, words)["last night"] == "2016-09-21"
    assert read(near, words)["last night"] == "2016-09-19"
    weekly = Context(published=date(2016, 9, 22), publication="The Socialist")
    assert read(far, words, context=weekly)["last night"] == "2016-09-16"


def test_an_article_with_some_years_and_one_word_of_its_own_day_is_no_history() -> None:
    years = "It was founded in 1999, sold in 2003, closed in 2005 and in 2007, and reopened in 2009. "

    assert read(years + "This month it moved to Hull.")["This month"] == "2016-09-01"
