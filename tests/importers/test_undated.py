from __future__ import annotations

from datetime import date

import pytest

from importers import read_again
from importers.undated import candidate_days
from store import Timeline
from store.records import Context, Entry, Issue

KNOWN = (
    ("Valley Herald", date(2019, 5, 14), "Some 400 people came to a rally in Kilburn on Saturday."),
    (
        "Northern Worker",
        date(2019, 5, 21),
        "A rally of 90 was held in Hull last Friday. On Sunday 300 marched in Leeds.",
    ),
)


def issue(
    text: str,
    publication: str | None = None,
    published: date | None = None,
    window: tuple[date, date] | None = None,
) -> Issue:
    return Issue(text=text, context=Context(publication=publication, published=published, window=window))


@pytest.fixture
def told() -> tuple[list[Entry], dict[int, Issue]]:
    with Timeline.in_memory() as timeline:
        for paper, day, text in KNOWN:
            report = issue(text, paper, day)
            timeline.add(report, read_again(report))
        events = [entry for entry in timeline.entries() if entry.kind == "event"]
        return events, {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}


Told = tuple[list[Entry], dict[int, Issue]]


def test_a_weekday_and_a_place_meet_what_another_paper_tells(told: Told) -> None:
    found = candidate_days(issue("A rally of 400 was held in Kilburn on Saturday."), *told)
    best = found[0]
    assert best.first <= date(2019, 5, 12)
    assert best.last >= date(2019, 5, 17)
    assert (best.last - best.first).days == 6
    (meeting,) = best.meetings
    assert meeting.day == date(2019, 5, 11)
    assert [entry.issue_id for entry in meeting.others] == [min(told[1])]


def test_days_on_which_more_events_meet_come_first(told: Told) -> None:
    text = "A rally of 90 was held in Hull on Friday.\n\nOn Sunday 300 marched in Leeds."
    best = candidate_days(issue(text), *told)[0]
    assert [meeting.day for meeting in best.meetings] == [date(2019, 5, 17), date(2019, 5, 19)]
    assert date(2019, 5, 20) in (best.first, best.last) or best.first < date(2019, 5, 20) < best.last


def test_another_place_or_the_same_paper_is_no_evidence(told: Told) -> None:
    assert candidate_days(issue("A rally of 400 was held in York on Saturday."), *told) == []
    assert candidate_days(issue("A rally of 400 was held in Kilburn on Saturday.", "Valley Herald"), *told) == []


def test_a_day_that_the_text_itself_gives_is_no_evidence(told: Told) -> None:
    assert candidate_days(issue("A rally of 400 was held in Kilburn on 11 May 2019."), *told) == []


def test_what_the_report_says_of_itself_narrows_the_days(told: Told) -> None:
    text = "A rally of 400 was held in Kilburn on Saturday.\n\nThe count began today, Tuesday."
    (only,) = candidate_days(issue(text), *told)
    assert only.first == only.last == date(2019, 5, 14)
    assert only.phrases


def test_a_window_and_a_phrase_are_enough(told: Told) -> None:
    text = "The ballot was counted in York last night, Wednesday."
    window = (date(2019, 5, 14), date(2019, 5, 20))
    (only,) = candidate_days(issue(text, window=window), *told)
    assert (only.first, only.last, only.meetings) == (date(2019, 5, 16), date(2019, 5, 16), ())
    assert candidate_days(issue(text), *told) == []
