from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import Timeline, TimelineError
from store.records import Context, Issue, Records

ISSUE = Issue(text="One.", context=Context())
OTHER = Issue(text="Two.", context=Context())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.json"


def test_a_second_opening_reads_at_once_and_names_the_writer(path: Path) -> None:
    with Timeline.open(path) as writer:
        writer.add(ISSUE, Records())
        started = time.perf_counter()
        with Timeline.open(path) as reader:
            assert time.perf_counter() - started < 0.1
            assert reader.read_only
            (notice,) = reader.notices
            assert "another process" in notice
            assert not Path("/proc/locks").exists() or str(os.getpid()) in notice
            assert len(reader.issues()) == 1
            with pytest.raises(TimelineError, match="another process"):
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


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with Timeline.open(link) as timeline:
        timeline.add(ISSUE, Records())
    assert link.is_symlink()
    with Timeline.open(path) as same:
        assert len(same.issues()) == 1
