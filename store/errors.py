"""What goes wrong with a timeline file, in one line for the person at the screen."""

from __future__ import annotations


class TimelineError(Exception):
    """A timeline file cannot be opened, read or written; the message is one line that says why."""


class DamagedError(TimelineError):
    """A timeline file is damaged, so that only `check` and `repair` can deal with it."""


def reason_of(error: OSError) -> str:
    """What the system says went wrong, as the end of a sentence: "no space left on device"."""
    return (error.strerror or str(error)).lower()
