from __future__ import annotations

from collections.abc import Callable

import pytest

from importers import document_and_context, extract
from store.records import Person, Place, Records

REPORT = """Nurse Anna Price, a member of Unite, spoke in Thornwick on Friday. Mr Price’s brother stayed in north London.

Price said: “Hull is next.” Councillor Tom Field, in Liskeard, Cornwall, did not agree with Price.
"""


@pytest.fixture
def read() -> Callable[[str], Records]:
    def read(text: str) -> Records:
        return extract(*document_and_context(text, published="2016-08-23"))

    return read


@pytest.fixture
def people(read: Callable[[str], Records]) -> dict[str, Person]:
    return {person.name: person for person in read(REPORT).people}


@pytest.fixture
def places(read: Callable[[str], Records]) -> dict[str, Place]:
    return {place.name: place for place in read(REPORT).places}


def test_a_person_stands_under_the_fullest_name(people: dict[str, Person]) -> None:
    assert list(people) == ["Anna Price", "Tom Field"]
    assert people["Anna Price"].others == ("Price",)


def test_roles_stand_without_articles_and_forms_of_address(people: dict[str, Person]) -> None:
    assert people["Anna Price"].roles == ("Nurse", "member of Unite")
    assert people["Tom Field"].roles == ("Councillor",)


def test_mentions_are_spans_of_the_text(people: dict[str, Person]) -> None:
    price = people["Anna Price"]
    assert [REPORT[start:end] for start, end in price.mentions] == ["Anna Price", "Price", "Price", "Price"]
    assert (price.start, price.end) == price.mentions[0]
    assert price.text == "Anna Price"


def test_a_place_stands_under_its_name_in_the_gazetteer(places: dict[str, Place]) -> None:
    assert set(places) == {"Thornwick", "London", "Hull", "Liskeard", "Cornwall"}
    assert places["London"].others == ("north London",)
    assert (places["Liskeard"].kind, places["Liskeard"].country) == ("town", "GB")
    assert places["Cornwall"].kind == "region"


def test_a_place_that_no_gazetteer_lists_says_so(places: dict[str, Place]) -> None:
    assert [name for name, place in places.items() if not place.listed] == ["Thornwick"]


def test_a_text_without_names_has_none(read: Callable[[str], Records]) -> None:
    assert (read("it rained all day.").people, read("").places) == ((), ())
