"""From files to sources: which files there are, what their bytes say, what stands beside and above the text."""

from __future__ import annotations

from importers.readers.errors import ReadError
from importers.readers.files import MAX_BYTES, read_source
from importers.readers.folders import Found, find_documents
from importers.readers.source import Source, source_of

__all__ = ["MAX_BYTES", "Found", "ReadError", "Source", "find_documents", "read_source", "source_of"]
