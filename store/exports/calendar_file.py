"""iCalendar (RFC 5545): every event with a day of its own as an all-day entry.

Events without a day, figures, quotes and times have no place in a calendar; they are counted as left out.
Time stamps come from the day of publication, never from the clock: the same timeline gives the same file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TextIO

from store.exports.dated import dated_events
from store.exports.harmless import one_line
from store.exports.identity import stable_id
from store.exports.kept import Kept, LeftOut
from store.exports.telling import tell
from store.filters import Filter
from store.records import Event
from store.standing import standing_in_words

_OCTETS = 75
_ADDRESS = re.compile(r"https?://[!-~]+")
_BREAK = r"\n"


def write(kept: Iterable[Kept], out: TextIO, keep: Filter) -> LeftOut:
    """Write the calendar; `out` must be open with `newline=""`."""
    left_out: LeftOut = Counter()
    _write(out, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Campaign Timeline//campaign-timeline//EN"])
    _write(out, ["CALSCALE:GREGORIAN", _text("X-WR-CALNAME", f"Campaign timeline {keep}".strip())])
    for each, event, first, last in dated_events(kept, left_out):
        _write(out, _entry(each, event, first, last))
    _write(out, ["END:VCALENDAR"])
    return left_out


def _entry(kept: Kept, event: Event, first: date, last: date) -> Iterator[str]:
    told = tell(kept)
    published = kept.issue.context.published if kept.issue else None
    yield "BEGIN:VEVENT"
    yield f"UID:{stable_id(kept, event)}@campaign-timeline"
    yield f"DTSTAMP:{_day(published or first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield _text("SUMMARY", event.title)
    standing = standing_in_words(event)
    yield _text("DESCRIPTION", event.text, *([standing] if standing else []), told.source)
    if event.places:
        yield _text("LOCATION", ", ".join(event.places))
    yield _text("CATEGORIES", event.kind)
    if kept.issue and (url := kept.issue.context.url) and _ADDRESS.fullmatch(url):
        yield f"URL:{url}"
    yield f"STATUS:{_status(event)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _status(event: Event) -> str:
    """What a calendar can say of how an event stands: called off or denied, not sure, or as the report tells it."""
    if event.standing in {"called off", "denied"}:
        return "CANCELLED"
    return "CONFIRMED" if event.standing == "told" and not event.planned else "TENTATIVE"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(name: str, *paragraphs: str) -> str:
    return f"{name}:{_BREAK.join(map(_escape, paragraphs))}"


def _escape(text: str) -> str:
    plain = one_line(text)
    for sign in "\\;,":
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def _write(out: TextIO, lines: Iterable[str]) -> None:
    out.writelines("\r\n ".join(_folded(line)) + "\r\n" for line in lines)


def _folded(line: str) -> Iterator[str]:
    """The pieces of a content line: at most 75 octets each, the space before the later ones included."""
    octets, start, room = line.encode(), 0, _OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        yield octets[start:end].decode()
        start, room = end, _OCTETS - 1
    yield octets[start:].decode()
