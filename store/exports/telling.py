"""A record told to people: one headline and the details behind it, still without any markup."""

from __future__ import annotations

from datetime import date

import msgspec

from store.exports.kept import Kept
from store.exports.wording import (
    bounds_in_words,
    claim_in_words,
    days_in_words,
    number_of,
    source_in_words,
    speaker_in_words,
)
from store.records import Event, Figure, Quote, Time
from store.standing import notes_on


class Told(msgspec.Struct, frozen=True):
    """A record in words; each text is as the document has it, and must be made safe for where it goes."""

    headline: str
    details: tuple[str, ...]
    source: str


def tell(kept: Kept) -> Told:
    """The record in words."""
    record = kept.record
    headline, details = _words(kept)
    days = _days(record.first, record.last)
    return Told(headline, tuple(detail for detail in (days, *details) if detail), source_in_words(kept.issue))


def _words(kept: Kept) -> tuple[str, tuple[str, ...]]:
    match kept.record:
        case Event() as event:
            return event.title, _event(event, ", ".join(map(kept.with_role, event.people)))
        case Figure() as figure:
            return figure.text, _figure(figure)
        case Quote() as quote:
            return f"“{quote.text}”", _quote(quote)
        case Time() as time:
            return f"“{time.text}”", (time.value, time.why)


def _event(event: Event, people: str) -> tuple[str, ...]:
    size = bounds_in_words(event.attendance) if event.attendance else ""
    votes = " to ".join(f"{count:,}" for count in event.votes) + " votes" if event.votes else ""
    return (*notes_on(event), event.kind, event.at or "", size, votes, ", ".join(event.places), people)


def _figure(figure: Figure) -> tuple[str, ...]:
    return (number_of(figure), claim_in_words(figure), ", ".join(figure.places))


def _quote(quote: Quote) -> tuple[str, ...]:
    return (speaker_in_words(quote), quote.role or "")


def _days(first: date | None, last: date | None) -> str:
    """The days of an interval, or that there is none; nothing for one day, under which the record stands."""
    if first is None:
        return "no day in the text"
    return days_in_words(first, last) if last and last != first else ""
