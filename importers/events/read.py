"""The door: from what was found in a document to its event mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from importers.documents import Document
from importers.events.background import is_background, looks_back
from importers.events.excerpts import Namer
from importers.events.mention import Mention
from importers.events.mentions import MentionReader
from importers.events.scene import sentences
from importers.events.standing import Named, Word, standing_of
from importers.events.titles import place_name, title_of
from importers.people import People
from importers.places import Place
from importers.quotes.marks import Quotation
from importers.quotes.pronouns import Discourse
from importers.spans import Row
from store.records import Bounds, Context, Event, Figure, Span, Time

_FOUND = "poll"
"""The kind that is itself a source: what a poll finds is told, "according to" it or not."""
_REACH = 600
"""How far from the words that name a happening, in code points, its source can stand."""


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
    told = sentences(document, times, figures, places, quoted)
    mentions = MentionReader(document.text, context.published).read(told)
    towns, obituary = Row(places), looks_back(document.text)
    who = _namer(document, quotations, people, frozenset(place.name for place in places))
    events = (_event(document, mention, people, towns, who) for mention in mentions)
    return tuple(
        replace(event, background=is_background(mention.time, context.published, obituary=obituary))
        for event, mention in zip(events, mentions, strict=True)
    )


def _event(document: Document, mention: Mention, people: People, towns: Row[Place], who: Namer) -> Event:
    text, word = document.text, _word(document, mention)
    return Event(
        start=mention.span[0],
        end=mention.span[1],
        text=text[mention.span[0] : mention.span[1]],
        title=title_of(text, mention, word, who),
        kind=mention.kind.name,
        first=mention.time.first if mention.time else None,
        last=mention.time.last if mention.time else None,
        places=tuple(place_name(place.name) for place in mention.places),
        people=_who(people, mention.span, towns),
        attendance=_stated(mention.crowd) if mention.crowd else None,
        time=(mention.time.start, mention.time.end) if mention.time else None,
        planned=mention.planned,
        standing=word.standing,
        claimant=_source(text, word.who, people),
    )


def _namer(document: Document, quotations: Sequence[Quotation], people: People, towns: frozenset[str]) -> Namer:
    """Names whom a pronoun means; the name of a place is nobody's."""
    spoken_of = Discourse(document, quotations, people)

    def name(offset: int, pronoun: str) -> str | None:
        found = spoken_of.antecedent(offset, "m" if pronoun in {"he", "his"} else "f")
        return found[0].name if found and found[0].name not in towns else None

    return name


def _word(document: Document, mention: Mention) -> Word:
    """On whose word the mention stands, by the sentence that holds the words which name it."""
    named: Named = "day" if mention.trigger is None else "noun" if mention.trigger.noun else "verb"
    head = mention.trigger or mention.time
    span = (head.start, head.end) if head else (mention.span[0], mention.span[0])
    if not mention.span[0] <= span[0] < mention.span[1]:
        span = (mention.span[0], mention.span[0])
    return standing_of(
        document.text, _sentence(document, span[0]), span, named, said=mention.kind.word or mention.kind.name == "poll"
    )


def _sentence(document: Document, offset: int) -> Span:
    """The sentence around `offset`, or as much of it as can bear on the words there."""
    at = bisect_right(document.sentences, (offset, len(document.text))) - 1
    start, end = document.sentences[max(at, 0)]
    return max(start, offset - _REACH), min(end, offset + _REACH)


def _source(text: str, who: Span | None, people: People) -> str | None:
    """Who claims or denies it: a person by the full name, others in the words of the text."""
    if who is None:
        return None
    named = people.between(*who)
    return named[0].person.name if named else " ".join(text[who[0] : who[1]].split())


def _stated(crowd: Figure) -> Bounds:
    return Bounds(low=crowd.low, high=crowd.high, qualifier=crowd.qualifier)


def _who(people: People, span: Span, towns: Row[Place]) -> tuple[str, ...]:
    """The people named in a mention, each once; a name that is a place here is nobody's."""
    return tuple(dict.fromkeys(m.person.name for m in people.between(*span) if towns.at(m.start) is None))
