"""Filters to come back to: those a person gave a name, and those typed before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.models.pieces import Row, cut, pad
from tui.remembered import SavedFilter

NAME = 24
"""Width of the column of names, in cells."""
MOST = 50
"""So many filters typed before are remembered."""


def with_filter(filters: Sequence[SavedFilter], name: str, query: str) -> tuple[SavedFilter, ...]:
    """The filters with one more, in the place of the one of the same name; by name."""
    kept = [other for other in filters if other.name.casefold() != name.casefold()]
    return tuple(sorted([*kept, SavedFilter(name, query)], key=lambda each: each.name.casefold()))


def filter_rows(filters: Sequence[SavedFilter], width: int) -> list[Row]:
    """A row a filter, with its number as the key, `width` cells wide."""
    name = min(NAME, max(width // 3, 8))
    return [
        Row((((f"  {pad(each.name, name)} ", "strong"), (cut(each.query, width - name - 3), "")),), number)
        for number, each in enumerate(filters)
    ]


def typed(queries: Sequence[str], query: str) -> tuple[str, ...]:
    """The filters typed before with the latest one last, each once."""
    query = query.strip()
    return (*[other for other in queries if other != query], query)[-MOST:] if query else tuple(queries)


class History:
    """Walks back through the filters typed before, and forward again to what was being typed."""

    def __init__(self) -> None:
        self._back = 0  # how many steps from what was being typed
        self._recalled = ""
        self._draft = ""

    def step(self, by: int, queries: Sequence[str], current: str) -> str | None:
        """The filter one step back (-1) or forward (1) from `current`; None where there is none."""
        if self._back == 0 or current != self._recalled:
            self._back, self._draft = 0, current
        older = [query for query in queries if query != self._draft.strip()]
        back = self._back - by
        if not 0 <= back <= len(older):
            return None
        self._back = back
        self._recalled = older[-back] if back else self._draft
        return self._recalled
