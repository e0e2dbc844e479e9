"""Which items a filter keeps: few are read through, many are looked up in the timeline's search index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from operator import itemgetter
from string import ascii_lowercase
from typing import TYPE_CHECKING

from store.filters import NOTHING_KNOWN, Filter, Known, Subject, parse
from store.records import Entry, Issue

if TYPE_CHECKING:
    from store.search import Hits, Search

AT_A_TIME = 1000
"""So many items are read before anybody is asked whether they still matter."""


class Finder:
    """Finds items among those of a timeline."""

    def __init__(self, items: Sequence[Entry], issue_of: Callable[[Entry], Issue | None]) -> None:
        """`issue_of` gives the report an item was found in."""
        self._items = items
        self._issue_of = issue_of
        self.search: Search | None = None
        """The index, once it is there."""
        self._of_items: Callable[[bytes], tuple[int, ...]] = lambda _: ()

    def search_with(self, search: Search) -> None:
        """Look filters up in an index from now on; it must have been made or brought up to date after the items."""
        rows = {key: row for row, key in enumerate(search.ids)}
        nowhere = len(search.ids)
        # Twice nowhere at the end, for an itemgetter of one place gives no tuple.
        self._of_items = itemgetter(*(rows.get(entry.id, nowhere) for entry in self._items), nowhere, nowhere)
        self.search = search

    def flags(
        self, wanted: Filter, known: Known = NOTHING_KNOWN, stop: Callable[[], bool] = lambda: False
    ) -> bytes | None:
        """For each item a byte, 1 where the filter keeps it, else 0; None where `stop` said that nobody waits for it."""
        hits = self.hits(wanted, known)
        if hits is None:
            return self._read_through(wanted, known, stop)
        # An item that has no row, because it is gone by now, is not kept.
        return bytes(self._of_items(hits.flags + b"\0"))[: len(self._items)]

    def hits(self, wanted: Filter, known: Known = NOTHING_KNOWN) -> Hits | None:
        """What the index has for a filter, time expressions included; None where there is no index."""
        return None if self.search is None else self.search.keep(wanted, known)

    def look_up_letters(self, known: Known) -> None:
        """Look the letters up with which words begin, before anybody types one: half of all items have each of them."""
        for letter in ascii_lowercase:
            self.hits(parse(letter), known)

    @cached_property
    def _subjects(self) -> list[Subject]:
        """The items as a filter sees them; kept, for the same ones are read at every key."""
        return [Subject(entry, self._issue_of(entry)) for entry in self._items]

    def _read_through(self, wanted: Filter, known: Known, stop: Callable[[], bool]) -> bytes | None:
        flags = bytearray()
        for start in range(0, len(self._items), AT_A_TIME):
            if stop():
                return None
            chunk = self._subjects[start : start + AT_A_TIME]
            for subject in chunk:
                subject.known = known
            flags += bytes(map(wanted.root.test, chunk))
        return bytes(flags)
