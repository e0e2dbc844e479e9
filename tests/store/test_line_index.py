"""The index, in memory and saved beside the file: it changes how fast a timeline is read, never what is read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Timeline, TimelineError, check, repair, sidecar
from store.line_index import DERIVED_CODES, FOUND_CODES, KIND_CODES, UNDATED, Columns, Index, Slot


@pytest.fixture
def indexed(path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline whose index was saved, with one report added since."""
    monkeypatch.setattr(sidecar, "WORTHWHILE", 0)
    with Timeline.open(path) as timeline:
        timeline.add(*report(6))
    monkeypatch.setattr(sidecar, "WORTHWHILE", 1 << 30)
    with Timeline.open(path) as timeline:
        timeline.add(*report(7))
    assert sidecar.path_of(path).exists()
    return path


def _everything(path: Path) -> tuple[Any, ...]:
    with Timeline.open(path, read_only=True) as timeline:
        rows = {row.doc_id: dict(row) for row in timeline.table}
        return rows, list(timeline.entries()), timeline.days(), timeline.issues(), timeline.notices


def _without_index(path: Path) -> tuple[Any, ...]:
    saved = sidecar.path_of(path)
    content = saved.read_bytes()
    saved.unlink()
    everything = _everything(path)
    saved.write_bytes(content)
    return everything


def test_a_saved_index_changes_nothing(indexed: Path) -> None:
    assert _everything(indexed) == _without_index(indexed)


def test_a_saved_index_is_used(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned: list[int] = []

    def scan(_: object, start: int, *_rest: object) -> tuple[int, str]:
        scanned.append(start)
        return start, "sound"

    monkeypatch.setattr("store.line_file.scan", scan)
    with Timeline.open(indexed, read_only=True) as timeline:
        assert len(timeline.issues()) == 6
    assert scanned[0] > 1000


def test_the_index_is_saved_during_a_long_import(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sidecar, "WORTHWHILE", 0)
    monkeypatch.setattr(sidecar, "FAR_BEHIND", 4000)
    with Timeline.open(path) as timeline:
        timeline.add(*report(20))
        saved = sidecar.path_of(path).read_bytes()
        timeline.add(*report(21))
        assert sidecar.path_of(path).read_bytes() == saved
        timeline.add(*report(22, 12))
        assert sidecar.path_of(path).read_bytes() != saved
        expected = list(timeline.entries())
        with Timeline.open(path) as reader:
            assert list(reader.entries()) == expected
        sidecar.path_of(path).unlink()
        sidecar.path_of(path).mkdir()
        timeline.add(*report(23, 20))
        assert "the index could not be saved" in timeline.notices[0]
        assert [timeline.add(*report(number)).status for number in (20, 24)] == ["known", "added"]


def test_known_issues_are_known_by_a_saved_index(indexed: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(indexed) as timeline:
        assert [timeline.add(*report(number)).status for number in (1, 6, 7, 8)] == ["known"] * 3 + ["added"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda saved: saved.write_bytes(b""),
        lambda saved: saved.write_bytes(b"\0" * 500),
        lambda saved: saved.write_bytes(saved.read_bytes()[:-9]),
        lambda saved: saved.write_bytes(saved.read_bytes()[:200] + b"X" + saved.read_bytes()[201:]),
        lambda saved: saved.write_bytes(saved.read_bytes().replace(b'"sizes":[', b'"sizes":[99999999999999')),
        lambda saved: (saved.unlink(), saved.mkdir()),
        lambda saved: os.utime(saved, (2**33, 2**33)),
    ],
    ids=["empty", "NUL", "cut", "changed", "too large", "a folder", "from the future"],
)
def test_a_spoilt_index_is_as_good_as_none(indexed: Path, spoil: Callable[[Path], Any]) -> None:
    expected = _without_index(indexed)
    spoil(sidecar.path_of(indexed))
    assert _everything(indexed) == expected


def test_the_index_of_another_file_is_not_used(indexed: Path, tmp_path: Path, report: Callable[..., Any]) -> None:
    other = tmp_path / "other.json"
    with Timeline.open(other) as timeline:
        for number in range(20, 40):
            timeline.add(*report(number))
    expected = _everything(other)
    sidecar.path_of(other).write_bytes(sidecar.path_of(indexed).read_bytes())
    assert _everything(other) == expected


def test_a_file_that_lost_everything_is_told_of_by_its_index(indexed: Path) -> None:
    indexed.write_bytes(b"")
    with Timeline.open(indexed) as timeline:
        assert "is empty, but was not" in timeline.notices[0]
        assert timeline.issues() == []


def test_corrected_days_are_in_the_saved_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sidecar, "WORTHWHILE", 0)
    with Timeline.open(path) as timeline:
        entry = next(timeline.entries())
        timeline.correct(entry.id, {"first": "2016-08-01", "last": "2016-08-02"})
    assert _everything(path) == _without_index(path)
    assert list(_everything(path)[2])[1].isoformat() == "2016-08-01"


