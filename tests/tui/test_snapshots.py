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
    "source": ("u", "enter"),
    "why": ("escape", "t", "t", "right_curly_bracket", "w"),
    "nothing": ("1", "right"),
    "undated": ("t", "right", "2"),
    "help": ("question_mark",),
    "go_to": ("escape", "t", "t", "g", "plus", "1", "2"),
    "export": ("escape", "E"),
    "filter": ("escape", "slash", "paste kind:figure,quote leeds"),
    "mistake": ("paste kind:figure,quote leeds (",),
    "facets": ("escape", "F", "down", "space"),
    "chart": ("escape", "number_sign"),
    "sizes": ("tab",),
    "papers": ("tab",),
    "search": ("escape", "S", "paste saturday"),
    "hit": ("enter", "n"),
    "calendar": ("escape", "m", "C"),
    "correct": ("escape", "d", "paste last friday"),
    "two_days": ("escape", "escape", "escape", "1", "t", "t", "equals_sign"),
}
"""Name -> the keys that lead there from the one before; "paste ..." puts words into the field in focus."""


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    different = []
    async with visit(timeline, size) as seen:
        for scene, keys in SCENES.items():
            for key in keys:
                await (seen.type(key.removeprefix("paste ")) if key.startswith("paste ") else seen.pilot.press(key))
            await seen.settle()
            if not same(seen.text(), FOLDER / f"{scene}_{size[0]}x{size[1]}.txt"):
                different.append((scene, seen.text()))
    assert different == []


def same(text: str, path: Path) -> bool:
    if WRITE:
        path.write_text(text, encoding="utf-8")
    return text == path.read_text(encoding="utf-8")
