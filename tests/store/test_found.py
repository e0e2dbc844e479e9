"""Entries read many at a time are those that are read one by one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from store import Timeline
from store import found as found_module
from store.layout import all_sealed, encode_line
from store.line_file import LineFile


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_module, "_FIRST", 2)
    monkeypatch.setattr(found_module, "_MOST", 4)


def _one_by_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ...]:
    with monkeypatch.context() as patched:
        patched.setattr(LineFile, "entries_in", lambda *_: None)
        return _everything(path)


def _everything(path: Path) -> tuple[Any, ...]:
    with Timeline.open(path, read_only=True) as timeline:
        issues = timeline.issues()
        return list(timeline.entries()), issues, [timeline.of_issue(issue.id) for issue in issues], timeline.notices


def test_many_at_a_time_are_what_one_by_one_are(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = _everything(path)
    assert len(everything[0]) == 20
    assert everything == _one_by_one(path, monkeypatch)


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "quote", "day": "2016-07-18", "record": {"text": "half"}},
        {"kind": "quote", "record": {"text": "a", "start": 1, "end": 2, "extra": float("nan")}},
        {"kind": "quote", "record": {"text": "\ud800", "start": 1, "end": 2}},
        {"note": "mine"},
    ],
    ids=["lacks fields", "NaN", "half a surrogate pair", "of another program"],
)
def test_an_unusual_row_does_not_hide_its_neighbours(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, row: dict[str, Any]
) -> None:
    with Timeline.open(path) as timeline:
        timeline.table.insert({"issue_id": 1, **row})
        timeline.add(*report(9))
    everything = _everything(path)
    assert len(everything[0]) >= 24
    assert everything == _one_by_one(path, monkeypatch)


def test_lines_without_seals_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = _everything(path)
    path.write_bytes(b"\n".join(line.rstrip() for line in path.read_bytes().split(b"\n")))
    assert _everything(path) == everything == _one_by_one(path, monkeypatch)


def test_reading_goes_on_through_a_compaction_and_leaves_out_what_is_removed(
    path: Path, report: Callable[..., Any]
) -> None:
    with Timeline.open(path) as timeline:
        expected = list(timeline.entries())
        timeline.table.remove(where("kind") == "issue")
        reading = timeline.entries()
        seen = [next(reading) for _ in range(3)]
        timeline.compact()
        timeline.table.remove(doc_ids=[expected[-1].id])
        timeline.add(*report(9))
        seen += reading
    assert seen[:19] == expected[:-1]


def test_a_file_that_is_being_read_is_closed_afterwards(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as writer, Timeline.open(path) as reader:
        before = reader._file.lines
        slot = before.index.get(1)
        assert slot is not None
        writer.add(*report(1, 9))
        writer.compact()
        reader.refresh()
        assert reader._file.lines is not before
        assert before.entry_at(slot).id == 1
        descriptor = before.file.descriptor  # type: ignore[attr-defined]
        del before
        with pytest.raises(OSError, match=r"[Bb]ad file descriptor"):
            os.fstat(descriptor)


def test_seals_are_verified_together() -> None:
    lines = [encode_line(key, {"n": "x" * key})[:-1] for key in range(1, 40)]
    assert all_sealed(lines)
    for damaged in (lines[7][1:], lines[7][:-1], b"", lines[7].replace(b"x", b"y"), lines[7][:-1] + b"x"):
        assert not all_sealed([*lines[:7], damaged, *lines[8:]])
