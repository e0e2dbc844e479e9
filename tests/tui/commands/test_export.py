from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from store.exports import FORMATS
from tui import cli
from tui.commands.export import format_of
from tui.errors import UserError

pytestmark = pytest.mark.usefixtures("opened")


def test_json_goes_to_stdout_and_nothing_to_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export"]) == 0
    out, err = capfd.readouterr()
    assert len(json.loads(out)["events"]) == 1
    assert err == ""


def test_the_filter_is_honoured(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--filter", "place:hull"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["events"] == []
    assert found["filter"] == "place:hull"


def test_a_filter_that_cannot_be_read_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--filter", "rally date:soon"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("campaign-timeline: the filter cannot be read before “soon”: “soon” is no date here; write")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_to_a_file(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out"
    assert cli.main(["export", "--format", name, "-o", str(path)]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert f"{path}: " in err
    assert path.read_bytes().endswith(b"\n")
    assert list(tmp_path.iterdir()) == [path]


def test_csv_on_stdout_keeps_its_line_ends(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--format", "csv"]) == 0
    out = capfd.readouterr().out
    assert out.count("\r\n") == 4
    assert "\r\r" not in out
    assert len(list(csv.DictReader(io.StringIO(out, newline="")))) == 3


def test_what_is_left_out_is_said_on_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--format", "ics"]) == 0
    assert capfd.readouterr().err == "left out: times (1), quotes (1), figures (1)\n"


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.CSV", "csv"),
        ("a.ics", "ics"),
        ("a.timeline.json", "timelinejs"),
        ("a.md", "markdown"),
        ("a", "json"),
        ("-", "json"),
    ],
)
def test_the_name_of_the_file_decides(name: str, format_name: str) -> None:
    assert format_of(Path(name)) == format_name


def test_a_failed_export_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    assert cli.main(["export", "-o", str(path)]) == 1
    assert capfd.readouterr().err == f"campaign-timeline: {path}: cannot be written: No space left on device\n"
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert cli.main(["export", "-o", str(link)]) == 0
    assert link.is_symlink()
    assert json.loads(real.read_text())["schema"] == 1
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert cli.main(["export", "-o", os.devnull]) == 0
    assert Path(os.devnull).is_char_device()


def test_the_timeline_itself_is_never_overwritten(
    opened: Any, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    opened.path = tmp_path / "t.json"
    opened.path.write_text("a timeline")
    assert cli.main(["export", "-o", str(opened.path)]) == 1
    assert "this is the timeline itself" in capfd.readouterr().err
    assert opened.path.read_text() == "a timeline"


@pytest.mark.parametrize(("name", "says"), [("", "this is a folder"), ("missing/out.json", "there is no folder")])
def test_a_place_that_cannot_be_written_is_one_line(
    name: str, says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", "-o", str(tmp_path / name)]) == 1
    err = capfd.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["export", "--format", "pdf"])
    assert stopped.value.code == 2


def test_every_format_is_told_in_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["export", "--help"])
    told = " ".join(capfd.readouterr().out.split())
    assert all(each.description in told for each in FORMATS.values())


def test_an_ending_that_no_format_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no format ends with \.xyz; give one with --format"):
        format_of(tmp_path / "a.xyz")
