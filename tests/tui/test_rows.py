"""Rows are made as they are looked at, and are all there for whoever asks for all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from tui.models.pieces import Row
from tui.models.rows import MANY, Ahead, Rows


def rows_of(numbers: range, made: list[int]) -> Iterator[Row]:
    """Rows of one line, every third of two; `made` takes down which have been made."""
    for number in numbers:
        made.append(number)
        yield Row((((str(number), ""),),) * (2 if number % 3 == 0 else 1), number)


def test_no_more_are_made_than_asked_for() -> None:
    made: list[int] = []
    rows = Rows(rows_of(range(100), made))
    assert made == []
    rows.make(4)
    assert made == [0, 1, 2]
    assert [row for row, _ in rows.lines] == [0, 0, 1, 2]
    assert rows.starts == [0, 2, 3]
    assert not rows.complete
    assert next(row.key for row in rows if row.key == 5) == 5
    assert made == [0, 1, 2, 3, 4, 5]


def test_all_are_there_for_who_counts_them() -> None:
    made: list[int] = []
    rows = Rows(rows_of(range(7), made))
    assert len(rows) == 7
    assert rows.complete
    assert [row.key for row in rows] == made == [*range(7)]
    assert len(rows.lines) == 10
    assert (rows[6].key, [row.key for row in rows[2:4]]) == (6, [2, 3])
    with pytest.raises(IndexError):
        rows[7]


def test_none_are_complete_once_that_is_known() -> None:
    rows = Rows()
    rows.make(1)
    assert rows.complete
    assert rows.lines == []


def test_rows_made_ahead_are_those_asked_for_or_none() -> None:
    made: list[int] = []
    ahead, wanted = Ahead(), partial(rows_of, range(1000), made)
    first = ahead.make(wanted, 2)
    assert first == [(("0", ""),), (("0", ""),)]
    assert MANY / 2 < len(made) < MANY
    rows = ahead.rows(partial(rows_of, range(1000), made))
    assert isinstance(rows, Rows)
    assert next(row.key for row in rows) == 0
    assert len(made) < MANY
    others = ahead.rows(partial(rows_of, range(7, 9), made))
    assert [row.key for row in others] == [7, 8]


def test_nothing_is_made_ahead_twice() -> None:
    made: list[int] = []
    ahead = Ahead()
    ahead.make(partial(rows_of, range(9), made), 3)
    assert ahead.make(partial(rows_of, range(9), made), 3) == ()
    assert made == list(range(9))
