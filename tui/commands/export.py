"""`export`: writes what the filter leaves, to a file or to standard output."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import add_only_timeline
from tui.errors import UserError
from tui.queries import add_filter, read_filter
from tui.safe_text import safe

if TYPE_CHECKING:
    from store.exports import Readable, Written
    from store.filters import Filter

HELP = "write the timeline, or what a filter leaves of it"
EPILOG = (
    "Without --format the name of the file decides, else it is json. Whatever a document holds, nothing in an export "
    "acts on a terminal. ics and timelinejs hold the events that have a day, csv and markdown time expressions only where "
    "the filter asks for them with kind:time; what is left out is counted on stderr."
)
STDOUT = Path("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from store.exports import FORMATS

    add_only_timeline(parser)
    described = "; ".join(f"{each.name}: {each.description}" for each in FORMATS.values())
    parser.add_argument("--format", choices=FORMATS, help=described.replace("%", "%%"))
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    add_filter(parser)
    parser.add_argument(
        "--merge",
        action="store_true",
        help="say of each mention which event it tells (event_id, in json, jsonl and csv); holds all events in memory",
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=STDOUT, metavar="FILE", help="the file to write (default: -, print it)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the export and say on stderr what it holds."""
    keep = read_filter(args.filter)
    format_name = args.format or format_of(args.output)
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        if args.output == STDOUT:
            written = to_stdout(format_name, timeline, keep, merged=args.merge)
        else:
            written = to_file(format_name, timeline, keep, args.output, timeline.path, merged=args.merge)
    note = written.note()
    if args.output != STDOUT:
        print(f"{safe(str(args.output))}: {written.records} records written", file=sys.stderr)
    if note:
        print(note, file=sys.stderr)
    return 0


def format_of(path: Path) -> str:
    """The format that the name of a file asks for; json for one without an ending.

    Raises UserError where no format has that ending.
    """
    from store.exports import FORMATS

    by_length = sorted(FORMATS.values(), key=lambda each: len(each.suffix), reverse=True)
    found = next((each.name for each in by_length if path.name.lower().endswith(each.suffix)), None)
    if found is None and path.suffix:
        message = f"{path}: no format ends with {path.suffix}; give one with --format: {', '.join(FORMATS)}"
        raise UserError(message)
    return found or "json"


def to_stdout(format_name: str, timeline: Readable, keep: Filter, *, merged: bool = False) -> Written:
    """Print the export: UTF-8 and line ends as the format wants them, whatever the terminal's own."""
    from store.exports import export_timeline

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return export_timeline(format_name, timeline, sys.stdout, keep, merged=merged)


def to_file(
    format_name: str, timeline: Readable, keep: Filter, path: Path, source: Path | None, *, merged: bool = False
) -> Written:
    """Write the export to `path`, whole or not at all; neither `source`, the timeline file, nor another is overwritten."""
    from store.exports import export_timeline
    from tui.whole_file import replacing, spare_timelines

    spare_timelines(path, source)
    with replacing(path) as out:
        return export_timeline(format_name, timeline, out, keep, merged=merged)
