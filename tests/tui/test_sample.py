"""The app on the bundled sample, as somebody new to it would use it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import data
from importers import import_paths
from store import Timeline
from tui.models.pieces import plain
from tui.models.record_rows import record_rows

Visits = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture(scope="module")
def sample() -> Iterator[Timeline]:
    with Timeline.in_memory() as made:
        report = import_paths([data.path("sample")], made)
        assert report.failed == []
        yield made


def rows(seen: Any) -> str:
    """All rows of the day, those out of view too."""
    drawn = list(record_rows(seen.main.walk.items, seen.main.library, 200, roomy=True))
    return "\n".join(plain(line) for row in drawn for line in row.lines)


async def test_a_rally_that_two_papers_report(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        await seen.press("g")
        await seen.type("21 august")
        assert "= Sun 21 Aug 2016" in seen.text()
        await seen.press("enter", "2")
        events = [line for line in rows(seen).split("\n── Figures")[0].splitlines() if "Kilburn" in line]
        assert len(events) >= 2
        assert "Socialist Worker" in rows(seen)
        assert "The Socialist" in rows(seen)


async def test_three_towns_on_one_day(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        await seen.press("g")
        await seen.type("30 july")
        await seen.press("enter")
        for town in ("Leeds", "Hull", "Newcastle"):
            assert town in rows(seen)


async def test_what_is_still_to_come(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        await seen.press("t")
        assert seen.main.walk.day == date(2016, 9, 24)
        assert "planned" in rows(seen)


async def test_every_sentence_and_every_date_word_can_be_seen(visit: Visits, sample: Timeline) -> None:
    async with visit(sample, (120, 36)) as seen:
        unseen = []
        for item in [entry.id for entry in seen.main.library.items][::7]:
            seen.main.walk.select(item)
            seen.main.draw()
            await seen.pilot.pause()
            if not any("│▐ " in line or "┃▐ " in line for line in seen.lines()):
                unseen.append(item)
        assert unseen == []


async def test_the_largest_rally_of_august_and_what_is_said_of_it(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        await seen.press("slash")
        await seen.type("date:2016-08")
        await seen.press("enter", "number_sign")
        first = next(line for line in seen.lines() if "▸" in line and "10,000" in line)
        assert "Liverpool" in first
        await seen.press("enter")
        assert seen.main.walk.day == date(2016, 8, 1)
        assert "▐ " in seen.text()


async def test_august_goes_out_as_json(
    visit: Visits, sample: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with visit(sample) as seen:
        await seen.press("slash")
        await seen.type("date:2016-08")
        shown = len(seen.main.walk.shown.items)
        await seen.press("enter", "E", "enter")
        written = json.loads((tmp_path / "timeline-export.json").read_text(encoding="utf-8"))
        assert shown > 0
        times = len(written["times"])
        assert times > 1
        assert f"{shown + times} records written" in seen.text()
        assert f"{times} time expressions among them" in " ".join(seen.text().split())
        assert "Liverpool" in json.dumps(written)


async def test_what_the_papers_make_of_one_rally(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        await seen.press("slash")
        await seen.type("place:kilburn kind:event")
        await seen.press("escape", "2", "equals_sign")
        text = seen.text()
        assert "How the papers tell it" in text
        assert "Socialist Worker · " in text
        assert "The Socialist · " in text
        assert "over 3,500" in text.replace("≥3,500", "over 3,500")
        await seen.press("down", "enter")
        assert seen.app.screen is seen.main
        assert seen.main.walk.day == date(2016, 8, 21)


async def test_time_expressions_are_shown_where_a_filter_asks_for_them(visit: Visits, sample: Timeline) -> None:
    async with visit(sample) as seen:
        assert "time" not in {entry.kind for entry in seen.main.walk.shown.items}
        await seen.press("slash")
        await seen.type("kind:time yesterday")
        kept = seen.main.walk.shown.items
        assert {entry.kind for entry in kept} == {"time"}
        assert "── Dates" in seen.text()
        assert "‘yesterday’ = " in seen.text()
        await seen.press("escape")
        assert "time" not in {entry.kind for entry in seen.main.walk.shown.items}
