"""Filters over a whole timeline: answered by the search index once there is one, else by reading every record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from store.reading import NO_ISSUE, Reading
from store.records import Entry, Issue, Kind, Person, Place
from store.timeline_file import TimelineFile

if TYPE_CHECKING:
    from store.filters import Filter, Known
    from store.search import Search
    from store.search.saved import Header

WORTHWHILE = 1 << 22
"""A file of fewer bytes is indexed within a blink; its index is not saved."""
_READ_AT_ONCE = 100
"""So many changed issues are read again quicker than all records are."""
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
    named_in: Callable[[int], list[Entry]]
    of_kind: Callable[[Kind], Iterator[Entry]]

    def __init__(self) -> None:
        self._search: Search | None = None
        self._outdated: set[int] = set()
        self._looked = False  # for a saved index
        self._known: Known | None = None
        self._called: dict[int, list[tuple[str, set[str]]]] | None = None  # by issue, once somebody has asked
        self._renamed: set[int] = set()
        self._searching = RLock()
        self._indexing = False  # what is changed while the index is made is read again

    def search(self) -> Search:
        """The search index over all that is filed under days, brought up to date; made where there is none.

        It is saved beside a large file that is open for writing; where that cannot be done it is kept in memory alone.
        Raises TimelineError, in one line, where the file cannot be read or SQLite cannot index words.
        """
        with self._searching:
            self._indexing = True
            search, self._search = self._search or self._saved(), None  # where this fails it is not to be used again
            if search is not None and len(search.ids) * (1 - _MOST_DEAD) > len(search):
                search = None
            if search is None:
                search = self._index_anew()
            elif self._outdated:
                try:
                    self._bring_up_to_date(search)
                except (OSError, ValueError):  # the disk takes no more
                    search = self._index_anew()
            self._search, self._indexing = search, False
            return search

    def _ready(self) -> Search | None:
        """The index, brought up to date, where there is one that is not much outdated; None where one would be made."""
        with self._searching:
            if self._search is None and not self._looked:
                self._looked = True
                found = self._saved()
                self._search = found if len(self._outdated) <= _READ_AT_ONCE else None
            return self.search() if self._search is not None else None

    def _index_anew(self) -> Search:
        from store.search import Search

        self._outdated.clear()
        path = self._path_to_save
        if path is not None:
            with suppress(OSError, ValueError):
                made = self._index_in_file(path)
                if made is not None:
                    return made
        search = Search()
        search.add(self._everything())
        return search

    def _index_in_file(self, path: Path) -> Search | None:
        """The index, made and saved, as it can be read back; None where it cannot."""
        from store.search import saved

        header = self._header()
        try:
            search = saved.begin(path)
            search.add(self._everything())
            saved.finish(search, path, header)
        finally:
            saved.abandon(path)
        # Made piece by piece it lies scattered in memory: read back, once all of that is free, it takes a third less.
        del search
        read_back = saved.load(path, self._file.lines.file, self._file.lines.end)
        return read_back[0] if read_back else None

    def _saved(self) -> Search | None:
        """The saved index, where there is one that fits; what was changed since is noted as outdated."""
        if self._file.path is None or self._file.lines.end < WORTHWHILE:
            return None
        from store.search import saved

        lines = self._file.lines
        found = saved.load(self._file.path.resolve(), lines.file, lines.end)
        if found is None:
            return None
        search, header = found
        self._outdated = saved.outdated(search, header, lines.file)
        return search

    def _bring_up_to_date(self, search: Search) -> None:
        from store.search import saved

        header = self._header()
        outdated, self._outdated = self._outdated, set()
        search.forget(outdated)
        search.add(self._with_issues(entry for issue in sorted(outdated) for entry in self.of_issue(issue)))
        path = self._path_to_save
        if path is not None and search.new > saved.EXTEND_FROM:
            try:
                saved.extend(search, path)
                saved.finish(search, path, header)
            finally:
                saved.abandon(path)

    @property
    def _path_to_save(self) -> Path | None:
        """The timeline file beside which the index is saved; None where that is not worthwhile or not allowed."""
        if self._file.read_only or self._file.path is None or self._file.lines.end < WORTHWHILE:
            return None
        return self._file.path.resolve()

    def _header(self) -> Header:
        from store.search import saved

        corrections = {key: issue for issue, made in self._reading.corrections.items() for key in made}
        return saved.header_of(self._file.lines.file, self._file.lines.end, corrections)

    def _everything(self) -> Iterator[tuple[Entry, Issue]]:
        return self._with_issues(self._reading.between(None, None))

    def _with_issues(self, entries: Iterator[Entry]) -> Iterator[tuple[Entry, Issue]]:
        return ((entry, self._reading.issue(entry.issue_id) or NO_ISSUE) for entry in entries)

    @property
    def known(self) -> Known:
        """What filters are told of the whole timeline; another one after every change."""
        from store.filters import Known

        if self._known is None:
            self._known = Known(self._disputed, self.other_names, self.of_issue)
        return self._known

    def other_names(self) -> dict[str, frozenset[str]]:
        """A name of a person or a place, folded -> the other names and the roles that the reports have for it, folded."""
        from store.filters.folding import fold

        with self._searching:
            if self._called is None:
                self._called = {}
                for kind in ("person", "place"):
                    for entry in self.of_kind(kind):
                        self._called.setdefault(entry.issue_id or 0, []).append(names_of(entry))
            else:
                self._called |= {issue: [*map(names_of, self.named_in(issue))] for issue in self._renamed}
            self._renamed.clear()
            names: dict[str, set[str]] = defaultdict(set)
            for named in self._called.values():
                for name, others in named:
                    names[name] |= others
        return {fold(name): frozenset(map(fold, others)) for name, others in names.items() if others}

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
        if self._called is not None:
            self._renamed |= issues
        if self._search is not None or self._indexing:
            self._outdated |= issues

    def _forget_search(self) -> None:
        """Take note that the file is another one."""
        self._search, self._looked, self._known, self._called = None, False, None, None
        self._outdated.clear()

    def _kept(self, keep: Filter, first: date | None, last: date | None) -> Iterator[Entry]:
        """The entries that a filter keeps, see `Timeline.entries`."""
        known, search = self.known, self._ready()
        if search is None:
            low, high = (None if day is None else day.toordinal() for day in (first, last))
            found = self._with_issues(self._reading.between(low, high))
            return (entry for entry, issue in found if keep.matches(entry, issue, known))
        hits = search.keep(keep.within(first, last), known)
        return (self._reading.lay_over(self._reading.raw(key)) for key in hits.in_order())

    def _kept_days(self, keep: Filter) -> dict[date | None, Counter[Kind]]:
        """How many entries a filter keeps, see `Timeline.days`."""
        known, search = self.known, self._ready()
        if search is not None:
            return search.keep(keep, known).days()
        counted: dict[date | None, Counter[Kind]] = defaultdict(Counter)
        for entry in self._kept(keep, None, None):
            counted[entry.day][entry.kind] += 1
        return dict(counted)


def names_of(entry: Entry) -> tuple[str, set[str]]:
    """The name of a person or a place, and the other names and the roles."""
    record = entry.record
    if isinstance(record, Person):
        return record.name, {*record.others, *record.roles}
    return (record.name, {*record.others}) if isinstance(record, Place) else ("", set())
