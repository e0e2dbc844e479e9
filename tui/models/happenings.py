"""Events that several mentions tell, in words: how many papers, what they contradict each other on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from store.records import Entry
from tui.models.words import count

if TYPE_CHECKING:
    from store.merging import Conflict, Happening

HappeningOf: TypeAlias = "Callable[[Entry], Happening | None]"
CONFLICT = "⚠"
"""The sign of an event on which papers contradict each other."""
_NAMED: dict[Conflict, str] = {
    "day": "the day",
    "place": "the place",
    "size": "how many came",
    "fact": "whether it took place",
}


def told_by(happening: Happening) -> str:
    """How many papers tell it: "2 papers", "1 paper and 2 digests", "3 digests"; empty where it is one."""
    papers = len(happening.papers)
    digests = len(set(happening.sources) - set(happening.papers))
    if papers + digests < 2:
        return ""
    return " and ".join(count(number, noun) for number, noun in ((papers, "paper"), (digests, "digest")) if number)


def conflict_in_words(happening: Happening) -> str:
    """What the papers contradict each other on: "⚠ papers differ on the day and how many came"; else empty."""
    return f"{CONFLICT} papers differ on {points_in_words(happening.conflicts)}" if happening.conflicts else ""


def points_in_words(conflicts: Iterable[Conflict]) -> str:
    """What is contradicted, in words: "the day and how many came"."""
    return " and ".join(_NAMED[each] for each in conflicts)


def together(items: Sequence[Entry], happening_of: HappeningOf) -> Sequence[Entry]:
    """The items with all accounts of an event behind its first, the one that gives the event its title before them."""
    accounts: dict[int, list[Entry]] = {}
    for entry in items:
        if (happening := _happening(entry, happening_of)) is not None:
            accounts.setdefault(happening.id, []).append(entry)
    if all(len(told) == 1 for told in accounts.values()):
        return items
    return list(_regrouped(items, accounts, happening_of))


def _regrouped(items: Iterable[Entry], accounts: dict[int, list[Entry]], happening_of: HappeningOf) -> Iterator[Entry]:
    for entry in items:
        happening = _happening(entry, happening_of)
        if happening is None:
            yield entry
        else:
            yield from sorted(accounts.pop(happening.id, ()), key=lambda told: told.id != happening.id)


def retold(items: Iterable[Entry], happening_of: HappeningOf) -> set[int]:
    """The ids of event mentions that tell an event which one before them in `items` tells already."""
    seen: set[int] = set()
    again: set[int] = set()
    for entry in items:
        happening = _happening(entry, happening_of)
        if happening is None:
            continue
        if happening.id in seen:
            again.add(entry.id)
        seen.add(happening.id)
    return again


def _happening(entry: Entry, happening_of: HappeningOf) -> Happening | None:
    return happening_of(entry) if entry.kind == "event" else None
