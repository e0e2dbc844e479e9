"""The small frozen tests that a filter is put together from; each writes itself in the filter language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeAlias

from dateutil.relativedelta import relativedelta

from store.filters.subject import Subject


class Predicate(Protocol):
    """A test of one record; `str()` gives it back as a query."""

    def test(self, subject: Subject) -> bool:
        """True where the record is kept."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Folded words to look for: from the beginning of a word on or, when `whole`, as whole words."""

    text: str
    whole: bool = False

    def __str__(self) -> str:
        return f'"{self.text}"' if self.whole else self.text

    def found_in(self, hay: str) -> bool:
        """True where the words stand in `hay`, which is folded."""
        if self.text not in hay:  # the usual case, and twice as quick as find
            return False
        at = hay.find(self.text)
        while at >= 0:
            if self._fits(hay, at, at + len(self.text)):
                return True
            at = hay.find(self.text, at + 1)
        return False

    def _fits(self, hay: str, start: int, end: int) -> bool:
        if start and self.text[0].isalnum() and hay[start - 1].isalnum():
            return False
        return not (self.whole and end < len(hay) and self.text[-1].isalnum() and hay[end].isalnum())


@dataclass(frozen=True, slots=True)
class Words:
    """Words anywhere in the record."""

    needle: Needle

    def __str__(self) -> str:
        return str(self.needle)

    def test(self, subject: Subject) -> bool:
        """True where the words stand in one part of the record."""
        return self.needle.found_in(subject.text)


NameField: TypeAlias = Literal["who", "place", "source"]
_NAMES: dict[NameField, Callable[[Subject], tuple[str, ...]]] = {
    "who": lambda subject: subject.people,
    "place": lambda subject: subject.places,
    "source": lambda subject: subject.source,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Words in one of the names of a field: who, place or source."""

    field: NameField
    needle: Needle

    def __str__(self) -> str:
        return f"{self.field}:{self.needle}"

    def test(self, subject: Subject) -> bool:
        """True where one of the names has the words."""
        return any(self.needle.found_in(name) for name in _NAMES[self.field](subject))


@dataclass(frozen=True, slots=True)
class OfKind:
    """The kind of the record (event, figure, …) or of the event or figure (rally, money, …)."""

    needle: Needle

    def __str__(self) -> str:
        return f"kind:{self.needle}"

    def test(self, subject: Subject) -> bool:
        """True where a kind begins so; the plural does as well, and a quoted kind must be all of it."""
        wanted = self.needle.text
        if self.needle.whole:
            return wanted in subject.kinds
        return any(kind.startswith(wanted) or wanted == f"{kind}s" for kind in subject.kinds)


@dataclass(frozen=True, slots=True)
class Said:
    """Words spoken: they stand between quotation marks."""

    needle: Needle

    def __str__(self) -> str:
        return f"said:{self.needle}"

    def test(self, subject: Subject) -> bool:
        """True where the record is a quote with these words."""
        return self.needle.found_in(subject.said)


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Days, `first` and `last` inclusive, None for an open end."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return f"from:{self.first}" if self.first else f"to:{self.last}"
        if self.first == self.last:
            return f"date:{self.first}"
        if self.first.day == 1 and self.last == self.first + relativedelta(day=31):
            return f"date:{self.first:%Y-%m}"
        return f"date:{self.first}..{self.last}"

    def test(self, subject: Subject) -> bool:
        """True where the record covers, or is filed under, one of the days."""
        days = subject.days
        if days is None:
            return False
        return (self.last is None or days[0] <= self.last) and (self.first is None or days[1] >= self.first)


Comparison: TypeAlias = Literal[">", ">=", "<", "<=", "="]


@dataclass(frozen=True, slots=True)
class Size:
    """A comparison with the number the text states: its upper bound for more, its lower bound for less.

    "Over 1,000" is more than 1,000 and "up to 1,000" is not more; where only one bound is stated it stands for both.
    """

    comparison: Comparison
    number: float

    def __str__(self) -> str:
        sign = "" if self.comparison == "=" else self.comparison
        number = int(self.number) if self.number.is_integer() else self.number
        return f"size:{sign}{number}"

    def test(self, subject: Subject) -> bool:
        """True where the stated number compares so; False where none is stated."""
        size = subject.size
        if size is None:
            return False
        low = size.low if size.low is not None else size.high
        high = size.high if size.high is not None else size.low
        if low is None or high is None:
            return False
        match self.comparison:
            case ">":
                return high > self.number or (size.high is None and high == self.number)
            case ">=":
                return high >= self.number
            case "<":
                return low < self.number
            case "<=":
                return low <= self.number
            case "=":
                return low <= self.number <= high


State: TypeAlias = Literal["planned", "undated", "corrected"]
STATES: dict[State, Callable[[Subject], bool]] = {
    "planned": lambda subject: subject.planned,
    "undated": lambda subject: subject.undated,
    "corrected": lambda subject: subject.corrected,
}


@dataclass(frozen=True, slots=True)
class Is:
    """A state of the record."""

    state: State

    def __str__(self) -> str:
        return f"is:{self.state}"

    def test(self, subject: Subject) -> bool:
        """True where the record is in this state."""
        return STATES[self.state](subject)
