"""Not, all and any: how predicates combine, and the brackets they need when written."""

from __future__ import annotations

import msgspec

from store.filters.predicates import Predicate
from store.filters.subject import Subject


class Not(msgspec.Struct, frozen=True):
    """What the part does not keep."""

    part: Predicate

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, All | Either) else f"-{self.part}"

    def test(self, subject: Subject) -> bool:
        """True where the part is false."""
        return not self.part.test(subject)


class All(msgspec.Struct, frozen=True):
    """What every part keeps; without parts, everything."""

    parts: tuple[Predicate, ...]

    def __str__(self) -> str:
        return " ".join(map(_operand, self.parts))

    def test(self, subject: Subject) -> bool:
        """True where every part is true."""
        for part in self.parts:  # noqa: SIM110 -- all() over a generator takes twice as long, a hundred thousand times
            if not part.test(subject):
                return False
        return True


class Either(msgspec.Struct, frozen=True):
    """What at least one part keeps."""

    parts: tuple[Predicate, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))

    def test(self, subject: Subject) -> bool:
        """True where one part is true."""
        return any(part.test(subject) for part in self.parts)


def negate(part: Predicate) -> Predicate:
    """The opposite; twice is back again."""
    return part.part if isinstance(part, Not) else Not(part)


def every(parts: list[Predicate]) -> Predicate:
    """All of the parts, without brackets that say nothing and without saying the same twice."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(set(flat)) == 1 else All(tuple(dict.fromkeys(flat)))


def either(parts: list[Predicate]) -> Predicate:
    """One of the parts, without brackets that say nothing and without saying the same twice."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Either) else (part,))]
    return flat[0] if len(set(flat)) == 1 else Either(tuple(dict.fromkeys(flat)))


def _operand(part: Predicate) -> str:
    return f"({part})" if isinstance(part, Either) else str(part)


EVERYTHING = All(())
"""Keeps every record."""
