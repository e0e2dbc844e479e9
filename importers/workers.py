"""Give pure work to the workers of an executor, with a bounded number of tasks under way, and get it back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def work_through(
    work: Callable[[Task], Iterable[Result]], tasks: Iterable[Task], executor: Executor | None, *, ahead: int
) -> Iterator[Result]:
    """What `work` makes of each task, in the order of the tasks; without an executor it is done here.

    At most `ahead` tasks are handed out before the first has to be back, so that memory stays bounded however many there
    are. What has not begun is cancelled where the caller stops early.
    """
    if executor is None:
        for task in tasks:
            yield from work(task)
        return
    waiting: deque[Future[Iterable[Result]]] = deque()
    try:
        for task in tasks:
            waiting.append(executor.submit(work, task))
            if len(waiting) >= ahead:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
