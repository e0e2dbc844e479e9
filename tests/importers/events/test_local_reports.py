"""Pages that gather several local reports: place and day stay in the report that gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from importers.blocks import read_document
from importers.pipeline import extract
from store.records import Context, Event

Reader = Callable[[str], tuple[Event, ...]]

PAGE = """Reports from around the country

Norwich

Over 180 people crowded into a meeting on Thursday of last week to save the baths.

Campaigners will lobby the council on 5 September.

Joe Pickard

Wakefield

Around 70 drivers joined a picket line on Friday. A second strike has been called.

Sally Moorcroft and Tom Dent

Swansea

Students are angry. Some 250 joined a march through the city centre.

Nia Prosser, Swansea University

Crewe

At a rally outside the works 400 people cheered.

Jo Bell
"""


def by_place(events: tuple[Event, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for event in events:
        found.setdefault(event.places[0] if event.places else "", set()).add(str(event.first))
    return found


def test_each_report_keeps_its_place_and_day(events: Reader) -> None:
    assert by_place(events(PAGE)) == {
        "Norwich": {"2016-08-18", "2016-09-05"},
        "Wakefield": {"2016-08-19"},
        "Swansea": {"None"},
        "Crewe": {"None"},
    }


def test_a_day_of_the_report_before_does_not_date_the_next(events: Reader) -> None:
    dated = {event.places: event.first for event in events(PAGE)}
    assert dated["Swansea",] is None
    assert dated["Crewe",] is None


@pytest.mark.parametrize("signature", ["Jo Bell", "Jo Bell and Tom Dent", "Jo Bell, Luton"])
def test_a_signature_line_closes_a_report(signature: str, tuesday: Context) -> None:
    text = (
        f"Round-up of the week\n\nOver 90 people came to a meeting in Luton on Saturday.\n\n{signature}\n\n"
        "Around 60 people turned out to a vigil.\n\nAnn Teal"
    )
    meeting, vigil = extract(read_document(text), tuesday).events
    assert (str(meeting.first), meeting.places) == ("2016-08-20", ("Luton",))
    assert (vigil.first, vigil.places) == (None, ())


def test_an_opening_is_not_dated_by_the_next_report(events: Reader) -> None:
    text = (
        "Round-up of the week\n\nHundreds of people have attended a rally for the baths.\n\nJo Bell\n\n"
        "Hundreds of people joined a rally in Luton on Saturday.\n\nAnn Teal"
    )
    first, second = events(text)
    assert (first.first, first.places) == (None, ())
    assert second.places == ("Luton",)


def test_it_will_now_be_held_speaks_of_its_own_report(events: Reader) -> None:
    text = (
        "Round-up of the week\n\nA concert in Hove on Saturday was called off.\n\nJo Bell\n\n"
        "It will now be held on 5 September.\n\nAnn Teal"
    )
    assert "concert" not in events(text)[-1].title.casefold()


def test_a_hall_is_in_the_town_of_its_heading(events: Reader) -> None:
    text = "Branch reports\n\nLeicester\n\nOur next meeting is on 1 September at the Secular Hall.\n\nTom Akers"
    [meeting] = events(text)
    assert (meeting.venue, meeting.places) == ("Secular Hall", ("Secular Hall", "Leicester"))
