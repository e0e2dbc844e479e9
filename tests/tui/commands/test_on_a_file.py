"""The commands on a timeline file, from the command line to the disk and back."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from store import Timeline
from store.records import Context, Event, Issue, Records
from tui import cli

DAY = date(2016, 8, 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "t.json"
    text = "Dockers marched on Saturday."
    march = Event(start=0, end=28, text=text, title="March", kind="march", first=DAY, last=DAY, places=("Hull",))
    with Timeline.open(path) as timeline:
        timeline.add(Issue(text=text, context=Context(publication="Gazette")), Records(events=(march,)))
    return path


def test_export_then_list(file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "march.json"
    words = ["--timeline", str(file), "--filter", "place:hull date:2016-08"]
    assert cli.main(["export", *words, "-o", str(out)]) == 0
    assert json.loads(out.read_text())["events"][0]["title"] == "March"
    assert cli.main(["list", *words]) == 0
    assert "  event   March\n" in capfd.readouterr().out


def test_a_missing_timeline_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--timeline", str(tmp_path / "none.json")]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["backup", "check", "corrections", "export", "list", "people", "places", "refresh"])
@pytest.mark.parametrize("words", [["a b.json"], ["--timeline", "t.json", "a b.json"], ["a b.json", "c.json"]])
def test_a_file_named_without_its_option_is_told_of_it(
    command: str, words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, *words])
    assert stopped.value.code == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.endswith("name the timeline with --timeline, as in: --timeline 'a b.json'\n")
    assert "[FILE]" not in err


def test_a_reader_that_goes_away_is_no_error(file: Path) -> None:
    with Timeline.open(file) as timeline:
        events = tuple(
            Event(start=at, end=at + 1, text="x" * 400, title=f"Meeting {at}", kind="meeting", first=DAY, last=DAY)
            for at in range(2000)
        )
        timeline.add(Issue(text="x" * 2000, context=Context(publication="Star")), Records(events=events))
    command = [sys.executable, "-m", "tui", "export", "--format", "jsonl", "--timeline", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0
