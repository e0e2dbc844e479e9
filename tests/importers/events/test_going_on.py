"""What a report goes on to tell without a day: what was done next, and what was called off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pickets blocked the gates in Luton on Friday. Three of them were arrested.", "arrest"),
        ("The council in Luton met on Friday. A motion to close the baths was lost on a show of hands.", "vote"),
        ("Ann Other addressed the branch in Luton on Friday. The secretary resigned.", "decision"),
    ],
)
def test_what_was_done_next_was_done_that_day(events: Reader, text: str, kind: str) -> None:
    first, second = events(text)
    assert (second.kind, second.first, second.places) == (kind, first.first, first.places)


@pytest.mark.parametrize(
    "text",
    [
        "Pickets blocked the gates in Luton on Friday. Three of them had been arrested before.",
        "Pickets blocked the gates in Luton on Friday. Those who were arrested are free.",
        "Pickets blocked the gates in Luton on Friday.\n\nThree people were arrested.",
        "Pickets blocked the gates in Luton on Friday. In Derby pickets were arrested.",
        "Pickets will block the gates in Luton on 2 September. Three were arrested.",
    ],
)
def test_what_looks_back_or_stands_apart_has_no_day(events: Reader, text: str) -> None:
    assert "arrest" not in {event.kind for event in events(text)}


def test_what_was_called_off_without_a_day_is_told(events: Reader) -> None:
    [march] = events("A march in Hove was called off because of the rain.")
    assert (march.standing, march.first, march.title) == ("called off", None, "March called off, Hove")
    assert events("A march in Hove is a fine thing.") == ()


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("More than 400 protesters brought the centre of Luton to a standstill on Saturday.", 400),
        ("Police arrested 12 protesters in Luton on Saturday.", None),
    ],
)
def test_who_is_called_a_protester_came_together(events: Reader, text: str, low: int | None) -> None:
    [event] = events(text)
    assert (event.attendance.low if event.attendance else None) == low


def test_an_hour_of_the_same_day_is_in_the_same_place(events: Reader) -> None:
    rally, charge = events("Trams in York were met by a crowd of 2,000 people yesterday. A charge was made at 10pm.")
    assert (charge.first, charge.places) == (rally.first, ("York",))


def test_another_persons_meeting_in_a_paragraph_of_its_own_is_of_no_known_day(events: Reader) -> None:
    rally = "About 900 people came to a rally in east London on Friday."
    [_, other] = events(f"{rally}\n\nAnn Price, the candidate, drew 80 people to a meeting in south London.")
    assert (other.first, other.last, other.places) == (None, None, ("south London",))
    [told, same] = events(
        f"{rally}\n\nAnn Price, the candidate, told 80 people the rally in east London was the first."
    )
    assert same.first == told.first


def test_where_somebody_lives_is_not_where_it_was(events: Reader) -> None:
    [rally] = events("Ann Price, who lives in Hove, told a rally of 300 in Luton on Friday that they would win.")
    assert rally.places == ("Luton",)
    [strike] = events("Porters who have been on strike in Hove struck again on Friday.")
    assert strike.places == ("Hove",)


def test_what_was_voted_next_was_voted_that_day(events: Reader) -> None:
    [ruling, vote] = events("The council read out an injunction on Friday. The camp voted by 212 votes to 31 to stay.")
    assert (vote.kind, vote.first) == ("vote", ruling.first)


@pytest.mark.parametrize("words", ["there", "in the city", "across the borough"])
def test_there_and_the_city_are_the_place_just_spoken_of(events: Reader, words: str) -> None:
    found = events(f"In Derby there is more to come. Drivers struck {words} on Monday.")
    assert found[-1].places == ("Derby",)


def test_there_was_points_nowhere(events: Reader) -> None:
    assert events("In Derby there is more to come. There was a strike on Monday.")[-1].places == ()


def test_who_told_the_rally_spoke_at_the_one_just_told(events: Reader) -> None:
    told, again = events(
        "Hundreds came to a rally in Derby on Monday.\n\nThe mood was high.\n\nAnn Price told the rally in Castle Street that pay must rise."
    )
    assert (again.kind, again.first, again.places) == ("rally", told.first, ("Castle Street",))
    assert (
        len(events("Hundreds came to a rally in Derby on Monday.\n\nAnn Price told reporters that pay must rise.")) == 1
    )


def test_who_led_the_march_led_the_one_just_told(events: Reader) -> None:
    found = events("Thousands marched in Glasgow on Monday. Leaders from Brazil led the procession from Castle Park.")
    assert [(e.places, e.first == found[0].first) for e in found] == [(("Glasgow",), True), (("Castle Park",), True)]


def test_an_hour_alone_is_of_the_day_just_told(events: Reader) -> None:
    rally, speech = events(
        "Thousands rallied in Leeds on Monday.\n\nAnn Price addressed nurses outside Cobden House at noon before lunch."
    )
    assert (speech.places, speech.first) == (("Cobden House",), rally.first)


def test_what_goes_round_the_world_gives_its_day_to_the_towns(events: Reader) -> None:
    first, rome = events("Millions marched worldwide on Saturday.\n\nIn Rome the crowd stretched for four miles.")
    assert (rome.kind, rome.places, rome.first) == ("march", ("Rome",), first.first)


def test_a_march_outside_a_conference_is_no_part_of_it(events: Reader) -> None:
    conference, march = events(
        "The party met for its conference in Luton on Monday. Outside the hall 900 people marched."
    )
    assert (conference.attendance, march.attendance and march.attendance.low) == (None, 900)


def test_the_day_with_which_a_paragraph_opens_is_that_of_what_follows(events: Reader) -> None:
    found = events(
        "Some 900 rallied in Luton on Friday.\n\nOn Sunday both sides were out again. Ann Price met volunteers in Hove; "
        "and 1,200 people walked through Derby in support of her.\n\nAbout 60 people came to a meeting in Hull."
    )
    told = {place: event.first for event in found for place in event.places}
    assert [str(told[place]) for place in ("Luton", "Hove", "Derby", "Hull")] == [
        "2016-08-19",
        "2016-08-21",
        "2016-08-21",
        "None",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 September there will be a rally in Luton.\n\nOn 5 September comes the vote. About 60 people came to a meeting in Hull.",
        "On Sunday both sides were out again. The election in Ohio is close.",
    ],
)
def test_what_is_to_come_and_what_is_always_so_take_no_day_from_it(events: Reader, text: str) -> None:
    assert not [event for event in events(text) if {"Hull", "Ohio"} & set(event.places) and event.first]


def test_a_hall_is_in_the_town_just_told(events: Reader) -> None:
    march, speech = events("Some 900 marched in Leith on Friday. Ann Price spoke to 300 people at the Corn Exchange.")
    assert (speech.places, speech.first) == (("Corn Exchange",), march.first)
    _, other = events("Some 900 met at Cobden Hall in Hove on Friday. Some 300 people came to a rally at Derby Hall.")
    assert other.first is None


def test_who_went_on_to_another_town_was_there_that_day(events: Reader) -> None:
    rally, visit = events(
        "Ann Price spoke at a rally of 900 in Luton on Sunday.\n\nShe went on to Derby and ended the day in Hull."
    )
    assert (visit.kind, visit.places, visit.first) == ("visit", ("Derby", "Hull"), rally.first)
    assert events("She went on to Derby and ended the day in Hull.") == ()


def test_a_place_that_opens_goes_on_in_the_day_of_whatever_was_told_before(events: Reader) -> None:
    found = events("Bus crews in London were out on Friday. In Kilburn 150 drivers marched to the depot.")
    assert (found[-1].places, found[-1].first) == (("Kilburn",), found[0].first)
    elsewhere = events("Members in Luton backed her on Friday. In Hove, where 150 people came, she won.")
    assert (elsewhere[-1].places, elsewhere[-1].first) == (("Hove",), None)


def test_what_goes_on_across_the_country_gives_its_day_to_other_towns(events: Reader) -> None:
    found = events(
        "Guards struck on Thursday.\n\nThere were picket lines across the country. Around 60 joined the picket in Hove."
    )
    assert (found[-1].places, found[-1].first) == (("Hove",), found[0].first)
