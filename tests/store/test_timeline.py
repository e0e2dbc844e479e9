from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from store import Timeline, TimelineError
from store.filters import parse
from store.records import Context, Event, Figure, Issue, Quote, Records, Time

MONDAY = date(2016, 7, 18)
TUESDAY = date(2016, 7, 19)
FRIDAY = date(2016, 7, 22)


def issue(text: str = "A meeting was held.", number: str = "1", title: str = "Meeting") -> Issue:
    return Issue(text=text, title=title, context=Context(publication="The Paper", issue=number, published=FRIDAY))


def found(day: date | None = MONDAY, last: date | None = None, shift: int = 0) -> Records:
    span: dict[str, Any] = {"first": day, "last": last or day}
    return Records(
        times=(Time(start=shift, end=shift + 6, text="Monday", type="DATE", value="2016-07-18", **span),),
        figures=(Figure(start=shift + 20, end=shift + 30, text="400 people", low=400, high=400, **span),),
        quotes=(Quote(start=shift + 40, end=shift + 47, text="Come on", speaker="Ann Other"),),
        events=(
            Event(start=shift, end=shift + 19, text="A meeting was held.", title="Meeting", kind="meeting", **span),
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_what_was_added_is_there_after_opening_again(path: Path) -> None:
    with Timeline.open(path) as timeline:
        added = timeline.add(issue(), found())
        before = list(timeline.entries())
    assert added.status == "added"
    with Timeline.open(path) as again:
        assert list(again.entries()) == before
        assert [entry.record for entry in again.issues()] == [issue()]
        assert [entry.kind for entry in again.of_issue(added.issue_id)] == ["time", "event", "figure", "quote"]
        assert again.notices == ()


def test_entries_are_filed_under_their_first_day_or_the_day_of_publication(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        timeline.add(Issue(text="No day", context=Context()), Records(quotes=found().quotes))
        assert timeline.days() == {
            MONDAY: Counter(time=1, event=1, figure=1),
            FRIDAY: Counter(quote=1),
            None: Counter(quote=1),
        }
        assert list(timeline.days()) == [MONDAY, FRIDAY, None]
        assert [(e.day, e.certainty) for e in timeline.entries()][-2:] == [(FRIDAY, "reported"), (None, "unknown")]


def test_plain_tinydb_sees_every_record(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue("Caffè, “quoted” 🎉"), found())
        ids = [entry.id for entry in timeline.entries()]
    with TinyDB(path) as plain:
        assert plain.get(doc_id=0)["record"]["schema"] == 1
        (there,) = plain.search(where("kind") == "issue")
        assert there["record"]["text"] == "Caffè, “quoted” 🎉"
        assert {row.doc_id for row in plain.search(where("issue_id") == there.doc_id)} == set(ids)


def test_an_interval_is_found_on_each_of_its_days(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), Records(events=found(MONDAY, FRIDAY).events))
        for first, last, number in [
            (TUESDAY, TUESDAY, 1), (None, MONDAY, 1), (FRIDAY, None, 1),
            (date(2016, 7, 23), None, 0), (None, date(2016, 7, 17), 0), (date(2016, 7, 1), date(2016, 7, 31), 1),
        ]:  # fmt: skip
            assert len(list(timeline.entries(first=first, last=last))) == number, (first, last)
        assert timeline.days() == {MONDAY: Counter(event=1)}


def test_the_same_document_again_is_known(path: Path) -> None:
    with Timeline.open(path) as timeline:
        first = timeline.add(issue(), found())
        size = path.stat().st_size
        assert timeline.add(issue(), found()) == type(first)(first.issue_id, "known")
        assert path.stat().st_size == size


@pytest.mark.parametrize(
    "changed", [issue(text="Longer text. A meeting was held."), issue(number="2"), issue(title="X")]
)
def test_a_changed_document_replaces_what_was_found_in_it(path: Path, changed: Issue) -> None:
    with Timeline.open(path) as timeline:
        first = timeline.add(issue(), found())
        second = timeline.add(changed, found(TUESDAY, shift=13))
        assert (second.issue_id, second.status) == (first.issue_id, "replaced")
    with Timeline.open(path) as again:
        assert [entry.record for entry in again.issues()] == [changed]
        assert [entry.record.start for entry in again.entries()] == [13, 13, 33, 53]  # type: ignore[union-attr]


def test_another_story_of_the_same_number_is_another_issue(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        assert timeline.add(issue(text="Other", title="Other"), found()).status == "added"
        assert len(timeline.issues()) == 2
        assert timeline.issue_ids() == [entry.id for entry in timeline.issues()]


def test_a_filter_sees_entry_and_issue(path: Path) -> None:
    quotes = parse("kind:quote source:paper")
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        for _ in ("reading every record", "looking it up"):
            assert [entry.kind for entry in timeline.entries(quotes)] == ["quote"]
            assert timeline.days(quotes) == {FRIDAY: Counter(quote=1)}
            assert list(timeline.entries(parse("source:other"))) == []
            timeline.search()


def test_in_memory(path: Path) -> None:
    with Timeline.in_memory() as timeline:
        timeline.add(issue(), found())
        assert timeline.path is None
        assert len(list(timeline.entries())) == 4
    assert not path.exists()


def test_unknown_rows_and_fields_survive_a_rewrite_by_plain_tinydb(path: Path) -> None:
    with Timeline.open(path) as timeline:
        added = timeline.add(issue(), found())
        before = list(timeline.entries())
    with TinyDB(path) as plain:
        plain.insert({"note": "mine"})
        plain.update({"seen": True}, doc_ids=[added.issue_id])
        plain.table("other").insert({"a": 1})
    with Timeline.open(path) as again:
        assert list(again.entries()) == before
        assert len(again.notices) == 1
        again.add(issue(text="Longer."), found())
        assert again.table.search(where("note") == "mine")
    with TinyDB(path) as plain:
        assert plain.search(where("note") == "mine")
        assert plain.get(doc_id=added.issue_id)["seen"] is True
        assert plain.table("other").all() == [{"a": 1}]
    with Timeline.open(path) as again:
        assert again.notices == ()


def test_tinydb_query_api(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        key = timeline.table.insert({"kind": "mine", "n": 1})
        keys = timeline.table.insert_multiple([{"n": 2}, {"n": 3}])
        assert keys == [key + 1, key + 2]
        assert timeline.table.update({"n": 4}, where("n") == 2) == [key + 1]
        assert timeline.table.update(lambda row: row["tags"].append(1) if "tags" in row else None) != []
        assert timeline.table.remove(where("n") == 3) == [key + 2]
        assert timeline.table.upsert({"n": 5}, where("n") == 4) == [key + 1]
        assert timeline.table.get(doc_id=key + 1) == {"n": 5}
        rows = {row.doc_id: row for row in timeline.table}
    with Timeline.open(path) as again:
        assert {row.doc_id: row for row in again.table} == rows
        with pytest.raises(ValueError, match="meta"):
            again.table.remove(doc_ids=[0])
        again.table.truncate()
        assert len(again.table) == 1


@pytest.mark.parametrize("key", [-1, 10**18, 2**63, 10**30])
def test_an_id_that_no_line_can_hold_is_refused(path: Path, key: int) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        before = path.read_bytes()
        with pytest.raises(ValueError, match="cannot be the id"):
            timeline.table.insert(Document({"a": 1}, doc_id=key))
        assert path.read_bytes() == before
        timeline.table.insert(Document({"a": 1}, doc_id=10**18 - 1))
    with Timeline.open(path) as again:
        assert again.table.get(doc_id=10**18 - 1) == {"a": 1}
    with TinyDB(path) as plain:
        plain.insert(Document({"a": 1}, doc_id=key))
    content = path.read_bytes()
    with pytest.raises(TimelineError, match="damaged"):
        Timeline.open(path)
    assert path.read_bytes() == content


def test_a_table_changed_in_place_is_written(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        timeline.table.update(lambda row: row["record"].update(title="New"), where("kind") == "event")
    with Timeline.open(path) as again:
        (event,) = again.table.search(where("kind") == "event")
        assert event["record"]["title"] == "New"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{}", "not a timeline"),
        (b"[1,2,3]", "not a timeline"),
        (b"\x00\x01\x02binary", "not a timeline"),
        (b"plain words", "not a timeline"),
        (b'{"_default":{"1":{"a":1}}}', "not a timeline"),
        (b'{"_default":{"0":{"kind":"meta","record":{"schema":99}}}}', "schema 99"),
        (b'{"_default":{\n"0":{"kind":"meta","record":{"schema":99}}\n\n}}\n', "schema 99"),
        (b'{"_default":{"0":{"kind":"meta","record":{"schema":1}}},', "damaged"),
    ],
)
def test_what_is_no_timeline_is_refused_in_one_line_and_untouched(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    with pytest.raises(TimelineError, match=says) as refused:
        Timeline.open(path)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match="folder"):
        Timeline.open(tmp_path)
    with pytest.raises(TimelineError, match="no such file"):
        Timeline.open(tmp_path / "none.json", create=False)
    assert not (tmp_path / "none.json").exists()


def test_a_row_that_lacks_its_fields_is_kept_and_told_of(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue(), found())
        timeline.table.insert({"kind": "quote", "day": "2016-07-18", "record": {"text": "half"}})
        assert len(list(timeline.entries())) == 4
        assert "cannot be shown" in timeline.notices[0]


def test_the_file_is_ascii_json(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(issue("Caffè \ud800 lone"), found())
        assert timeline.issues()[0].record.text == "Caffè \ud800 lone"  # type: ignore[union-attr]
    assert path.read_bytes().isascii()
    json.loads(path.read_bytes())
