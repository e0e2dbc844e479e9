"""The items of one day as rows: events, figures and quotes of all papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from store.exports.wording import claim_in_words, counted_of
from store.records import Entry, Event, Figure, Issue, Quote, Time
from store.standing import notes_on
from tui.hints import keyed
from tui.models.day_rows import STAR
from tui.models.happenings import CONFLICT, retold, told_by
from tui.models.pieces import Line, Piece, Row, cut, pad, pad_left, width_of, wrap
from tui.models.shown import ORDER, Library, bounds_of
from tui.models.words import SIGNS, amount, span_of_days
from tui.safe_text import safe

HEADINGS = {"event": "Events", "figure": "Figures", "quote": "Quotes", "time": "Dates"}
CORRECTED = "✎"
"""The sign of an item that a person has corrected."""
DOUBT = "?"
"""The sign behind a speaker who is only likely."""
STARRED, NOTED = "✶", "¶"
"""The signs of an item with a star and of one with a remark."""
MANY = 150
"""From here on every item takes one line: laying them out must not be felt."""


def record_rows(
    items: Sequence[Entry], library: Library, width: int, *, roomy: bool, starred: Collection[int] = ()
) -> Iterator[Row]:
    """The rows of a day's items, sorted by kind, `width` cells wide; `roomy` gives long ones more lines.

    `starred` are the ids of those with a bookmark.
    """
    roomy = roomy and len(items) < MANY
    for kind in ORDER:
        of_kind = [entry for entry in items if entry.kind == kind]
        again = retold(of_kind, library.happening_of)
        if of_kind:
            # All other counts, of days and of the whole timeline, are of mentions.
            often = "twice" if len(of_kind) == 2 else f"{len(of_kind):,} times"
            told = f", told {often}" if again else ""
            yield _heading(f"{HEADINGS[kind]} {len(of_kind) - len(again):,}{told}", width)
        for entry in of_kind:
            lines = _account_or_item(entry, library, width, roomy=roomy, again=entry.id in again)
            yield Row(_with_star(lines) if entry.id in starred else lines, entry.id)


def counts(items: Sequence[Entry]) -> str:
    """How many there are of each kind: "6 events · 4 figures · 3 quotes", leaving out what there is none of."""
    found = [(kind, sum(entry.kind == kind for entry in items)) for kind in ORDER]
    return " · ".join(f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in found if number)


def _heading(words: str, width: int) -> Row:
    return Row((((pad(f"── {words} {'─' * width}"[:width], width), "muted"),),), selectable=False)


def _lines(entry: Entry, library: Library, width: int, *, roomy: bool) -> Iterator[Line]:
    """One item; the two cells at the left stay free for the cursor."""
    sign: Piece = (f"  {SIGNS[entry.certainty]}{CORRECTED if entry.corrected else ' '}", "sign")
    record, room, shorter = entry.record, width - 4, ""
    paper = paper_of(library.issue_of(entry))
    if isinstance(record, Figure):
        head: Piece = (pad_left(amount(record.low, record.high, record.qualifier, record.unit), 8) + "  ", "number")
        body, end = counted_in_words(record), "" if record.kind == "other" else record.kind
    elif isinstance(record, Quote):
        head = (_speaker(record, 10 if width < 50 else 16) + " ", "speaker")
        body, end = f"“{record.text}”", ""
    else:
        head = ("", "")
        told = _merged(entry, library)
        body, end, shorter = title_of(entry), " · ".join(filter(None, (told, paper))), told
    body = f"{marks_of(entry)}{body}"
    if not roomy:
        note = day_note(entry, library, short=True)
        yield (sign, head, *_between(body, note, () if note else (end, shorter), room - width_of(head[0])))
        return
    indent = width_of(head[0])
    for number, text in enumerate(wrap(body, room - indent, 2)):
        yield (sign if number == 0 else ("    ", ""), head if number == 0 else (" " * indent, ""), (text, ""))
    role = record.role or "" if isinstance(record, Quote) else ""
    if not isinstance(record, Quote) or role or entry.certainty != "certain":
        claim = claim_in_words(record, paper or "the paper") if isinstance(record, Figure) else ""
        paper = "" if claim == f"says {paper}" else paper
        about = _event_of(entry, library) or end if isinstance(record, Figure) else ""
        notes = [role, day_note(entry, library, short=False), _merged(entry, library), claim, about, paper]
        yield (("    " + " " * indent, ""), (cut(" · ".join(filter(None, notes)), room - indent), "muted"))


def _account_or_item(entry: Entry, library: Library, width: int, *, roomy: bool, again: bool) -> tuple[Line, ...]:
    return (_account(entry, library, width),) if again else tuple(_lines(entry, library, width, roomy=roomy))


def _account(entry: Entry, library: Library, width: int) -> Line:
    """A further account of the event above it, on one line: "└ The Socialist: Rally, Kilburn: over 3,500"."""
    sign: Piece = (f"  {SIGNS[entry.certainty]}{CORRECTED if entry.corrected else ' '}", "sign")
    paper = paper_of(library.issue_of(entry))
    return (sign, (cut(f"└ {paper}: {marks_of(entry)}{title_of(entry)}", width - 4), "muted"))


def _with_star(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of an item with the sign of a bookmark between the cursor and the sign of certainty."""
    ((sign, roles), *rest), *others = lines
    return (((f" {STAR}{sign[2:]}", roles), *rest), *others)


