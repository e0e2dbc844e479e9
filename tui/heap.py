"""Memory: when it is looked through for garbage, and that what is free again is given back to the system."""

from __future__ import annotations

import gc
import sys

MANY = 100_000
"""Python looks for garbage whenever there are so many objects more, while much is read."""
SEVERAL, FEW, AFTER = 20_000, 500, 10
"""The same while people look at what was read; what makes a rest worth looking; and how often one generation is looked
through before the next."""
M_ARENA_MAX = -8
"""The parameter of glibc's mallopt for the number of places (malloc.h)."""
REST = 0.025
"""Seconds behind a key in which its frame has been drawn."""


def look_seldom() -> None:
    """While much is read: records refer to nobody in a circle, and looking for circles takes a fifth of the time."""
    gc.set_threshold(MANY)


def keep() -> None:
    """What there is now stays: looking through it again and again would hold up the keys."""
    gc.freeze()


def look_at_rest() -> None:
    """While people press keys: what many of them leave behind would hold up one for a tenth of a second."""
    gc.set_threshold(SEVERAL)


def rest() -> None:
    """Look for garbage now that nobody waits for a frame, through as many generations as Python would."""
    young, middle, old = gc.get_count()
    if young > FEW:
        gc.collect(2 if old > AFTER else 1 if middle > AFTER else 0)


def take_from_one_place() -> None:
    """Have all threads take memory from one place, where the C library gives each of them its own; before any is begun.

    What one thread has read and another has freed lies scattered over several of them else: with 100,000 records two
    megabytes that nobody can use.
    """
    _c_library("mallopt", M_ARENA_MAX, 1)


def trim() -> None:
    """Give back what the C library keeps for later, where it is one that can; elsewhere nothing happens.

    Indexing and merging a large timeline take many small pieces of memory and free nearly all of them. glibc keeps
    them: with 100,000 records some 30 MB that nobody needs again.
    """
    _c_library("malloc_trim", 0)


def _c_library(function: str, *arguments: int) -> None:
    """Call a function of the C library, where it has it."""
    if sys.platform == "linux":
        import ctypes

        found = getattr(ctypes.CDLL(None), function, None)
        if found is not None:
            found(*arguments)
