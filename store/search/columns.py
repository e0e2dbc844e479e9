"""What a filter asks of a row besides its words: who, where, which paper, what kind, when, how many.

Each is a column of few different values, and keeps for every row only the number of its value, or of its names. A test
is asked about each value once, and its answers are dealt out to the rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from itertools import compress
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from store.filters.folding import fold
from store.filters.predicates import Leaf
from store.filters.subject import (
    Known,
    Part,
    Subject,
    also_named,
    kinds_of,
    people_of,
    places_by_span,
    places_of,
    source_of,
    states_of,
)
from store.records import Bounds, Certainty, Entry, Issue, Kind, Span

T = TypeVar("T", bound=Hashable)
YES, NO = ord("1"), ord("0")


class Numbered(Generic[T]):
    """Different values, numbered in the order in which they came."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._numbers: dict[T, int] = {}

    def number(self, value: T) -> int:
        """The number of a value, a new one for a new value."""
        if len(self._numbers) < len(self.values):  # read from a file
            self._numbers = {value: number for number, value in enumerate(self.values)}
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


class Column(Numbered[T]):
    """One value a row."""

    def __init__(self, fit: Callable[[T], Any]) -> None:
        """`fit` makes of a value the part of a `Subject` that a test is asked about."""
        super().__init__()
        self.codes = array("I")
        """For every row the number of its value."""
        self._fit = fit
        self._parts: list[Any] = []

    def append(self, value: T) -> None:
        """Add the value of the next row."""
        self.codes.append(self.number(value))

    def arrays(self) -> dict[str, array[int]]:
        """What is kept for each row."""
        return {"codes": self.codes}

    def answers(self, leaf: Leaf) -> bytes:
        """For every row "1" where the test keeps it, else "0"."""
        self._parts += map(self._fit, self.values[len(self._parts) :])
        given = bytes(YES if leaf.fits(part) else NO for part in self._parts)
        return bytes(map(given.__getitem__, self.codes))


class Names(Numbered[str]):
    """Any number of names a row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = array("I")
        self.codes = array("I")
        """For every place where a name stands: the row, and the number of the name."""

    def append(self, row: int, names: Iterable[str | None]) -> None:
        """Add the names of a row; the same one twice counts once."""
        for name in dict.fromkeys(filter(None, names)):
            self.rows.append(row)
            self.codes.append(self.number(name))

    def arrays(self) -> dict[str, array[int]]:
        """What is kept for each place."""
        return {"rows": self.rows, "codes": self.codes}

    def answers(self, leaf: Leaf, known: Known, rows: int) -> bytearray:
        """For every row "1" where the test keeps it, else "0"."""
        given = bytes(leaf.fits(also_named((fold(name),), known)) for name in self.values)
        flags = bytearray(b"0") * rows
        for row in compress(self.rows, map(given.__getitem__, self.codes)):
            flags[row] = YES
        return flags


class Places(Names):
    """The places of each row; those of a quote are told by its event, which may come after it."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[int, Span], list[str]] = {}
        self._waiting: list[tuple[int, int, Span]] = []
        """Rows that belong to an event: the row, its issue, and the span of the event."""

    def add(self, row: int, entry: Entry) -> None:
        """Add the places of a row, or note that its event tells them."""

        def wait(issue_id: int, span: Span) -> Iterable[str]:
            self._waiting.append((row, issue_id, span))
            return ()

        self.append(row, places_of(entry, wait))
        for span, places in places_by_span([entry]).items():
            self._told.setdefault((entry.issue_id or 0, span), []).extend(places)

    def settle(self) -> None:
        """Add what events tell of the rows that wait for it."""
        for row, issue_id, span in self._waiting:
            self.append(row, self._told.get((issue_id, span), ()))
        self._waiting.clear()
        self._told.clear()


Size: TypeAlias = tuple[float | int | None, float | int | None] | None
Source: TypeAlias = tuple[str | None, ...]


def _folded(names: Source) -> tuple[str, ...]:
    return tuple(fold(name) for name in names if name)


def _bounds(size: Size) -> Bounds | None:
    return None if size is None else Bounds(low=size[0], high=size[1])


Days: TypeAlias = tuple[date, date] | None
Filed: TypeAlias = tuple[date | None, Kind, Certainty]

_TYPES: dict[str, Any] = {
    "people": list[str],
    "places": list[str],
    "source": list[Source],
    "kinds": list[Source],
    "days": list[Days],
    "size": list[Size],
    "states": list[tuple[str, ...]],
    "filed": list[Filed],
}
"""Column -> the type of its values."""


class Columns:
    """All columns of the rows."""

    def __init__(self) -> None:
        self.people, self.places = Names(), Places()
        self.source: Column[Source] = Column(_folded)
        """Publication, issue number and title."""
        self.kinds: Column[Source] = Column(_folded)
        self.days: Column[Days] = Column(lambda days: days)
        self.size: Column[Size] = Column(_bounds)
        self.states: Column[tuple[str, ...]] = Column(frozenset)
        self.filed: Column[Filed] = Column(lambda filed: filed)
        """The day it is filed under, its kind, and how certain the day is."""

    def append(self, row: int, entry: Entry, issue: Issue | None) -> None:
        """Add the next row; `settle` follows when all of its issue have been added."""
        subject = Subject(entry, issue)
        size = subject.size
        self.people.append(row, people_of(entry.record))
        self.places.add(row, entry)
        self.source.append(source_of(issue))
        self.kinds.append(kinds_of(entry))
        self.days.append(subject.days)
        self.size.append(None if size is None else (size.low, size.high))
        self.states.append(tuple(sorted(states_of(entry))))
        self.filed.append((entry.day, entry.kind, entry.certainty))

    def settle(self) -> None:
        """Put in what rows are told by others of their issue."""
        self.places.settle()

    def state(self) -> dict[str, bytes]:
        """All columns, to be saved; raises ValueError where a name is no Unicode text."""
        saved: dict[str, bytes] = {}
        for name in _TYPES:
            column: Names | Column[Any] = getattr(self, name)
            saved[name] = msgspec.json.encode(column.values)
            saved |= {f"{name}.{kept}": codes.tobytes() for kept, codes in column.arrays().items()}
        return saved

    def restore(self, state: Mapping[str, bytes]) -> None:
        """Take over columns as `state` gave them; raises ValueError or KeyError where something is missing."""
        for name, kind in _TYPES.items():
            column: Names | Column[Any] = getattr(self, name)
            column.values = msgspec.json.decode(state[name], type=kind)
            for kept, codes in column.arrays().items():
                codes.frombytes(state[f"{name}.{kept}"])

    def answers(self, leaf: Leaf, known: Known, rows: int) -> bytes | bytearray:
        """For every row "1" where the test keeps it, else "0"."""
        part: Part = leaf.part
        column: Names | Column[Any] = getattr(self, part)
        return column.answers(leaf, known, rows) if isinstance(column, Names) else column.answers(leaf)
