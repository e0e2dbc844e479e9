"""Export and import from within the app."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from importers.context import HELP
from store import Timeline, TimelineError
from store.records import Context, Figure, Issue, Records
from tui.models.notes import ON_THE_COMMAND_LINE
from tui.screens.export import Export
from tui.screens.import_ import ImportFrom

Visits = Callable[..., AbstractAsyncContextManager[Any]]

REPORT = """---
publication: Weekly Beacon
published: 2016-08-16
title: Hull marches
---
Hull marches

About 900 people marched through Hull last Friday. “We are not going away,” said Ann Other, who led the march.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    """The exports in a folder."""
    return [path.name for path in folder.glob("timeline-export*")]


async def test_export_writes_what_is_shown(visit: Visits, timeline: Timeline, folder: Path) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("slash")
        await seen.type("leeds")
        await seen.press("enter", "E")
        assert "2 items  filter: leeds" in seen.text()
        assert "▸ json" in seen.text()
        await seen.press("enter")
        assert "2 records written" in seen.text()
        written = json.loads((folder / "timeline-export.json").read_text(encoding="utf-8"))
        assert "Rally in Leeds: more than 2,000" in json.dumps(written)
        assert "Brick thrown" not in json.dumps(written)


async def test_the_suffix_is_the_format_and_the_arrows_change_both(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("E", "down", "down")
        assert "▸ csv" in seen.text()
        assert "timeline-export.csv" in seen.text()
        await seen.type("mine.md")
        assert "▸ markdown" in seen.text()
        await seen.press("enter")
        assert "Campaign launch, the Lowry, Salford" in (folder / "mine.md").read_text(encoding="utf-8")


async def test_a_name_of_an_export_can_be_typed_letter_by_letter(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("E", "backspace")
        assert "No format ends with .jso" in seen.text()
        await seen.press("enter")
        assert not names(folder)
        await seen.press("backspace", "backspace", "backspace", *"md")
        assert "▸ markdown" in seen.text()
        await seen.press("backspace", "down")
        await seen.press("enter")
        assert len(names(folder)) == 1


async def test_export_asks_before_it_overwrites_and_says_what_is_wrong(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    (folder / "timeline-export.json").write_text("mine", encoding="utf-8")
    async with visit(timeline, (160, 40)) as seen:
        await seen.press("E", "enter")
        assert "exists already; press Enter again to overwrite it" in seen.text()
        assert (folder / "timeline-export.json").read_text(encoding="utf-8") == "mine"
        await seen.type("timeline-export.json/x.json")
        await seen.press("enter")
        assert "there is no folder" in seen.text()
        await seen.type("")
        await seen.press("enter")
        assert type(seen.app.screen) is Export
        await seen.type("timeline-export.json")
        await seen.press("enter", "enter")
        assert type(seen.app.screen) is not Export
        assert (folder / "timeline-export.json").read_text(encoding="utf-8") != "mine"


async def test_import_adds_and_keeps_the_place(visit: Visits, timeline: Timeline, folder: Path) -> None:
    (folder / "reports").mkdir()
    (folder / "reports/hull.txt").write_text(REPORT, encoding="utf-8")
    (folder / "reports/empty.txt").write_text("", encoding="utf-8")
    async with visit(timeline, (100, 30)) as seen:
        await seen.press("right")
        place = (seen.main.walk.day, seen.item)
        await seen.press("i", "r", "tab")
        assert "reports/hull.txt" in seen.text()
        await seen.press("enter")
        text = seen.text()
        assert "2 documents: 1 new, 1 not read" in text
        assert "Weekly Beacon · Tue 16 Aug 2016" in text
        assert type(seen.app.screen).__name__ == "Importing"
        await seen.press("enter")
        assert seen.app.screen is seen.main
        assert (seen.main.walk.day, seen.item) == place
        assert "3 reports" in seen.text()
        assert any("900 people" in str(entry.record) for entry in seen.main.library.items)


async def test_an_import_from_the_sample_goes_into_the_users_own_timeline(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    (folder / "hull.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.txt").touch()
    own = Timeline.open(folder / "mine.json")
    async with visit(timeline, (80, 24), "sample", lambda: own) as seen:
        assert "CAMPAIGN TIMELINE  sample" in seen.lines()[0]
        await seen.press("i")
        assert "Goes into your own timeline, shown from then on." in seen.text()
        await seen.type("empty.txt")
        await seen.press("enter", "enter")
        assert "CAMPAIGN TIMELINE  sample" in seen.lines()[0]
        await seen.press("i")
        await seen.type("hull.txt")
        await seen.press("enter", "enter")
        assert "CAMPAIGN TIMELINE  mine.json" in seen.lines()[0]
        assert "1 report ·" in seen.lines()[0]
        assert "Imported: 1 document: 1 new" in seen.lines()[-2]
        assert len(timeline.issues()) == 2
        await seen.press("i")
        assert "Goes into" not in seen.text()
        await seen.press("escape", "2", "d")
        assert "Correct the date" in seen.text()
        await seen.press("escape")
        seen.app.close_own()
    with Timeline.open(folder / "mine.json") as kept:
        assert len(kept.issues()) == 1


async def test_where_the_own_timeline_cannot_be_opened_it_says_so(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    (folder / "hull.txt").write_text(REPORT, encoding="utf-8")

    def own() -> Timeline:
        message = "mine.json: is damaged"
        raise TimelineError(message)

    async with visit(timeline, (80, 24), "sample", own) as seen:
        await seen.press("i")
        await seen.type("hull.txt")
        await seen.press("enter")
        assert seen.app.screen is seen.main
        assert "Not imported: mine.json: is damaged" in seen.text()
        assert len(timeline.issues()) == 2


async def test_a_report_without_a_day_is_given_one_by_keys_not_by_options(
    visit: Visits, timeline: Timeline, folder: Path
) -> None:
    (folder / "hull.txt").write_text("Hull marches\n\nAbout 900 people marched through Hull last Friday.", "utf-8")
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("i")
        await seen.type("hull.txt")
        await seen.press("enter")
        said = [" ".join(seen.text().replace("┃", "").split())]
        assert "1 date waits for the day of publication; D gives it" in said[0]
        assert "Enter to the timeline, then D" in said[0]
        await seen.press("enter")
        assert "1 new; 1 without a day of publication, D gives it" in seen.lines()[-2]
        seen.main.tell_no_more()
        await seen.press("slash")
        await seen.type("marched")
        await seen.press("enter", "right", "t", "2")
        assert "hull.txt" in seen.lines()[-2]
        assert seen.lines()[-2].rstrip().endswith("no date known; c gives it")
        for key in ("w", "D", "enter"):
            await seen.press(key)
            said.append(" ".join(seen.text().split()))
            assert "no date known" in said[-1], key
        assert not [words for words in said if "--published" in words or "manifest" in words]
    assert ON_THE_COMMAND_LINE == HELP


async def test_import_says_what_is_wrong_and_does_nothing(visit: Visits, timeline: Timeline, folder: Path) -> None:
    (folder / "a.txt").touch()
    async with visit(timeline, (100, 30)) as seen:
        await seen.press("i", "enter")
        assert "Name a file or a folder." in seen.text()
        await seen.type("nowhere")
        await seen.press("enter")
        assert "there is no such file or folder" in seen.text()
        await seen.type("a.txt")
        await seen.press("down", "down", "down")
        await seen.type("the day after never")
        await seen.press("enter")
        assert type(seen.app.screen) is ImportFrom
        await seen.press("escape")
        assert seen.app.screen is seen.main
        assert len(timeline.issues()) == 2


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://example.org/2016/08/16/hull", ["https://example.org/2016/08/16/hull"]),
        ("file:///etc/passwd", []),
        ("javascript:alert(1)", []),
        ("https://example.org/ --help", []),
        (None, []),
    ],
)
async def test_only_web_addresses_are_opened(
    visit: Visits, monkeypatch: pytest.MonkeyPatch, address: str | None, opened: list[str]
) -> None:
    figure = Figure(start=0, end=9, text="50 people", low=50, high=50)
    with Timeline.in_memory() as timeline:
        timeline.add(Issue(text="50 people", context=Context(url=address), source="a.txt"), Records(figures=(figure,)))
        async with visit(timeline) as seen:
            asked: list[str] = []
            monkeypatch.setattr(seen.app, "open_url", asked.append)
            await seen.press("o")
            assert asked == opened
            assert ("No web address" in seen.text()) == (not opened)
