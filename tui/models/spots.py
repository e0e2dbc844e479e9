"""Spots of the timeline that are remembered, and the items that stand there now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from msgspec import structs

from store.records import Entry
from tui.models.shown import Shown
from tui.remembered import Spot


def spot_of(day: date | None, entry: Entry | None) -> Spot:
    """The spot of an item on a day; without one, of the day."""
    return Spot(day, entry.kind, _words(entry)) if entry else Spot(day)


def item_at(spot: Spot, shown: Shown) -> int | None:
    """The id of the item of a spot; None where it is not shown on that day any more, or the spot is a day."""
    here = (entry.id for entry in shown.on(spot.day) if (entry.kind, _words(entry)) == (spot.kind, spot.words))
    return next(here, None) if spot.words else None


def days_of(spots: Collection[Spot], shown: Shown) -> Mapping[Spot, Spot]:
    """For each of these spots the one on the first day on which its item is shown now, where only one item can be it."""
    wanted = {(spot.kind, spot.words): spot for spot in spots}
    found: dict[Spot, list[int]] = {}
    for entry in shown.items:
        spot = wanted.get((entry.kind, _words(entry)))
        if spot is not None:
            found.setdefault(spot, []).append(entry.id)
    return {spot: structs.replace(spot, day=shown.day_of(ids[0])) for spot, ids in found.items() if len(ids) == 1}


def _words(entry: Entry) -> str:
    return str(getattr(entry.record, "text", ""))
