from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import data
import importers.pipeline
from importers import Given, ImportReport, ImportRow, Progress, import_paths
from importers.batch import CHUNK
from importers.documents import Document
from store import Timeline
from store.records import Context, Issue, Records

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
STORY = "The hall in Leeds was full on Monday. Some 300 people came."


@pytest.fixture
def timeline() -> Iterator[Timeline]:
    with Timeline.in_memory() as opened:
        yield opened


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def statuses(report: ImportReport) -> list[str]:
    return [row.status for row in report.rows]


def stored(timeline: Timeline) -> list[Issue]:
    return [entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)]


def test_a_folder_becomes_issues_with_what_was_found_in_them(tmp_path: Path, timeline: Timeline) -> None:
    write(tmp_path, a=STORY, b=f"---\npublished: 2016-08-16\ntitle: Full\n---\n{STORY}\nNobody left.")
    report = import_paths([tmp_path], timeline, given=Given("command line", publication="SW", issue="2517"))
    assert statuses(report) == ["added", "added"]
    assert report.failed == []
    first, second = report.rows
    assert (first.publication, first.issue, first.published) == ("Socialist Worker", "2517", date(2016, 8, 16))
    assert first.how == "issue 2517, on sale Tue 16 Aug 2016, from the issue number"
    assert second.how == "issue 2517, published Tue 16 Aug 2016, from the front matter"
    assert first.figures == 1
    assert first.message == ""
    assert [issue.source for issue in stored(timeline)] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert first.issue_id is not None
    assert len(timeline.of_issue(first.issue_id)) >= first.events + first.figures + first.quotes


def test_a_document_without_a_day_is_imported_and_its_dates_wait(tmp_path: Path, timeline: Timeline) -> None:
    (row,) = import_paths([write(tmp_path, a=STORY)], timeline).rows
    assert (row.status, row.published, row.unresolved) == ("added", None, 1)
    assert row.message.startswith("1 date waits for the day of publication; give it with --published")


def test_a_vague_expression_is_not_counted_as_waiting(tmp_path: Path, timeline: Timeline) -> None:
    (row,) = import_paths([write(tmp_path, a="Many have joined recently.")], timeline).rows
    assert (row.unresolved, row.message) == (0, "")


def test_the_same_document_again_is_known_and_another_context_replaces_it(tmp_path: Path, timeline: Timeline) -> None:
    folder = write(tmp_path, a=STORY)
    dated = Given("command line", published=date(2016, 8, 16))
    assert statuses(import_paths([folder], timeline, given=dated)) == ["added"]
    assert statuses(import_paths([folder], timeline, given=dated)) == ["known"]
    later = Given("command line", published=date(2016, 8, 23))
    assert statuses(import_paths([folder], timeline, given=later)) == ["replaced"]
    assert [issue.context.published for issue in stored(timeline)] == [date(2016, 8, 23)]


def test_a_bad_document_is_a_row_and_stops_nothing(tmp_path: Path, timeline: Timeline) -> None:
    write(tmp_path, a=STORY, b="", c="x" * 200, d="---\npublished: soon\n---\nText.", f="Full again.")
    (tmp_path / "e.txt").write_bytes(b"\0\1\2")
    report = import_paths([tmp_path / "gone.txt", tmp_path], timeline, max_bytes=150)
    assert statuses(report) == ["failed", "added", "failed", "failed", "failed", "failed", "added"]
    assert len(stored(timeline)) == 2
    for row in report.failed:
        assert row.message.startswith(row.document)
        assert row.message.isprintable()


def test_a_fault_in_one_text_is_a_row_that_says_where(
    tmp_path: Path, timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(document: Document, context: Context) -> Records:
        if "bad" in document.text:
            raise KeyError(context.note)
        return Records()

    monkeypatch.setattr(importers.pipeline, "extract", faulty)
    report = import_paths([write(tmp_path, a=STORY, b="A bad text.", c="A good one.")], timeline)
    assert statuses(report) == ["added", "failed", "added"]
    assert "a fault of the program (KeyError in test_batch.py, line " in report.rows[1].message


def test_what_the_timeline_raises_goes_through_with_all_before_it_stored(tmp_path: Path, timeline: Timeline) -> None:
    class Full:
        def same_as(self, issue: Issue) -> None:
            """No issue is."""

        def add(self, issue: Issue, records: Records) -> object:
            if "third" in issue.text:
                raise OSError(28, "No space left on device")
            return timeline.add(issue, records)

    write(tmp_path, a="The first.", b="The second.", c="The third.", d="The fourth.")
    with pytest.raises(OSError, match="No space left"):
        import_paths([tmp_path], Full())  # type: ignore[arg-type]
    assert [issue.text for issue in stored(timeline)] == ["The first.", "The second."]


def rows_with(executor: Executor | None, folder: Path) -> list[ImportRow]:
    with Timeline.in_memory() as timeline:
        return import_paths([folder], timeline, executor=executor).rows


def test_any_executor_gives_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        **{f"n{number:03}": f"Report {number} of Monday. Some {number} people came." for number in range(3 * CHUNK)},
    )
    (tmp_path / "n010.txt").write_bytes(b"\0")
    alone = rows_with(None, tmp_path)
    assert [Path(row.document).stem for row in alone] == [f"n{number:03}" for number in range(3 * CHUNK)]
    assert statuses(ImportReport(alone)).count("failed") == 1
    with ThreadPoolExecutor(2) as threads:
        assert rows_with(threads, tmp_path) == alone
    with ProcessPoolExecutor(2) as processes:
        assert rows_with(processes, tmp_path) == alone


def test_progress_is_told_after_each_document(tmp_path: Path, timeline: Timeline) -> None:
    heard: list[Progress] = []
    report = import_paths([write(tmp_path, a="One.", b="", c="Two.")], timeline, on_progress=heard.append)
    assert [(progress.done, progress.total, progress.row) for progress in heard] == [
        (number, 3, row) for number, row in enumerate(report.rows, start=1)
    ]


def test_the_sample_is_imported_whole(timeline: Timeline) -> None:
    report = import_paths([data.path("sample")], timeline)
    assert statuses(report) == ["added"] * 10
    assert sum(row.unresolved for row in report.rows) == 0
    days = timeline.days()
    for day in (date(2016, 7, 30), date(2016, 8, 1), date(2016, 8, 21), date(2016, 9, 24)):
        assert days[day]["event"]
    kilburn = {entry.issue_id for entry in timeline.entries(None, date(2016, 8, 21), date(2016, 8, 21))}
    papers = {
        issue.record.context.publication
        for issue in timeline.issues()
        if issue.id in kilburn and isinstance(issue.record, Issue)
    }
    assert {"Socialist Worker", "The Socialist"} <= papers


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds (../shared/seeds) are not on this machine")
def test_the_seeds_are_imported_with_their_manifest(timeline: Timeline) -> None:
    report = import_paths([SEEDS], timeline)
    assert statuses(report) == ["added"] * 5
    assert all(row.published and "from the manifest" in row.how for row in report.rows)
