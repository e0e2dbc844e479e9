"""The timeline file: `Timeline` is the only door to it."""

from __future__ import annotations

from store.check import CheckReport, Repaired, check, repair
from store.errors import TimelineError
from store.timeline import Added, Timeline

__all__ = ["Added", "CheckReport", "Repaired", "Timeline", "TimelineError", "check", "repair"]
