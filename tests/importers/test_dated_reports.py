"""A hundred and thirty-seven invented reports of many papers and periods, dense with dates: what a careful reader makes of each of them.

`tests/reports/dates.jsonl` and `dates_of_papers.jsonl` hold one report a line, its time expressions beside the text;
`first` is null where no day can be known, `no_times` lists what only looks like a date. Blind, before the rules were
mended on them, 85 % of the first fifteen, 87 % of the next twelve, 93 % of the next eight, 87 % of the next twelve and
92 % of the last six of the first file were right; of the second, of dispatches, diaries, court reports and papers of
nine countries, 78 % of the first twenty, 84 % of the next eight, 92 % and 87 % of two times eight that are of one
campaign, 95 % of the next eight, 91 % of the next six and 93 % of the last twenty-six, which are of campaigns of 2010
to 2020.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from importers import document_and_context, extract
from store.records import Time

FOLDER = Path(__file__).resolve().parents[1] / "reports"
REPORTS = (FOLDER / "dates.jsonl", FOLDER / "dates_of_papers.jsonl")
FLOOR = 0.965


def _reports() -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for path in REPORTS for line in path.read_bytes().splitlines()]


def _times(report: dict[str, Any]) -> tuple[Time, ...]:
    given = {key: report[key] for key in ("publication", "issue", "published")}
    return extract(*document_and_context(report["text"], **given)).times


def _right(gold: dict[str, Any], times: tuple[Time, ...]) -> bool:
    days = (date.fromisoformat(gold["first"]), date.fromisoformat(gold["last"]))
    return any(
        time.start < gold["end"] and gold["start"] < time.end and (time.first, time.last) == days for time in times
    )


def test_every_mark_up_lies_on_its_words() -> None:
    for report in _reports():
        for gold in report["times"]:
            assert report["text"][gold["start"] : gold["end"]] == gold["text"]


def test_days() -> None:
    hits = [
        _right(gold, times)
        for report in _reports()
        for times in [_times(report)]
        for gold in report["times"]
        if gold["first"]
    ]
    assert len(hits) > 1800
    assert sum(hits) / len(hits) >= FLOOR
