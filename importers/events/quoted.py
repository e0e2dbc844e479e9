"""What somebody tells of a happening inside a quotation: only what names its day, and its place or its size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from importers.documents import Document
from importers.events.mention import Mention
from importers.events.mentions import MentionReader
from importers.events.scene import Scene, is_scare
from importers.quotes.marks import Quotation
from importers.sentences import split_sentences


def quoted_mentions(
    document: Document, published: date | None, scene: Scene, quotations: Sequence[Quotation]
) -> list[Mention]:
    """The mentions inside the quotations, each read by itself: nothing is carried from one to the next."""
    found: list[Mention] = []
    for quotation in quotations:
        if is_scare(document.text[quotation.start : quotation.end]):
            continue
        for start, end in split_sentences(document.text, quotation.start, quotation.end):
            sentence = scene.sentence(start, end)
            if sentence is not None:
                found += filter(_is_sure, MentionReader(document.text, published).read([sentence]))
    return found


def _is_sure(mention: Mention) -> bool:
    trigger = mention.trigger
    named = trigger is not None and trigger.kind.gathering and not trigger.loose
    return named and mention.time is not None and bool(mention.places or mention.crowd)
