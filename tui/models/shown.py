"""Everything read from a timeline, and what of it is shown under a filter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from store.records import Entry, Event, Figure, Issue, Kind, Person, Quote, Time
from tui.models.layout import ITEMS, ORDER, SURENESS, Layout, Shown, bounds_of, days_covered

# Filters and merging are not needed for the first screenful; half of its time goes into loading modules.
if TYPE_CHECKING:
    from store.filters import Filter, Known
    from store.merging import Happening
    from tui.models.facets import Facet
    from tui.models.finding import Finder

__all__ = ["AT_ONCE", "ITEMS", "ORDER", "SURENESS", "Library", "Shown", "bounds_of", "days_covered"]

AT_ONCE = 2000
"""So many items are filtered without anybody waiting for it; more of them beside the screen."""

OtherNames: TypeAlias = Callable[[], Mapping[str, Iterable[str]]]
"""See `store.filters.Known`."""


class Library:
    """Everything read from a timeline once: the issues, the items, and the times that explain them."""

    def __init__(
        self,
        issues: Mapping[int, Issue],
        items: Sequence[Entry],
        dates: Sequence[Entry] = (),
        found: Mapping[int, Entry] = MappingProxyType({}),
        named_in: Callable[[int], Sequence[Entry]] = lambda _: (),
        other_names: OtherNames = dict,
    ) -> None:
        """Keep what was read; `dates` are the entries of the time expressions, `found` see `as_found`.

        `named_in` gives the people and places of an issue, `other_names` what else they are called.
        """
        self._other_names = other_names
        self.issues = issues
        self.named_in = lru_cache(maxsize=64)(named_in)
        self.items = items
        self.dates = dates
        self.merged_later = False
        """Whether events are merged beside the screen, and not when somebody first asks for one."""
        self._found = found
        self._quotes: dict[int, dict[int, list[Quote]]] = {}
        """The quotes that belong to events, by issue and by the id of the event; of issues asked for."""

    @classmethod
    def read(
        cls,
        issues: Iterable[Entry],
        derived: Iterable[Entry],
        as_found: Callable[[int], Entry] | None = None,
        named_in: Callable[[int], Sequence[Entry]] = lambda _: (),
        other_names: OtherNames = dict,
    ) -> Library:
        """Sort the entries of a timeline into a library; items keep their order.

        `as_found` gives a corrected entry as it was found, by its id; `named_in` the people and places of an issue,
        and `other_names` what else they are called, both read when they are asked for.
        """
        found = list(derived)
        items = [entry for entry in found if entry.kind in ITEMS]
        dates = [entry for entry in found if entry.kind == "time"]
        before = {entry.id: as_found(entry.id) for entry in items if entry.corrected} if as_found else {}
        return cls(
            {entry.id: entry.record for entry in issues if isinstance(entry.record, Issue)},
            items,
            dates,
            before,
            named_in,
            other_names,
        )

    def let_go(self) -> None:
        """Part from what refers back to it: its memory is free as soon as nobody shows it any more, and no later."""
        for made in ("finder", "known"):
            self.__dict__.pop(made, None)

    def role_of(self, name: str, issue_id: int | None) -> str | None:
        """What the report calls a person first; None where it says nothing of him or her."""
        people = (entry.record for entry in self.named_in(issue_id or 0) if isinstance(entry.record, Person))
        return next((role for person in people if person.name == name for role in person.roles), None)

    def as_found(self, entry: Entry) -> Entry:
        """An item as it was found in the report, before a person corrected it."""
        return self._found.get(entry.id, entry)

    @cached_property
    def counts(self) -> list[tuple[Kind, int]]:
        """How many items there are of each kind."""
        counted = Counter(entry.kind for entry in self.items)
        return [(kind, counted[kind]) for kind in ITEMS]

    @cached_property
    def of_issue(self) -> dict[int, list[Entry]]:
        """The items of each issue in the order of the text."""
        found: dict[int, list[Entry]] = {}
        for entry in self.items:
            found.setdefault(entry.issue_id or 0, []).append(entry)
        for entries in found.values():
            entries.sort(key=_place)
        return found

    def issue_of(self, entry: Entry) -> Issue | None:
        """The report an item was found in."""
        return self.issues.get(entry.issue_id) if entry.issue_id is not None else None

    def event_of(self, entry: Entry) -> Entry | None:
        """The event that a figure or a quote belongs to."""
        record = entry.record
        span = record.event if isinstance(record, Figure | Quote) else None
        if span is None or entry.issue_id is None:
            return None
        return self._events.get((entry.issue_id, *span))

    def quotes_of(self, event: Entry) -> Sequence[Quote]:
        """The quotes that belong to an event mention, in the order of the text."""
        issue = event.issue_id or 0
        if issue not in self._quotes:
            found = defaultdict[int, list[Quote]](list)
            for entry in self.of_issue.get(issue, ()):
                said_at = self.event_of(entry)
                if said_at is not None and isinstance(entry.record, Quote):
                    found[said_at.id].append(entry.record)
            self._quotes[issue] = found
        return self._quotes[issue].get(event.id, ())

    @cached_property
    def _events(self) -> dict[tuple[int, int, int], Entry]:
        """The events by issue and span."""
        return {
            (entry.issue_id or 0, entry.record.start, entry.record.end): entry
            for entry in self.items
            if isinstance(entry.record, Event)
        }

    @cached_property
    def happenings(self) -> dict[int, Happening]:
        """The event that each event mention tells, by the id of the mention."""
        from store.merging import merge

        merged = merge((entry for entry in self.items if entry.kind == "event"), self.issues)
        return {entry.id: happening for happening in merged for entry in happening.mentions}

    def happening_of(self, entry: Entry) -> Happening | None:
        """The event that a mention tells; None also while events are still being merged beside the screen."""
        return None if self.merging else self.happenings.get(entry.id)

    @property
    def merging(self) -> bool:
        """Whether events are still being merged beside the screen."""
        return self.merged_later and "happenings" not in self.__dict__

    def times_of(self, issue_id: int | None) -> Sequence[Time]:
        """The time expressions of a report, in the order of the text."""
        return self._times.get(issue_id, ()) if issue_id is not None else ()

    @cached_property
    def _times(self) -> dict[int, list[Time]]:
        """The time expressions of each issue, in the order of the text."""
        found: defaultdict[int, list[Time]] = defaultdict(list)
        for entry in self.dates:
            if isinstance(entry.record, Time) and entry.issue_id is not None:
                found[entry.issue_id].append(entry.record)
        for times in found.values():
            times.sort(key=lambda time: time.start)
        return found

    @cached_property
    def layout(self) -> Layout:
        """The days each item is shown on: worked out once, needed at every key of a filter."""
        return Layout(self.items)

    @cached_property
    def everything(self) -> Shown:
        """What is shown without a filter."""
        return Shown(layout=self.layout).prepare()

    @cached_property
    def finder(self) -> Finder:
        """Finds what a filter keeps."""
        from tui.models.finding import Finder

        return Finder(self.layout.items, self.issue_of)

    @property
    def is_small(self) -> bool:
        """Whether its items are so few that they are filtered between two keys without an index."""
        return len(self.items) <= AT_ONCE

    @cached_property
    def known(self) -> Known:
        """What filters are told of the whole timeline."""
        from store.filters import Known

        return Known(self._disputed, self._other_names, lambda issue_id: self.of_issue.get(issue_id, ()))

    def _disputed(self) -> set[int]:
        return {key for key, happening in self.happenings.items() if happening.conflicts}

    def facets(self, wanted: Filter, most: int) -> list[Facet]:
        """What there is among what is shown under a filter: of each field the `most` that occur most often."""
        from store.filters import parse
        from tui.models.facets import facets, facets_of

        shows_times = wanted.asks_for_kind("time")
        hits = self.finder.hits(wanted if shows_times else wanted.but(parse('kind:"time"')), self.known)
        if hits is not None:
            return facets_of(hits, most)
        shown = self.everything if wanted.keeps_all else self.keep(wanted)
        return facets(shown.items if shown else (), self.issue_of, self.known.places_told, most)

    def keep(self, wanted: Filter, stop: Callable[[], bool] = lambda: False) -> Shown | None:
        """What is shown under a filter; None where `stop` said that nobody waits for it any more.

        Time expressions are among it where the filter asks for their kind.
        """
        flags = self.finder.flags(wanted, self.known, stop)
        if flags is None:
            return None
        shown = Shown(layout=self.layout, flags=flags)
        if wanted.asks_for_kind("time"):
            dates = [entry for entry in self.dates if wanted.matches(entry, self.issue_of(entry), self.known)]
            shown = Shown([*shown.items, *dates])
        return shown.prepare()


def _place(entry: Entry) -> tuple[int, int]:
    """Order of the text; what holds something else comes before it."""
    record = entry.record
    return (record.start, -record.end) if isinstance(record, Event | Figure | Quote | Time) else (0, 0)
