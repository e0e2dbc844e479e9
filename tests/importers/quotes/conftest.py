from __future__ import annotations

from collections.abc import Callable

import pytest

from importers.documents import Block, BlockKind, Document
from importers.people import find_people
from importers.quotes import Quotation, find_quotations, read_quotes
from store.records import Quote


def _document(text: str, headline: str = "") -> Document:
    """One paragraph block a line, the headline before them."""
    whole = f"{headline}\n{text}" if headline else text
    blocks, at = [], 0
    for number, line in enumerate(whole.split("\n")):
        if line.strip():
            kind: BlockKind = "headline" if headline and number == 0 else "paragraph"
            blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    return Document(whole, tuple(blocks))


@pytest.fixture
def document() -> Callable[..., Document]:
    return _document


@pytest.fixture
def found() -> Callable[[str], list[tuple[str, Quotation]]]:
    """The words of each quotation with its `Quotation`."""

    def find(text: str) -> list[tuple[str, Quotation]]:
        return [(text[one.start : one.end], one) for one in find_quotations(_document(text))]

    return find


@pytest.fixture
def quotes() -> Callable[..., list[Quote]]:
    def read(text: str, headline: str = "") -> list[Quote]:
        document = _document(text, headline)
        return list(read_quotes(document, find_quotations(document), find_people(document)))

    return read


@pytest.fixture
def speakers(quotes: Callable[..., list[Quote]]) -> Callable[..., list[str | None]]:
    def read(text: str, headline: str = "") -> list[str | None]:
        return [quote.speaker for quote in quotes(text, headline)]

    return read
