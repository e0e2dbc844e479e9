"""From bytes to records: readers, publication context, times, figures, quotes, events."""

from __future__ import annotations

from importers.batch import ImportReport, ImportRow, Progress, import_paths
from importers.blocks import read_document
from importers.context import Given, context_from, read_context
from importers.issues import document_and_context, read_issue
from importers.pipeline import extract
from importers.readers import MAX_BYTES, ReadError, Source, find_documents, read_source

__all__ = [
    "MAX_BYTES",
    "Given",
    "ImportReport",
    "ImportRow",
    "Progress",
    "ReadError",
    "Source",
    "context_from",
    "document_and_context",
    "extract",
    "find_documents",
    "import_paths",
    "read_context",
    "read_document",
    "read_issue",
    "read_source",
]
