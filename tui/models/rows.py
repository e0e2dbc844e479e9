"""The rows of a list and the lines they take, made as they are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, overload

from tui.models.pieces import Line, Row

MANY = 300
"""So many lines are made ahead: all of nearly every day."""


class Rows(Sequence[Row]):
    """Rows in their order: of a full day only the first screenful has to be there before it can be seen."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Take the rows from `rows` as they are needed."""
        self._coming: Iterator[Row] = iter(rows)
        self._made: list[Row] = []
        self.lines: list[tuple[int, Line]] = []
        """The lines made so far, each with the number of its row."""
        self.starts: list[int] = []
        """The number of the first line of each row made so far."""
        self.complete = False
        """Whether all rows have been made."""

    def _more(self) -> Iterator[Row]:
        for row in self._coming:
            self.starts.append(len(self.lines))
            self.lines.extend((len(self._made), line) for line in row.lines)
            self._made.append(row)
            yield row
        self.complete = True

    def make(self, lines: int | None = None) -> None:
        """Make rows until there are so many lines, or all of them."""
        if lines is None:
            for _ in self._more():
                pass
        while lines is not None and len(self.lines) < lines and next(self._more(), None) is not None:
            pass

    def __iter__(self) -> Iterator[Row]:
        """All rows, made where they are not there yet."""
        number = 0
        while number < len(self._made) or next(self._more(), None) is not None:
            yield self._made[number]
            number += 1

    def __len__(self) -> int:
        """The number of all rows."""
        self.make()
        return len(self._made)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        """The row of a number from 0, or those of a slice; IndexError where there is none."""
        if isinstance(number, int) and 0 <= number < len(self._made):
            return self._made[number]
        return list(islice(self, None))[number]


class Ahead:
    """Rows made before anybody asks for them: of one thing, until there are those of another."""

    def __init__(self) -> None:
        """Nothing is ahead."""
        self._made: tuple[object, ...] = ()
        self._rows = Rows()

    def make(self, made: partial[Any], lines: int) -> Sequence[Line]:
        """Make rows, and give so many lines of them; none where they have been made already."""
        if self._made == _what(made):
            return ()
        self._made, self._rows = _what(made), Rows(made())
        self._rows.make(max(lines, MANY))
        return [line for _, line in self._rows.lines[:lines]]

    def rows(self, made: partial[Any]) -> Iterable[Row]:
        """The rows that are made so; they are made now where others are ahead."""
        return self._rows if self._made == _what(made) else made()


def _what(made: partial[Any]) -> tuple[object, ...]:
    return made.func, made.args, made.keywords