def _speaker(quote: Quote, width: int) -> str:
    """Who speaks in `width` cells: "Ann Price", "Ann Price ?" where that is only likely, "—" where nobody is named."""
    doubt = f" {DOUBT}" if quote.speaker_certainty == "likely" else ""
    return pad(cut(quote.speaker or "—", width - len(doubt)) + doubt, width)


def marks_of(entry: Entry) -> str:
    """The signs of a star and of a remark, each with the space behind it."""
    return f"{STARRED + ' ' if entry.starred else ''}{NOTED + ' ' if entry.note else ''}"


def _merged(entry: Entry, library: Library) -> str:
    """Of an event that several papers tell: how many, and the sign where they contradict each other."""
    happening = library.happening_of(entry) if entry.kind == "event" else None
    if happening is None:
        return ""
    return " ".join(filter(None, (CONFLICT if happening.conflicts else "", told_by(happening))))


def counted_in_words(figure: Figure) -> str:
    """What a figure counts, and where."""
    counted = counted_of(figure) or ("people" if figure.kind == "attendance" else figure.text)
    places = [place for place in figure.places if place.casefold() not in counted.casefold()]
    return ", ".join([counted, *places])


def _event_of(entry: Entry, library: Library) -> str:
    """The title of the event that a figure belongs to."""
    event = library.event_of(entry)
    return title_of(event) if event else ""


def _between(body: str, note: str, ends: Sequence[str], width: int) -> tuple[Piece, ...]:
    """`body` at the left, at the right a note on its day, or the first of `ends` that there is room left for."""
    free = width - width_of(safe(body)) - 2
    aside = note if width_of(note) <= width // 2 else ""
    if not note:
        aside = next((end for end in ends if width_of(safe(end)) <= free), "")
    if not aside:
        return ((cut(body, width), ""),)
    return ((pad(body, width - width_of(safe(aside)) - 2), ""), ("  ", ""), (aside, "muted"))


def title_of(entry: Entry) -> str:
    """What an item is called on one line."""
    record = entry.record
    if isinstance(record, Event):
        return record.title or record.text
    return record.text if isinstance(record, Figure | Quote | Time) else ""


def paper_of(issue: Issue | None) -> str:
    """The paper a report is from, else the name it was read from."""
    return (issue.paper or "") if issue else ""


def day_note(entry: Entry, library: Library, *, short: bool) -> str:
    """What there is to say about an item's day when it is not simply this day: "8–14 Aug 2016", "no date in the text"."""
    if entry.certainty == "unknown":
        return "needs a date" if short else keyed("the day of publication is missing ({reports.undated})")
    record = entry.record
    told = " · ".join(notes_on(record)) if isinstance(record, Event) else ""
    if entry.certainty == "certain":
        return told
    if entry.certainty != "bounded":
        note = "no date" if short else "no date in the text"
        if entry.day is not None and not short:
            note = f"{note}, filed under its publication day"
        return note if short or not told else f"{note} · {told}"
    words = span_of_days(*bounds_of(entry))
    said = _words_said(entry, library)
    days = words if short or not said else f"‘{said}’: {words}"
    return days if short or not told else f"{days} · {told}"


def _words_said(entry: Entry, library: Library) -> str:
    record = entry.record
    if not isinstance(record, Event) or record.time is None:
        return ""
    return next((time.text for time in library.times_of(entry.issue_id) if (time.start, time.end) == record.time), "")
