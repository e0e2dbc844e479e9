"""The people and places of a timeline, each once, over all its issues.

Records are read one after another; what is kept grows with the names, not with the records. One full name is one
person wherever it stands. A family name alone joins the full name of other issues where only one person of the
timeline bears it; a given name alone joins nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from store.records import Entry, Event, Figure, Issue, Kind, Named, Person, Place, PlaceKind, Quote

if TYPE_CHECKING:
    from store.filters import Filter

MOST = 12
"""So many roles and other forms of one name are told."""


class Across(msgspec.Struct, frozen=True, kw_only=True):
    """A name with what is told of it in the issues of a timeline."""

    name: str
    others: tuple[str, ...]
    """Other forms, those of the first issues first."""
    papers: tuple[str, ...]
    """The publications that name it, by name."""
    ids: tuple[int, ...]
    """Of its records, one an issue, those of the first issues first."""
    issues: int
    mentions: int
    events: int
    """Event mentions at which the person was, or which took place there."""


class Somebody(Across, frozen=True, kw_only=True):
    """A person; roles stand in the order in which the issues came."""

    roles: tuple[str, ...]
    quotes: int


class Somewhere(Across, frozen=True, kw_only=True):
    """A place, as the gazetteer has it where it has it."""

    kind: PlaceKind
    region: str
    country: str
    listed: bool


class Readable(Protocol):
    """What is needed of a `store.Timeline`."""

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        """All entries of a kind."""

    def as_found(self, entry_id: int) -> Entry:
        """The entry as it was found, without corrections."""

    def entries(self, keep: Filter | None = None) -> Iterator[Entry]:
        """What is filed under days."""


class _Gathered:
    """What is told of one name."""

    def __init__(self) -> None:
        self.others: dict[str, None] = {}
        self.roles: dict[str, str] = {}
        self.papers: set[str] = set()
        self.issues: set[int] = set()
        self.ids: list[int] = []
        self.mentions = 0
        self.place: Place | None = None

    def add(self, key: int, record: Named, issue_id: int, paper: str | None) -> None:
        """Take in a record of one issue; `key` is its id."""
        if len(self.ids) < MOST:
            self.ids.append(key)
        self.others |= dict.fromkeys(record.others)
        if isinstance(record, Person):
            self._learn(record.roles)
        elif self.place is None or record.listed:
            self.place = record
        self.issues.add(issue_id)
        self.papers |= {paper} if paper else set()
        self.mentions += len(record.mentions)

    def _learn(self, roles: Iterable[str]) -> None:
        for role in roles:
            self.roles.setdefault(role.casefold(), role)

    def join(self, name: str, other: _Gathered) -> None:
        """Take over what was told under a shorter form of the name."""
        self.others |= dict.fromkeys([name, *other.others])
        self._learn(other.roles.values())
        self.ids = sorted([*self.ids, *other.ids])[:MOST]
        self.papers |= other.papers
        self.issues |= other.issues
        self.mentions += other.mentions


class _Told:
    """In how many events and quotes each name stands, and in which issues."""

    def __init__(self, records: Iterable[Entry], kind: Kind) -> None:
        self.issues: set[int] = set()
        self.events: Counter[str] = Counter()
        self.quotes: Counter[str] = Counter()
        self.names: set[str] = set()
        for entry in records:
            self.issues.add(entry.issue_id or 0)
            names = set(_names_in(entry, kind))
            self.names |= names
            if entry.kind == "event":
                self.events.update(names)
            elif entry.kind == "quote":
                self.quotes.update(names)


def people_of(timeline: Readable, keep: Filter | None = None) -> list[Somebody]:
    """The people of a timeline, the most mentioned first; given a filter, those in the records that it keeps."""
    told = _told(timeline, "person", keep)
    gathered = _gathered(timeline, "person", told.issues if keep else None)
    full = _full_names(gathered)
    for name, whole in full.items():
        gathered[whole].join(name, gathered.pop(name))
    meant = _forms(gathered, told, full)
    people = [
        Somebody(
            **_common(name, one, told, meant),
            roles=tuple(one.roles.values())[:MOST],
            quotes=_sum(told.quotes, meant[name]),
        )
        for name, one in gathered.items()
        if keep is None or meant[name] & told.names
    ]
    return sorted(people, key=lambda person: (-person.mentions, person.name))


def places_of(timeline: Readable, keep: Filter | None = None) -> list[Somewhere]:
    """The places of a timeline, likewise."""
    told = _told(timeline, "place", keep)
    gathered = _gathered(timeline, "place", told.issues if keep else None)
    meant = _forms(gathered, told, {})
    places = [
        Somewhere(
            **_common(name, one, told, meant),
            kind=one.place.kind,
            region=one.place.region,
            country=one.place.country,
            listed=one.place.listed,
        )
        for name, one in gathered.items()
        if one.place is not None and (keep is None or meant[name] & told.names)
    ]
    return sorted(places, key=lambda place: (-place.mentions, place.name))


def _told(timeline: Readable, kind: Kind, keep: Filter | None) -> _Told:
    if keep is not None:
        return _Told(timeline.entries(keep), kind)
    return _Told(chain(timeline.of_kind("event"), timeline.of_kind("quote") if kind == "person" else ()), kind)


def _names_in(entry: Entry, kind: Kind) -> Iterator[str]:
    """The people, or the places, of a record."""
    record = entry.record
    if kind == "place":
        yield from record.places if isinstance(record, Event | Figure) else ()
    elif isinstance(record, Event):
        yield from record.people
    elif name := getattr(record, "speaker" if isinstance(record, Quote) else "claimant", None):
        yield name


def _gathered(timeline: Readable, kind: Kind, issues: set[int] | None) -> dict[str, _Gathered]:
    """The records of a kind in these issues by name; `issues` None: in all."""
    papers = {
        entry.id: entry.record.context.publication
        for entry in timeline.of_kind("issue")
        if isinstance(entry.record, Issue)
    }
    gathered: dict[str, _Gathered] = {}
    for entry in timeline.of_kind(kind):
        record, issue_id = entry.record, entry.issue_id or 0
        if not isinstance(record, Named) or (issues is not None and issue_id not in issues):
            continue
        one = gathered.setdefault(record.name, _Gathered())
        one.add(entry.id, record, issue_id, papers.get(issue_id))
        before = timeline.as_found(entry.id).record if entry.corrected else record
        if isinstance(before, Named) and before.name != record.name:
            one.others[before.name] = None
    return gathered


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """Family name that stands alone in an issue -> the one full name that ends with it; no entry where it is not clear."""
    full = [name for name in names if " " in name]
    bearers = Counter(name.rsplit(" ", 1)[1] for name in full)
    given = {name.split(" ", 1)[0] for name in full}
    whole = {name.rsplit(" ", 1)[1]: name for name in full}
    return {name: whole[name] for name in names if bearers[name] == 1 and name not in given}


def _forms(gathered: Mapping[str, _Gathered], told: _Told, full: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Name -> the forms under which records tell of it; a form that several names have is nobody's."""
    owners: dict[str, set[str]] = {}
    for name, one in gathered.items():
        for form in one.others:
            if form in told.names and form not in gathered:
                owners.setdefault(form, set()).add(name)
    forms: dict[str, set[str]] = {name: {name} for name in gathered}
    for form, names in owners.items():
        if form in full or len(names) == 1:
            forms[full.get(form) or next(iter(names))].add(form)
    return {name: frozenset(found) for name, found in forms.items()}


def _common(name: str, one: _Gathered, told: _Told, meant: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    return {
        "name": name,
        "others": tuple(form for form in one.others if form != name)[:MOST],
        "papers": tuple(sorted(one.papers)),
        "ids": tuple(one.ids),
        "issues": len(one.issues),
        "mentions": one.mentions,
        "events": _sum(told.events, meant[name]),
    }


def _sum(counted: Counter[str], forms: Iterable[str]) -> int:
    return sum(counted[form] for form in forms)
