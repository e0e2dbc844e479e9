"""Speakers whom the text names only later: the headline repeats a quotation, the first paragraph says "a candidate"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from importers.documents import Block, Document
from importers.people import People, Person
from importers.people.lexicon import lexicon
from store.records import Quote

_WORDS = re.compile(r"\w+")
_SOMEBODY = re.compile(r"(?:an?|one) (?:[\w’'-]+ ){0,4}?(?P<head>[\w’'-]+)\Z", re.IGNORECASE)
HEADING = "fills the headline"
"""How a headline in quotation marks is said to be known; it is speech where words below repeat it."""

HEADINGS = frozenset({"headline", "standfirst"})
_HEADLINES = 20
"""So many headlines that quote are compared with what follows; a report has fewer."""
_FAR = 24
"""So many code points of title and role at most stand before the name with which a paragraph opens."""


def with_later_names(document: Document, people: People, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, those of headline and first paragraph with the speaker whom the text below them names."""
    if not quotes:
        return ()
    introduced = _introduced(document, people)
    first = _first_paragraph(document) if introduced is not None else None
    named = [_introduce(quote, introduced) if first and _is_in(quote, first) else quote for quote in quotes]
    heads = {number for number, quote in enumerate(named) if _is_heading(document, quote)}
    if not heads:
        return tuple(named)
    below = [(_plain(quote.text), quote) for number, quote in enumerate(named) if quote.speaker and number not in heads]
    for number in sorted(heads)[:_HEADLINES]:
        named[number] = _repeated(named[number], below)
    return tuple(quote for quote in named if quote.how != HEADING)


def _is_heading(document: Document, quote: Quote) -> bool:
    block = document.block_at(quote.start)
    return block is not None and block.kind in HEADINGS


def _first_paragraph(document: Document) -> Block | None:
    return next((block for block in document.blocks if block.kind == "paragraph"), None)


def _is_in(quote: Quote, block: Block) -> bool:
    return block.start <= quote.start < block.end


def _introduced(document: Document, people: People) -> Person | None:
    """Whom the second paragraph introduces: it opens with a name that has not been before, and explains it."""
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"][:2]
    if len(paragraphs) < 2:
        return None
    start = paragraphs[1].start
    mention = next(iter(people.between(start, start + _FAR)), None)
    if mention is None or not document.text.startswith(",", mention.end) or '"' in document.text[start : mention.start]:
        return None
    earlier = any(one.person == mention.person for one in people.between(0, start))
    return None if earlier else mention.person


def _introduce(quote: Quote, person: Person | None) -> Quote:
    """The quote of "a Tory candidate" with the name that the next paragraph gives."""
    described = _SOMEBODY.match(quote.speaker or "")
    if person is None or described is None or described["head"].casefold() not in lexicon().roles:
        return quote
    gender = lexicon().role_gender.get(described["head"].casefold())
    if gender and person.gender and gender != person.gender:
        return quote
    how = f"{quote.how}; '{quote.speaker}' is {person.name}, named in the paragraph below"
    return replace(quote, speaker=person.name, role=quote.speaker, how=how, speaker_certainty="likely")


def _repeated(quote: Quote, below: Sequence[tuple[str, Quote]]) -> Quote:
    """The quote of a headline with the speaker of the quotation below from which its words are taken."""
    words = _plain(quote.text)
    source = next((one for plain, one in below if words and f" {words} " in f" {plain} "), None)
    if source is None or (
        quote.speaker is not None and quote.speaker_certainty == "certain" and _is_name(quote.speaker)
    ):
        return quote
    how = f"the same words are {source.speaker}'s below"
    certainty = "certain" if source.speaker_certainty == "certain" else "likely"
    return replace(quote, speaker=source.speaker, role=source.role, how=how, speaker_certainty=certainty)


def _is_name(speaker: str) -> bool:
    """Whether a speaker is called by name rather than described: "Tory hopeful" is no name."""
    words = speaker.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and words[0] in lexicon().given


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
