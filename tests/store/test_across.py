from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from store import Timeline
from store.filters import parse
from store.records import Context, Event, Issue, Person, Place, Quote, Records

DAY = date(2016, 7, 18)


def person(name: str, *roles: str, mentions: int = 1, others: tuple[str, ...] = ()) -> Person:
    spans = tuple((number, number + 1) for number in range(mentions))
    return Person(start=0, end=1, text=name, name=name, roles=roles, others=others, mentions=spans)


def event(*people: str, places: tuple[str, ...] = ()) -> Event:
    return Event(
        start=0, end=1, text="x", title="Rally", kind="rally", first=DAY, last=DAY, people=people, places=places
    )


def quote(speaker: str) -> Quote:
    return Quote(start=2, end=3, text="y", speaker=speaker, first=DAY, last=DAY)


@pytest.fixture
def timeline() -> Iterator[Timeline]:
    with Timeline.in_memory() as made:
        yield made


@pytest.fixture
def add(timeline: Timeline) -> Callable[..., None]:
    def add(text: str, *found: Person | Place | Event | Quote) -> None:
        def of(kind: type) -> tuple[object, ...]:
            return tuple(record for record in found if isinstance(record, kind))

        records = Records(people=of(Person), places=of(Place), events=of(Event), quotes=of(Quote))  # type: ignore[arg-type]
        timeline.add(Issue(text=text, context=Context(publication=f"The {text} Echo")), records)

    return add


def names(timeline: Timeline) -> list[tuple[str, int]]:
    return [(one.name, one.mentions) for one in timeline.people()]


def test_one_full_name_is_one_person(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Anna Price", "nurse", mentions=2), event("Anna Price"), quote("Anna Price"))
    add("Leeds", person("Anna Price", "Nurse", "member of Unite"), quote("Anna Price"))
    (price,) = timeline.people()
    assert (price.roles, price.papers) == (("nurse", "member of Unite"), ("The Hull Echo", "The Leeds Echo"))
    assert (price.issues, price.mentions, price.events, price.quotes) == (2, 3, 1, 2)


def test_a_family_name_alone_joins_the_only_bearer(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Anna Price"))
    add("Leeds", person("Price", "nurse", mentions=3), quote("Price"))
    (price,) = timeline.people()
    assert (price.name, price.others, price.mentions, price.quotes) == ("Anna Price", ("Price",), 4, 1)
    assert price.roles == ("nurse",)


def test_a_family_name_of_several_joins_nobody(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Anna Price", mentions=3))
    add("Leeds", person("Tom Price", mentions=2))
    add("York", person("Price"), quote("Price"))
    assert names(timeline) == [("Anna Price", 3), ("Tom Price", 2), ("Price", 1)]
    assert [one.quotes for one in timeline.people()] == [0, 0, 1]


@pytest.mark.parametrize("alone", ["Anna", "Anna-Price", "price"])
def test_a_given_name_alone_joins_nobody(timeline: Timeline, add: Callable[..., None], alone: str) -> None:
    add("Hull", person("Anna Price", mentions=2))
    add("Leeds", person(alone))
    assert names(timeline) == [("Anna Price", 2), (alone, 1)]


def test_a_family_name_that_is_a_given_name_too_joins_nobody(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Anna Howard", mentions=3), person("Howard Field", mentions=2))
    add("Leeds", person("Howard"))
    assert names(timeline) == [("Anna Howard", 3), ("Howard Field", 2), ("Howard", 1)]


def test_a_filter_leaves_those_in_the_records_it_keeps(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Anna Price"), person("Tom Field"), event("Anna Price", places=("Hull",)), quote("Tom Field"))
    add("Leeds", person("Anna Price"), event("Anna Price", places=("Leeds",)))
    (price,) = timeline.people(parse("place:hull"))
    assert (price.name, price.issues, price.events, price.quotes) == ("Anna Price", 1, 1, 0)
    assert [one.name for one in timeline.people(parse("kind:quote"))] == ["Tom Field"]


def test_a_renamed_person_keeps_quotes_and_events(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", person("Ann Prise"), event("Ann Prise"), quote("Ann Prise"))
    timeline.correct(next(timeline.of_kind("person")).id, {"name": "Anna Price"})
    (price,) = timeline.people()
    assert (price.name, price.others, price.events, price.quotes) == ("Anna Price", ("Ann Prise",), 1, 1)


def test_places_count_events_under_each_form_of_their_name(timeline: Timeline, add: Callable[..., None]) -> None:
    london = Place(start=0, end=1, text="x", name="London", others=("north London",), mentions=((0, 1), (2, 3)))
    add("Hull", london, event(places=("north London",)), event(places=("London", "Hull")))
    (place,) = timeline.places()
    assert (place.name, place.mentions, place.events) == ("London", 2, 2)


def test_what_the_gazetteer_knows_of_a_place_goes_first(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", Place(start=0, end=1, text="x", name="Deal", kind="venue"))
    add("Leeds", Place(start=0, end=1, text="x", name="Deal", region="Kent", country="GB", listed=True))
    (deal,) = timeline.places()
    assert (deal.kind, deal.region, deal.listed, deal.issues) == ("town", "Kent", True, 2)


def test_names_are_noted_with_roles_and_where_they_lie(timeline: Timeline, add: Callable[..., None]) -> None:
    hull = Place(start=0, end=1, text="x", name="Hull", others=("east Hull",), region="England", country="GB")
    salem = Place(start=0, end=1, text="x", name="Salem", region="Oregon", country="US")
    add("York", person("Anna Price"), hull, salem, Place(start=0, end=1, text="x", name="Thornwick"))
    add("Hull", person("Anna Price", "nurse", "mother"), person("Tom Field", "driver"))
    assert timeline.notes_on(["Anna Price", "Jane Doe"], ["Hull", "east Hull", "Salem", "Thornwick"]) == (
        {"Anna Price": "nurse"},
        {"Hull": "England", "east Hull": "England", "Salem": "Oregon, US"},
    )


def test_a_timeline_without_names_has_none(timeline: Timeline, add: Callable[..., None]) -> None:
    add("Hull", event("Anna Price", places=("Hull",)))
    assert (timeline.people(), timeline.places()) == ([], [])
