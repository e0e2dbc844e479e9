"""What many lines at once put into the index is what line by line puts there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store import Timeline, layout
from store.disk import MemoryFile
from store.layout import HEAD, TAIL, encode_line
from store.line_index import Index
from store.scan import Touched, scan

Change = Callable[[bytes], bytes]


def _scanned(content: bytes) -> tuple[Any, ...]:
    index, touched = Index(), Touched()
    end, state = scan(MemoryFile(content), len(HEAD), index, touched)
    slots = [index.get(key) for key in index]
    between = [index.ids[row] for row in index.between(None, None)]
    return end, state, slots, between, sorted(index.counts()), touched, index.live, index.live_bytes, index.next_id


def _added(row: Any, key: int = 77) -> Change:
    return lambda content: content[: -len(TAIL)] + encode_line(key, row) + b"\n" + TAIL


def _blanks_stripped(content: bytes) -> bytes:
    return b"\n".join(line.rstrip() for line in content.split(b"\n"))


def _flipped(content: bytes) -> bytes:
    at = len(content) // 2
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


CHANGES: dict[str, Change] = {
    "as written": lambda content: content,
    "blanks stripped": _blanks_stripped,
    "one bit flipped": _flipped,
    "cut": lambda content: content[: len(content) // 2],
    "cut behind a batch": lambda content: content[: content.rfind(b"\n\n") + 2],
    "blank lines": lambda content: content.replace(b"\n\n", b"\n\n\n\n"),
    "no records": lambda _: HEAD + TAIL,
    "a removal": _added({}, 7),
    "a removal of what is not there": _added({}),
    "an update": _added({"kind": "quote", "day": "2016-01-01", "issue_id": 1, "record": {}}, 7),
    "a smaller key": _added({"kind": "quote", "issue_id": 1, "record": {}}, 5),
    "a row of another program": _added({"note": "mine"}),
    "a row without fields that is not removed": _added({"kind": ""}),
    "a day that is none": _added({"kind": "quote", "day": "someday"}),
    "a day in short": _added({"kind": "quote", "day": "20160718"}),
    "a last day before the first": _added({"kind": "quote", "day": "2016-07-18", "record": {"last": "2016-07-01"}}),
    "a last day without a first": _added({"kind": "quote", "day": None, "record": {"last": "2016-07-01"}}),
    "an interval": _added({"kind": "quote", "day": "2016-07-18", "record": {"last": "2016-08-01"}}),
    "an issue id too large": _added({"kind": "quote", "issue_id": 1 << 40}),
    "an issue id below nothing": _added({"kind": "quote", "issue_id": -1}),
    "an issue id that is a word": _added({"kind": "quote", "issue_id": "one"}),
    "an issue of a large id": _added({"kind": "issue"}, 1 << 40),
    "a record that is a word": _added({"kind": "quote", "record": "word"}),
    "NaN": _added({"kind": "quote", "n": float("nan")}),
    "half a surrogate pair": _added({"kind": "\ud800"}),
    "a correction": _added({"kind": "correction", "issue_id": 2, "record": {}}),
    "meta in another place": _added({"kind": "meta", "record": {}}),
    "the first line once more": lambda content: content.replace(b'\n,"9"', content.split(b"\n")[1] + b'\n,"9"'),
    "a line without comma": lambda content: content.replace(b'\n,"9"', b'\n"9"'),
    "a list": lambda content: content[: -len(TAIL)] + b',"77":[]\n\n' + TAIL,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_many_at_once_are_indexed_as_one_by_one(path: Path, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    content = change(path.read_bytes())
    for chunk in (1 << 20, 1 << 10, 64):
        monkeypatch.setattr(layout, "_CHUNK", chunk)
        at_once = _scanned(content)
        with monkeypatch.context() as patched:
            patched.setattr("store.scan.columns_of", lambda *_: None)
            assert _scanned(content) == at_once
        with monkeypatch.context() as patched:
            patched.setattr("store.scan.read_closed", lambda *_: ())
            assert _scanned(content) == at_once


def test_only_the_first_line_may_lack_its_comma(path: Path) -> None:
    lines = path.read_bytes().split(b"\n")
    for at in range(3, len(lines) - 1):
        content = b"\n".join([*lines[:at], lines[1], *lines[at:]])
        with pytest.raises(ValueError, match="delimiter"):
            json.loads(content)
        assert _scanned(content)[1] != "sound"


def test_a_batch_of_many_megabytes_is_read(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.table.insert_multiple({"note": "x" * 1_000_000} for _ in range(3))
    json.loads(path.read_bytes())
    with Timeline.open(path) as again:
        assert len(again.table) == 29


def test_what_we_wrote_is_indexed_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _scanned(path.read_bytes())
    monkeypatch.setattr("store.scan.apply", None)
    assert _scanned(path.read_bytes()) == expected
