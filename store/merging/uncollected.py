"""Work on many small objects without the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of circular garbage rest: merging makes none.

    It would walk over all mentions and groups each time their number has grown by a quarter, which makes the time grow
    faster than the mentions.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def give_back_memory() -> None:
    """Let the system have the memory of objects that are gone.

    Python keeps some of each size for later use, wherever they lie, and with each of them a megabyte around it; a look
    for circles lets go of them.
    """
    gc.collect()
