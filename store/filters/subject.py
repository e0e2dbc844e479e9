"""What a filter sees of one record: its parts, folded, each made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Literal, TypeAlias, get_args

from store.filters.folding import fold
from store.records import Bounds, Correction, Derived, Entry, Event, Figure, Issue, Quote, Span, Time

_fold_name = lru_cache(maxsize=8192)(fold)
"""Names come again with every record; texts do not."""


Part: TypeAlias = Literal["text", "said", "people", "places", "source", "kinds", "days", "size", "states", "disputed"]
"""A part of a record that a test reads: the name of a property of `Subject`."""

State: TypeAlias = Literal["planned", "undated", "certain", "corrected", "starred", "noted", "conflict"]
STATES: tuple[State, ...] = get_args(State)
"""What `is:` knows."""


PlacesTold: TypeAlias = Callable[[int, Span], Iterable[str]]
"""The places of the events that rest on these words of an issue: its id, and the span."""


class Known:
    """What one record does not tell of itself, but the rest of the timeline does; worked out when first asked for."""

    def __init__(
        self,
        disputed: Callable[[], Collection[int]] = frozenset,
        names: Callable[[], Mapping[str, Iterable[str]]] = dict,
        of_issue: Callable[[int], Iterable[Entry]] = lambda _: (),
    ) -> None:
        """See the properties of the same names; `of_issue` gives what was found in an issue."""
        self._disputed, self._names = disputed, names
        self._places_in = cache(lambda issue_id: places_by_span(of_issue(issue_id)))

    @cached_property
    def disputed(self) -> Collection[int]:
        """Ids of the events of which the papers disagree."""
        return self._disputed()

    @cached_property
    def names(self) -> Mapping[str, Iterable[str]]:
        """A name, folded -> the other names and the roles of whom or what it names, folded."""
        return self._names()

    def places_told(self, issue_id: int, span: Span) -> Iterable[str]:
        """The places of the events that rest on these words of an issue."""
        return self._places_in(issue_id).get(span, ())


NOTHING_KNOWN = Known()


class Subject:
    """One entry with the issue it was found in, and what the rest of the timeline says of it."""

    def __init__(self, entry: Entry, issue: Issue | None, known: Known = NOTHING_KNOWN) -> None:
        self.entry = entry
        self.issue = entry.record if isinstance(entry.record, Issue) else issue
        self.known = known

    @property
    def text(self) -> str:
        """All that words are looked for in, one part a line, so that no phrase runs from one into the next."""
        return "\n".join(filter(None, (self.said, self.rest)))

    @cached_property
    def said(self) -> str:
        """The words of a quote; nothing for other records."""
        record = self.entry.record
        return fold(record.text) if isinstance(record, Quote) else ""

    @cached_property
    def rest(self) -> str:
        """The text without the words of a quote."""
        return "\n".join(fold(part) for part in (*_parts(self.entry), self.entry.note) if part)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The people of an event, the speaker of a quote, the claimant of a figure, and their other names."""
        return also_named(_names(people_of(self.entry.record)), self.known)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where it was, see `places_of`, and the other names of these places."""
        return also_named(_names(tuple(places_of(self.entry, self.known.places_told))), self.known)

    @cached_property
    def source(self) -> tuple[str, ...]:
        """Publication, issue number and title of the issue."""
        return _names(source_of(self.issue))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kind of the record and, of an event or a figure, its own kind."""
        return _names(kinds_of(self.entry))

    @property
    def days(self) -> tuple[date, date] | None:
        """The days it covers, both inclusive; where the text gives none, the day it is filed under, else None."""
        record = self.entry.record
        if isinstance(record, Derived) and record.first is not None:
            return record.first, record.last or record.first
        return (self.entry.day, self.entry.day) if self.entry.day else None

    @property
    def size(self) -> Bounds | None:
        """The attendance of an event or the bounds of a figure; None where no number is stated."""
        record = self.entry.record
        if isinstance(record, Event):
            return record.attendance
        return Bounds(low=record.low, high=record.high) if isinstance(record, Figure) else None

    @property
    def states(self) -> frozenset[State]:
        """What `is:` finds it by, but for a conflict."""
        return states_of(self.entry)

    @property
    def disputed(self) -> bool:
        """True for an event of which the papers disagree."""
        return self.entry.id in self.known.disputed


def states_of(entry: Entry) -> frozenset[State]:
    """The states that an entry tells of itself.

    undated: a found record whose day the text does not give, wherever it is filed.
    """
    record = entry.record
    told: dict[State, bool] = {
        "planned": isinstance(record, Event) and record.planned,
        "undated": isinstance(record, Derived) and record.first is None,
        "certain": entry.certainty == "certain",
        "corrected": entry.corrected,
        "starred": entry.starred,
        "noted": bool(entry.note),
    }
    return frozenset(state for state, is_so in told.items() if is_so)


def people_of(record: object) -> tuple[str | None, ...]:
    """The people of an event, the speaker of a quote, the claimant of a figure."""
    match record:
        case Event():
            return record.people
        case Quote():
            return (record.speaker,)
        case Figure():
            return (record.claimant,)
        case _:
            return ()


def places_of(entry: Entry, places_told: PlacesTold) -> Iterable[str]:
    """The places of an event or a figure; of what has none itself, those of the event that it belongs to.

    `places_told` as that of `Known`: a quote says no place, but is from the rally that does.
    """
    record = entry.record
    own = record.places if isinstance(record, Event | Figure) else ()
    event = record.event if isinstance(record, Figure | Quote) else None
    return own if own or event is None else places_told(entry.issue_id or 0, event)


def places_by_span(entries: Iterable[Entry]) -> dict[Span, dict[str, None]]:
    """The span of each event among the entries of an issue, and its places; those of all events of one span."""
    found: dict[Span, dict[str, None]] = {}
    for entry in entries:
        event = entry.record
        if isinstance(event, Event) and event.places:
            found.setdefault((event.start, event.end), {}).update(dict.fromkeys(event.places))
    return found


def source_of(issue: Issue | None) -> tuple[str | None, ...]:
    """Publication, or the name a report of unknown publication was read from, issue number and title."""
    return () if issue is None else (issue.paper, issue.context.issue, issue.title)


def kinds_of(entry: Entry) -> tuple[str | None, ...]:
    """The kind of the record and, of an event or a figure, its own kind."""
    record = entry.record
    return entry.kind, record.kind if isinstance(record, Event | Figure) else None


def also_named(names: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """Folded names with the other names of whom they name."""
    return (*names, *(other for name in names for other in known.names.get(name, ())))


def _parts(entry: Entry) -> tuple[str | None, ...]:
    match entry.record:
        case Event() as event:
            return (event.title, event.text, *event.places, *event.people)
        case Figure() as figure:
            return (figure.text, figure.counted, figure.claimant, *figure.places)
        case Quote() as quote:
            return (quote.speaker, quote.role)
        case Issue() as issue:
            return (issue.title, issue.byline, issue.text)
        case Correction() as correction:
            return (correction.text, correction.note)
        case Time() as time:
            return (time.text, time.value)
        case _:
            return ()


def _names(names: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(_fold_name(name) for name in names if name)
