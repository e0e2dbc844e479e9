"""A name for an event that stays the same from one export to the next, and from one timeline to another."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from store.exports.kept import Kept
from store.records import Event


def stable_id(kept: Kept, event: Event) -> str:
    """The same for the same event of the same text, whichever day it was corrected to and wherever it is filed.

    One sentence can tell several events: title and time expression keep them apart.
    """
    text = kept.issue.text if kept.issue else f"issue {kept.entry.issue_id}"
    place = f"{event.start}-{event.end}-{event.time[0] if event.time else ''}"
    return f"{_digest(text)}-{place}-{_digest(event.title)}"


@lru_cache(maxsize=256)
def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()
