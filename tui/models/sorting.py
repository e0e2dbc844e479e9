"""In which order a day shows its items, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from store.records import Entry, Event, Figure, Issue
from tui.models.record_rows import paper_of
from tui.models.scale import larger
from tui.models.shown import ORDER

Issues: TypeAlias = Mapping[int, Issue]


def _paper(entry: Entry, issues: Issues) -> Any:
    return paper_of(issues.get(entry.issue_id or 0)).casefold()


def _size(entry: Entry, issues: Issues) -> Any:
    del issues
    record = entry.record
    bounds = record.attendance if isinstance(record, Event) else record if isinstance(record, Figure) else None
    return -larger(bounds.low, bounds.high) if bounds else 0


SORTS: dict[str, Callable[[Entry, Issues], Any] | None] = {
    "the surest first": None,
    "by paper": _paper,
    "the largest first": _size,
}
"""Name -> what is compared; None is the order of `Shown.on`."""


def following(sort: str) -> str:
    """The order that comes after this one, and after the last the first."""
    names = list(SORTS)
    return names[(names.index(sort) + 1) % len(names)]


def in_order(items: Sequence[Entry], sort: str, issues: Issues) -> Sequence[Entry]:
    """The items of a day in an order of `SORTS`; equal ones stay as they were."""
    compare = SORTS[sort]
    if compare is None:
        return items
    return sorted(items, key=lambda entry: (ORDER.index(entry.kind), compare(entry, issues)))
