from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tinydb import TinyDB

from store import Timeline, TimelineError, check, repair
from store.layout import TAIL, encode_line

Rows = dict[int, dict[str, Any]]


def _clock() -> datetime:
    return datetime(2016, 9, 24, 11, 45, tzinfo=UTC)


def _rows(path: Path) -> Rows:
    with Timeline.open(path, clock=_clock) as timeline:
        return {row.doc_id: dict(row) for row in timeline.table}


def test_a_sound_file(path: Path) -> None:
    report = check(path)
    assert report.sound
    assert report.records == 25
    assert report.lines() == [f"{path}: sound, 25 whole records"]
    assert msgspec.json.decode(msgspec.json.encode(report))["sound"] is True
    before = path.read_bytes()
    assert repair(path).copy is None
    assert path.read_bytes() == before


def test_a_file_of_plain_tinydb_is_sound(path: Path) -> None:
    with TinyDB(path) as plain:
        plain.insert({"note": "mine"})
    report = check(path)
    assert report.sound
    assert report.records == 26
    assert "long line" in report.remarks[0]


def test_rows_that_are_kept_and_not_shown_are_told_of(path: Path) -> None:
    with Timeline.open(path) as timeline:
        timeline.table.insert({"note": "mine"})
        timeline.table.remove(doc_ids=[1])
    remarks = " ".join(check(path).remarks)
    assert "Record 26 is no record" in remarks
    assert "issue 1, which is not there" in remarks


@pytest.mark.parametrize("wait", [0.0])
def test_a_file_that_is_being_written_is_not_repaired(path: Path, wait: float) -> None:
    with Timeline.open(path), pytest.raises(TimelineError, match="Another program"):
        repair(path, wait=wait)


