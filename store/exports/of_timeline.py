"""Exports of a whole timeline: its issues are looked up one at a time, as the records ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from store.exports.kept import EventOf, Kept, NamesOf, keep_entries, no_event
from store.records import Entry, Issue

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

    mentions = (entry for entry in entries_of(timeline, keep) if entry.kind == "event")
    return {each.id: event.id for event in merge(mentions, issues) for each in event.mentions}.get


def _names_in(timeline: Readable) -> NamesOf:
    """The people and places of an issue, read when asked for."""

    @lru_cache(_RECENT)
    def names_of(issue_id: int | None) -> list[Entry]:
        return [] if issue_id is None else timeline.named_in(issue_id)

    return names_of


def entries_kept(timeline: Readable, keep: Filter) -> Iterator[Entry]:
    """The records that a filter keeps; only the days that it names are read."""
    return timeline.entries(None if keep.keeps_all else keep, *keep.days)


def entries_of(timeline: Readable, keep: Filter) -> Iterator[Entry]:
    """The records of the days that a filter names, whether it keeps them or not."""
    return timeline.entries(None, *keep.days)


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
