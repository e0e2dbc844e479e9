"""What another reading of an issue changes: which records move to other days, come, go, or say something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, cast

import msgspec

from store.anchors import told
from store.records import Derived, Entry, Kind

Days: TypeAlias = tuple[date, date] | None
"""First and last day, both inclusive; None is no day."""


class Move(msgspec.Struct, frozen=True):
    """A record that stands on other days."""

    kind: Kind
    start: int
    end: int
    text: str
    what: str
    """What was found, in short: the title of an event, the number of a figure."""
    before: Days
    after: Days


class Shift(msgspec.Struct, frozen=True):
    """How many records move from some days to some others."""

    before: Days
    after: Days
    records: int


class Changes(msgspec.Struct, frozen=True):
    """What changes from one reading to another."""

    moves: list[Move]
    """In the order of the text."""
    came: Counter[Kind]
    """How many records there are that were not there before, by kind."""
    went: Counter[Kind]
    altered: Counter[Kind]
    """How many say something else, apart from their days."""

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.moves or self.came or self.went or self.altered)

    @property
    def shifts(self) -> list[Shift]:
        """The moves summed up, in the order of the days before; those without a day first."""
        return sum_up(self.moves)


def sum_up(moves: Iterable[Move]) -> list[Shift]:
    """The moves by their days, in the order of the days before; those without a day first."""
    counted = Counter((move.before, move.after) for move in moves)
    none = (date.min, date.min)
    ordered = sorted(counted.items(), key=lambda pair: (pair[0][0] or none, pair[0][1] or none))
    return [Shift(before, after, number) for (before, after), number in ordered]


def compare(before: Iterable[Entry], after: Iterable[Entry]) -> Changes:
    """What changes between two readings of one issue; a record is the same where its kind and span are.

    Of several of one kind at one span, those that say the same are, and then the first is the first.
    """
    there: defaultdict[tuple[str, int, int], list[Entry]] = defaultdict(list)
    for entry in before:
        there[_place(entry)].append(entry)
    moves, came, altered = list[Move](), Counter[Kind](), Counter[Kind]()
    for entry in after:
        old = _take(there[_place(entry)], entry)
        if old is None:
            came[entry.kind] += 1
            continue
        if days_of(old) != days_of(entry):
            found = cast("Derived", entry.record)
            days = days_of(old), days_of(entry)
            moves.append(Move(entry.kind, found.start, found.end, found.text, told(found), *days))
        altered[entry.kind] += _says(old) != _says(entry)
    went = Counter(entry.kind for entries in there.values() for entry in entries)
    return Changes(moves, came, went, +altered)


def _place(entry: Entry) -> tuple[str, int, int]:
    found = cast("Derived", entry.record)
    return entry.kind, found.start, found.end


def _take(there: list[Entry], entry: Entry) -> Entry | None:
    if not there:
        return None
    wanted = told(cast("Derived", entry.record))
    alike = next((old for old in there if told(cast("Derived", old.record)) == wanted), there[0])
    there.remove(alike)
    return alike


def days_of(entry: Entry) -> Days:
    """The days a record says, else the day it is filed under."""
    found = cast("Derived", entry.record)
    if found.first is not None and found.last is not None:
        return found.first, found.last
    return None if entry.day is None else (entry.day, entry.day)


def _says(entry: Entry) -> Derived:
    """The record without what follows from its days, which is told by the moves."""
    found = msgspec.structs.replace(cast("Derived", entry.record), first=None, last=None)
    undated = {name: "" for name in ("value", "why") if hasattr(found, name)}
    return msgspec.structs.replace(found, **undated, **({"derivation": None} if "why" in undated else {}))
