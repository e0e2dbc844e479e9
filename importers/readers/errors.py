"""What can be wrong with a file, as one line for a person."""

from __future__ import annotations

from pathlib import Path


class ReadError(Exception):
    """A file that cannot be read; the message is one line: which file, what is wrong, what to do."""


def shown(path: Path) -> str:
    """A path as messages show it: on one line, whatever its name holds."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(path))


def reason(error: OSError) -> str:
    """Why the system refused, in small letters."""
    return (error.strerror or type(error).__name__).casefold()
