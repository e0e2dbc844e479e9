"""Filters over a whole timeline: answered by the search index once there is one, else by reading every record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING

from store.reading import NO_ISSUE, Reading
from store.records import Entry, Issue, Kind
from store.timeline_file import TimelineFile

if TYPE_CHECKING:
    from store.filters import Filter, Known
    from store.search import Search

_MOST_DEAD = 0.5
"""Where more than this share of the rows no longer counts, the index is made anew."""


class Searching:
    """The part of `Timeline` that answers filters.

    The search index is made when somebody first asks for it with `search`. What is written later is taken up at the
    next question, so that writing costs nothing more.
    """

    _file: TimelineFile
    _reading: Reading
    of_issue: Callable[[int], list[Entry]]

    def __init__(self) -> None:
        self._search: Search | None = None
        self._outdated: set[int] = set()
        self._known: Known | None = None
        self._searching = RLock()

    def search(self) -> Search:
        """The search index over all that is filed under days, brought up to date; made where there is none.

        Raises TimelineError, in one line, where the file cannot be read or SQLite cannot index words.
        """
        from store.search import Search

        with self._searching:
            search = self._search
            if search is not None and len(search.ids) * (1 - _MOST_DEAD) > len(search):
                search = None
            if search is None:
                search = Search()
                search.add(self._with_issues(self._reading.between(None, None)))
                self._outdated.clear()
            elif self._outdated:
                outdated, self._outdated = self._outdated, set()
                search.forget(outdated)
                search.add(self._with_issues(entry for issue in sorted(outdated) for entry in self.of_issue(issue)))
            self._search = search
            return search

    def _with_issues(self, entries: Iterator[Entry]) -> Iterator[tuple[Entry, Issue]]:
        return ((entry, self._reading.issue(entry.issue_id) or NO_ISSUE) for entry in entries)

    def told_of(self, keep: Filter) -> Known:
        """What a filter needs to know of the rest of the timeline."""
        from store.filters import NOTHING_KNOWN, Known

        if not keep.asks_for_conflicts:
            return NOTHING_KNOWN
        if self._known is None:
            self._known = Known(disputed=self._disputed())
        return self._known

    def _disputed(self) -> frozenset[int]:
        from store.merging import merge

        told = [entry for entry in self._reading.between(None, None) if entry.kind == "event"]
        numbers = {entry.issue_id for entry in told}
        issues = {number: self._reading.issue(number) or NO_ISSUE for number in numbers if number is not None}
        return frozenset(
            entry.id for happening in merge(told, issues) if happening.conflicts for entry in happening.mentions
        )

    def _outdate(self, issues: set[int]) -> None:
        """Take note that something was changed in these issues."""
        self._known = None
        if self._search is not None:
            self._outdated |= issues

    def _forget_search(self) -> None:
        """Take note that the file is another one."""
        self._search, self._known = None, None
        self._outdated.clear()

    def _kept(self, keep: Filter, first: date | None, last: date | None) -> Iterator[Entry]:
        """The entries that a filter keeps, see `Timeline.entries`."""
        known = self.told_of(keep)
        if self._search is None:
            low, high = (None if day is None else day.toordinal() for day in (first, last))
            found = self._with_issues(self._reading.between(low, high))
            return (entry for entry, issue in found if keep.matches(entry, issue, known))
        hits = self.search().keep(keep.within(first, last), known)
        return (self._reading.lay_over(self._reading.raw(key)) for key in hits.in_order())

    def _kept_days(self, keep: Filter) -> dict[date | None, Counter[Kind]]:
        """How many entries a filter keeps, see `Timeline.days`."""
        known = self.told_of(keep)
        if self._search is not None:
            return self.search().keep(keep, known).days()
        counted: dict[date | None, Counter[Kind]] = defaultdict(Counter)
        for entry in self._kept(keep, None, None):
            counted[entry.day][entry.kind] += 1
        return dict(counted)
