"""From a source to an issue: the text read as a page, its publication context, its title and author."""

from __future__ import annotations

import re

from importers.blocks import read_document
from importers.context import Given, read_context
from importers.documents import Document
from importers.readers.source import Source
from store.records import Context, Issue

_BY = re.compile(
    r"^(?:(?:words|(?:special\s+)?report|interview|review|pictures?|exclusive):?\s+)?by\s+|^(?:words|report|interview):\s+",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\breports\s+((?:[A-ZÀ-Þ][\w'’-]*\s*){2,4})$")


def read_issue(source: Source) -> tuple[Issue, Document]:
    """The issue that a source holds and its document."""
    document = read_document(source.text)
    issue = Issue(
        text=source.text,
        context=read_context(document, source.given),
        title=source.title or _title(document),
        byline=source.byline or _byline(document),
        source=source.name,
        digest=source.digest,
    )
    return issue, document


def document_and_context(
    text: str, *, publication: str | None = None, issue: str | None = None, published: str | None = None
) -> tuple[Document, Context]:
    """What extraction needs of one text, offsets counting in `text` as it is.

    Raises ValueError, in one line, where `published` is no date.
    """
    document = read_document(text)
    return document, read_context(document, [Given.read("command line", publication, issue, published)])


def _title(document: Document) -> str | None:
    return next(
        (_plain(document, block.start, block.end) for block in document.blocks if block.kind == "headline"), None
    )


def _byline(document: Document) -> str | None:
    """The author on the byline, or the one a standfirst says reports."""
    for block in document.blocks:
        words = _plain(document, block.start, block.end)
        if block.kind == "byline":
            return _BY.sub("", words)
        reports = _REPORTS.search(words) if block.kind == "standfirst" else None
        if reports:
            return reports[1].strip()
    return None


def _plain(document: Document, start: int, end: int) -> str:
    return " ".join(document.text[start:end].split())
