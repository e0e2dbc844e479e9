"""The timeline file: `Timeline` is the only door to it."""

from __future__ import annotations

from store.errors import TimelineError
from store.timeline import Added, Timeline

__all__ = ["Added", "Timeline", "TimelineError"]
