"""`import`: reads documents, resolves, stores, and prints what was found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tui.arguments import add_context, add_json, add_timeline, add_wait, given_context
from tui.jobs import add_jobs, executor_of
from tui.safe_text import safe

if TYPE_CHECKING:
    from rich.table import Table

    from importers import ImportReport, ImportRow, Progress

HELP = "read reports and add them to a timeline"
EPILOG = (
    "Text files and folders of them; a manifest.csv beside the files and front matter in them may give publication, "
    "issue and date. What is given here beats both. A document already in the timeline is recognised."
)
MEGABYTE = 1_000_000
COUNTS = ("events", "figures", "quotes", "unresolved")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from importers import MAX_BYTES

    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text file or a folder of them")
    add_timeline(parser)
    add_context(parser)
    add_jobs(parser)
    parser.add_argument(
        "--max-size",
        type=float,
        default=MAX_BYTES / MEGABYTE,
        metavar="MB",
        help="refuse files larger than so many megabytes (default: %(default)g)",
    )
    parser.add_argument(
        "--progress",
        action="store_true",
        help="a line for each document as soon as it is safely stored, for pipes and logs",
    )
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Import and print the table; exit status 1 where a document could not be read."""
    from importers import import_paths
    from tui.timelines import open_to_write

    given = given_context(args)
    with open_to_write(args.timeline, wait=args.wait) as timeline, executor_of(args.jobs) as executor:
        report = import_paths(
            args.paths,
            timeline,
            given=given,
            executor=executor,
            max_bytes=int(args.max_size * MEGABYTE),
            on_progress=_log_progress if args.progress else _show_progress if sys.stderr.isatty() else None,
        )
        timeline.tidy_up()
    if sys.stderr.isatty() and not args.progress:
        sys.stderr.write("\r\x1b[K")
    if args.json:
        sys.stdout.write(msgspec.json.encode(report.rows).decode() + "\n")
    else:
        _print_table(report)
    for row in report.rows:
        if row.message:
            print(f"campaign-timeline: {safe(_named(row))}", file=sys.stderr)
    return 1 if report.failed else 0


def _show_progress(progress: Progress) -> None:
    sys.stderr.write(f"\r\x1b[K{progress.done} of {progress.total}  {safe(progress.row.document)[-60:]}")
    sys.stderr.flush()


def _log_progress(progress: Progress) -> None:
    row = progress.row
    print(f"{progress.done} of {progress.total}  {row.status}  {safe(row.document)}", file=sys.stderr, flush=True)


def _named(row: ImportRow) -> str:
    return row.message if row.document in row.message else f"{row.document}: {row.message}"


def _print_table(report: ImportReport) -> None:
    from rich.console import Console

    table = _table(report)
    natural = Console(width=10_000).measure(table).maximum
    if sys.stdout.isatty() and natural > Console().width:
        _print_blocks(report)
    else:
        # A pipe has no width of its own: the table is as wide as its cells, so that nothing in it is broken.
        Console(width=natural).print(table)


def _table(report: ImportReport) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("document", "publication", "issue", "published", "how known"):
        table.add_column(heading)
    for heading in COUNTS:
        table.add_column(heading, justify="right")
    table.add_column("status")
    for row in report.rows:
        cells = [Path(row.document).name, row.publication or "–", row.issue or "–", _day(row), row.how]
        cells += ["" if row.status == "failed" else str(getattr(row, count)) for count in COUNTS]
        table.add_row(*(Text(safe(cell)) for cell in [*cells, row.status]))
    return table


def _print_blocks(report: ImportReport) -> None:
    """The table for a terminal too narrow for it: a few lines for each document."""
    for row in report.rows:
        print(safe(f"{Path(row.document).name}  {row.status}"))
        if row.status != "failed":
            print(safe(f"  {row.publication or 'no publication known'}, {row.how}"))
            print("  " + ", ".join(f"{getattr(row, count)} {count}" for count in COUNTS))


def _day(row: ImportRow) -> str:
    from importers.days import in_words

    return in_words(row.published) if row.published else "–"
