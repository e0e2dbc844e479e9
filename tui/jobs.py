"""Reading with several processes."""

from __future__ import annotations

import argparse
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """`--jobs N`: how many processes read."""
    parser.add_argument("--jobs", type=_at_least_one, default=1, metavar="N", help="read with N processes (default: 1)")


def _at_least_one(words: str) -> int:
    number = int(words)
    if number < 1:
        raise ValueError
    return number


def executor_of(jobs: int) -> AbstractContextManager[Executor | None]:
    """The processes, to be used as a context; None where this one is enough."""
    if jobs == 1:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)
