from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.themes import OWN

LEAST = 4.5


def luminance(colour: Color) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_text_stands_out_from_its_ground(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.variables["sentence"]]
    letters = {
        "foreground": theme.foreground,
        "muted": theme.variables["muted"],
        "accent": theme.accent,
        "primary": theme.primary,
        "secondary": theme.secondary,
        "error": theme.error,
    }
    weak = [
        (name, ground, round(contrast(colour or "", ground or ""), 1))
        for name, colour in letters.items()
        for ground in grounds
        if contrast(colour or "", ground or "") < LEAST
    ]
    assert weak == []
    assert contrast(theme.variables["cursor"], theme.variables["cursor-ground"]) >= LEAST


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
