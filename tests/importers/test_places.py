from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.documents import Block, Document
from importers.people import find_people
from importers.places import find_places


def document(*paragraphs: str) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return Document(text, tuple(blocks))


def names(text: str) -> list[str]:
    return [place.name for place in find_places(document(text))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A rally in Leeds drew a crowd.", ["Leeds"]),
        ("They met in Liskeard, Cornwall, on Friday.", ["Liskeard", "Cornwall"]),
        ("Meetings were held in Luton, Derby and Deal.", ["Luton", "Derby", "Deal"]),
        ("Activists in north London set up a stall.", ["north London"]),
        ("Newcastle’s biggest march set off at noon.", ["Newcastle"]),
        ("Members in Reading were reading the leaflet.", ["Reading"]),
        ("The Harrogate4Corbyn group booked the hall.", ["Harrogate"]),
        ("Stoke and Luton CLPs both voted.", ["Stoke", "Luton"]),
        ("They filled the Winter Gardens in Blackpool.", ["Winter Gardens", "Blackpool"]),
        ("A meeting at Salford’s Lowry Theatre was full.", ["Salford", "Lowry Theatre"]),
        ("Kirkby, Merseyside, saw a picket.", ["Kirkby", "Merseyside"]),
        ("They met at Cobden Institute in Luton.", ["Cobden Institute", "Luton"]),
        ("They met in the US and in Leeds.", ["US", "Leeds"]),
        (
            "There were rallies in Sligo (400), Thornwick (300) and Nether Zale (200).",
            ["Sligo", "Thornwick", "Nether Zale"],
        ),
        ("Rallies were held in Sligo, where 40 came, and Thornwick (300).", ["Sligo", "Thornwick"]),
        ("In Thornwick several hundred stood in the rain.", ["Thornwick"]),
        ("They marched down Wall Street and stood outside the White House.", ["Wall Street", "White House"]),
        ("He toured a plant near Thornwick City, Neb., before noon.", ["Thornwick City"]),
        ("They marched from College Green along Castle Street.", ["College Green", "Castle Street"]),
        ("The hustings at the Corn Exchange was full.", ["Corn Exchange"]),
        ("A vigil was held at Zalem University on Friday.", ["Zalem University"]),
        ("He spoke at a meeting in Nether Wick, where few came.", ["Nether Wick"]),
        ("Thornwick, Co Galway — Farmers met on Friday.", ["Thornwick"]),
        ("She held the seat of Thornwick by a few votes.", ["Thornwick"]),
    ],
)
def test_finds_the_places(text: str, places: list[str]) -> None:
    assert names(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "No deal was struck in March and none in May.",
        "Deal or no deal, the march goes on.",
        "Owen Smith and Tom Watson said so.",
        "Reading the leaflet took a minute.",
        "Abraham Lincoln never spoke of it.",
        "Mobile phones rang and the Church was silent.",
        "The shops of the Oxford Street Traders were shut and so was Derby Road.",
        "The Cobden Institute published a paper.",
        "Behind the Wall they sang Let Us Be.",
        "The Law is the Law, they said.",
        "The Scottish Green leader said so to Scottish Green members.",
        "She wrote of it in the Wall Street Journal and of what Wall Street wants from Fleet Street.",
        "Students from Zalem University came.",
        "The Trades Hall secretary said so.",
        "He said so in a White House statement.",
        "The winner was Thornwick (4,211).",
    ],
)
def test_words_that_are_also_places_stay_words(text: str) -> None:
    assert names(text) == []


def test_a_region_after_a_town_only_qualifies_it() -> None:
    town, region = find_places(document("Some 90 came to a meeting in Liskeard, Cornwall."))
    assert (town.qualifies, region.qualifies) == (False, True)


def test_canonical_names_join_the_forms_of_one_place() -> None:
    found = find_places(document("In Stoke and in north London people marched. Hull followed."))
    assert [place.canonical for place in found] == ["Stoke-on-Trent", "London", "Hull"]


def check_sound(text: str) -> None:
    last = 0
    for place in find_places(Document(text, (Block("paragraph", 0, len(text)),))):
        assert last <= place.start < place.end <= len(text)
        assert text[place.start : place.end] == place.name
        last = place.start


@given(st.text(alphabet=st.sampled_from("LedsInaR,. 4Ci’'-é\nHKyorkş")) | st.text())
def test_places_lie_in_the_text_and_in_order(text: str) -> None:
    check_sound(text)


@pytest.mark.parametrize("piece", ["Leeds, ", "Aa ", "St Mary’s ", "north ", "A Hall "])
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    check_sound(piece * 20_000)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A meeting in Thornwick drew 90.", ["Thornwick"]),
        ("In Penholme, south Wales, they held a vigil.", ["Penholme", "Wales"]),
        ("They struck in Carrowby in the Black Country.", ["Carrowby", "Black Country"]),
        ("GULLSEA — Hundreds came.", ["GULLSEA"]),
        ("They met at Gullsea town hall.", ["Gullsea"]),
        ("Marchers went through Gullsea on Friday. Gullsea stood still.", ["Gullsea", "Gullsea"]),
        ("They picketed in Gullsea and Thornwick.", ["Gullsea", "Thornwick"]),
    ],
)
def test_finds_places_that_no_gazetteer_lists(text: str, places: list[str]) -> None:
    assert names(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "They met in Tory areas.",
        "He was in Unite for years.",
        "The vote in Parliament was close.",
        "It was written in English.",
        "Nothing changes in December.",
        "He put his trust in Jeremy.",
        "She sat in Room 4.",
    ],
)
def test_a_name_after_in_may_be_no_place(text: str) -> None:
    assert names(text) == []


def test_a_person_is_no_place() -> None:
    page = document("Ann Harcastle spoke. They put their faith in Harcastle on Friday.")
    assert find_places(page, find_people(page)) == ()
