"""Answers a filter over a whole timeline within a keystroke: which entries it keeps, and what there is among them.

Words are found by SQLite's full-text index (FTS5, `words`), which is given the text in such a form (`encoding`) that its
phrases are exactly what `store.filters` means by words. Everything else has few different values, so the tests of a
filter are asked about each value once (`columns`). Either way a test becomes a set of rows, and a filter is put
together from these (`search`). Nothing here is ever the truth: it can be made anew from the timeline at any time.
"""

from __future__ import annotations

from store.search.hits import Hits
from store.search.search import Search

__all__ = ["Hits", "Search"]
