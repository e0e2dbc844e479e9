"""The events that have a day of their own, for formats that can show nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from store.exports.kept import Kept, LeftOut
from store.records import Event


def dated_events(kept: Iterable[Kept], left_out: LeftOut) -> Iterator[tuple[Kept, Event, date, date]]:
    """Each event with its first and last day, both inclusive; the other records are counted in `left_out`.

    An event that is only filed under the day of publication has no day: the text does not say when it was.
    """
    for each in kept:
        record = each.record
        if not isinstance(record, Event):
            left_out[f"{each.entry.kind}s"] += 1
        elif record.first is None:
            left_out["events without a day"] += 1
        else:
            yield each, record, record.first, record.last or record.first
