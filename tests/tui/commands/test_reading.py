"""import, extract and explain: from the command line to what is printed, without a process of their own."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tui import cli

REPORT = """Beacon

Some 400 people joined a rally in Leeds on Saturday. “We will be back,” said Ann Other, who organised it.

Up to 90 marched in Hull the previous night.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_import_prints_a_table_and_the_timeline_holds_the_report(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    timeline = tmp_path / "t.json"
    status, out, err = run(capsys, "import", report, "--timeline", timeline, "--published", "1 August 2016")
    assert (status, err) == (0, "")
    assert "report.txt" in out
    assert "Mon 1 Aug 2016" in out
    assert "published Mon 1 Aug 2016, as given" in out
    status, out, _ = run(capsys, timeline)
    assert status == 0
    assert out.index("Friday 29 July 2016") < out.index("Saturday 30 July 2016")


def test_each_document_is_reported_once_it_is_stored(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    words = ("import", tmp_path / "empty.txt", report, "--timeline", tmp_path / "t.json", "--published", "2016-08-01")
    _, _, err = run(capsys, *words, "--progress")
    assert err.splitlines()[:2] == [f"1 of 2  failed  {tmp_path / 'empty.txt'}", f"2 of 2  added  {report}"]
    assert "\x1b" not in err


def test_the_same_report_again_is_known(capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path) -> None:
    words = ("import", report, "--timeline", tmp_path / "t.json", "--published", "2016-08-01", "--json")
    first, second = json.loads(run(capsys, *words)[1]), json.loads(run(capsys, *words)[1])
    assert [row["status"] for row in (*first, *second)] == ["added", "known"]
    assert first[0]["published"] == "2016-08-01"


def test_without_a_date_the_table_says_how_to_give_one(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    status, out, err = run(capsys, "import", report, "--timeline", tmp_path / "t.json")
    assert status == 0
    assert "no date known" in out
    assert "--published" in err


def test_what_cannot_be_read_gets_a_line_and_the_rest_goes_in(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 40)
    (tmp_path / "large.txt").write_text("word " * 500, encoding="utf-8")
    names = ["empty.txt", "binary.txt", "large.txt", "missing.txt"]
    paths = [tmp_path / name for name in names]
    status, _, err = run(capsys, "import", *paths, report, "--timeline", tmp_path / "t.json", "--max-size", "0.001")
    assert status == 1
    lines = [line for line in err.splitlines() if "report.txt" not in line]
    assert len(lines) == len(names)
    assert all(name in line for name, line in zip(names, lines, strict=True))
    assert "Leeds" in run(capsys, "list", "--timeline", tmp_path / "t.json")[1]


def test_a_published_date_that_is_none_is_one_line(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    for words in (
        ("import", report, "--timeline", tmp_path / "t.json", "--published", "someday"),
        ("extract", report, "--published", "someday"),
        ("explain", "last Friday", "--published", "someday"),
    ):
        status, out, err = run(capsys, *words)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert err.startswith("campaign-timeline: --published: ")
    assert not (tmp_path / "t.json").exists()


def test_extract_prints_the_records_of_one_text(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    result = json.loads(run(capsys, "extract", report, "--published", "2016-08-01")[1])
    assert [time["value"] for time in result["times"]] == ["2016-07-30", "2016-07-29TNI"]
    assert [(figure["low"], figure["high"]) for figure in result["figures"]] == [(400, 400), (None, 90)]
    assert [quote["speaker"] for quote in result["quotes"]] == ["Ann Other"]
    assert [event["places"] for event in result["events"]] == [["Leeds"], ["Hull"]]


def test_extract_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"---\npublished: 2016-08-01\n---\nThey met on Saturday.\n")
    result = json.loads(run(capsys, "extract")[1])
    assert result["published"] == "2016-08-01"
    assert result["times"][0]["first"] == "2016-07-30"
    feed(monkeypatch, b"")
    assert run(capsys, "extract")[0] == 1


def test_the_pipe_answers_every_line_in_order() -> None:
    from tui.commands.extract import results

    lines: list[Any] = [
        {"id": 1, "text": REPORT, "published": "2016-08-01", "publication": "Beacon", "issue": 7},
        {"id": "b"},
        {"id": "c", "text": "They met on Saturday.", "published": "someday"},
        {"id": "d", "text": ""},
    ]
    raw = [json.dumps(line).encode() for line in lines]
    found = list(results([*raw[:1], b"\n", b"{not json\n", b"[1]\n", b"\xff\n", *raw[1:]]))
    assert [result["id"] for result in found] == [1, None, None, None, "b", "c", "d"]
    assert [bool(result["errors"]) for result in found] == [False, True, True, True, True, True, False]
    assert found[0]["issue"] == "7"


def test_a_time_has_the_fields_of_the_interface(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    result = json.loads(run(capsys, "extract", report, "--published", "2016-08-01")[1])
    assert set(result["times"][0]) == {"start", "end", "text", "type", "value", "first", "last", "why"}
    assert {"low", "high", "qualifier", "unit", "counted"} <= set(result["figures"][0])
    assert {"speaker", "speaker_start", "speaker_end", "cue"} <= set(result["quotes"][0])
    assert {"title", "kind", "first", "last", "places", "people", "attendance"} <= set(result["events"][0])


def test_explain_names_day_anchor_and_rule(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("explain", "Friday of last week", "--publication", "Socialist Worker", "--issue", "2518")
    status, out, err = run(capsys, *words)
    assert (status, err) == (0, "")
    assert out.startswith("Friday of last week = Fri 19 Aug 2016")
    assert "Tue 23 Aug 2016" in out
    assert "weekday of last week" in out
    assert json.loads(run(capsys, *words, "--json")[1])["first"] == "2016-08-19"
    assert run(capsys, "explain", "nothing at all")[0] == 1


@pytest.mark.parametrize(
    ("paper", "way_out"),
    [
        ("Socialist Wrker", "did you mean “Socialist Worker”?"),
        ("the socialist workr", "did you mean “Socialist Worker”?"),
        ("Xyzzy", "give --published."),
    ],
)
def test_explain_names_the_paper_that_is_not_known(
    paper: str, way_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--publication", paper, "--issue", "2518")
    status, out, err = run(capsys, "explain", "Friday of last week", *words)
    assert (status, err) == (0, "")
    said = f"  The paper “{paper}” is not known, and so not its day of publication; {way_out}"
    assert out.splitlines()[-1] == said
    assert "give --published (or" not in out
    for known in (
        ("explain", "16 August 2016", *words),
        ("explain", "last Friday", *words, "--published", "2016-08-01"),
    ):
        assert "is not known" not in run(capsys, *known)[1]
    assert "give --published (or" in run(capsys, "explain", "last Friday", "--publication", "Socialist Worker")[1]
