"""What a person does by hand in the app: delete, star, note, join, split, date reports, and the list of it all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Any

import msgspec
import pytest

from store import Timeline
from store.records import Issue, Records
from tui.widgets.box import keys_in

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LAUNCH, LEEDS = date(2016, 7, 23), date(2016, 7, 30)


def published(timeline: Timeline) -> list[date | None]:
    return [entry.record.context.published for entry in timeline.issues() if isinstance(entry.record, Issue)]


async def test_delete_and_undo(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("f", "x")
        assert "Deleted; z takes it back." in seen.text()
        assert seen.item == "3,000 people"
        assert len(seen.main.everything.items) == 10
        await seen.press("z")
        assert "Taken back: deleted" in seen.text()
        assert seen.item == "More than 2,000 supporters"
        await seen.press("Z")
        assert len(seen.main.everything.items) == 10


async def test_the_last_item_of_a_day(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("t", "x")
        assert len(seen.main.everything.items) == 10
        assert seen.main.walk.entry is not None
        await seen.press("z")
        assert len(seen.main.everything.items) == 11


async def test_a_star_is_shown_and_found(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("asterisk")
        assert "▸ ◐ ✶ Volunteers ring members" in seen.text()
        await seen.press("slash", *"is:starred", "enter")
        assert len(seen.main.walk.shown.items) == 1
        await seen.press("asterisk")
        assert "Star taken away." in seen.text()
        assert len(seen.main.walk.shown.items) == 0


async def test_edits_follow_each_other_at_once(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.at_once("asterisk", "asterisk", "asterisk", "a", *"hello", "enter", "d", *"1 august", "enter")
        assert sorted(str(getattr(entry.record, "act", "")) for entry in timeline.corrections()) == [
            "change",
            "note",
            "star",
        ]


async def test_a_remark_is_shown_in_why_and_found(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (160, 48)) as seen:
        await seen.press("a")
        await seen.type("ask the branch [sic]")
        await seen.press("enter")
        assert "¶ Volunteers ring members" in seen.text()
        assert "note     “ask the branch [sic]”" in seen.text()
        await seen.press("slash", *"is:noted", "enter", "a")
        await seen.type("")
        await seen.press("enter")
        assert "Note taken away." in seen.text()
        assert timeline.corrections() == []


async def test_the_note_of_a_correction_is_shown_in_why(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (160, 48)) as seen:
        await seen.press("d")
        await seen.type("24 july")
        await seen.press("down")
        await seen.type("the diary says so")
        await seen.press("enter")
        assert "Corrected by hand (✎)." in seen.text()
        assert "note     “the diary says so”" in seen.text()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_events_are_joined_and_split(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        seen.main.walk.go(LAUNCH)
        await seen.press("e", "J")
        assert "The same event as Campaign launch" in seen.text()
        await seen.press("enter")
        assert "Joined" in seen.text()
        event = seen.main.walk.entry
        assert len(seen.main.library.happenings[event.id].mentions) == 2
        await seen.press("X", "enter")
        assert "Split off" in seen.text()
        assert len(seen.main.library.happenings[seen.main.walk.entry.id].mentions) == 1
        await seen.press("z")
        assert len(seen.main.library.happenings[seen.main.walk.entry.id].mentions) == 2


async def test_what_is_no_event_is_joined_by_its_event(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        seen.main.walk.go(LEEDS)
        await seen.press("u", "J")
        assert "This belongs to no event." in seen.text()
        await seen.press("e", "X")
        assert "Only one mention tells of this event." in seen.text()


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_all_corrections_are_listed(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("L")
        assert "corrected by hand yet." in seen.text()
        await seen.press("asterisk", "t", "x", "L")
        assert "Corrections by hand" in seen.text()
        assert seen.text().index("deleted") < seen.text().index("starred")
        await seen.press("x")
        assert "deleted" not in "".join(seen.lines()[1:8])
        await seen.press("enter")
        assert seen.item.startswith("Volunteers")
        await seen.press("L", "x")
        assert seen.app.screen is seen.main
        assert timeline.corrections() == []


async def test_a_correction_that_fits_nothing_is_listed_first(
    visit: Visits, timeline: Timeline, reports: list[tuple[Issue, Records]]
) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("asterisk", "t", "asterisk")
        issue, records = reports[0]
        timeline.add(issue, msgspec.structs.replace(records, events=()))
        await seen.press("L")
        assert "not found in its report any more" in seen.text()
        assert seen.text().index("not found in its report") < seen.text().index("Result of the vote")
        await seen.press("enter")
        assert seen.app.screen is seen.main


async def test_a_change_of_publication_is_undone(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("c", "down", "down")
        await seen.type("2016-08-01")
        await seen.pilot.pause(0.4)
        await seen.press("enter")
        assert date(2016, 8, 1) in published(timeline)
        await seen.press("z")
        assert published(timeline) == [date(2016, 7, 25), date(2016, 8, 2)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_reports_without_a_date_are_worked_off(visit: Visits, size: tuple[int, int]) -> None:
    from importers import Given, read_context, read_document
    from importers.pipeline import extract

    with Timeline.in_memory() as made:
        for place in ("Leeds", "Hull", "York"):
            text = f"Today, Wednesday, a rally of 500 people was held in {place}."
            document = read_document(text)
            context = read_context(document, list[Given]())
            made.add(Issue(text=text, context=context, title=f"Rally in {place}"), extract(document, context))
        async with visit(made, size) as seen:
            if size[0] == 120:
                assert "the day of publication is missing (D)" in seen.text()
            await seen.press("D")
            assert "Reports without a day of publ" in seen.text()
            assert "Rally in Leeds" in seen.text()
            if size[0] == 80:
                assert "no day suggests itself" in seen.text()
            await seen.press("enter", "down", "down")
            await seen.type("17")
            await seen.pilot.pause(0.4)
            await seen.press("enter")
            assert len(seen.app.screen.list.found) == 3, "a number without a day leaves the report waiting"
            for number in range(3):
                await seen.press("enter")
                await seen.type("2016-08-24")
                await seen.pilot.pause(0.4)
                await seen.press("enter")
                assert (seen.app.screen is seen.main) == (number == 2)
            assert "Every report in this timeline" in " ".join(seen.text().split())
            assert published(made) == [date(2016, 8, 24)] * 3


def test_keys_of_a_dialogue_fit_and_say_how_to_go_on_and_leave() -> None:
    keys = "↑↓ field · Tab complete · Enter import · Esc leave"
    assert keys_in(keys, 80) == keys
    assert keys_in(keys, 40) == "Tab complete · Enter import · Esc leave"
    assert keys_in(keys, 34) == "Enter import · Esc leave"
    assert keys_in(keys, 12) == "Esc leave"


async def test_a_small_import_dialogue_says_its_keys(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (40, 12)) as seen:
        await seen.press("i")
        assert "Enter import · Esc leave" in seen.text()
