"""The door: from what was found in a document to its event mentions."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import Document
from importers.events.mentions import MentionReader
from importers.events.scene import sentences
from importers.events.titles import title_of
from importers.people import People
from importers.places import Place
from importers.quotes.marks import Quotation
from importers.spans import Row
from store.records import Bounds, Context, Event, Figure, Span, Time


def read_events(
    document: Document,
    context: Context,
    times: Sequence[Time],
    figures: Sequence[Figure],
    people: People,
    places: Sequence[Place],
    quotations: Sequence[Quotation] = (),
) -> tuple[Event, ...]:
    """The event mentions of the narrative blocks, in the order of the text.

    What stands in one of the `quotations` is somebody's words and tells no event of its own.
    """
    quoted = [(q.start, q.end) for q in quotations]
    told = sentences(document, context.published, times, figures, places, quoted)
    towns = Row(places)
    return tuple(
        Event(
            start=mention.span[0],
            end=mention.span[1],
            text=document.text[mention.span[0] : mention.span[1]],
            title=title_of(document.text, mention),
            kind=mention.kind.name,
            first=mention.time.first if mention.time else None,
            last=mention.time.last if mention.time else None,
            places=tuple(place.name for place in mention.places),
            people=_who(people, mention.span, towns),
            attendance=Bounds(low=mention.crowd.low, high=mention.crowd.high) if mention.crowd else None,
            time=(mention.time.start, mention.time.end) if mention.time else None,
            planned=mention.planned,
        )
        for mention in MentionReader(document.text, context.published).read(told)
    )


def _who(people: People, span: Span, towns: Row[Place]) -> tuple[str, ...]:
    """The people named in a mention, each once; a name that is a place here is nobody's."""
    return tuple(dict.fromkeys(m.person.name for m in people.between(*span) if towns.at(m.start) is None))
