from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from importers.workers import work_through

AHEAD = 4


class Slow(Executor):
    """Never begins what it is given until it is asked for the result."""

    def __init__(self) -> None:
        self.given: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.result = lambda timeout=None: fn(*args)  # type: ignore[method-assign]  # noqa: ARG005
        self.given.append(future)
        return future


def twice(task: int) -> list[int]:
    return [task, task]


@pytest.mark.parametrize("tasks", [0, 1, AHEAD, 3 * AHEAD])
def test_results_come_in_the_order_of_the_tasks_with_workers_and_without(tasks: int) -> None:
    alone = list(work_through(twice, range(tasks), None, ahead=AHEAD))
    with ThreadPoolExecutor(2) as executor:
        assert list(work_through(twice, range(tasks), executor, ahead=AHEAD)) == alone
    assert alone == [number for number in range(tasks) for _ in "ab"]


def test_no_more_tasks_are_taken_than_are_to_be_under_way() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    assert next(work_through(twice, tasks(), Slow(), ahead=AHEAD)) == 0
    assert len(taken) == AHEAD


def test_what_has_not_begun_is_cancelled_where_the_caller_stops() -> None:
    slow = Slow()
    results = iter(work_through(twice, range(100), slow, ahead=AHEAD))
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert [future.cancelled() for future in slow.given] == [False, True, True, True]
