"""The door: from what was found in a document to its event mentions."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import Document
from importers.events.mentions import MentionReader
from importers.events.quoted import quoted_mentions
from importers.events.recorder import Recorder
from importers.events.scene import Scene
from importers.people import People
from importers.places import Place
from importers.quotes.marks import Quotation
from importers.spans import Row
from store.records import Context, Event, Figure, Quote, Time


def read_events(
    document: Document,
    context: Context,
    times: Sequence[Time],
    figures: Sequence[Figure],
    people: People,
    places: Sequence[Place],
    quotations: Sequence[Quotation] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[Event, ...]:
    """The event mentions of the narrative blocks, in the order of the text; none begins inside another.

    What stands in one of the `quotations` is somebody's words: it tells an event only where it says all of it, and then
    as quoted from the speaker whom `quotes` give.
    """
    scene = Scene(document, times, figures, places, [(q.start, q.end) for q in quotations])
    told = MentionReader(document.text, context.published).read(scene.sentences())
    recorder = Recorder(document, context, times, people, places, quotations, quotes)
    events = [recorder.event(mention) for mention in told]
    taken = Row(events)
    quoted = quoted_mentions(document, context.published, scene, quotations)
    free = (m for m in quoted if taken.at(m.span[0]) is None and taken.at(m.span[1] - 1) is None)
    events += (recorder.event(mention, quoted=True) for mention in free)
    return tuple(sorted(events, key=lambda event: (event.start, event.end)))