def test_damage_behind_a_saved_index_is_told_of_and_the_rest_shown(indexed: Path) -> None:
    with Timeline.open(indexed, read_only=True) as timeline:
        others = list(timeline.entries())
    damaged = others.pop(len(others) // 3)  # the index looks at both ends of the file
    content = indexed.read_bytes()
    at = content.index(f',"{damaged.id}":'.encode()) + 60
    indexed.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    with Timeline.open(indexed) as timeline:
        assert list(timeline.entries()) == others
        assert f"record {damaged.id} is damaged" in timeline.notices[0]
        with pytest.raises(TimelineError, match="is damaged"):
            timeline.get(damaged.id)
        with pytest.raises(TimelineError, match="is damaged"):
            timeline.compact()
    report = check(indexed)
    assert not report.sound
    assert f"record {damaged.id}." in report.problems[0]
    repair(indexed)
    with Timeline.open(indexed) as timeline:
        assert list(timeline.entries()) == others


def test_compaction_keeps_what_counts(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as timeline:
        timeline.correct(next(timeline.entries()).id, {"title": "corrected"})
        timeline.add(*report(2, 5))
        timeline.table.remove(doc_ids=[timeline.issues()[0].id])
        before = _everything(path)[:4]
        size = path.stat().st_size
        timeline.compact()
        assert path.stat().st_size < size
        assert timeline.add(*report(9)).status == "added"
        assert timeline.add(*report(9)).status == "known"
        rows = len(timeline.table)
    assert len(before[0]) + 5 == rows
    after = _everything(path)[:4]
    assert before[0].items() <= after[0].items()
    assert [entry for entry in after[1] if entry in before[1]] == before[1]


def test_closing_compacts_a_file_of_which_a_quarter_is_garbage(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as timeline:
        for number in range(1, 6):
            timeline.add(*report(number, 1))
        rows = {row.doc_id: dict(row) for row in timeline.table}
        size = path.stat().st_size
    assert path.stat().st_size < size * 0.75
    assert b'":{} ' not in path.read_bytes().replace(b"\t", b" ")
    assert _everything(path)[0] == rows


def test_a_large_file_is_compacted_when_nobody_waits(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.compaction._QUICK", 100)
    with Timeline.open(path) as timeline:
        timeline.tidy_up()
        size = path.stat().st_size
        for number in range(1, 6):
            timeline.add(*report(number, 1))
    grown = path.stat().st_size
    assert grown > size
    expected = _everything(path)
    with Timeline.open(path) as timeline:
        timeline.tidy_up()
    assert path.stat().st_size < grown * 0.75
    assert _everything(path) == expected


def test_compaction_puts_the_first_record_first(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    table = tables["_default"]
    table["99"], table["0"] = table["0"], {"note": "mine"}
    path.write_text(json.dumps(tables))
    with Timeline.open(path) as timeline:
        timeline.table.remove(doc_ids=[3])
        rows = {row.doc_id: dict(row) for row in timeline.table}
        timeline.compact()
        assert {row.doc_id: dict(row) for row in timeline.table} == rows
    with Timeline.open(path) as again:
        assert {row.doc_id: dict(row) for row in again.table} == rows
    assert check(path).sound
    assert json.loads(path.read_bytes())["_default"]["0"] == {"note": "mine"}


def test_a_reader_follows_through_a_compaction(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path, read_only=True) as reader:
        with Timeline.open(path) as writer:
            writer.add(*report(1, 9))
            writer.compact()
            writer.add(*report(9))
            expected = list(writer.entries())
        assert reader.refresh()
        assert list(reader.entries()) == expected


def test_a_backup_is_a_timeline(path: Path, tmp_path: Path, report: Callable[..., Any]) -> None:
    target = tmp_path / "copy.json"
    with Timeline.open(path) as writer, Timeline.open(path) as reader:
        writer.add(*report(9))
        reader.backup(target)
        assert reader.read_only
    expected = [f"Report {number}" for number in range(1, 6)]
    with Timeline.open(target) as copy:
        assert [entry.record.title for entry in copy.issues()] == expected  # type: ignore[union-attr]


slots = st.builds(
    lambda key, kind, issue, day, span: Slot(key, 0, 10, kind, issue, day, day if day == UNDATED else day + span),
    st.integers(0, 30),
    st.sampled_from(sorted(KIND_CODES.values())),
    st.integers(0, 3),
    st.one_of(st.integers(700_000, 700_040), st.just(UNDATED)),
    st.integers(0, 40),
)


@given(st.lists(st.one_of(slots, st.integers(0, 30))), st.integers(700_000, 700_040), st.integers(0, 10))
def test_the_index_is_a_dictionary_that_knows_days(changes: list[Slot | int], first: int, length: int) -> None:
    index, model = Index(), dict[int, Slot]()
    assert index.of_issue(1) == []
    for change in changes:
        if isinstance(change, int):
            assert index.drop(change) == model.pop(change, None)
        else:
            assert index.put(change) == model.get(change.id)
            model[change.id] = change
    assert sorted(index) == sorted(model)
    assert all(index.get(key) == model.get(key) for key in range(31))
    assert index.live_bytes == 10 * len(model)
    derived = [slot for slot in model.values() if slot.kind in DERIVED_CODES]
    assert [index.days[row] for row in index.between(None, None)] == sorted(slot.day for slot in derived)
    last = first + length
    touching = {slot.id for slot in derived if slot.day <= last and slot.last >= first and slot.day != UNDATED}
    assert {index.ids[row] for row in index.between(first, last)} == touching
    for issue in range(4):
        found = {slot.id for slot in model.values() if slot.kind in FOUND_CODES and slot.issue == issue}
        assert set(index.of_issue(issue)) == found


@given(st.lists(slots, unique_by=lambda slot: slot.id, min_size=1), st.sampled_from([0, 1, 7]), st.integers(0, 30))
def test_many_records_at_once_are_filed_as_one_by_one(new: list[Slot], before: int, asked: int) -> None:
    new = sorted((msgspec.structs.replace(slot, id=slot.id + before) for slot in new), key=lambda slot: slot.id)
    one_by_one, at_once = Index(), Index()
    for index in (one_by_one, at_once):
        for key in range(before):
            index.put(Slot(key, 0, 10, KIND_CODES["event"], 1, 700_000, 700_000))
    assert one_by_one.of_issue(asked % 4) == at_once.of_issue(asked % 4)
    for slot in new:
        one_by_one.put(slot)
    columns = Columns(*map(list, zip(*map(msgspec.structs.astuple, new), strict=True)))
    assert at_once.precedes(columns)
    at_once.extend(columns)
    assert not at_once.precedes(columns)
    assert list(at_once) == list(one_by_one)
    assert [at_once.get(key) for key in at_once] == [one_by_one.get(key) for key in one_by_one]
    assert sorted(at_once.counts()) == sorted(one_by_one.counts())
    assert list(at_once.between(None, None)) == list(one_by_one.between(None, None))
    assert at_once.of_issue(asked % 4) == one_by_one.of_issue(asked % 4)
    assert (at_once.live, at_once.live_bytes, at_once.next_id) == (
        one_by_one.live,
        one_by_one.live_bytes,
        one_by_one.next_id,
    )
