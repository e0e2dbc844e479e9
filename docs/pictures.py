"""Draw the pictures of the README from the app itself, on the bundled sample: `make pictures`."""  # noqa: INP001 - a script

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import data
from importers import import_paths
from store import Timeline
from tui.app import CampaignApp
from tui.commands.chart import drawn
from tui.models.shown import Library

FOLDER = Path(__file__).parent / "pictures"
SIZE = (130, 38)
_FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
SCENES: dict[str, tuple[str, ...]] = {
    "timeline": ("2",),
    "calendar": ("C",),
    "charts": ("escape", "number_sign"),
}
"""Name of a picture -> the keys that lead there from the one before."""


async def draw(timeline: Timeline) -> None:
    """Walk the app and keep each scene."""
    app = CampaignApp(timeline, "sample")
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        for name, keys in SCENES.items():
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
            # A picture that asks nobody for a font: the reader's own monospace one will do.
            text = _FONTS.sub("", app.export_screenshot(title="Campaign Timeline"))
            (FOLDER / f"{name}.svg").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Import the sample, draw the app, and the chart of attendance."""
    FOLDER.mkdir(exist_ok=True)
    with Timeline.in_memory() as timeline:
        import_paths(sorted(data.path("sample").glob("*.txt")), timeline)
        asyncio.run(draw(timeline))
        library = Library.read(timeline.issues(), timeline.entries())
        chart = drawn("attendance", library.items, library, "the sample", "")
        (FOLDER / "attendance.svg").write_text(chart, encoding="utf-8")


if __name__ == "__main__":
    main()