def _insert(at: int, what: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + what + content[at:]


def _over(share: float, what: bytes) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        at = int(len(content) * share)
        return content[:at] + what + content[at + len(what) :]

    return damage


def _flip(at: int) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[at] ^= 0x10
        return bytes(changed)

    return damage


def _extra(row: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[: -len(TAIL)] + row + b"\n\n" + TAIL


def _cut(share: float) -> Callable[[bytes], bytes]:
    return lambda content: content[: int(len(content) * share)]


LOST: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": _cut(0.5),
    "cut near the beginning": _cut(0.1),
    "cut before the end": lambda content: content[:-1],
    "cut within the end": lambda content: content[:-2],
    "end missing": lambda content: content[: -len(TAIL)],
    "NUL tail": lambda content: content + b"\0" * 4096,
    "NUL over the last page": lambda content: content[:-700] + b"\0" * 700,
    "NUL in the middle": _over(0.5, b"\0" * 100),
    "NUL over the beginning": _over(0, b"\0" * 300),
    "garbage in the middle": _over(0.4, bytes(range(128, 256))),
    "garbage behind": lambda content: content + b"\xff\xfe garbage",
    "garbage before": _insert(0, b"\xff\xfe\x00garbage"),
    "line feeds in the middle": _over(0.5, b"\n\n\n\n"),
    "byte-order mark": _insert(0, b"\xef\xbb\xbf"),
    "UTF-16 byte-order mark": _insert(0, b"\xff\xfe"),
    "first byte flipped": _flip(0),
    "table name flipped": _flip(4),
    "first line feed flipped": _flip(13),
    "meta flipped": _flip(40),
    "bit flipped in a record": _flip(2000),
    "seal flipped": lambda content: content.replace(b"\t", b"T", 1),
    "last byte flipped": _flip(-1),
    "last brace flipped": _flip(-2),
    "blank line flipped": _flip(-4),
    "record twice": lambda content: content + content[-800:],
    "file twice": lambda content: content + content,
    "a string for a record": _extra(b',"77":"text"'),
    "a list for a record": _extra(b',"77":[1,2]'),
    "a key that is no number": _extra(b',"seven":{"a":1}'),
    "deep nesting": _extra(b',"77":{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
    "a line of ten megabytes, cut": lambda content: content[:-3] + encode_line(77, {"a": "x" * 10_000_000})[:-200],
    "two lines run together": lambda content: content.replace(b'\n,"9"', b',"9"'),
    "a comma lost": lambda content: content.replace(b'\n,"9"', b'\n"9"'),
    "CR LF": lambda content: content.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("damage", LOST.values(), ids=LOST.keys())
def test_every_whole_record_is_had_back_and_none_is_wrong(path: Path, damage: Callable[[bytes], bytes]) -> None:
    rows, whole = _rows(path), path.read_bytes()
    damaged = damage(whole)
    path.write_bytes(damaged)
    lines = set(damaged.replace(b"\r", b"").split(b"\n"))
    intact = {int(line.split(b'"')[1]) for line in whole.split(b"\n")[1:-3] if line in lines and line}
    found = check(path)
    assert path.read_bytes() == damaged
    done = repair(path, clock=_clock)
    if not found.sound:
        assert done.copy is not None
        assert Path(done.copy).read_bytes() == damaged
    after = _rows(path)
    assert intact <= after.keys()
    assert all(after[key] == rows[key] for key in after.keys() - {0})
    assert check(path).sound
    with TinyDB(path, access_mode="r") as plain:
        assert {row.doc_id: dict(row) for row in plain if row} == after


def _refusal(path: Path) -> str | None:
    try:
        Timeline.open(path, clock=_clock).close()
    except TimelineError as error:
        return str(error)
    return None


@pytest.mark.parametrize("damage", LOST.values(), ids=LOST.keys())
def test_opening_a_damaged_file_repairs_its_end_or_refuses_in_one_line(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    rows = _rows(path)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    refusal = _refusal(path)
    if refusal is not None:
        assert "\n" not in refusal
        assert path.read_bytes() == damaged
        assert len(list(path.parent.iterdir())) == 1
        return
    after = _rows(path)
    assert after.items() <= rows.items()
    copies = list(path.parent.glob("*.damaged-*"))
    assert after == rows or [copy.read_bytes() for copy in copies] == [damaged]


def test_random_flips(path: Path) -> None:
    rows, whole = _rows(path), path.read_bytes()
    chance = random.Random(5)  # noqa: S311 - flips, not secrets
    for _ in range(300):
        damaged = bytearray(whole)
        at = chance.randrange(len(whole))
        damaged[at] ^= chance.randrange(1, 256)
        path.write_bytes(damaged)
        done = repair(path, clock=_clock)
        after = _rows(path)
        # one flip costs at most the record it hits
        assert len(rows) - len(after) <= 1, at
        assert all(rows[key] == row for key, row in after.items()), at
        if done.copy is not None:
            Path(done.copy).unlink()


@pytest.fixture
def reduced(path: Path) -> Path:
    """A timeline from which two records were removed; one was changed."""
    with Timeline.open(path) as timeline:
        timeline.table.remove(doc_ids=[3])
        timeline.table.update({"mark": 1}, doc_ids=[4])
        timeline.table.remove(doc_ids=[17])
        timeline.table.insert({"note": "mine"})
    return path


def test_damage_to_a_removal_does_not_bring_the_record_back(reduced: Path) -> None:
    whole, rows = reduced.read_bytes(), _rows(reduced)
    start = whole.index(b',"17":{}')
    for place in range(start, whole.index(b"\n", start) + 1):
        for flip in (1, 2, 4, 8, 16, 32, 64, 128, 0x2A):
            damaged = whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :]
            reduced.write_bytes(damaged)
            # opened, the file is as it was; or it is refused, which says that a repair is needed
            assert _refusal(reduced) is not None or _rows(reduced) == rows, (place - start, flip)
            done = repair(reduced, clock=_clock)
            assert _rows(reduced) == rows, (place - start, flip)
            if done.copy is not None:
                Path(done.copy).unlink()


@pytest.mark.parametrize(
    ("damage", "says", "back"),
    [
        (lambda line: line[:-9] + b"\0" * 9, "removed record 17, which stays removed", False),
        (lambda line: b"\0" * 7 + line[7:], "removed record 17, which stays removed", False),
        (lambda line: b"\0" * len(line), "if it changed or removed a record, that is as it was before", True),
    ],
    ids=["seal lost", "key lost", "all lost"],
)
def test_more_damage_to_a_removal_is_told_of(
    reduced: Path, damage: Callable[[bytes], bytes], says: str, *, back: bool
) -> None:
    whole, rows = reduced.read_bytes(), _rows(reduced)
    (line,) = (line for line in whole.split(b"\n") if line.startswith(b',"17":{}'))
    reduced.write_bytes(whole.replace(line, damage(line)))
    assert _refusal(reduced) is not None
    assert says in check(reduced).problems[0]
    assert says in repair(reduced, clock=_clock).problems[0]
    assert _rows(reduced).keys() - rows.keys() == ({17} if back else set())


def test_what_never_was_a_timeline_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    for content in (b"{}", b"words", b"\0" * 100, b'{"_default":{"1":{}}}'):
        path.write_bytes(content)
        for deed in (check, repair):
            with pytest.raises(TimelineError, match="timeline"):
                deed(path)
        assert path.read_bytes() == content


def test_a_file_on_one_long_line_that_was_cut_is_had_back(path: Path) -> None:
    rows = _rows(path)
    with TinyDB(path) as plain:
        plain.insert({"note": "mine"})
        plain.table("other").insert({"a": 1})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert not check(path).sound
    repair(path, clock=_clock)
    after = _rows(path)
    assert 5 < len(after) < len(rows)
    assert after.items() <= rows.items()
