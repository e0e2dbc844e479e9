"""Whatever call fails, however: what was acknowledged stays, memory says what the disk says, one line says why."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store import Timeline, TimelineError, sidecar

Rows = dict[int, dict[str, Any]]
CALLS = ("open", "pwrite", "fdatasync", "fsync", "ftruncate", "replace", "unlink", "fchmod")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EACCES)
FULL = bool(os.environ.get("TIMELINE_FULL"))
"""Each call fails in each of these ways, which takes some minutes; else the ways take turns."""


class Fault:
    """Lets the n-th call of one function fail, once or from then on; counts the calls."""

    def __init__(self, call: str, nth: int, error: int, *, lasting: bool, short: bool) -> None:
        self._real: Callable[..., Any] = getattr(os, call)
        self._call, self._nth, self._error, self._lasting, self._short = call, nth, error, lasting, short
        self.count = 0
        self.active = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not self.active:
            return self._real(*args, **kwargs)
        self.count += 1
        if self.count == self._nth and self._short and self._call == "pwrite":
            descriptor, content, offset = args
            return self._real(descriptor, content[: len(content) // 2], offset)
        if self.count == self._nth or (self._lasting and self.count > self._nth):
            raise OSError(self._error, os.strerror(self._error))
        return self._real(*args, **kwargs)

    @contextmanager
    def away(self) -> Iterator[None]:
        self.active = False
        yield
        self.active = True


def _on_disk(path: Path, fault: Fault) -> Rows:
    """What somebody who opens the file now will find."""
    copy = path.with_name("copy.json")
    with fault.away():
        if path.exists():
            shutil.copy(path, copy)
        with Timeline.open(copy) as timeline:
            rows = {row.doc_id: dict(row) for row in timeline.table}
        for left in path.parent.glob("copy.json*"):
            left.unlink()
    return rows


def _in_memory(timeline: Timeline, fault: Fault) -> Rows:
    with fault.away():
        return {row.doc_id: dict(row) for row in timeline.table}


def _work(report: Callable[..., Any]) -> list[Callable[[Timeline], object]]:
    return [
        lambda timeline: timeline.add(*report(11)),
        lambda timeline: [timeline.correct(e.id, {"title": "corrected"}) for e in list(timeline.entries())[:1]],
        lambda timeline: timeline.add(*report(2, 5)),
        lambda timeline: timeline.table.remove(doc_ids=[3]),
        lambda timeline: timeline.compact(),
        lambda timeline: timeline.add(*report(12)),
        lambda timeline: timeline.close(),
    ]


def _run(path: Path, report: Callable[..., Any], fault: Fault) -> None:
    acknowledged = _on_disk(path, fault)
    try:
        timeline = Timeline.open(path)
    except TimelineError as error:
        _one_line(error)
        assert _on_disk(path, fault) == acknowledged
        return
    for deed in _work(report):
        try:
            deed(timeline)
        except TimelineError as error:
            _one_line(error)
        if deed is not _work(report)[-1] and not timeline._file._closed:
            acknowledged = _in_memory(timeline, fault)
        assert _on_disk(path, fault) == acknowledged


def _one_line(error: TimelineError) -> None:
    assert str(error)
    assert "\n" not in str(error)
    assert "Traceback" not in str(error)


def _plain(content: bytes) -> bytes:
    return json.dumps(json.loads(content)).encode()


STARTS: dict[str, Callable[[bytes], bytes | None]] = {
    "sound": lambda content: content,
    "torn": lambda content: content[:-40],
    "plain": _plain,
    "missing": lambda _: None,
}


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS.keys())
@pytest.mark.parametrize("call", (*CALLS, "pread") if FULL else CALLS)
def test_the_nth_call_fails(
    path: Path,
    report: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    start: Callable[[bytes], bytes | None],
    *,
    lasting: bool,
) -> None:
    monkeypatch.setattr(sidecar, "WORTHWHILE", 0)
    original = start(path.read_bytes())
    nth = 1
    while True:
        ways: list[tuple[int, bool]] = [
            (error, False) for error in (ERRORS if FULL else ERRORS[nth % len(ERRORS) :][:1])
        ]
        ways += [(errno.ENOSPC, True)] * (call == "pwrite")
        counts = []
        for error, short in ways:
            for left in path.parent.iterdir():
                left.unlink()
            if original is not None:
                path.write_bytes(original)
            fault = Fault(call, nth, error, lasting=lasting, short=short)
            with monkeypatch.context() as patched:
                patched.setattr(os, call, fault)
                _run(path, report, fault)
            counts.append(fault.count)
        if max(counts) < nth:
            break
        nth += 1
    assert nth > 1 or call in {"unlink", "ftruncate"}


@pytest.mark.parametrize("second", ["pwrite", "ftruncate", "fsync"])
def test_what_takes_a_failed_write_back_fails_as_well(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    half = Fault("pwrite", 1, errno.ENOSPC, lasting=True, short=True)
    other = Fault(second, 1, errno.EIO, lasting=True, short=False)
    with Timeline.open(path) as timeline:
        rows = _in_memory(timeline, half)
        with monkeypatch.context() as patched:
            patched.setattr(os, "pwrite", half)
            if second != "pwrite":
                half._lasting = False
                patched.setattr(os, "fdatasync", Fault("fdatasync", 1, errno.EIO, lasting=True, short=False))
                patched.setattr(os, second, other)
            with pytest.raises(TimelineError, match="cannot be written"):
                timeline.add(*report(11))
        with pytest.raises(TimelineError, match="open it again"):
            timeline.add(*report(11))
        assert _in_memory(timeline, half) == rows
    with Timeline.open(path) as again:
        assert _in_memory(again, half) == rows
        assert again.add(*report(11)).status == "added"


def test_an_interrupted_write_leaves_nothing(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    with Timeline.open(path) as timeline:
        rows = {row.doc_id: dict(row) for row in timeline.table}

        def interrupt(_: int) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(os, "fdatasync", interrupt)
            with pytest.raises(KeyboardInterrupt):
                timeline.add(*report(11))
        assert path.read_bytes() == before
        assert {row.doc_id: dict(row) for row in timeline.table} == rows
        assert timeline.add(*report(11)).status == "added"
    with Timeline.open(path) as again:
        assert len(again.issues()) == 6


def test_a_file_that_another_program_changed_is_not_written_to(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as timeline:
        path.write_bytes(path.read_bytes() + b" ")
        with pytest.raises(TimelineError, match="another program"):
            timeline.add(*report(11))


def test_what_another_program_wrote_meanwhile_is_not_tidied_away(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as timeline:
        for number in range(1, 6):
            timeline.add(*report(number, 1))
        changed = path.read_bytes().replace(b"Report 3", b"Report X") + b" "
        path.write_bytes(changed)
        with pytest.raises(TimelineError, match="another program"):
            timeline.compact()
    assert path.read_bytes() == changed
    assert [left.name for left in path.parent.iterdir()] == [path.name]
    assert "another program" in timeline.notices[0]


def test_a_file_that_was_removed_is_not_written_to(path: Path, report: Callable[..., Any]) -> None:
    with Timeline.open(path) as timeline:
        path.unlink()
        with pytest.raises(TimelineError, match="another program"):
            timeline.add(*report(11))


def test_an_interruption_behind_a_write_lets_nothing_be_written_over_it(
    path: Path, report: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with Timeline.open(path) as timeline:
        with monkeypatch.context() as patched:
            patched.setattr("store.line_file.apply_new", interrupt)
            with pytest.raises(KeyboardInterrupt):
                timeline.add(*report(11))
        with pytest.raises(TimelineError, match="open it again"):
            timeline.add(*report(12, 1))
        with pytest.raises(TimelineError, match="open it again"):
            timeline.compact()
    with Timeline.open(path) as again:
        assert again.notices == ()
        assert [again.add(*report(number)).status for number in (11, 12)] == ["known", "added"]
