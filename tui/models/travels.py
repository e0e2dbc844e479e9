"""The places visited, to go back and forward through."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

Place: TypeAlias = tuple[date | None, int | None]
"""A day and the id of an item."""

LONGEST = 200
"""More places than this nobody walks back through."""


class Travels:
    """Places left by a jump, and those come back from."""

    def __init__(self) -> None:
        """No journey yet."""
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place before jumping elsewhere."""
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-LONGEST:]
        self._ahead.clear()

    def travel(self, by: int, here: Place) -> Place | None:
        """The place before (-1) or ahead (1), having remembered `here`; None where there is none."""
        source, other = (self._behind, self._ahead) if by < 0 else (self._ahead, self._behind)
        if not source:
            return None
        other.append(here)
        return source.pop()
