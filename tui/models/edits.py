"""What was corrected in this session, to be undone and done again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from store import Timeline


@dataclass(frozen=True)
class Edit:
    """A correction of an item."""

    item: int
    changes: Mapping[str, Any]
    note: str


class Edits:
    """Corrections made, undone, and done again; each is on the disk when a method returns."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing done yet."""
        self._timeline = timeline
        self._done: list[tuple[Edit, int]] = []
        self._undone: list[Edit] = []

    def do(self, edit: Edit) -> None:
        """Correct an item; raises ValueError where the changes do not fit it, TimelineError where it cannot be written."""
        self._apply(edit)
        self._undone.clear()

    def undo(self) -> Edit | None:
        """Take the last correction back; None where there is none of this session."""
        if not self._done:
            return None
        edit, correction = self._done[-1]
        self._timeline.withdraw(correction)
        self._done.pop()
        self._undone.append(edit)
        return edit

    def redo(self) -> Edit | None:
        """Do the last correction that was undone again; None where there is none."""
        if not self._undone:
            return None
        edit = self._undone[-1]
        self._apply(edit)
        self._undone.pop()
        return edit

    def _apply(self, edit: Edit) -> None:
        self._timeline.correct(edit.item, edit.changes, edit.note)
        self._done.append((edit, self._timeline.corrections()[-1].id))
