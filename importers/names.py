"""The people and places of a document as records: each under one name, with every mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from importers.gazetteer import gazetteer
from importers.people import Mention, People
from importers.people import Person as Named
from importers.people.roles import plain_role
from importers.places import Place as Mentioned
from store.records import Person, Place


def people_of(text: str, people: People, places: Sequence[Mentioned]) -> tuple[Person, ...]:
    """The people by their first mention; a mention that is a place here is nobody's."""
    towns = {place.start for place in places}
    mentions: defaultdict[Named, list[Mention]] = defaultdict(list)
    for mention in people.mentions:
        if mention.start not in towns:
            mentions[mention.person].append(mention)
    return tuple(_person(text, person, told) for person, told in mentions.items())


def _person(text: str, person: Named, told: Sequence[Mention]) -> Person:
    first = told[0]
    return Person(
        start=first.start,
        end=first.end,
        text=text[first.start : first.end],
        name=person.name,
        others=_others(text, person.name, told),
        roles=_roles(person.roles),
        mentions=tuple((mention.start, mention.end) for mention in told),
    )


def _roles(said: Iterable[str]) -> tuple[str, ...]:
    """Each role once, as it can stand behind a name."""
    first: dict[str, str] = {}
    for role in filter(None, map(plain_role, said)):
        first.setdefault(role.casefold(), role)
    return tuple(first.values())


def places_of(text: str, places: Iterable[Mentioned]) -> tuple[Place, ...]:
    """The places by their first mention."""
    mentions: defaultdict[str, list[Mentioned]] = defaultdict(list)
    for place in places:
        mentions[place.canonical].append(place)
    return tuple(_place(text, name, told) for name, told in mentions.items())


def _place(text: str, name: str, told: Sequence[Mentioned]) -> Place:
    first = told[0]
    return Place(
        start=first.start,
        end=first.end,
        text=text[first.start : first.end],
        name=name,
        others=_others(text, name, told),
        kind=first.kind,
        region=first.region,
        country=first.country,
        listed=gazetteer().find(name) is not None,
        mentions=tuple((place.start, place.end) for place in told),
    )


def _others(text: str, name: str, told: Iterable[Mention] | Iterable[Mentioned]) -> tuple[str, ...]:
    """The forms in which the text has a name, other than the name itself."""
    forms = dict.fromkeys(" ".join(text[mention.start : mention.end].split()) for mention in told)
    return tuple(form for form in forms if form != name)
