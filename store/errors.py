"""What goes wrong with a timeline file, in one line for the person at the screen."""

from __future__ import annotations


class TimelineError(Exception):
    """A timeline file cannot be opened, read or written; the message is one line that says why."""
