"""What else there is to know of an item: who speaks and how that is known, whose number it is, who was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.exports.wording import claim_in_words, number_of, speaker_in_words
from store.records import Entry, Event, Figure, Quote
from store.standing import notes_on
from tui.models.shown import Library


def about(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    """Lines with a label: who speaks, whose number, who was there and who spoke."""
    record = entry.record
    if isinstance(record, Quote):
        yield "speaker", ", ".join(filter(None, (speaker_in_words(record), record.role)))
        if record.how:
            yield "known by", record.how
    elif isinstance(record, Figure):
        yield "number", ", ".join(filter(None, (number_of(record), claim_in_words(record))))
    elif isinstance(record, Event):
        yield from _particulars(record)
        people = [_with_role(name, entry, library) for name in record.people]
        if people:
            yield "people", "; ".join(people)
        spoke = speakers(entry, library)
        if spoke:
            yield "quoted", "; ".join(spoke)


def _particulars(event: Event) -> Iterator[tuple[str, str]]:
    """On whose word the event stands, and what the text gives of it besides its place and size."""
    if notes := notes_on(event):
        yield "told as", "; ".join(notes)
    if event.venue:
        yield "venue", event.venue
    if event.at:
        yield "began", event.at
    if event.votes:
        yield "votes", " to ".join(f"{count:,}" for count in event.votes)
    if event.organisations:
        yield "groups", "; ".join(event.organisations)


def told_elsewhere(entry: Entry, library: Library) -> str:
    """Whom only other mentions of the same event quote or name: "quote Ann Price; name Bob Hill"; "" is nobody."""
    happening = library.happening_of(entry) if entry.kind == "event" else None
    others = [other for other in happening.mentions if other.id != entry.id] if happening else []
    spoke = {quote.speaker for quote in library.quotes_of(entry)}
    quotes = [quote for other in others for quote in library.quotes_of(other) if quote.speaker not in {None, *spoke}]
    quoted = {speaker_in_words(quote) for quote in quotes}
    known = {*spoke, *_people(entry), *(quote.speaker for quote in quotes)}
    named = {name for other in others for name in _people(other)} - known
    return "; ".join(f"{what} {', '.join(sorted(who))}" for what, who in (("quote", quoted), ("name", named)) if who)


def _people(entry: Entry) -> set[str]:
    return set(entry.record.people) if isinstance(entry.record, Event) else set()


def _with_role(name: str, entry: Entry, library: Library) -> str:
    """The name with what the report calls its bearer: "John McDonnell (shadow chancellor)"."""
    role = library.role_of(name, entry.issue_id)
    return f"{name} ({role})" if role else name


def speakers(entry: Entry, library: Library) -> Sequence[str]:
    """Who is quoted from an event mention, each once, with roles: "probably Ann Price (nurse)".

    Where one quote is surely somebody's, he or she was there to say it, whoever said the others.
    """
    by_name: dict[str, Quote] = {}
    for quote in library.quotes_of(entry):
        if quote.speaker is not None:
            known = by_name.setdefault(quote.speaker, quote)
            by_name[quote.speaker] = quote if known.speaker_certainty == "likely" else known
    return [_as_speaker(quote, entry, library) for quote in by_name.values()]


def _as_speaker(quote: Quote, entry: Entry, library: Library) -> str:
    role = quote.role or library.role_of(quote.speaker or "", entry.issue_id)
    return f"{speaker_in_words(quote)} ({role})" if role else speaker_in_words(quote)
