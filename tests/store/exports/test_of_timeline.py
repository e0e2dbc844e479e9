from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from store import Timeline
from store.exports import IssuesOf, export_timeline
from store.filters import Filter, parse
from store.records import Context, Entry, Event, Issue, Kind, Person, Place, Records


class Watched:
    """A timeline that counts how often an issue is read."""

    def __init__(self, issues: dict[int, Issue], found: list[Entry]) -> None:
        self.stored = {
            number: Entry(id=number, day=None, kind="issue", issue_id=None, certainty="unknown", record=issue)
            for number, issue in issues.items()
        } | {entry.id: entry for entry in found}
        self.found = found
        self.read: list[int] = []
        self.asked: tuple[date | None, date | None] | None = None

    def issues(self) -> list[Entry]:
        return [entry for entry in self.stored.values() if entry.kind == "issue"]

    def get(self, entry_id: int) -> Entry:
        self.read.append(entry_id)
        return self.stored[entry_id]

    def named_in(self, issue_id: int) -> list[Entry]:
        return [
            entry for entry in self.stored.values() if entry.kind in {"person", "place"} and entry.issue_id == issue_id
        ]

    def of_kind(self, kind: Kind) -> Iterator[Entry]:
        return (entry for entry in self.found if entry.kind == kind)

    def entries(
        self, keep: Filter | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        self.asked = (first, last)
        return (entry for entry in self.found if keep is None or keep.matches(entry, self.issue_of(entry)))

    def issue_of(self, entry: Entry) -> Issue | None:
        record = self.stored[entry.issue_id].record if entry.issue_id in self.stored else None
        return record if isinstance(record, Issue) else None


@pytest.fixture
def timeline(issues: dict[int, Issue], entries: list[Entry]) -> Watched:
    return Watched(issues, entries)


def test_issues_are_read_once_and_only_where_a_record_asks(timeline: Watched) -> None:
    out = io.StringIO()
    assert export_timeline("json", timeline, out, parse("source:gazette,star")).records == 7
    assert sorted(timeline.read) == [1, 20]
    assert [issue["id"] for issue in json.loads(out.getvalue())["issues"]] == [1, 20]


def test_the_issues_are_a_mapping(timeline: Watched, issues: dict[int, Issue]) -> None:
    assert dict(IssuesOf(timeline)) == issues
    assert len(IssuesOf(timeline)) == 3
    assert IssuesOf(timeline).get(404) is None


def test_a_record_is_no_issue(timeline: Watched) -> None:
    with pytest.raises(KeyError):
        IssuesOf(timeline)[2]


def test_only_the_days_that_the_filter_names_are_read(timeline: Watched) -> None:
    export_timeline("csv", timeline, io.StringIO(newline=""), parse("march from:2016-08-20 to:2016-08"))
    assert timeline.asked == (date(2016, 8, 20), date(2016, 8, 31))


def test_a_real_timeline_is_readable() -> None:
    first, last = date(2016, 8, 8), date(2016, 8, 14)
    found = Event(start=0, end=5, text="A week of strikes.", title="Strikes", kind="strike", first=first, last=last)
    out = io.StringIO()
    with Timeline.in_memory() as timeline:
        issue_id = timeline.add(Issue(text="A week of strikes.", context=Context()), Records(events=(found,))).issue_id
        timeline.correct(timeline.of_issue(issue_id)[0].id, {"kind": "walkout"})
        assert export_timeline("json", timeline, out, parse('is:corrected kind:"walkout" date:2016-08-10')).records == 1
    assert json.loads(out.getvalue())["issues"][0]["id"] == issue_id


def test_people_and_places_come_with_the_issues_of_what_is_kept() -> None:
    def report(name: str) -> tuple[Issue, Records]:
        event = Event(start=0, end=9, text=f"{name} spoke.", title=name, kind="speech")
        person = Person(start=0, end=len(name), text=name, name=name, mentions=((0, len(name)),))
        place = Place(start=3, end=4, text="x", name=f"{name}town")
        return Issue(text=f"{name} spoke.", context=Context()), Records(
            events=(event,), people=(person,), places=(place,)
        )

    out = io.StringIO()
    with Timeline.in_memory() as timeline:
        for name in ("Price", "Field"):
            timeline.add(*report(name))
        export_timeline("json", timeline, out, parse("price"))
    found = json.loads(out.getvalue())
    assert [person["name"] for person in found["people"]] == ["Price"]
    assert [place["name"] for place in found["places"]] == ["Pricetown"]
