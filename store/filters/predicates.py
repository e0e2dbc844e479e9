"""The small frozen tests that a filter is put together from; each writes itself in the filter language.

Each reads one part of a record, so that whoever keeps the parts of many records apart can ask it about a part alone.
Those that are about days are in `days`.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol, TypeAlias

import msgspec

from store.filters.needles import Needle
from store.filters.subject import Part, State, Subject
from store.records import Bounds


class Predicate(Protocol):
    """A test of one record; `str()` gives it back as a query."""

    def test(self, subject: Subject) -> bool:
        """True where the record is kept."""


class Leaf(msgspec.Struct, frozen=True):
    """A test of one part of a record."""

    @property
    def part(self) -> Part:
        """The part that it reads."""
        raise NotImplementedError

    def fits(self, value: Any) -> bool:
        """True where the part, as `Subject` gives it, is what is wanted."""
        raise NotImplementedError

    def test(self, subject: Subject) -> bool:
        """True where the record is kept."""
        return self.fits(getattr(subject, self.part))


class Words(Leaf, frozen=True):
    """Words anywhere in the record, in one line of its text."""

    needle: Needle
    part = "text"

    def __str__(self) -> str:
        return str(self.needle)

    def fits(self, value: str) -> bool:
        """True where the words stand in the text."""
        return self.needle.found_in(value)


class Said(Leaf, frozen=True):
    """Words spoken: they stand between quotation marks."""

    needle: Needle
    part = "said"

    def __str__(self) -> str:
        return f"said:{self.needle}"

    def fits(self, value: str) -> bool:
        """True where these words were spoken."""
        return self.needle.found_in(value)


NameField: TypeAlias = Literal["who", "place", "source"]
_PARTS: dict[NameField, Part] = {"who": "people", "place": "places", "source": "source"}


class Named(Leaf, frozen=True):
    """Words in one of the names of a field: who, place or source."""

    field: NameField
    needle: Needle

    def __str__(self) -> str:
        return f"{self.field}:{self.needle}"

    @property
    def part(self) -> Part:
        """The names of the field."""
        return _PARTS[self.field]

    def fits(self, value: tuple[str, ...]) -> bool:
        """True where one of the names has the words."""
        return any(map(self.needle.found_in, value))


class OfKind(Leaf, frozen=True):
    """The kind of the record (event, figure, …) or of the event or figure (rally, money, …)."""

    needle: Needle
    part = "kinds"

    def __str__(self) -> str:
        return f"kind:{self.needle}"

    def fits(self, value: tuple[str, ...]) -> bool:
        """True where a kind begins so; the plural does as well, and a quoted kind must be all of it."""
        wanted = self.needle.text
        if self.needle.whole:
            return wanted in value
        return any(kind.startswith(wanted) or wanted == f"{kind}s" for kind in value)


Comparison: TypeAlias = Literal[">", ">=", "<", "<=", "="]


class Size(Leaf, frozen=True):
    """A comparison with the number the text states: its upper bound for more, its lower bound for less.

    "Over 1,000" is more than 1,000 and "up to 1,000" is not more; where only one bound is stated it stands for both.
    """

    comparison: Comparison
    number: float
    part = "size"

    def __str__(self) -> str:
        sign = "" if self.comparison == "=" else self.comparison
        number = int(self.number) if self.number.is_integer() else self.number
        return f"size:{sign}{number}"

    def fits(self, value: Bounds | None) -> bool:
        """True where the stated number compares so; False where none is stated."""
        if value is None:
            return False
        low = value.low if value.low is not None else value.high
        high = value.high if value.high is not None else value.low
        if low is None or high is None:
            return False
        match self.comparison:
            case ">":
                return high > self.number or (value.high is None and high == self.number)
            case ">=":
                return high >= self.number
            case "<":
                return low < self.number
            case "<=":
                return low <= self.number
            case "=":
                return low <= self.number <= high


class Is(Leaf, frozen=True):
    """A state of the record."""

    state: State

    def __str__(self) -> str:
        return f"is:{self.state}"

    @property
    def part(self) -> Part:
        """The states that the record tells of itself, or what the papers make of it."""
        return "disputed" if self.state == "conflict" else "states"

    def fits(self, value: frozenset[State] | bool) -> bool:  # noqa: FBT001 - a part of a record like any other
        """True where the record is in this state."""
        return value if isinstance(value, bool) else self.state in value
