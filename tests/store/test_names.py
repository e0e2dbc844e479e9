from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store import Timeline
from store.records import Context, Event, Issue, Person, Place, Quote, Records

DAY = date(2016, 7, 18)
ISSUE = Issue(text="Anna Price spoke in Hull. “We stay,” said Price.", context=Context(published=DAY))
PERSON = Person(
    start=0,
    end=10,
    text="Anna Price",
    name="Anna Price",
    others=("Price",),
    roles=("nurse",),
    mentions=((0, 10), (42, 47)),
)
PLACE = Place(
    start=20, end=24, text="Hull", name="Hull", region="England", country="GB", listed=True, mentions=((20, 24),)
)
EVENT = Event(start=0, end=25, text=ISSUE.text[:25], title="Speech", kind="speech", first=DAY, last=DAY)
QUOTE = Quote(start=27, end=35, text="We stay,", speaker="Tom Field", role="driver", speaker_certainty="likely")
FOUND = Records(events=(EVENT,), quotes=(QUOTE,), people=(PERSON,), places=(PLACE,))


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    path = tmp_path / "t.json"
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, FOUND)
    return path


def test_people_and_places_are_kept(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        assert [entry.record for entry in again.named_in(1)] == [PERSON, PLACE]
        assert [(entry.kind, entry.day) for entry in again.of_kind("person")] == [("person", None)]


def test_they_are_filed_under_no_day(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        assert {entry.kind for entry in again.entries()} == {"event", "quote"}
        assert sum(sum(kinds.values()) for kinds in again.days().values()) == 2
        assert {entry.kind for entry in again.of_issue(1)} == {"event", "quote"}


def test_the_same_people_are_no_news_and_others_are(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        assert again.add(ISSUE, FOUND).status == "known"
        assert again.add(ISSUE, Records(events=(EVENT,), quotes=(QUOTE,), people=(PERSON,))).status == "replaced"
        assert [entry.kind for entry in again.named_in(1)] == ["person"]


def test_a_file_without_them_opens(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    with Timeline.open(path) as timeline:
        timeline.add(ISSUE, Records(events=(EVENT,)))
    with Timeline.open(path) as again:
        assert again.named_in(1) == []
        assert again.add(ISSUE, FOUND).status == "replaced"


def test_a_person_renames_a_person_and_it_holds(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        entry = next(again.of_kind("person"))
        again.correct(entry.id, {"name": "Anna Price-Field"})
    with Timeline.open(timeline) as again:
        renamed = next(again.of_kind("person"))
        assert isinstance(renamed.record, Person)
        assert (renamed.record.name, renamed.corrected, renamed.day) == ("Anna Price-Field", True, None)
        assert {entry.kind for entry in again.entries()} == {"event", "quote"}


def test_a_rename_outlives_reading_the_issue_anew(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        again.correct(next(again.of_kind("place")).id, {"name": "Kingston upon Hull"})
        again.add(ISSUE, Records(people=(PERSON,), places=(PLACE,)))
        assert [entry.record.name for entry in again.of_kind("place") if isinstance(entry.record, Place)] == [
            "Kingston upon Hull"
        ]


@pytest.mark.parametrize(
    "changes", [{"mentions": []}, {"listed": "perhaps"}, {"first": "2016-07-18"}, {"text": "Hell"}]
)
def test_a_change_that_does_not_fit_a_place_is_refused(timeline: Path, changes: dict[str, object]) -> None:
    with Timeline.open(timeline) as again, pytest.raises(ValueError, match=r"\S"):
        again.correct(next(again.of_kind("place")).id, changes)


def test_a_hidden_person_is_among_none(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        again.delete(next(again.of_kind("person")).id)
        assert [entry.kind for entry in again.named_in(1)] == ["place"]
        assert list(again.of_kind("person")) == []


def test_a_speaker_whom_a_person_names_is_certain(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        quote = next(again.of_kind("quote"))
        named = again.correct(quote.id, {"speaker": "Anna Price"}).record
        assert isinstance(named, Quote)
        assert (named.speaker, named.speaker_certainty, named.role) == ("Anna Price", "certain", None)
        unnamed = again.correct(quote.id, {"speaker": None}).record
        assert isinstance(unnamed, Quote)
        assert (unnamed.speaker, unnamed.speaker_certainty) == (None, "unknown")


def test_a_speaker_whom_a_person_confirms_keeps_the_role(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        same = again.correct(next(again.of_kind("quote")).id, {"speaker": "Tom Field"}).record
        assert isinstance(same, Quote)
        assert (same.speaker_certainty, same.role) == ("certain", "driver")


def test_a_person_who_is_sure_of_the_speaker_may_say_so(timeline: Path) -> None:
    with Timeline.open(timeline) as again:
        sure = again.correct(next(again.of_kind("quote")).id, {"speaker_certainty": "certain"}).record
        assert isinstance(sure, Quote)
        assert (sure.speaker, sure.speaker_certainty, sure.role) == ("Tom Field", "certain", "driver")
