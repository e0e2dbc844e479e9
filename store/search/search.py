"""Every entry of a timeline as a row that filters are asked about."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from threading import RLock

from store.filters.logic import All, Either, Not
from store.filters.needles import Needle
from store.filters.parse import Filter
from store.filters.predicates import Is, Leaf, Predicate, Said
from store.filters.predicates import Words as WordsOf
from store.filters.subject import NOTHING_KNOWN, Known, Subject
from store.records import Entry, Issue
from store.search.columns import NO, YES, Columns
from store.search.hits import Hits
from store.search.words import Column as WordColumn
from store.search.words import Text, Words

_REMEMBERED = 64
"""So many answers are remembered: while one types, only the last word of a filter is new."""


class Search:
    """The rows of a timeline. May be asked by several threads."""

    def __init__(self, words: Words | None = None) -> None:
        self.parts = [words or Words.make()]
        """The words: those of a saved index, and the new ones."""
        self.ids = array("q")
        """For every row the id of its entry."""
        self.issues = array("Q")
        """For every row the id of its issue."""
        self.columns = Columns()
        self._counts = bytearray()
        self._lock = RLock()
        self._answers: dict[Predicate, int] = {}
        self._known = NOTHING_KNOWN

    @classmethod
    def restored(cls, words: Words, state: Mapping[str, bytes]) -> Search:
        """An index as `state` gave it; raises ValueError or KeyError where something is missing."""
        search = cls(words)
        search.ids.frombytes(state["ids"])
        search.issues.frombytes(state["issues"])
        search._counts = bytearray(state["counts"])
        search.columns.restore(state)
        return search

    def state(self) -> dict[str, bytes]:
        """All but the words, to be saved; raises ValueError where a name cannot be."""
        own = {"ids": self.ids.tobytes(), "issues": self.issues.tobytes(), "counts": bytes(self._counts)}
        return {**own, **self.columns.state()}

    def __len__(self) -> int:
        return self._counts.count(YES)

    @property
    def new(self) -> int:
        """How many rows are not in the saved index; 0 where there is none."""
        return sum(len(part.texts) for part in self.parts)

    def add(self, entries: Iterable[tuple[Entry, Issue | None]]) -> None:
        """Add entries with the issues they were found in; of each issue all at once, in any order."""
        with self._lock:
            self._answers.clear()
            if not self.parts[-1].writable:
                self.parts.append(Words.make(remember=True))
            self.parts[-1].add(self._texts(entries))
            self.columns.settle()

    def _texts(self, entries: Iterable[tuple[Entry, Issue | None]]) -> Iterator[Text]:
        for entry, issue in entries:
            row = len(self.ids)
            self.ids.append(entry.id)
            self.issues.append(entry.issue_id or 0)
            self.columns.append(row, entry, issue)
            self._counts.append(YES)
            subject = Subject(entry, issue)
            yield row, subject.said, subject.rest

    def forget(self, issues: Collection[int]) -> None:
        """Let nothing count any more that was found in these issues."""
        with self._lock:
            self._answers.clear()
            for row, issue in enumerate(self.issues):
                if issue in issues:
                    self._counts[row] = NO

    def keep(self, wanted: Filter, known: Known = NOTHING_KNOWN) -> Hits:
        """What a filter keeps."""
        with self._lock:
            if known is not self._known:
                self._known = known
                self._answers.clear()
            return Hits(self._bits(wanted.root), len(self.ids), self.ids, self.issues, self.columns)

    def _bits(self, part: Predicate) -> int:
        """The rows that count and that a part of a filter keeps, as bits."""
        match part:
            case All(parts):
                bits = self._everything
                for inner in parts:
                    bits &= self._bits(inner)
                return bits
            case Either(parts):
                bits = 0
                for inner in parts:
                    bits |= self._bits(inner)
                return bits
            case Not(inner):
                return self._everything ^ self._bits(inner)
            case Leaf():
                return self._leaf(part)
        message = f"no test that can be looked up: {part}"
        raise TypeError(message)

    @property
    def _everything(self) -> int:
        return _bits(self._counts)

    def _leaf(self, leaf: Leaf) -> int:
        bits = self._answers.pop(leaf, None)
        if bits is None:
            bits = self._answer(leaf) & self._everything
            while len(self._answers) >= _REMEMBERED:
                del self._answers[next(iter(self._answers))]
        self._answers[leaf] = bits  # the latest ones last
        return bits

    def _answer(self, leaf: Leaf) -> int:
        match leaf:
            case WordsOf(needle):
                return self._bits_of(self._rows(needle))
            case Said(needle):
                return self._bits_of(self._rows(needle, "said"))
            case Is("conflict"):
                disputed = self._known.disputed
                return self._bits_of(row for row, key in enumerate(self.ids) if key in disputed)
            case _:
                return _bits(self.columns.answers(leaf, self._known, len(self.ids)))

    def _rows(self, needle: Needle, column: WordColumn | None = None) -> Iterator[int]:
        return chain.from_iterable(part.rows(needle, column) for part in self.parts)

    def _bits_of(self, rows: Iterable[int]) -> int:
        flags = bytearray(b"0") * len(self.ids)
        for row in rows:
            flags[row] = YES
        return _bits(flags)


def _bits(flags: bytes | bytearray) -> int:
    return int(flags, 2) if flags else 0
