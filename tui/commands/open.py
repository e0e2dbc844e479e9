"""The bare command: opens the app; without a terminal it prints the timeline day by day."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

HELP = "open the app on a timeline file"
EPILOG = "Without a terminal on standard output the timeline is printed day by day instead. Commands: see --help."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("timeline", nargs="?", type=Path, metavar="TIMELINE", help="a timeline file")


def run(args: argparse.Namespace) -> int:
    """Open the app, or print where nobody could see it."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        return _print(args.timeline)
    # What a filter leaves is drawn right behind the letter typed: at Textual's sixty frames a second it waits for 33 ms.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from tui.app import run_app
    from tui.timelines import SAMPLE_TITLE, open_timeline, open_to_write, shows_sample

    sample = shows_sample(args.timeline)
    with open_timeline(args.timeline, tell=False) as timeline:
        if sample or timeline.path is None:
            # What is imported from within the sample starts the user's own timeline, as on the command line.
            return run_app(timeline, SAMPLE_TITLE, own=lambda: open_to_write(None))
        return run_app(timeline, timeline.path.name)


def _print(path: Path | None) -> int:
    from tui.commands import list as day_by_day

    arguments = argparse.ArgumentParser()
    day_by_day.add_arguments(arguments)
    words = ["--timeline", str(path)] if path else []
    return day_by_day.run(arguments.parse_args(words))
