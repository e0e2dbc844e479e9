"""Quotations and who speaks in them: the marks, the cue and its clause, the person behind the mention."""

from __future__ import annotations
