from __future__ import annotations

from datetime import date

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context, Time

TUESDAY = Context(published=date(2016, 8, 16))


class Words:
    def __init__(self, text: str, words: str) -> None:
        self.start = text.index(words)
        self.end = self.start + len(words)


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


def test_since_a_weekday_runs_to_publication() -> None:
    assert days("They have been out since Saturday.") == ["2016-08-13/2016-08-16"]


def test_the_last_year_ends_on_the_day_of_publication() -> None:
    assert days("They plotted for the last year.") == ["2015-08-16/2016-08-16"]


def test_typographic_marks_hide_nothing() -> None:
    assert days("They met on Saturday—a fine day—and in May’s vote.") == ["2016-08-13", "2016-05-01/2016-05-31"]


def test_what_looks_like_a_time_and_is_none() -> None:
    text = "It may rain. A march set out in the baking sun. The Mail on Sunday counted 1,800 and Issue No. 2517."

    assert read(text) == []
