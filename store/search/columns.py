"""What a filter asks of a row besides its words: who, where, which paper, what kind, when, how many.

Each is a column of few different values, and keeps for every row only the number of its value. A test is asked about
each value once, and its answers are dealt out to the rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from store.filters.folding import fold
from store.filters.subject import (
    Known,
    Subject,
    also_named,
    kinds_of,
    people_of,
    places_of,
    source_of,
    states_of,
)
from store.records import Bounds, Certainty, Entry, Issue

T = TypeVar("T", bound=Hashable)
Name: TypeAlias = Literal["people", "places", "source", "kinds", "days", "size", "states", "day", "certainty"]
Names: TypeAlias = tuple[str | None, ...]

YES, NO = ord("1"), ord("0")


class Column(Generic[T]):
    """The values of one column."""

    def __init__(self, values: list[T] | None = None, codes: array[int] | None = None) -> None:
        self.values: list[T] = values or []
        """The different values."""
        self.codes = array("I") if codes is None else codes
        """For every row the number of its value."""
        self._numbers: dict[T, int] | None = None

    def append(self, value: T) -> None:
        """Add the value of the next row."""
        if self._numbers is None:
            self._numbers = {value: number for number, value in enumerate(self.values)}
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        self.codes.append(number)

    def answers(self, ask: Callable[[T], bool]) -> bytes:
        """For every row "1" where the answer to its value is yes, else "0"."""
        given = bytes(YES if ask(value) else NO for value in self.values)
        return bytes(map(given.__getitem__, self.codes))


def _folded(value: Any, _: Known) -> tuple[str, ...]:
    return tuple(fold(name) for name in value if name)


def _also_named(value: Any, known: Known) -> tuple[str, ...]:
    return also_named(_folded(value, known), known)


def _size(value: Any, _: Known) -> Bounds | None:
    return None if value is None else Bounds(low=value[0], high=value[1])


Fit: TypeAlias = Callable[[Any, Known], Any]
"""From a value as it is kept to the part of a `Subject` that a test is asked about."""

FITS: dict[str, Fit] = {
    "people": _also_named,
    "places": _also_named,
    "source": _folded,
    "kinds": _folded,
    "days": lambda value, _: value,
    "size": _size,
    "states": lambda value, _: frozenset(value),
}

TYPES: dict[Name, Any] = {
    "people": list[Names],
    "places": list[Names],
    "source": list[Names],
    "kinds": list[Names],
    "days": list[tuple[date, date] | None],
    "size": list[tuple[float | int | None, float | int | None] | None],
    "states": list[tuple[str, ...]],
    "day": list[date | None],
    "certainty": list[Certainty],
}


def values_of(entry: Entry, issue: Issue | None) -> dict[Name, Hashable]:
    """What the columns keep of an entry."""
    subject = Subject(entry, issue)
    size = subject.size
    return {
        "people": tuple(name for name in people_of(entry.record) if name),
        "places": places_of(entry.record),
        "source": source_of(issue),
        "kinds": kinds_of(entry),
        "days": subject.days,
        "size": None if size is None else (size.low, size.high),
        "states": tuple(sorted(states_of(entry))),
        "day": entry.day,
        "certainty": entry.certainty,
    }
