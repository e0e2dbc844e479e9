"""On which days a report without a date can have been published: what its own phrases and other papers' events say.

A report that tells of a rally "in Kilburn on Sunday" meets another paper's rally in Kilburn on 21 August if it was
published in the week from 22 August on. Each day that makes such events meet is offered with them as its evidence;
nothing is decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from importers.blocks import read_document
from importers.self_dating import SelfDated, self_dated
from store.merging import Happening, merge
from store.merging.places import site_of
from store.records import Certainty, Entry, Event, Issue

_REACH = range(-7, 15)
"""A report comes out at most a week before the events it announces, and two weeks after those it tells."""
MOST = 60
"""So many days are tried, those first on which most can meet."""
LONGEST_WINDOW = 31
"""Phrases that date themselves are asked alone only within a window of at most so many days."""

_OWN = -1
"""Stands for the id of the report."""


@dataclass(frozen=True)
class Meeting:
    """A mention of the report and another paper's mentions that tell one event, if the day is right."""

    start: int
    """Where the mention stands in the report."""
    end: int
    title: str
    day: date
    others: tuple[Entry, ...]


@dataclass(frozen=True)
class Candidate:
    """Days of publication, both inclusive, and what speaks for each of them."""

    first: date
    last: date
    meetings: tuple[Meeting, ...]
    phrases: tuple[str, ...]
    """Phrases of the text that were written on such a day: "today, Wednesday"."""


def candidate_days(issue: Issue, events: Iterable[Entry], issues: Mapping[int, Issue]) -> list[Candidate]:
    """The days on which an issue can have been published, those with most evidence first.

    `events`: the event mentions of the timeline; those of the issue itself and of the same paper do not count. `issues`
    by id: the reports these are from. Empty where nothing tells a day.
    """
    report = _Report(issue)
    others = _Others(issue, events, issues)
    days = report.days_to_try(others)
    found = [(day, others.meetings(report.events_if(day))) for day in days]
    found = [(day, meetings) for day, meetings in found if meetings]
    return _in_spans(found or [(day, ()) for day in report.days_of_phrases()], report.phrases)


class _Report:
    """The report without a date."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        self._document = read_document(issue.text)
        self.phrases = tuple(self_dated(self._document))
        self._loose = {(event.start, event.title): event for event in self._read(None) if event.first is None}

    def _read(self, day: date | None) -> Sequence[Event]:
        from importers.pipeline import extract

        context = replace(self._issue.context, published=day, window=(day, day) if day else None)
        return extract(self._document, context).events

    def events_if(self, day: date) -> list[Event]:
        """The events whose day follows from the day of publication, if it was published on this one."""
        return [event for event in self._read(day) if event.first and (event.start, event.title) in self._loose]

    def days_to_try(self, others: _Others) -> list[date]:
        """The days on which most of its events can meet those of others, in order; no more than can be tried."""
        counted = Counter[date]()
        for event in self._loose.values():
            counted.update({day + timedelta(away) for day in others.days_at(event) for away in _REACH})
        allowed = [day for day in counted if self._allows(day)]
        return sorted(sorted(allowed, key=lambda day: (-counted[day], day))[:MOST])

    def days_of_phrases(self) -> list[date]:
        """The days of the window that the phrases allow; none where there is no phrase, or the window is long."""
        window = self._issue.context.window
        if window is None or not self.phrases or (window[1] - window[0]).days > LONGEST_WINDOW:
            return []
        days = (window[0] + timedelta(number) for number in range((window[1] - window[0]).days + 1))
        return [day for day in days if self._allows(day)]

    def _allows(self, day: date) -> bool:
        window = self._issue.context.window
        return (window is None or window[0] <= day <= window[1]) and all(each.allows(day) for each in self.phrases)


class _Others:
    """What other papers tell of events whose day is known."""

    def __init__(self, issue: Issue, events: Iterable[Entry], issues: Mapping[int, Issue]) -> None:
        self._issue = issue
        self._issues = issues
        self._told = sorted(filter(self._counts, events), key=_day_of)
        self._at: defaultdict[str, set[date]] = defaultdict(set)
        for entry in self._told:
            for name in _places(entry.record):
                self._at[name].add(_day_of(entry))

    def _counts(self, entry: Entry) -> bool:
        report = self._issues.get(entry.issue_id or 0)
        if report is None or report.text == self._issue.text or entry.certainty != "certain":
            return False
        own = self._issue.context.publication
        return own is None or report.context.publication != own

    def days_at(self, event: Event) -> set[date]:
        """The days on which others tell of something in the place of this event."""
        return set[date]().union(*(self._at.get(name, ()) for name in _places(event)))

    def meetings(self, events: Sequence[Event]) -> tuple[Meeting, ...]:
        """Those of the events that others tell as well."""
        if not events:
            return ()
        own = [_as_entry(number, event) for number, event in enumerate(events, start=1)]
        first, last = min(map(_day_of, own)), max(event.last or event.first or date.min for event in events)
        near = self._told[bisect_left(self._told, first, key=_day_of) : bisect_right(self._told, last, key=_day_of)]
        reports = {entry.issue_id or 0: self._issues[entry.issue_id or 0] for entry in near}
        return tuple(_met(merge([*own, *near], {**reports, _OWN: self._issue})))


def _met(happenings: Iterable[Happening]) -> Iterator[Meeting]:
    """The events of which both the report and others tell, in the order of the report."""
    for happening in sorted(happenings, key=lambda each: -min(entry.id for entry in each.mentions)):
        own = [entry for entry in happening.mentions if entry.issue_id == _OWN]
        others = tuple(entry for entry in happening.mentions if entry.issue_id != _OWN)
        if own and others and isinstance(own[0].record, Event):
            event = own[-1].record if isinstance(own[-1].record, Event) else own[0].record
            yield Meeting(event.start, event.end, event.title, _day_of(others[0]), others)


def _as_entry(number: int, event: Event) -> Entry:
    sure: Certainty = "certain" if event.first == event.last else "bounded"
    return Entry(id=-number, day=event.first, kind="event", issue_id=_OWN, certainty=sure, record=event)


def _day_of(entry: Entry) -> date:
    return entry.day or date.min


def _places(record: object) -> frozenset[str]:
    if not isinstance(record, Event):
        return frozenset()
    site = site_of(record.places)
    return site.towns | site.venues


def _in_spans(found: Sequence[tuple[date, tuple[Meeting, ...]]], phrases: Sequence[SelfDated]) -> list[Candidate]:
    """Days on end with the same evidence as one, those with most of it first, then the earliest."""
    words = tuple(phrase.text for phrase in phrases)
    spans: list[Candidate] = []
    for day, meetings in found:
        before = spans[-1] if spans else None
        if before and before.last + timedelta(1) == day and before.meetings == meetings:
            spans[-1] = Candidate(before.first, day, meetings, words)
        else:
            spans.append(Candidate(day, day, meetings, words))
    return sorted(spans, key=lambda span: (-len(span.meetings), span.first))
