"""What people are called and where places lie, for those who meet a name and wait for the answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from store.across import Readable
from store.records import Person, Place

FEW = 10_000
"""So many records of each kind are read at most."""


def notes_on(timeline: Readable, people: Iterable[str], places: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What a person is called, and where a place lies, for these names; nothing for names of which nothing is told.

    The first reports are read, as many as can be without anybody waiting for them.
    """
    roles: dict[str, str] = {}
    wanted = set(people)
    for entry in islice(timeline.of_kind("person"), FEW):
        if isinstance(entry.record, Person) and entry.record.name in wanted and entry.record.roles:
            roles.setdefault(entry.record.name, entry.record.roles[0])
    lies: dict[str, str] = {}
    wanted = set(places)
    for entry in islice(timeline.of_kind("place"), FEW):
        if isinstance(entry.record, Place):
            where = _lies_in(entry.record)
            for form in wanted.intersection((entry.record.name, *entry.record.others)) if where else ():
                lies.setdefault(form, where)
    return roles, lies


def _lies_in(place: Place) -> str:
    """The region, and the country where that is not plain from the region."""
    region = "" if place.region == place.name else place.region
    return region if region and place.country == "GB" else ", ".join(filter(None, (region, place.country)))
