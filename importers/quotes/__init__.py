"""Quotations and who speaks in them: the marks, the cue and its clause, the person behind the mention."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import Document
from importers.people import People
from importers.quotes.marks import Quotation, find_quotations
from importers.quotes.named_later import with_later_names
from importers.quotes.speakers import attribute
from store.records import Quote

__all__ = ["Quotation", "find_quotations", "read_quotes"]


def read_quotes(document: Document, quotations: Sequence[Quotation], people: People) -> tuple[Quote, ...]:
    """The speech among the quotations, with its speakers, in the order of the text.

    Scare quotes, titles of works and slogans nobody is said to have uttered yield no record. Quotations in
    pairs of apostrophes ('' … '') are left out too. Offsets count in code points.
    """
    spoken = [quotation for quotation in quotations if quotation.mark != "''"]
    return with_later_names(document, people, attribute(document, spoken, people))
