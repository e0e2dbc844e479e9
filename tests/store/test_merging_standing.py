"""Mentions that a paper denies, claims or calls off, merged with those that tell the event as a fact."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from store.merging import Happening, merge
from store.records import Context, Entry, Event, Issue, Standing

DAY = date(2019, 5, 11)
ISSUES = {
    1: Issue(text="", context=Context(publication="Valley Herald", published=date(2019, 5, 14))),
    2: Issue(text="", context=Context(publication="Northern Worker", published=date(2019, 5, 15))),
}


def mention(report: int, standing: Standing = "told", *, planned: bool = False) -> Entry:
    event = Event(
        start=0,
        end=1,
        text="The march in Hull.",
        title=f"March, Hull ({standing})",
        kind="march",
        first=DAY,
        last=DAY,
        places=("Hull",),
        standing=standing,
        planned=planned,
    )
    return Entry(id=0, day=DAY, kind="event", issue_id=report, certainty="certain", record=event)


def merged(*mentions: Entry) -> list[Happening]:
    return merge([replace(each, id=number) for number, each in enumerate(mentions, start=10)], ISSUES)


def test_papers_that_differ_on_whether_it_took_place_are_flagged() -> None:
    (denied,) = merged(mention(1), mention(2, "denied"))
    (called_off,) = merged(mention(1), mention(2, "called off"))
    assert denied.conflicts == called_off.conflicts == ("fact",)


def test_a_plan_that_was_called_off_is_no_contradiction() -> None:
    (event,) = merged(mention(1, planned=True), mention(2, "called off"))
    assert event.conflicts == ()
    assert event.title == "March, Hull (called off)"


def test_a_paper_that_tells_both_sides_contradicts_nobody() -> None:
    (event,) = merged(mention(1), mention(1, "denied"), mention(2))
    assert event.conflicts == ()


def test_the_title_is_that_of_the_paper_which_tells_it_as_a_fact() -> None:
    (event,) = merged(mention(1, "claimed"), mention(2))
    assert event.title == "March, Hull (told)"
    assert event.conflicts == ()
