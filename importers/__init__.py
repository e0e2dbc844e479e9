"""From bytes to records: readers, publication context, times, figures, quotes, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from importers.again import Proposal, propose, read_again
from importers.batch import ImportReport, ImportRow, Progress, import_paths
from importers.blocks import read_document
from importers.context import Given, context_from, read_context
from importers.issues import document_and_context, read_issue
from importers.readers import MAX_BYTES, ReadError, Source, find_documents, read_source
from importers.refreshing import Refreshed, refresh

if TYPE_CHECKING:
    from importers.documents import Document
    from store.records import Context, Records

__all__ = [
    "MAX_BYTES",
    "Given",
    "ImportReport",
    "ImportRow",
    "Progress",
    "Proposal",
    "ReadError",
    "Refreshed",
    "Source",
    "context_from",
    "document_and_context",
    "extract",
    "find_documents",
    "import_paths",
    "propose",
    "read_again",
    "read_context",
    "read_document",
    "read_issue",
    "read_source",
    "refresh",
]


def extract(document: Document, context: Context) -> Records:
    """Everything found in the document, each kind in the order of the text: see `importers.pipeline`."""
    # The grammars take a while to compile: who only reads files or names papers need not wait for them.
    from importers.pipeline import extract as extract_all

    return extract_all(document, context)
