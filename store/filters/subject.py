"""What a filter sees of one record: its parts, folded, each made when first asked for."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

from store.filters.folding import fold
from store.records import Bounds, Correction, Derived, Entry, Event, Figure, Issue, Quote, Time

_fold_name = lru_cache(maxsize=8192)(fold)
"""Names come again with every record; texts do not."""


class Subject:
    """One entry with the issue it was found in.

    A screen that filters the same records at every keystroke keeps their subjects: each part is folded once.
    """

    def __init__(self, entry: Entry, issue: Issue | None) -> None:
        self.entry = entry
        self.issue = entry.record if isinstance(entry.record, Issue) else issue

    @cached_property
    def text(self) -> str:
        """All that words are looked for in, one part a line, so that no phrase runs from one into the next."""
        return "\n".join(fold(part) for part in _parts(self.entry) if part)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The people of an event, the speaker of a quote, the claimant of a figure."""
        return _names(_people(self.entry))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places of an event or a figure."""
        record = self.entry.record
        return _names(record.places) if isinstance(record, Event | Figure) else ()

    @cached_property
    def source(self) -> tuple[str, ...]:
        """Publication, issue number and title of the issue."""
        if self.issue is None:
            return ()
        context = self.issue.context
        return _names((context.publication, context.issue, self.issue.title))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kind of the record and, of an event or a figure, its own kind."""
        record = self.entry.record
        return _names((self.entry.kind, record.kind if isinstance(record, Event | Figure) else None))

    @cached_property
    def said(self) -> str:
        """The words of a quote; nothing for other records."""
        record = self.entry.record
        return fold(record.text) if isinstance(record, Quote) else ""

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
    def planned(self) -> bool:
        """True for an event that had not happened yet when the text was written."""
        return isinstance(self.entry.record, Event) and self.entry.record.planned

    @property
    def undated(self) -> bool:
        """True for a found record whose day the text does not give, wherever it is filed."""
        return isinstance(self.entry.record, Derived) and self.entry.record.first is None

    @property
    def corrected(self) -> bool:
        """True where a person's correction is laid over the record."""
        return self.entry.corrected


def _parts(entry: Entry) -> tuple[str | None, ...]:
    match entry.record:
        case Event() as event:
            return (event.title, event.text, *event.places, *event.people)
        case Figure() as figure:
            return (figure.text, figure.counted, figure.claimant, *figure.places)
        case Quote() as quote:
            return (quote.text, quote.speaker, quote.role)
        case Issue() as issue:
            return (issue.title, issue.byline, issue.text)
        case Correction() as correction:
            return (correction.text, correction.note)
        case Time() as time:
            return (time.text, time.value)
        case _:
            return ()


def _people(entry: Entry) -> tuple[str | None, ...]:
    match entry.record:
        case Event() as event:
            return event.people
        case Quote() as quote:
            return (quote.speaker,)
        case Figure() as figure:
            return (figure.claimant,)
        case _:
            return ()


def _names(names: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(_fold_name(name) for name in names if name)
