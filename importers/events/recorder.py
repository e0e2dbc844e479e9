"""From a mention to the record of its event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from importers.documents import Document
from importers.events.background import is_background, looks_back
from importers.events.mention import Mention
from importers.events.organisations import organisations_in
from importers.events.particulars import time_of_day, venue_of, votes_of
from importers.events.standing import Named, Word, standing_of
from importers.events.titles import place_name, title_of
from importers.people import People
from importers.places import Place
from importers.quotes.marks import Quotation
from importers.quotes.pronouns import Discourse
from importers.spans import Row
from store.records import Bounds, Context, Event, Figure, Quote, Span, Time

_FOUND = "poll"
"""The kind that is itself a source: what a poll finds is told, "according to" it or not."""
_REACH = 600
"""How far from the words that name a happening, in code points, its source can stand."""


class Recorder:
    """What is known of one document, to word and to complete its mentions."""

    def __init__(
        self,
        document: Document,
        context: Context,
        times: Sequence[Time],
        people: People,
        places: Sequence[Place],
        quotations: Sequence[Quotation],
        quotes: Sequence[Quote],
    ) -> None:
        self._document = document
        self._published = context.published
        self._times = Row(times)
        self._people = people
        self._towns = Row(places)
        self._names = frozenset(place.name for place in places)
        self._spoken_of = Discourse(document, quotations, people)
        self._quotes = Row(quotes)
        self._obituary = looks_back(document.text)

    def event(self, mention: Mention, *, quoted: bool = False) -> Event:
        """The record; `quoted` says that the mention stands in a quotation."""
        text, (start, end) = self._document.text, mention.span
        word = Word("quoted") if quoted else self._word(mention)
        return Event(
            start=start,
            end=end,
            text=text[start:end],
            title=title_of(text, mention, word, self._name),
            kind=mention.kind.name,
            first=mention.time.first if mention.time else None,
            last=mention.time.last if mention.time else None,
            places=tuple(place_name(place.name) for place in mention.places),
            people=self._who(mention.span),
            attendance=_stated(mention.crowd) if mention.crowd else None,
            time=(mention.time.start, mention.time.end) if mention.time else None,
            planned=mention.planned,
            standing=word.standing,
            claimant=self._speaker(start) if quoted else self._source(word.who),
            background=is_background(mention.time, self._published, obituary=self._obituary),
            venue=venue_of(mention),
            at=time_of_day(text, mention, self._times),
            votes=votes_of(mention),
            organisations=organisations_in(text, mention.span),
        )

    def _word(self, mention: Mention) -> Word:
        """On whose word the mention stands, by the sentence that holds the words which name it."""
        named: Named = "day" if mention.trigger is None else "noun" if mention.trigger.noun else "verb"
        head = mention.trigger or mention.time
        span = (head.start, head.end) if head else (mention.span[0], mention.span[0])
        if not mention.span[0] <= span[0] < mention.span[1]:
            span = (mention.span[0], mention.span[0])
        said = mention.kind.word or mention.kind.name == _FOUND
        return standing_of(self._document.text, self._sentence(span[0]), span, named, said=said)

    def _sentence(self, offset: int) -> Span:
        """The sentence around `offset`, or as much of it as can bear on the words there."""
        sentences = self._document.sentences
        at = bisect_right(sentences, (offset, len(self._document.text))) - 1
        start, end = sentences[max(at, 0)]
        return max(start, offset - _REACH), min(end, offset + _REACH)

    def _name(self, offset: int, pronoun: str) -> str | None:
        """Whom a pronoun means; the name of a place is nobody's."""
        found = self._spoken_of.antecedent(offset, "m" if pronoun in {"he", "his"} else "f")
        return found[0].name if found and found[0].name not in self._names else None

    def _source(self, who: Span | None) -> str | None:
        """Who claims or denies it: a person by the full name, others in the words of the text."""
        if who is None:
            return None
        named = self._people.between(*who)
        return named[0].person.name if named else " ".join(self._document.text[who[0] : who[1]].split())

    def _speaker(self, offset: int) -> str | None:
        """Who speaks there, where it is more than a pronoun."""
        quote = self._quotes.at(offset)
        return quote.speaker if quote and quote.speaker and not quote.speaker[0].islower() else None

    def _who(self, span: Span) -> tuple[str, ...]:
        """The people named in a mention, each once; a name that is a place here is nobody's."""
        found = (m.person.name for m in self._people.between(*span) if self._towns.at(m.start) is None)
        return tuple(dict.fromkeys(found))


def _stated(crowd: Figure) -> Bounds:
    return Bounds(low=crowd.low, high=crowd.high, qualifier=crowd.qualifier)
