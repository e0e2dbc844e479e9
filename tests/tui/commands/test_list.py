from __future__ import annotations

import json
import os
import sys
import unicodedata
from typing import Any

import pytest

from tui import cli

pytestmark = pytest.mark.usefixtures("opened")


def run(capfd: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert cli.main(["list", *words]) == 0
    return capfd.readouterr().out.splitlines()


def test_the_timeline_is_told_day_by_day(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd) == [
        "Saturday 20 August 2016",
        "  event   March [sic] of the dockers ␛]0;owned␇ and their families through the",
        "          old harbour, Tynemouth",
        "          march · 3,000 · Tynemouth · The Harbour Gazette 312, 23 August 2016",
        "  quote   “We stay,”",
        "          Zoë◌ Müller · The Harbour Gazette 312, 23 August 2016",
        "",
        "No day known",
        "  figure  Some 3,000",
        "          no day in the text · 3,000 dockers · The Harbour Gazette 312, 23",
        "          August 2016",
    ]


def test_times_are_printed_where_the_filter_asks_for_them(capfd: pytest.CaptureFixture[str]) -> None:
    lines = run(capfd, "--filter", "kind:time")
    assert lines[1].startswith("  time    “Saturday”")


def test_an_empty_result_says_so_on_stderr(opened: Any, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", "--filter", "place:hull"]) == 0
    assert capfd.readouterr() == ("", "nothing in this timeline fits the filter\n")
    opened.found.clear()
    assert cli.main(["list"]) == 0
    assert capfd.readouterr() == ("", "this timeline is empty\n")


def test_json_has_one_object_a_day(capfd: pytest.CaptureFixture[str]) -> None:
    days = json.loads("\n".join(run(capfd, "--json")))
    assert [(day["day"], [record["record"] for record in day["records"]]) for day in days] == [
        ("2016-08-20", ["event", "time", "quote"]),
        (None, ["figure"]),
    ]
    assert days[0]["records"][0]["attendance"] == {"low": 3000, "high": 3000, "qualifier": None}


def test_json_of_nothing_is_an_empty_array(capfd: pytest.CaptureFixture[str]) -> None:
    assert json.loads("\n".join(run(capfd, "--json", "--filter", "place:hull"))) == []


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_nothing_of_a_document_acts_on_the_terminal(words: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(run(capfd, *words))
    assert [c for c in text if unicodedata.category(c) in {"Cc", "Cf"} and c != "\n"] == []


def test_a_terminal_gets_its_width_and_bold_days(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_: os.terminal_size((50, 24)))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert cli.main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "\x1b[1mSaturday 20 August 2016\x1b[0m"
    assert 40 < max(map(len, lines[1:])) <= 50
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli.main(["list"]) == 0
    assert "\x1b" not in capsys.readouterr().out
