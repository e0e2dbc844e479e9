"""check and backup, and what the bare command opens."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

import importers
from store import Timeline
from store.records import Context, Issue, Records
from tui import cli, settings, timelines
from tui.errors import UserError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the user that does not exist yet."""
    monkeypatch.setattr(settings, "data_folder", lambda: tmp_path / "share")
    return tmp_path / "share"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "t.json"
    Timeline.open(path).close()
    return path


def test_check_says_that_a_file_is_sound(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--timeline", str(kept)]) == 0
    assert "sound" in capsys.readouterr().out
    assert cli.main(["check", "--timeline", str(kept), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sound"] is True


def test_check_repairs_a_torn_file_and_keeps_what_it_was(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = kept.read_bytes()[:-3]
    kept.write_bytes(torn)
    assert cli.main(["check", "--timeline", str(kept)]) == 1
    assert cli.main(["check", "--timeline", str(kept), "--repair"]) == 0
    assert cli.main(["check", "--timeline", str(kept)]) == 0
    capsys.readouterr()
    (copy,) = kept.parent.glob("t.json.damaged-*")
    assert copy.read_bytes() == torn


@pytest.mark.parametrize("command", ["check", "list", "export", "backup"])
def test_a_file_that_is_no_timeline_or_not_there_is_one_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    other.write_text("[1, 2, 3]", encoding="utf-8")
    for path in (other, tmp_path / "missing.json"):
        assert cli.main([command, "--timeline", str(path)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert str(path) in err
    assert other.read_text(encoding="utf-8") == "[1, 2, 3]"


def test_a_backup_opens_as_a_timeline(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "copy.json"
    assert cli.main(["backup", "--timeline", str(kept), "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    with Timeline.open(target, create=False) as copy:
        assert list(copy.entries()) == []


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.json"
    Timeline.open(path).close()
    return path


@pytest.mark.parametrize("command", ["export", "chart", "backup"])
def test_another_timeline_is_not_overwritten(
    command: str, kept: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = other.read_bytes()
    for content in (whole, whole.replace(b"_default", b"_defau\x00t"), json.dumps(json.loads(whole)).encode()):
        other.write_bytes(content)
        assert cli.main([command, "--timeline", str(kept), "-o", str(other)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert f"{other}: this is a timeline, and would be overwritten" in err
        assert ("--force" in err) is (command == "backup")
        assert other.read_bytes() == content


def test_a_backup_takes_the_place_of_another_timeline_by_force_and_never_of_its_own(
    kept: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Timeline.open(kept) as timeline:
        timeline.add(Issue(text="Dockers marched.", context=Context(publication="Gazette")), Records())
    words = ["backup", "--timeline", str(kept), "--force", "-o"]
    assert cli.main([*words, str(other)]) == 0
    with Timeline.open(other) as copy:
        assert len(copy.issues()) == 1
    assert cli.main([*words, str(kept)]) == 1
    assert "this is the timeline itself" in capsys.readouterr().err


def test_an_earlier_export_is_overwritten(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "export.json"
    for _ in range(2):
        assert cli.main(["export", "--timeline", str(kept), "-o", str(target)]) == 0
    assert cli.main(["backup", "--timeline", str(kept), "-o", str(target)]) == 0


def test_the_sample_opens_where_there_is_no_timeline_yet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    out = capsys.readouterr().out
    assert "Sunday 21 August 2016" in out
    assert "Kilburn" in out
    assert (home / "sample.json").exists()
    assert not (home / "timeline.json").exists()


@pytest.mark.parametrize("stale", ["", "of a sample that was removed"])
def test_a_sample_that_another_process_is_writing_is_waited_for(
    home: Path, stale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is a thread here: the lock lies on the open file, so it holds against ourselves as well."""
    home.mkdir()
    if stale:
        (home / "sample.shipped").write_text(stale, encoding="ascii")
    begun, seen = threading.Event(), threading.Event()
    open_timeline, import_paths = Timeline.open, importers.import_paths

    def import_slowly(paths: list[Path], timeline: Timeline) -> None:
        import_paths(paths[:3], timeline)
        begun.set()
        assert seen.wait(30)
        import_paths(paths[3:], timeline)

    def open_and_tell(path: Path, *, create: bool, wait: float) -> Timeline:
        opened = open_timeline(path, create=create, wait=wait)
        if opened.read_only:
            seen.set()
        return opened

    monkeypatch.setattr(importers, "import_paths", import_slowly)
    first = threading.Thread(target=lambda: timelines.open_sample().close())
    first.start()
    assert begun.wait(30)
    monkeypatch.setattr(Timeline, "open", open_and_tell)
    with timelines.open_sample() as second:
        assert len(second.issues()) == 10
    first.join()


@pytest.mark.usefixtures("home")
def test_a_whole_sample_that_is_open_elsewhere_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with timelines.open_sample() as first:
        monkeypatch.setattr(timelines, "_GLANCE", None)  # it is not waited for
        with timelines.open_sample() as second:
            assert second.read_only
            assert len(second.issues()) == len(first.issues())


@pytest.mark.usefixtures("home")
def test_the_sample_is_imported_once() -> None:
    with timelines.open_timeline(None) as first:
        entries = list(first.entries())
    with timelines.open_timeline(None) as second:
        assert list(second.entries()) == entries


def test_the_own_timeline_comes_before_the_sample(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timelines.open_to_write(None).close()
    assert (home / "timeline.json").exists()
    assert cli.main([]) == 0
    assert "Kilburn" not in capsys.readouterr().out


def test_the_sample_is_shown_where_nothing_can_be_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    with timelines.open_sample() as sample:
        assert sample.path is None
        assert len(sample.issues()) == 10
    assert "without being kept" in capsys.readouterr().err


def test_a_second_writer_is_told_who_writes(kept: Path) -> None:
    with Timeline.open(kept), pytest.raises(UserError, match="is writing"):
        timelines.open_to_write(kept)


def test_a_mistyped_command_is_recognised(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lits"]) == 1
    assert "did you mean list?" in capsys.readouterr().err


def test_check_looks_at_the_sample_while_there_is_nothing_else(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 1
    timelines.open_sample().close()
    assert cli.main(["check"]) == 0
    assert str(home / "sample.json") in capsys.readouterr().out
