"""The main screens as plain text, to be read in a review.

`CAMPAIGN_TIMELINE_SNAPSHOTS=write pytest tests/tui/test_snapshots.py` writes them anew; look at the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from store import Timeline

Visits = Callable[..., AbstractAsyncContextManager[Any]]
FOLDER = Path(__file__).parent / "snapshots"
WRITE = os.environ.get("CAMPAIGN_TIMELINE_SNAPSHOTS") == "write"

SCENES: dict[str, tuple[str, ...]] = {
    "start": (),
    "figure": ("t", "left_square_bracket", "f"),
    "why": ("right_curly_bracket", "w"),
    "undated": ("t", "right", "2"),
    "source": ("t", "left_square_bracket", "u", "enter"),
    "help": ("2", "question_mark"),
    "go to": ("g", "plus", "1", "2"),
    "nothing": ("right_curly_bracket", "right"),
}
SIZES = [(160, 48), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
async def test_screen(visit: Visits, timeline: Timeline, scene: str, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        await seen.press(*SCENES[scene])
        compare(seen.text(), f"{scene.replace(' ', '_')}_{size[0]}x{size[1]}.txt")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_filter(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("slash")
        await seen.type("kind:figure leeds OR hull")
        compare(seen.text(), f"filter_{size[0]}x{size[1]}.txt")


def compare(text: str, name: str) -> None:
    path = FOLDER / name
    if WRITE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
