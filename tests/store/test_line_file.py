"""The states a power cut or a kill can leave: always the old one or the new one, never a third."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store import Timeline, TimelineError, repair
from store.layout import TAIL, encode_line, fits, read_line, seal

PAGE = 512
FULL = bool(os.environ.get("TIMELINE_FULL"))
"""Every byte prefix and ten pages, which takes some minutes; else every fifth and eight."""
PAGES = 10 if FULL else 8
"""How many pages a write touches in the test of page subsets."""
Rows = dict[int, dict[str, Any]]


def _clock() -> datetime:
    return datetime(2016, 9, 24, 11, 45, tzinfo=UTC)


def _rows(path: Path) -> Rows:
    with Timeline.open(path, clock=_clock) as timeline:
        return {row.doc_id: dict(row) for row in timeline.table}


def _plain_rows(path: Path) -> Rows:
    with TinyDB(path, access_mode="r") as plain:
        return {row.doc_id: dict(row) for row in plain if row}


def _append(path: Path, report: Callable[..., Any]) -> tuple[bytes, bytes]:
    """The file before and after a batch is added."""
    before = path.read_bytes()
    with Timeline.open(path) as timeline:
        timeline.add(*report(9, 1))
    return before, path.read_bytes()


def _remove_copies(path: Path) -> None:
    for copy in path.parent.glob("*.damaged-*"):
        copy.unlink()


def test_every_byte_prefix_of_an_append_is_the_old_or_the_new_state(path: Path, report: Callable[..., Any]) -> None:
    before, after = _append(path, report)
    new = _rows(path)
    path.write_bytes(before)
    old = _rows(path)
    start = len(before) - len(TAIL)
    assert after.startswith(before[:start])
    for length in {*range(start, len(after), 1 if FULL else 5), *range(len(after) - 40, len(after) + 1)}:
        # the write goes over the old end, so what it has not reached yet may still be there
        path.write_bytes(after[:length] + before[length:])
        # with its blank line the batch is whole, and only the end of the file has to be written anew
        expected = new if length >= len(after) - len(TAIL) else old
        assert _rows(path) == expected, length
        assert _plain_rows(path) == expected, length
    _remove_copies(path)


def _page_subsets(before: bytes, after: bytes) -> Iterator[bytes]:
    """Each state in which some pages of the write have come to the disk and the others have not."""
    first = (len(before) - len(TAIL)) // PAGE
    pages = list(range(first, (len(after) - 1) // PAGE + 1))
    assert len(pages) == PAGES
    for chosen in product((False, True), repeat=len(pages)):
        content = bytearray(before.ljust(len(after), b"\0"))
        for page, came in zip(pages, chosen, strict=True):
            if came:
                content[page * PAGE : (page + 1) * PAGE] = after[page * PAGE : (page + 1) * PAGE]
        yield bytes(content)


def test_every_page_subset_of_an_append_is_the_old_or_the_new_state(path: Path, report: Callable[..., Any]) -> None:
    before = path.read_bytes()
    number = 1
    while True:  # a batch that touches so many pages
        with Timeline.open(path) as timeline:
            timeline.add(*report(9, number))
        after = path.read_bytes()
        if (len(after) - 1) // PAGE - (len(before) - len(TAIL)) // PAGE == PAGES - 1:
            break
        path.write_bytes(before)
        number += 1
    new = _rows(path)
    path.write_bytes(before)
    old = _rows(path)
    for content in _page_subsets(before, after):
        path.write_bytes(content)
        expected = new if content == after else old
        assert _rows(path) == expected
        assert _plain_rows(path) == expected
        _remove_copies(path)


def _pages_of(content: bytes, number: int) -> Iterator[bytes]:
    """Each state in which some of so many parts of a new file have come to the disk and the others have not."""
    size = -(-len(content) // number)
    for chosen in product((False, True), repeat=number):
        parts = (content[n * size : (n + 1) * size] for n in range(number))
        yield b"".join(part if came else b"\0" * len(part) for part, came in zip(parts, chosen, strict=True))


def test_every_prefix_and_page_subset_of_a_compaction_is_the_old_or_the_new_state(
    path: Path, report: Callable[..., Any]
) -> None:
    with Timeline.open(path) as timeline:
        timeline.add(*report(2, 6))
        before = path.read_bytes()
        rows = {row.doc_id: dict(row) for row in timeline.table}
        timeline.compact()
        after = path.read_bytes()
    beside = path.with_name(f".{path.name}.new")
    lengths = range(0, len(after), 1 if FULL else 100)
    some_pages = _pages_of(after, PAGES if FULL else 5)
    for written in [*(after[:length] for length in lengths), *some_pages, after]:
        # the new file is whole and durable before it is renamed, so until then the old one is there
        path.write_bytes(before)
        beside.write_bytes(written)
        assert _plain_rows(path) == rows
        assert _rows(path) == rows
        assert not beside.exists()
    path.write_bytes(after)
    assert _rows(path) == _plain_rows(path) == rows


def test_a_torn_end_is_copied_before_it_is_taken_back(path: Path) -> None:
    old = _rows(path)
    torn = path.read_bytes()[:-3] + b',"99":{"day":null,"ki'
    path.write_bytes(torn)
    with Timeline.open(path, read_only=True) as reader:
        assert len(reader.issues()) == 5
        assert "not finished" in reader.notices[0]
    assert path.read_bytes() == torn
    with Timeline.open(path, clock=_clock) as timeline:
        assert "t.json.damaged-20160924T114500" in timeline.notices[0]
    assert (path.parent / "t.json.damaged-20160924T114500").read_bytes() == torn
    assert _rows(path) == old


def test_damage_in_the_last_closed_batch_is_not_taken_for_a_torn_end(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-200] ^= 4
    path.write_bytes(content)
    with pytest.raises(TimelineError, match="damaged"):
        Timeline.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b'{"_default', b'{"_default":{\n"0":{"day":null'])
def test_a_file_that_was_begun_and_not_finished_is_begun_again(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "new.json"
    path.write_bytes(content)
    with pytest.raises(TimelineError, match="empty"):
        Timeline.open(path, create=False)
    with Timeline.open(path) as timeline:
        assert timeline.issues() == []
    assert list(_plain_rows(path)) == [0]


def test_a_seal_notices_every_flipped_bit_of_the_record() -> None:
    line = encode_line(7, {"day": "2016-07-18", "text": "x" * 20})[1:-1]
    record, blanks = line[:-32], line[-32:]
    assert read_line(line) is not None
    assert json.loads(b"{" + line + b"}") == {"7": {"day": "2016-07-18", "text": "x" * 20}}
    for place in range(len(record)):
        for flip in range(1, 256):
            damaged = bytearray(record)
            damaged[place] ^= flip
            assert not fits(bytes(damaged), blanks)
    assert fits(record, b"x" + blanks[1:])
    assert not fits(record, b"xx" + blanks[2:]) or seal(record)[:2] == b"xx"


def test_a_line_whose_blanks_were_stripped_is_taken_as_it_is(path: Path) -> None:
    rows = _rows(path)
    path.write_bytes(b"\n".join(line.rstrip() for line in path.read_bytes().split(b"\n")))
    assert _rows(path) == rows


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 300], ids=["cut", "NUL"])
@pytest.mark.parametrize("rewrite", ["compaction", "plain TinyDB", "repair"])
def test_a_lost_end_of_a_file_written_anew_takes_no_whole_record_along(path: Path, rewrite: str, spoilt: bytes) -> None:
    if rewrite == "compaction":
        with Timeline.open(path) as timeline:
            timeline.compact()
    elif rewrite == "repair":
        path.write_bytes(path.read_bytes() + b"garbage")
        repair(path, clock=_clock)
    else:
        path.write_bytes(json.dumps(json.loads(path.read_bytes())).encode())
        Timeline.open(path).close()
    rows, content = _rows(path), path.read_bytes()
    lines = content.split(b"\n")
    for length in range(len(lines[0]) + len(lines[1]) + 3, len(content), 97):
        path.write_bytes(content[:length] + spoilt)
        whole = {int(line.split(b'"')[1]) for line in content[:length].split(b"\n\n")[1:-1]} | {0}
        after = _rows(path)
        assert after.items() <= rows.items()
        assert whole <= after.keys()
        _remove_copies(path)


def test_a_file_whose_first_record_is_lost_is_damaged_and_not_torn(path: Path) -> None:
    content = path.read_bytes().replace(b"\n\n", b"\n")
    path.write_bytes(content[:-100])
    with pytest.raises(TimelineError, match="damaged"):
        Timeline.open(path)
    assert repair(path, clock=_clock).records == 24
