"""Another day of publication for a report: what is derived from it moves, and is seen before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from importers import import_paths
from store import Timeline
from tui.models.rework import Move, moves, rework, shown

Visits = Callable[..., AbstractAsyncContextManager[Any]]

REPORT = """---
publication: Weekly Beacon
published: 2016-08-16
---
Hull marches

About 900 people marched through Hull last Friday. The next rally is on 24 September.
"""


@pytest.fixture
def imported(tmp_path: Path) -> Timeline:
    path = tmp_path / "hull.txt"
    path.write_text(REPORT, encoding="utf-8")
    timeline = Timeline.in_memory()
    assert import_paths([path], timeline).failed == []
    return timeline


def test_what_counts_from_the_day_of_publication_moves_and_the_rest_stays(imported: Timeline) -> None:
    issue: Any = imported.issues()[0].record
    assert shown(issue.context) == ("Weekly Beacon", "", "2016-08-16")
    old = rework(issue, *shown(issue.context))
    assert old.issue == issue
    new = rework(issue, "Weekly Beacon", "", "23 August 2016")
    assert new.issue.context.how == {"publication": "front matter", "published": "person"}
    assert moves(old.records.times, new.records.times) == [Move("last Friday", "Fri 12 Aug 2016", "Fri 19 Aug 2016")]


def test_a_paper_known_without_saying_whence_stays(imported: Timeline) -> None:
    issue: Any = imported.issues()[0].record
    untold = replace(issue, context=replace(issue.context, how={}))
    assert rework(untold, "Weekly Beacon", "", "2016-08-23").issue.context.publication == "Weekly Beacon"


def test_what_is_no_date_is_said_in_one_line(imported: Timeline) -> None:
    issue: Any = imported.issues()[0].record
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        rework(issue, "", "", "the day after never")


async def test_the_change_is_seen_before_it_is_accepted(visit: Visits, imported: Timeline) -> None:
    async with visit(imported, (100, 30)) as seen:
        assert seen.main.walk.day == date(2016, 8, 12)
        await seen.press("c", "down", "down")
        await seen.type("never")
        await seen.pilot.pause(0.3)
        await seen.settle()
        assert "is not a date" in seen.text()
        await seen.press("enter")
        assert seen.app.screen is not seen.main
        await seen.type("2016-08-23")
        await seen.pilot.pause(0.3)
        await seen.settle()
        assert "1 date would move · " in seen.text()
        assert "‘last Friday’  Fri 12 Aug 2016 → Fri 19 Aug 2016" in seen.text()
        await seen.press("escape")
        assert seen.main.walk.day == date(2016, 8, 12)
        await seen.press("c", "down", "down")
        await seen.press(*["backspace"] * 10, *"2016-08-23")
        await seen.pilot.pause(0.3)
        await seen.settle()
        await seen.press("enter")
        await seen.settle()
        assert [day.day for day in seen.main.walk.shown.days][:1] == [19]
        assert len(imported.issues()) == 1
