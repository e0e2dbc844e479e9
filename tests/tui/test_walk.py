from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from store.records import Entry
from tui.models.shown import Library, Shown
from tui.models.travels import Travels
from tui.models.walk import Walk

LAUNCH, LEEDS, RESULT = date(2016, 7, 23), date(2016, 7, 30), date(2016, 9, 24)


def test_an_interval_is_shown_on_each_of_its_days_and_a_long_one_on_none(library: Library) -> None:
    shown = library.everything
    assert [day.day for day in shown.days] == [18, 19, 20, 21, 22, 23, 24, 25, 30, 24]
    assert [entry.record.text for entry in shown.on(None)] == ["Stories of the strike of 1984-85 were told again."]  # type: ignore[union-attr]


def test_steps_go_day_by_day_within_the_ends(library: Library) -> None:
    walk = Walk(library.everything)
    assert walk.day == date(2016, 7, 18)
    walk.step_day(-1)
    assert walk.day == date(2016, 7, 18)
    walk.step_day(8)
    assert walk.day == date(2016, 7, 26)
    assert walk.entry is None
    walk.step_day(1)
    walk.step_busy(1)
    assert walk.day == LEEDS
    walk.step_busy(-1)
    assert walk.day == date(2016, 7, 25)


def test_the_undated_come_after_the_last_day(library: Library) -> None:
    walk = Walk(library.everything)
    walk.go(RESULT)
    walk.step_busy(1)
    assert walk.day is None
    assert walk.entry is not None
    walk.step_day(1)
    assert walk.day is None
    walk.step_day(-1)
    assert walk.day == RESULT
    walk.step_day(7)
    assert walk.day is None


def test_months_and_ends(library: Library) -> None:
    walk = Walk(library.everything)
    walk.go(LEEDS)
    walk.step_month(1)
    assert walk.day == date(2016, 8, 30)
    walk.step_month(1)
    assert walk.day == RESULT
    walk.to_end()
    assert walk.day == date(2016, 7, 18)
    walk.to_end()
    assert walk.day == RESULT


def test_hits_run_over_the_ends_of_days(library: Library) -> None:
    walk = Walk(library.everything)
    walk.go(date(2016, 7, 22))
    seen = []
    for _ in range(3):
        walk.step_hit(1)
        seen.append((walk.day, walk.position))
    assert seen == [(LAUNCH, 0), (LAUNCH, 1), (LAUNCH, 2)]
    walk.go(LEEDS)
    walk.step_hit(-1)
    assert (walk.day, walk.position) == (date(2016, 7, 25), 0)


def test_the_item_under_the_cursor_survives_every_filter(library: Library, named: Callable[[str], Entry]) -> None:
    walk = Walk(library.everything)
    rally = named("Rally in Leeds")
    walk.select(rally.id)
    assert walk.day == LEEDS
    walk.show(Shown([rally]))
    assert walk.item == rally.id
    walk.show(library.everything)
    assert (walk.day, walk.item) == (LEEDS, rally.id)


def test_a_filter_that_drops_the_item_leads_to_the_nearest_day(library: Library, named: Callable[[str], Entry]) -> None:
    walk = Walk(library.everything)
    walk.select(named("Brick").id)
    walk.show(Shown([named("Campaign launch"), named("Result of")]))
    assert walk.day == LAUNCH
    walk.show(Shown([]))
    assert walk.entry is None


def test_kinds(library: Library) -> None:
    walk = Walk(library.everything)
    walk.go(LEEDS)
    assert walk.to_kind("quote")
    assert walk.entry is not None
    assert walk.entry.kind == "quote"
    walk.go(RESULT)
    assert not walk.to_kind("figure")


def test_travels_go_back_and_forward() -> None:
    travels = Travels()
    travels.leave((LAUNCH, 1))
    travels.leave((LEEDS, 2))
    assert travels.travel(-1, (RESULT, 3)) == (LEEDS, 2)
    assert travels.travel(-1, (LEEDS, 2)) == (LAUNCH, 1)
    assert travels.travel(-1, (LAUNCH, 1)) is None
    assert travels.travel(1, (LAUNCH, 1)) == (LEEDS, 2)
    assert travels.travel(1, (LEEDS, 2)) == (RESULT, 3)


def test_what_lies_ahead_goes_on_as_the_last_step_did(library: Library) -> None:
    walk = Walk(Shown(library.items))
    days = walk.shown.days
    walk.go(days[2])
    assert walk.ahead().day == days[2] + timedelta(1)
    walk.go(days[1])
    assert walk.ahead().day == days[1] - timedelta(1)
    walk.go(None)
    walk.step_day(-1)
    assert walk.day == days[-1]
    assert walk.ahead().day == days[-1] - timedelta(1)


def test_no_step_leaves_the_calendar(library: Library) -> None:
    walk = Walk(Shown(library.items))
    walk.go(date.max)
    assert walk.ahead().day in {date.max, None}
    walk.go(date.min)
    assert walk.ahead().day == date.min
