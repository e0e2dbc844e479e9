"""Threads that write to one timeline take turns."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W")


def one_at_a_time(method: Callable[Concatenate[W, P], T]) -> Callable[Concatenate[W, P], T]:
    """A method that looks what is there and then writes: no other thread writes in between.

    Its object has the timeline file as `_file`, whose `turn` is the lock.
    """

    @wraps(method)
    def alone(self: W, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with cast("Any", self)._file.turn:  # noqa: SLF001 - the file of the object that the method belongs to
            return method(self, *args, **kwargs)

    return alone
