"""corroborate and undated: what papers say of one another."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Timeline
from tui import cli

STORIES = {
    "Valley Herald": ("2019-05-14", "Some 400 people came to a rally in Kilburn on Saturday."),
    "Evening Call": ("2019-05-14", "A rally of 550 people was held in Kilburn on Saturday."),
    "Northern Worker": ("2019-05-21", "A march of 90 people was held in Hull last Friday."),
    "Leaflet": ("", "A rally of 400 people was held in Kilburn on Saturday."),
}

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    for paper, (day, text) in STORIES.items():
        published = f"published: {day}\n" if day else ""
        head = f"---\npublication: {paper}\n{published}---\n"
        (tmp_path / f"{paper}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    path = tmp_path / "t.json"

    def _run(*words: str) -> str:
        assert cli.main([*words, "--timeline", str(path)]) == 0
        return capsys.readouterr().out

    _run("import", *(str(tmp_path / f"{paper}.txt") for paper in STORIES))
    return _run


def test_events_of_several_papers_are_listed_with_who_agrees(run: Run) -> None:
    lines = run("corroborate").splitlines()
    assert "1 told by two papers or more (1 with contradictions)" in lines[0]
    assert lines[2] == "Saturday 11 May 2019"
    assert "    Valley Herald: 11 May 2019 · some 400 · ⚠ not with Evening Call on how many came" in lines


def test_what_one_paper_tells_alone_is_listed_by_day_and_counted_by_paper(run: Run) -> None:
    lines = run("corroborate", "--single").splitlines()
    assert lines[lines.index("Friday 17 May 2019") + 1].endswith("(Northern Worker)")
    assert "Northern Worker: 1 event, 1 alone" in lines
    assert "Evening Call: 1 event, 0 alone" in lines
    lines = run("corroborate", "--by-paper").splitlines()
    assert lines[lines.index("Northern Worker: 1 event, 1 alone") + 1].startswith("  2019-05-17  ")


def test_the_same_for_programs(run: Run) -> None:
    found = json.loads(run("corroborate", "--json"))
    kilburn = found["events"][0]
    assert (kilburn["papers"], kilburn["conflicts"], kilburn["first"]) == (2, ["size"], "2019-05-11")
    assert [each["agrees"] for each in kilburn["accounts"]] == [False, False]
    assert kilburn["accounts"][0]["contradicts"] == [{"paper": "Evening Call", "on": ["size"]}]
    (alone,) = (each for each in found["papers"] if each["paper"] == "Northern Worker")
    assert alone["events"] == 1
    assert alone["single"] == [event["id"] for event in found["events"] if event["first"] == "2019-05-17"]
    narrowed = json.loads(run("corroborate", "--json", "--filter", "place:hull"))
    assert [event["first"] for event in narrowed["events"]] == ["2019-05-17"]


def test_a_filter_knows_of_events_what_the_rest_of_the_timeline_says(run: Run) -> None:
    disputed = json.loads(run("corroborate", "--json", "--filter", "is:conflict"))
    assert [event["first"] for event in disputed["events"]] == ["2019-05-11"]


def test_no_event_is_said_on_stderr(run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Timeline.open(tmp_path / "empty.json").close()
    assert cli.main(["corroborate", "--timeline", str(tmp_path / "empty.json")]) == 0
    assert "no event" in capsys.readouterr().err
    assert cli.main(["undated", "--timeline", str(tmp_path / "empty.json")]) == 0
    assert "every report" in capsys.readouterr().err
    assert run("corroborate", "--filter", "place:nowhere").startswith("0 events")


def test_days_for_a_report_without_one_are_offered_and_not_taken(run: Run) -> None:
    lines = run("undated").splitlines()
    assert "Leaflet" in lines[0]
    assert lines[1].endswith(": 1 event told by others too")
    assert "meets 11 May 2019 in Valley Herald, 14 May 2019" in lines[2]
    (found,) = json.loads(run("undated", "--json"))
    best = found["candidates"][0]
    assert (best["first"], best["last"]) == ("2019-05-11", "2019-05-17")
    assert [event["day"] for event in best["events"]] == ["2019-05-11"]
    run("redate", "Leaflet.txt", "--published", best["last"])
    assert json.loads(run("undated", "--json")) == []
    assert json.loads(run("corroborate", "--json"))["events"][0]["papers"] == 3


def test_an_export_says_which_event_a_mention_tells_where_that_is_asked_for(run: Run) -> None:
    merged = json.loads(run("export", "--merge", "--filter", "place:kilburn"))["events"]
    assert len({event["event_id"] for event in merged if event["first"]}) == 1
    assert {event["event_id"] for event in merged} <= {event["id"] for event in merged}
    assert {event["event_id"] for event in json.loads(run("export"))["events"]} == {None}
    table = run("export", "--format", "csv", "--merge", "--filter", "kind:event place:hull").splitlines()
    heads, row = (next(csv.reader([line])) for line in table)
    assert row[heads.index("event_id")] == row[heads.index("id")]
