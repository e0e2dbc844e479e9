"""Whether a terminal is known to take what is copied (OSC 52)."""

from __future__ import annotations

from collections.abc import Mapping

TAKES = ("kitty", "foot", "wezterm", "ghostty", "alacritty", "iterm.app", "rio", "contour")
"""Terminals that take it as they come, by TERM or TERM_PROGRAM."""


def takes_copies(environment: Mapping[str, str]) -> bool:
    """Whether the terminal surely takes OSC 52; inside tmux and screen nobody can know."""
    if environment.get("TMUX") or environment.get("STY"):
        return False
    names = f"{environment.get('TERM', '')} {environment.get('TERM_PROGRAM', '')}".casefold()
    return any(name in names for name in TAKES) or "WT_SESSION" in environment
