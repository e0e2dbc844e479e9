"""What a rule trips over in one text, told in one line, so that the other texts are read all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from importers.readers.errors import shown

T = TypeVar("T")


def or_fault(work: Callable[[], T], name: str) -> T | str:
    """What `work` makes of the document of this name; or, where a rule trips over it, one line that says where."""
    try:
        return work()
    except Exception as fault:  # noqa: BLE001 - whatever the fault in one text, the others are read
        return fault_in_words(fault, name)


def fault_in_words(fault: Exception, name: str) -> str:
    """One line that says where the program failed on the document of this name."""
    at = extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__} in {Path(at.filename).name}, line {at.lineno}"
    return f"{shown(Path(name))}: a fault of the program ({where}); please report it with this text"
