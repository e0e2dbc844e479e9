"""`backup`: copies a timeline as it stands, also while another process writes to it."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from tui.arguments import add_only_timeline
from tui.errors import UserError
from tui.safe_text import safe

HELP = "copy a timeline as it stands"
EPILOG = "The copy is a timeline of its own. Another program may be writing to the timeline meanwhile."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the copy (default: beside it, NAME.backup-TIME)"
    )
    parser.add_argument("--force", action="store_true", help="let the copy take the place of another timeline")


def run(args: argparse.Namespace) -> int:
    """Make the copy and say where it is."""
    from store import TimelineError
    from tui.timelines import open_timeline
    from tui.whole_file import spare_source, spare_timelines

    with open_timeline(args.timeline, read_only=True) as timeline:
        if timeline.path is None:
            message = "the sample is not kept in a file here; there is nothing to copy"
            raise UserError(message)
        target = args.output or _beside(timeline.path)
        if args.force:
            spare_source(target, timeline.path)
        else:
            spare_timelines(target, timeline.path, "name another file, or say --force")
        try:
            timeline.backup(target)
        except TimelineError as error:
            raise UserError(str(error)) from error
    print(safe(str(target)))
    return 0


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.backup-{datetime.now().astimezone():%Y%m%dT%H%M%S}")
