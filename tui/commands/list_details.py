"""What `list --verbose` adds to a record: who was there and who is quoted, or how the speaker is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from store.records import Entry
from tui.models.about_lines import about
from tui.models.shown import Library

_TOLD = frozenset({"number", "speaker", "people"})
"""What `list` says without being asked; of the people of an event of several mentions it knows not all roles."""
_ISSUES = 16
"""So many issues are held: the records of a day come from a handful."""


class Readable(Protocol):
    """What is needed of a `store.Timeline`."""

    def of_issue(self, issue_id: int) -> list[Entry]:
        """What is filed under days of an issue."""

    def named_in(self, issue_id: int) -> list[Entry]:
        """The people and places of an issue."""


class Details:
    """Tells more of records, reading their issues one at a time."""

    def __init__(self, timeline: Readable) -> None:
        self._timeline = timeline
        self._of_issue = lru_cache(_ISSUES)(self._read)

    def lines(self, mentions: Sequence[Entry]) -> Iterator[str]:
        """A line for each label ("quoted: …"), over all mentions of one event, or of another record."""
        said: dict[str, dict[str, None]] = {}
        told = _TOLD if len(mentions) == 1 else _TOLD - {"people"}
        for entry in mentions:
            for label, words in about(entry, self._of_issue(entry.issue_id or 0)):
                if label in told:
                    continue
                said.setdefault(label, {}).update(dict.fromkeys(words.split("; ")))
        return (f"{label}: {'; '.join(words)}" for label, words in said.items())

    def _read(self, issue_id: int) -> Library:
        return Library({}, self._timeline.of_issue(issue_id), named_in=self._timeline.named_in)
