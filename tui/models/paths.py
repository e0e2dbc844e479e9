"""Paths that go on from what is typed."""

from __future__ import annotations

import os
from itertools import takewhile
from pathlib import Path

MOST = 200
"""More names than this nobody reads; typing on narrows them."""


def completions(typed: str) -> list[str]:
    """What the path typed so far can go on to: folders first, by name, hidden ones only where asked for.

    A folder ends with the separator. "~" stands for the user's folder. Empty where there is nothing or it cannot be read.
    """
    head, tail = os.path.split(typed)
    try:
        found = [entry for entry in os.scandir(Path(head or ".").expanduser()) if _fits(entry.name, tail)]
        found.sort(key=lambda entry: (not entry.is_dir(), entry.name.casefold()))
        return [os.path.join(head, entry.name) + (os.sep if entry.is_dir() else "") for entry in found[:MOST]]  # noqa: PTH118 - as typed
    except OSError:
        return []


def complete(typed: str) -> str:
    """What is typed, as far as all paths that go on from it agree."""
    found = completions(typed)
    if not found:
        return typed
    agreed = takewhile(lambda characters: len(set(characters)) == 1, zip(*found, strict=False))
    return "".join(characters[0] for characters in agreed)


def _fits(name: str, beginning: str) -> bool:
    return name.startswith(beginning) and (beginning != "" or not name.startswith("."))
