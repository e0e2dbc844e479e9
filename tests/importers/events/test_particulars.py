"""Venue, time of day, votes, organisations, and what a quotation tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


def test_the_venue_stands_apart_from_the_place(events: Reader) -> None:
    [rally] = events("Over 600 people packed a rally at Cobden Hall in Luton on Saturday.")
    assert (rally.venue, rally.places) == ("Cobden Hall", ("Cobden Hall", "Luton"))
    [bare] = events("Over 600 people joined a rally in Luton on Saturday.")
    assert bare.venue is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("A rally will be held in Luton at 7.30pm on 3 September.", "19:30"),
        ("Saturday 3 September: march against cuts. Meet 11am, Castle Park, Luton.", "11:00"),
        ("The polls in Luton closed at 10pm on Thursday.", "22:00"),
        ("A rally will be held in Luton on 3 September.", None),
        ("A rally in Luton on Saturday lasted until 10pm.", None),
        ("A rally was held in Luton on Saturday night.", None),
        ("A lunchtime rally was held in Luton on Saturday.", None),
        ("A rally was held in Luton at noon on Saturday.", "12:00"),
    ],
)
def test_time_of_day(events: Reader, text: str, at: str | None) -> None:
    [event] = events(text)
    assert event.at == at


def test_a_town_hall_is_in_its_town(events: Reader) -> None:
    [meeting] = events("Some 300 people met at Luton Town Hall on Saturday.")
    assert (meeting.places, meeting.venue) == (("Luton Town Hall", "Luton"), "Luton Town Hall")
    [rally] = events("Some 300 people rallied in Nelson Square on Saturday.")
    assert rally.places == ("Nelson Square",)


def test_votes_are_counted(events: Reader) -> None:
    [vote] = events("The branch in Luton voted on Thursday by 94 votes to 33 to back her.")
    assert vote.votes == (94, 33)
    [none] = events("The branch in Luton voted on Thursday to back her.")
    assert none.votes == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Members of the RMT union struck in Hove on Friday.", ("RMT union",)),
        ("The Bakers’ Union and Unison marched in Hove on Friday.", ("Bakers’ Union", "Unison")),
        ("The Hove Trades Council held a rally in Hove on Friday.", ("Hove Trades Council",)),
        ("The union held a rally in Hove on Friday.", ()),
    ],
)
def test_organisations_are_named(events: Reader, text: str, names: tuple[str, ...]) -> None:
    [event] = events(text)
    assert event.organisations == names


def test_what_only_a_quotation_tells_is_quoted(events: Reader) -> None:
    text = "Ann Charles spoke at length.\n\n“Some 500 of us marched in Leeds on Saturday,” said Charles."
    [march] = events(text)
    assert (march.standing, march.claimant, march.kind) == ("quoted", "Ann Charles", "march")
    assert (march.places, str(march.first)) == (("Leeds",), "2016-08-20")


@pytest.mark.parametrize(
    "text",
    [
        "“We marched on Saturday,” said Ann Charles.",
        "“We marched in Leeds,” said Ann Charles.",
        "“Leeds was great on Saturday,” said Ann Charles.",
    ],
)
def test_a_quotation_tells_only_what_it_tells_in_full(events: Reader, text: str) -> None:
    assert events(text) == ()


def test_the_report_itself_goes_before_what_is_quoted_in_it(events: Reader) -> None:
    found = events(
        "Some 500 marched in Leeds on Saturday. “The march in Leeds on Saturday was great,” said Ann Charles."
    )
    assert [e.standing for e in found] == ["told", "quoted"]


def test_an_hour_that_may_be_of_the_afternoon_is_not_given(events: Reader) -> None:
    [service] = events("A rally will be held in Luton on 3 September at three o’clock.")
    assert service.at is None
