from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.color import Color
from textual.geometry import Offset
from textual.selection import Selection
from textual.theme import Theme

from store import Timeline
from tui.themes import OWN

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LEAST = 4.5
"""The contrast that WCAG asks for text, level AA."""


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


async def test_without_colours_none_is_drawn_and_the_cursor_still_shows(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(timeline, (120, 36)) as seen:
        strips = seen.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}
        assert colours <= {"default"}
        row = next(strip for strip in strips if "▸Mo 18 Jul" in "".join(segment.text for segment in strip))
        assert any(segment.style and segment.style.reverse and "▸Mo 18 Jul" in segment.text for segment in row)


async def test_without_colours_fields_have_a_cursor_and_dialogues_cover_only_their_box(
    visit: Visits, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reversed_in(seen: Any, words: str) -> list[str]:
        strips = seen.app.screen._compositor.render_strips()
        row = next(strip for strip in strips if words in "".join(segment.text for segment in strip))
        return [segment.text for segment in row if segment.style and segment.style.reverse]

    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("slash", *"zebra")
        assert reversed_in(seen, "/ zebra") == [" "]
        await seen.press("escape", "d", *"nonsense")
        assert reversed_in(seen, "┃ nonsense") == [" "]
        assert "▸Mo 18 Jul" in seen.text()
        await seen.press("escape")
        view = seen.main.view("source")
        seen.main.selections = {view: Selection(Offset(2, 0), Offset(6, 0))}
        await seen.settle()
        assert reversed_in(seen, "Hall overflows") == ["Hall"]
        strip = next(each for each in seen.app.screen._compositor.render_strips() if "Hall overflows" in each.text)
        styles = [segment.style for segment in strip if segment.style]
        assert {colour.name for each in styles for colour in (each.color, each.bgcolor) if colour} <= {"default"}


@pytest.mark.parametrize("name", ["campaign-light", "textual-light", "ansi-dark", "nord"])
async def test_every_theme_can_be_taken(visit: Visits, timeline: Timeline, name: str) -> None:
    async with visit(timeline, (80, 24)) as seen:
        before = seen.text()
        seen.app.theme = name
        await seen.settle()
        assert seen.text() == before
