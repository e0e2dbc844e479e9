"""How the papers tell one event: all its mentions, who is quoted from it, and where the papers disagree."""

from __future__ import annotations

from collections.abc import Iterator

from store.records import Entry, Event
from tui.models.about_lines import speakers
from tui.models.happenings import conflict_in_words
from tui.models.pieces import Line, Row, cut, wrap
from tui.models.record_rows import paper_of, title_of
from tui.models.shown import Library
from tui.models.why_lines import why_in_short
from tui.models.words import amount

FEW = 6
"""So many lines of an account's own words are shown."""


def accounts(entry: Entry, library: Library) -> list[Entry]:
    """The event itself and the other mentions of it, in the order in which they came.

    Empty where `entry` is no event and belongs to none.
    """
    told = entry if isinstance(entry.record, Event) else library.event_of(entry)
    if told is None or not isinstance(told.record, Event):
        return []
    happening = library.happenings.get(told.id)
    return [told, *(other for other in happening.mentions if other.id != told.id)] if happening else [told]


def account_rows(seen: list[Entry], library: Library, width: int) -> list[Row]:
    """An account a row, `width` cells wide, with what they disagree on above them."""
    happening = library.happenings.get(seen[0].id) if seen else None
    differ = conflict_in_words(happening) if happening else ""
    rows = [
        Row((((f" {line}", "error"),),), selectable=False) for line in (wrap(differ, width - 1, FEW) if differ else ())
    ]
    numbers = list(dict.fromkeys(filter(None, map(_number, seen))))
    if len(numbers) > 1:
        told = cut(f"   Numbers given: {', '.join(numbers)}", width)
        rows.append(Row((((told, "muted"),), (("", ""),)), selectable=False))
    return [*rows, *(Row(tuple(_lines(entry, library, width)), entry.id) for entry in seen)]


def _number(entry: Entry) -> str:
    said = entry.record.attendance if isinstance(entry.record, Event) else None
    return amount(said.low, said.high, said.qualifier, "people") if said else ""


def _lines(entry: Entry, library: Library, width: int) -> Iterator[Line]:
    event, issue = entry.record, library.issue_of(entry)
    if not isinstance(event, Event):
        return
    yield (("   ", ""), (cut(f"{paper_of(issue)} · {why_in_short(entry, library)}", width - 3), "strong"))
    number = f"{_number(entry)} people · " if event.attendance else ""
    yield (("   ", ""), (number, "number"), (cut(title_of(entry), width - 3 - len(number)), ""))
    for words in wrap(event.text, width - 5, FEW):
        yield (("     ", ""), (words, "quote"))
    spoke = speakers(entry, library)
    for line, names in enumerate(wrap("; ".join(spoke), width - 13, FEW) if spoke else ()):
        yield (("     quoted: " if line == 0 else " " * 13, "muted"), (names, "speaker"))
    yield (("", ""),)
