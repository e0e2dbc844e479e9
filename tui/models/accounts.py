"""How the papers tell one event: its mentions in other reports, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from store.records import Bounds, Entry, Event
from tui.models.pieces import Line, Row, cut, wrap
from tui.models.record_rows import paper_of, title_of
from tui.models.shown import Library
from tui.models.why_lines import why_in_short
from tui.models.words import amount

NEAR = timedelta(1)
"""Papers may differ by a day on when an event was."""
FEW = 6
"""So many lines of an account's own words are shown."""


def accounts(entry: Entry, library: Library) -> list[Entry]:
    """The event itself and the mentions that may be of it, in other reports: near in time, one place in common.

    Empty where `entry` is no event and belongs to none.
    """
    told = entry if isinstance(entry.record, Event) else library.event_of(entry)
    if told is None or not isinstance(told.record, Event):
        return []
    event = told.record
    others = (entry for entry in library.items if entry.issue_id != told.issue_id)
    return [told, *(other for other in others if isinstance(other.record, Event) and _may_be(event, other.record))]


def _may_be(one: Event, other: Event) -> bool:
    if one.first is None or other.first is None or one.last != one.first or other.last != other.first:
        return False
    places = {place.casefold() for place in one.places} & {place.casefold() for place in other.places}
    return bool(places) and abs(one.first - other.first) <= NEAR


def disagreements(seen: Iterable[Entry]) -> list[str]:
    """What the accounts disagree on, as sentences; open bounds that overlap are no disagreement."""
    events = [entry.record for entry in seen if isinstance(entry.record, Event)]
    found = []
    if len({event.first for event in events if event.first}) > 1:
        found.append("They do not give the same day.")
    named = [event.attendance for event in events if event.attendance is not None]
    if any(_apart(one, other) for one in named for other in named):
        found.append("They do not give the same number of people.")
    return found


def _apart(one: Bounds, other: Bounds) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def account_rows(seen: list[Entry], library: Library, width: int) -> list[Row]:
    """An account a row, `width` cells wide, with what they disagree on above them."""
    rows = [Row((((f" ⚠ {words}", "error"),),), selectable=False) for words in disagreements(seen)]
    numbers = list(dict.fromkeys(filter(None, map(_number, seen))))
    if len(numbers) > 1:
        told = cut(f"   Numbers given: {', '.join(numbers)}", width)
        rows.append(Row((((told, "muted"),), (("", ""),)), selectable=False))
    return [*rows, *(Row(tuple(_lines(entry, library, width)), entry.id) for entry in seen)]


def _number(entry: Entry) -> str:
    said = entry.record.attendance if isinstance(entry.record, Event) else None
    return amount(said.low, said.high, None, "people") if said else ""


def _lines(entry: Entry, library: Library, width: int) -> Iterator[Line]:
    event, issue = entry.record, library.issue_of(entry)
    if not isinstance(event, Event):
        return
    yield (("   ", ""), (cut(f"{paper_of(issue)} · {why_in_short(entry, library)}", width - 3), "strong"))
    number = f"{_number(entry)} people · " if event.attendance else ""
    yield (("   ", ""), (number, "number"), (cut(title_of(entry), width - 3 - len(number)), ""))
    for words in wrap(event.text, width - 5, FEW):
        yield (("     ", ""), (words, "quote"))
    yield (("", ""),)
