"""Measure what it takes to give one report of many another day of publication.

    python benchmarks/redate.py [FOLDER] [--issues 1000] [--reports 25]

Makes a timeline of so many issues from the reports of a folder, else from the shipped sample (each report again and again, its text marked, so that it is
an issue of its own) and gives some of them the day a week later: the preview reads the report again and says what would
move; applying writes it as one step; undoing reads it once more. Prints the median and the longest of each.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

import data
from importers import find_documents, propose, read_again, read_issue, read_source
from store import Timeline
from store.records import Issue, Records


def reports_in(folder: Path) -> list[tuple[Issue, Records]]:
    """The dated reports of a folder with what is found in them."""
    issues = [read_issue(read_source(found.path, found.given))[0] for found in find_documents([folder])]
    return [(issue, read_again(issue)) for issue in issues if issue.context.published]


def fill(timeline: Timeline, reports: list[tuple[Issue, Records]], number: int) -> list[int]:
    """Add so many issues, and return their ids."""
    ids = []
    for count in range(number):
        issue, records = reports[count % len(reports)]
        marked = replace(issue, text=f"{issue.text}\nCopy {count}.\n", title=f"{issue.title} {count}")
        ids.append(timeline.add(marked, records).issue_id)
    return ids


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """How many milliseconds it took, and what it gave."""
    begun = time.perf_counter()
    result = work()
    return (time.perf_counter() - begun) * 1000, result


def redate(timeline: Timeline, issue_id: int) -> dict[str, float]:
    """Milliseconds for the preview, the change and its undoing."""
    issue = timeline.get(issue_id).record
    if not isinstance(issue, Issue) or issue.context.published is None:
        message = f"{issue_id} is no issue with a day of publication"
        raise ValueError(message)
    later = str(issue.context.published + timedelta(7))
    preview, proposal = timed(lambda: propose(timeline, issue_id, published=later))
    apply, _ = timed(lambda: timeline.recontext(issue_id, proposal.issue.context, proposal.records))
    undo, _ = timed(lambda: timeline.undo(read_again))
    return {"preview": preview, "apply": apply, "undo": undo}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure another day of publication for one report of many.")
    parser.add_argument("folder", nargs="?", type=Path, default=data.path("sample"), metavar="FOLDER")
    parser.add_argument("--issues", type=int, default=1000)
    parser.add_argument("--reports", type=int, default=25)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Timeline.open(Path(folder) / "t.json") as timeline:
        reports = reports_in(args.folder)
        size = statistics.mean(len(issue.text) for issue, _ in reports)
        ids = fill(timeline, reports, args.issues)
        records = sum(sum(kinds.values()) for kinds in timeline.days().values())
        redate(timeline, ids[0])  # the grammars are compiled by the first
        step = max(1, len(ids) // args.reports)
        took = [redate(timeline, issue_id) for issue_id in ids[::step][: args.reports]]
    print(f"{args.issues:,} issues of {size:,.0f} characters, {records:,} records; {len(took)} a week later, in ms")
    print("| | median | longest |\n|---|---|---|")
    for name in ("preview", "apply", "undo"):
        each = [row[name] for row in took]
        print(f"| {name} | {statistics.median(each):.1f} | {max(each):.1f} |")


if __name__ == "__main__":
    main()
