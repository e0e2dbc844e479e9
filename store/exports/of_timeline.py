"""Exports of a whole timeline: its issues are looked up one at a time, as the records ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Protocol

from store.records import Entry, Issue

_RECENT = 64
"""How many issues are held: records come by day, and a day has a handful of papers."""


class Readable(Protocol):
    """What exports need of a `store.Timeline`."""

    def issues(self) -> list[Entry]:
        """All issues."""

    def get(self, entry_id: int) -> Entry:
        """One entry; raises KeyError."""

    def entries(self) -> Iterator[Entry]:
        """The found records by day, those without one last."""


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
