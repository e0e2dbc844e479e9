"""Two papers' accounts of one event beside each other: what each says of day, place, numbers and people, and where they clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from store.merging import Conflict, contradictions
from store.records import Entry, Event
from tui.models.about_lines import about
from tui.models.happenings import CONFLICT
from tui.models.pieces import Line, Row, cut, pad, pad_left, width_of, wrap
from tui.models.record_rows import paper_of
from tui.models.shown import Library, bounds_of
from tui.models.why_lines import why_in_short
from tui.models.words import SIGNS, amount, full_day, span_of_days
from tui.safe_text import safe

LABEL, BETWEEN = 10, 3
"""Widths of the column of labels and of the gap between two accounts, in cells."""
ROOMY = 64
"""From this width on, in cells, two accounts have columns of their own; below it they stand under each other."""
MOST = 40
"""So many lines of one thing that an account says are shown."""
KEPT = "◂"
"""The sign of the account that stays while the cursor moves over the others."""
_ORDER = ("day", "place", "venue", "began", "came", "votes", "told as", "groups", "people", "quoted")
_TOLD_ON: dict[Conflict, str] = {"day": "day", "place": "place", "size": "came", "fact": "told as"}
"""What is contradicted -> the label of what is said on it."""


@dataclass(frozen=True)
class Aspect:
    """What accounts say on one thing."""

    label: str
    told: tuple[str, ...]
    """One for each account; "" where it says nothing."""
    clash: bool
    """Whether they cannot both be true."""


def headings(seen: Sequence[Entry], library: Library) -> list[str]:
    """What the columns of the accounts are called: "The Socialist · 24 Aug 2016"."""
    found = []
    for entry in seen:
        issue = library.issue_of(entry)
        published = issue.context.published if issue else None
        found.append(" · ".join(filter(None, (paper_of(issue), full_day(published) if published else ""))))
    return found


def aspects(seen: Sequence[Entry], library: Library) -> list[Aspect]:
    """What the accounts say, thing by thing, and last their own words."""
    clash = {_TOLD_ON[each] for each in contradictions(seen, library.issues)}
    told = [dict(_facts(entry, library)) for entry in seen]
    labels = {label for each in told for label, words in each.items() if words}
    found = [
        Aspect(label, tuple(each.get(label, "") for each in told), label in clash)
        for label in sorted(labels, key=lambda label: (_ORDER.index(label) if label in _ORDER else len(_ORDER), label))
    ]
    words = tuple(entry.record.text if isinstance(entry.record, Event) else "" for entry in seen)
    return [*found, Aspect("words", words, clash=False)]


def _facts(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    yield "day", why_in_short(entry, library)
    if isinstance(entry.record, Event):
        size = entry.record.attendance
        yield "place", "; ".join(entry.record.places)
        yield "came", amount(size.low, size.high, size.qualifier, "people") if size else ""
    yield from about(entry, library)


def side_rows(seen: Sequence[Entry], library: Library, width: int) -> list[Row]:
    """The accounts in columns, `width` cells wide; where there is no room for that, under each other."""
    if len(seen) > 1 and width < ROOMY:
        return list(_stacked(seen, library, width))
    room = max((width - LABEL - BETWEEN * (len(seen) - 1)) // max(len(seen), 1), 8)
    rows = [_rule(width), _row(("", ""), [[cut(words, room)] for words in headings(seen, library)], room, "strong")]
    for aspect in aspects(seen, library):
        cells = [wrap(words or "–", room, MOST) for words in aspect.told]
        rows.append(_row(_label(aspect), cells, room, "quote" if aspect.label == "words" else ""))
    return rows


def _rule(width: int) -> Row:
    return Row(((("─" * width, "muted"),),), selectable=False)


def _label(aspect: Aspect) -> tuple[str, str]:
    return (f"{CONFLICT} {aspect.label}", "error") if aspect.clash else (aspect.label, "muted")


def _row(label: tuple[str, str], cells: Sequence[Sequence[str]], room: int, role: str) -> Row:
    """One thing in the columns of all accounts, as high as the longest of them."""
    lines: list[Line] = []
    for number, parts in enumerate(zip_longest(*cells, fillvalue="")):
        line = [(pad(label[0] if number == 0 else "", LABEL), label[1])]
        for at, part in enumerate(parts):
            line += [(" " * BETWEEN if at else "", ""), (pad(part, room), role)]
        lines.append(tuple(line))
    return Row(tuple(lines), selectable=False)


def _stacked(seen: Sequence[Entry], library: Library, width: int) -> Iterator[Row]:
    """Thing by thing, what each account says on it, with the number of the account before it."""
    yield _rule(width)
    for number, words in enumerate(headings(seen, library), start=1):
        yield Row((((cut(f"{number} {words}", width), "strong"),),), selectable=False)
    for aspect in aspects(seen, library):
        yield Row(((_label(aspect),),), selectable=False)
        for number, words in enumerate(aspect.told, start=1):
            lines = wrap(words or "–", max(width - 2, 8), MOST)
            numbered = [f"{f'{number} ' if at == 0 else '  '}{line}" for at, line in enumerate(lines)]
            role = "quote" if aspect.label == "words" else ""
            yield Row(tuple(((line, role),) for line in numbered), selectable=False)


def choice_rows(seen: Sequence[Entry], library: Library, kept: int, width: int) -> list[Row]:
    """A line an account, to choose the ones to compare: the paper, the day it gives and how many came."""
    told = [(_days(entry), dict(_facts(entry, library)).get("came", "")) for entry in seen]
    number = max((width_of(came) for _, came in told), default=0)
    days = max((width_of(day) for day, _ in told), default=0) if width >= ROOMY else 0
    room = max(width - number - days - (8 if days else 6), 8)
    return [
        Row(
            (
                (
                    (f"  {KEPT if entry.id == kept else ' '} ", "sign"),
                    (pad(safe(heading), room), ""),
                    (f"  {pad(day, days)}" if days else "", ""),
                    (f"  {pad_left(came, number)}", "number"),
                ),
            ),
            entry.id,
        )
        for entry, heading, (day, came) in zip(seen, headings(seen, library), told, strict=True)
    ]


def _days(entry: Entry) -> str:
    return f"{SIGNS[entry.certainty]} {span_of_days(*bounds_of(entry)) or 'undated'}"
