"""The themes of our own; every colour that carries text has a contrast of at least 4.5:1 to its ground."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="campaign-dark",
    primary="#7fb4e6",
    secondary="#a8c7a0",
    accent="#e8b86a",
    warning="#e8b86a",
    error="#f2958c",
    success="#93c98a",
    foreground="#e4e6e8",
    background="#14181d",
    surface="#1c2229",
    panel="#2b3540",
    dark=True,
    variables={"muted": "#9ba8b5", "sentence": "#2b3540", "cursor": "#e4e6e8", "cursor-ground": "#2f5d8c"},
)
LIGHT = Theme(
    name="campaign-light",
    primary="#1d5a96",
    secondary="#3a6b33",
    accent="#8a5300",
    warning="#8a5300",
    error="#a8261c",
    success="#2f6b2a",
    foreground="#1b1f23",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e3dfd3",
    dark=False,
    variables={"muted": "#5b6570", "sentence": "#e9e2c8", "cursor": "#ffffff", "cursor-ground": "#1d5a96"},
)
OWN = (DARK, LIGHT)


def defaults(theme: Theme) -> dict[str, str]:
    """Our own variables for a theme that does not know them."""
    colours = theme.to_color_system().generate()
    return {
        "muted": colours["foreground"],
        "sentence": colours["panel"],
        "cursor": colours["block-cursor-foreground"],
        "cursor-ground": colours["block-cursor-background"],
    }
