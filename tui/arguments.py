"""Arguments that several commands share, declared once."""

from __future__ import annotations

import argparse
import math
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import UserError

if TYPE_CHECKING:
    from importers import Given


def add_context(parser: argparse.ArgumentParser) -> None:
    """`--publication`, `--issue` and `--published`: the publication context, over what the document says."""
    parser.add_argument("--publication", metavar="NAME", help="the paper")
    parser.add_argument("--issue", metavar="NUMBER", help="the number of the issue")
    parser.add_argument("--published", metavar="DATE", help="the day of publication, as 2016-08-16 or 16 August 2016")


def given_context(args: argparse.Namespace) -> Given:
    """What `add_context` was told; raises UserError where the date cannot be read."""
    from importers import Given

    try:
        return Given.read("command line", args.publication, args.issue, args.published)
    except ValueError as error:
        message = f"--published: {error}"
        raise UserError(message) from error


def add_timeline(parser: argparse.ArgumentParser) -> None:
    """`--timeline FILE`: the file to work on."""
    parser.add_argument(
        "--timeline", type=Path, metavar="FILE", help="the timeline file (default: your own, in your data folder)"
    )


def add_only_timeline(parser: argparse.ArgumentParser) -> None:
    """The same for a command that takes no other words: a file named without `--timeline` is told how to name it."""
    add_timeline(parser)
    parser.add_argument("stray", nargs="?", type=_refused, metavar="FILE", help=argparse.SUPPRESS)


def _refused(word: str) -> None:
    message = f"name the timeline with --timeline, as in: --timeline {shlex.quote(word)}"
    raise argparse.ArgumentTypeError(message)


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`: the result for programs."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def add_wait(parser: argparse.ArgumentParser) -> None:
    """`--wait SECONDS`: how long to wait for another program that writes to the timeline."""
    parser.add_argument(
        "--wait",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help="wait so long while another program writes to the timeline (default: do not)",
    )


def _seconds(words: str) -> float:
    seconds = float(words)
    if not 0 <= seconds < math.inf:
        raise ValueError
    return seconds
