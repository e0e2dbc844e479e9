"""Exports of a whole timeline: its issues are looked up one at a time, as the records ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from store.exports.kept import EventOf, Kept, NamesOf, keep_entries, no_event
from store.records import Entry, Issue, Kind

if TYPE_CHECKING:
    from store.filters import Filter

_RECENT = 64
"""How many issues are held: records come by day, and a day has a handful of papers."""


class Readable(Protocol):
    """What exports need of a `store.Timeline`."""

    def issues(self) -> list[Entry]:
        """All issues."""

    def get(self, entry_id: int) -> Entry:
        """One entry; raises KeyError."""

    def named_in(self, issue_id: int) -> list[Entry]:
        """The people and places of an issue."""

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        """All entries of a kind."""

    def entries(
        self, keep: Filter | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        """What a filter keeps of the found records, by day, those without one last.

        Given `first` or `last`, both inclusive: of those that touch one of these days.
        """


def kept_of(timeline: Readable, keep: Filter, *, merged: bool = False) -> Iterator[Kept]:
    """What a filter keeps of a timeline; where `merged`, with the event that each mention tells.

    For that all event mentions of the days that the filter names are held in memory.
    """
    issues = IssuesOf(timeline)
    event_of = _events_in(timeline, keep, issues) if merged else no_event
    return keep_entries(issues, entries_kept(timeline, keep), None, _names_in(timeline), event_of)


def _events_in(timeline: Readable, keep: Filter, issues: Mapping[int, Issue]) -> EventOf:
    from store.merging import merge  # few exports merge

    return {each.id: event.id for event in merge(mentions_of(timeline, keep), issues) for each in event.mentions}.get


def _names_in(timeline: Readable) -> NamesOf:
    """The people and places of an issue, read when asked for."""

    @lru_cache(_RECENT)
    def names_of(issue_id: int | None) -> list[Entry]:
        return [] if issue_id is None else timeline.named_in(issue_id)

    return names_of


def entries_kept(timeline: Readable, keep: Filter) -> Iterator[Entry]:
    """The records that a filter keeps; only the days that it names are read."""
    return timeline.entries(None if keep.keeps_all else keep, *keep.days)


def kept_again(timeline: Readable, ids: Iterable[int]) -> Iterator[Kept]:
    """The records of these ids, which a filter kept before, in their order."""
    return keep_entries(IssuesOf(timeline), map(timeline.get, ids), None, _names_in(timeline))


def mentions_of(timeline: Readable, keep: Filter) -> Iterator[Entry]:
    """The event mentions of the days that a filter names, in no order, whether it keeps them or not."""
    if keep.days == (None, None):
        return timeline.of_kind("event")
    return (entry for entry in timeline.entries(None, *keep.days) if entry.kind == "event")


class IssuesOf(Mapping[int, Issue]):
    """The issues of a timeline by id, read when asked for."""

    def __init__(self, timeline: Readable) -> None:
        self._timeline = timeline
        self._read = lru_cache(_RECENT)(self._look_up)

    def __getitem__(self, issue_id: int) -> Issue:
        return self._read(issue_id)

    def __iter__(self) -> Iterator[int]:
        return (entry.id for entry in self._timeline.issues())

    def __len__(self) -> int:
        return len(self._timeline.issues())

    def _look_up(self, issue_id: int) -> Issue:
        record = self._timeline.get(issue_id).record
        if not isinstance(record, Issue):
            raise KeyError(issue_id)
        return record
