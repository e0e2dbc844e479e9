from __future__ import annotations

import pytest

from importers.documents import Block, Document
from importers.people import People, find_people


def _people(text: str) -> People:
    return find_people(Document(text, (Block("paragraph", 0, len(text)),)))


def _names(text: str) -> list[str]:
    return [person.name for person in _people(text).persons]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday Anna Price met Tom Field in Hull.", ["Anna Price", "Tom Field"]),
        ("Price came late. Anna Price said so. Anna left.", ["Anna Price"]),
        ("Mr Field spoke. Then Tom Field sat down.", ["Tom Field"]),
        ("But Anna Price did not.", ["Anna Price"]),
        ("Labour MP Anna Price spoke.", ["Anna Price"]),
        ("Sen. Anna J. Price (D-Ohio) spoke.", ["Anna J. Price"]),
        ("The speaker was Anna Price. Tom followed.", ["Anna Price", "Tom"]),
        ("Zsuzsa, a student in Hull, said it was late.", ["Zsuzsa"]),
        ("Zsolt Arany, who drives a bus, agreed.", ["Zsolt Arany"]),
        ("Siân O’Neill-Webb spoke.", ["Siân O’Neill-Webb"]),
        ("Ludo van der Berg, a teacher, spoke.", ["Ludo van der Berg"]),
        ("The Labour Party met in Hull on Friday.", []),
        ("Organisers said the Royal Theatre was full.", []),
        ("A rally in Reading in May drew Smith supporters.", []),
    ],
)
def test_people_are_told_from_parties_and_places(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_short_forms_are_mentions_of_the_fullest_name() -> None:
    text = "Anna Price spoke. Price’s friends cheered Anna, and Ms Price waved."
    people = _people(text)
    assert [text[mention.start : mention.end] for mention in people.mentions] == [
        "Anna Price",
        "Price",
        "Anna",
        "Price",
    ]
    assert {mention.person.name for mention in people.mentions} == {"Anna Price"}
    assert [mention.possessive for mention in people.mentions] == [False, True, False, False]


def test_two_of_one_family_are_told_apart_by_title() -> None:
    text = "Anna Price met Tom Price. Mrs Price spoke first, then Mr Price."
    people = _people(text)
    assert [mention.person.name for mention in people.mentions] == [
        "Anna Price",
        "Tom Price",
        "Anna Price",
        "Tom Price",
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Former deputy union leader Anna Price spoke.", ("Former deputy union leader",)),
        ("Anna Price, a nurse from Hull, spoke.", ("a nurse from Hull",)),
        ("Shadow chancellor Anna Price spoke.", ("Shadow chancellor",)),
        ("Anna Price spoke.", ()),
    ],
)
def test_roles_stand_before_the_name_or_behind_it(text: str, roles: tuple[str, ...]) -> None:
    (person,) = _people(text).persons
    assert person.roles == roles


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Anna Price spoke.", "f"),
        ("Tom Price spoke.", "m"),
        ("Mr Xu spoke.", "m"),
        ("Dame Robin Price spoke.", "f"),
        ("Spokeswoman Robin Price spoke.", "f"),
        ("Dr Robin Price spoke.", None),
    ],
)
def test_gender_comes_from_title_name_or_role(text: str, gender: str | None) -> None:
    (person,) = _people(text).persons
    assert person.gender == gender


def test_mentions_are_found_by_place_and_people_by_role() -> None:
    text = "Union leader Anna Price spoke. Tom Field left."
    people = _people(text)
    anna, tom = people.mentions
    assert people.between(0, 30) == (anna,)
    assert people.at(text.index("Field")) == tom
    assert people.at(0) is None
    assert list(people.before(len(text))) == [tom, anna]
    assert people.by_role("the union leader") == anna.person
    assert people.by_role("the mayor") is None
    assert people.named("Tom Field") == tom.person
    assert people.by_family("FIELD") == tom.person


def test_a_role_two_people_bear_means_neither() -> None:
    assert _people("Councillor Anna Price met councillor Tom Field.").by_role("the councillor") is None


def test_a_bare_family_name_means_whom_the_report_is_about() -> None:
    text = "Tom Field spoke. Field was calm. Field sat. Field rose. Ann Field left. Field wept."
    found = find_people(Document(text, (Block("paragraph", 0, len(text)),)))
    assert found.mentions[-1].person.name == "Tom Field"
