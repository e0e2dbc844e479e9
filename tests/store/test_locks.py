from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from store import Timeline, TimelineError
from store.disk import DiskFile
from store.records import Context, Issue, Quote, Records

ISSUE = Issue(text="One.", context=Context())
OTHER = Issue(text="Two.", context=Context())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_a_second_opening_reads_at_once_and_names_the_writer(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
        with Timeline.open(path) as reader:
            assert reader.read_only
            (notice,) = reader.notices
            assert "Another program" in notice
            assert not Path("/proc/locks").exists() or str(os.getpid()) in notice
            assert len(reader.issues()) == 1
            with pytest.raises(TimelineError, match="Another program"):
                reader.add(OTHER, Records())
    with Timeline.open(path) as after:
        assert not after.read_only


def test_a_reader_follows(path: Path) -> None:
    with Timeline.open(path) as writer, Timeline.open(path, read_only=True) as reader:
        assert reader.issues() == []
        writer.add(ISSUE, Records())
        assert reader.issues() == []
        assert reader.refresh()
        assert reader.issues() == writer.issues()
        assert not reader.refresh()


def test_waiting_ends_when_the_writer_leaves(path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from store import Timeline\n"
        "with Timeline.open(Path(sys.argv[1])): print('open', flush=True); time.sleep(0.3)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with Timeline.open(path) as hasty:
            assert hasty.read_only
        with Timeline.open(path, wait=20) as patient:
            assert not patient.read_only


def test_no_file_is_left_behind(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_and_file(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Timeline.open(path) as reader:
            assert reader.read_only
            assert "can only be read" in reader.notices[0]
            assert len(reader.issues()) == 1
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_file_that_cannot_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
    real = os.open

    def refuse(name: Any, flags: int, *rest: Any) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY | os.O_CREAT):
            raise OSError(error, os.strerror(error))
        return real(name, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    before = path.read_bytes()
    with Timeline.open(path) as reader:
        assert reader.read_only
        assert "can only be read" in reader.notices[0]
        assert len(reader.issues()) == 1
        with pytest.raises(TimelineError, match="can only be read"):
            reader.add(OTHER, Records())
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_locked_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with Timeline.open(path) as reader:
        assert reader.read_only
        assert "cannot be locked" in reader.notices[0]
        assert len(reader.issues()) == 1


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell of open files")
@pytest.mark.parametrize(
    "spoil", [lambda content: content[:-40], lambda content: json.dumps(json.loads(content)).encode()]
)
def test_where_the_disk_refuses_a_repair_the_file_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
        writer.add(OTHER, Records())
    content = spoil(path.read_bytes())
    path.write_bytes(content)
    before = _descriptors()

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("os.pwrite", refuse)
        with Timeline.open(path) as reader:
            assert reader.read_only
            assert "no space left on device); so it can only be read" in reader.notices[0]
            assert len(reader.issues()) in {1, 2}
            with pytest.raises(TimelineError, match="no space left"):
                reader.add(Issue(text="Three.", context=Context()), Records())
    assert path.read_bytes() == content
    assert _descriptors() == before
    with Timeline.open(path) as again:
        assert not again.read_only


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(TimelineError, match="not a timeline file"):
            Timeline.open(name)


def test_a_dangling_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with pytest.raises(TimelineError, match="no such file"):
        Timeline.open(link, create=False)
    with Timeline.open(link) as timeline:
        timeline.add(ISSUE, Records())
        timeline.compact()
    assert link.is_symlink()
    assert path.exists()


def test_a_child_that_inherited_the_file_does_not_keep_the_lock(path: Path) -> None:
    writer = Timeline.open(path)
    file = writer._file.lines.file
    assert isinstance(file, DiskFile)
    sleep = [sys.executable, "-c", "import time; time.sleep(30)"]
    with subprocess.Popen(sleep, pass_fds=[file.descriptor]) as child:
        writer.close()
        with Timeline.open(path) as again:
            assert not again.read_only
        child.kill()


def test_a_forked_process_neither_writes_nor_gives_the_lock_away(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
        child = os.fork()
        if child == 0:
            refused = False
            try:
                writer.add(OTHER, Records())
            except TimelineError as error:
                refused = "forked" in str(error)
            writer.close()
            os._exit(0 if refused else 1)
        assert os.waitpid(child, 0)[1] == 0
        with Timeline.open(path) as second:
            assert second.read_only
        assert writer.add(OTHER, Records()).status == "added"
    with Timeline.open(path) as again:
        assert len(again.issues()) == 2


def test_threads_take_turns(path: Path) -> None:
    def import_some(writer: Timeline, first: int) -> None:
        for number in range(first, first + 20):
            words = Quote(start=0, end=5, text=f"words {number}")
            writer.add(Issue(text=f"Text {number}.", context=Context()), Records(quotes=(words,)))
            len(list(writer.entries()))
            writer.days()

    with Timeline.open(path) as writer:
        with ThreadPoolExecutor(4) as threads:
            for done in [threads.submit(import_some, writer, first) for first in range(0, 80, 20)]:
                done.result()
        before = list(writer.entries())
    with Timeline.open(path) as again:
        assert len(again.issues()) == 80
        assert sorted(entry.record.text for entry in again.entries()) == sorted(f"words {n}" for n in range(80))  # type: ignore[union-attr]
        assert list(again.entries()) == before


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with Timeline.open(link) as timeline:
        timeline.add(ISSUE, Records())
    assert link.is_symlink()
    with Timeline.open(path) as same:
        assert len(same.issues()) == 1
