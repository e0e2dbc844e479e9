"""`check`: verifies a timeline file and says what is damaged and what can be had back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tui import settings
from tui.arguments import add_json, add_only_timeline, add_wait
from tui.errors import UserError
from tui.safe_text import safe

if TYPE_CHECKING:
    from store import CheckReport, Repaired

HELP = "verify a timeline file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    parser.add_argument(
        "--repair", action="store_true", help="keep every whole record; the damaged file is copied beside it first"
    )
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print what was found; exit status 1 where something is damaged."""
    from store import TimelineError, check, repair

    path = args.timeline or _own()
    if not path.exists():
        message = f"{path}: no such timeline"
        raise UserError(message)
    try:
        if args.repair:
            _show(repair(path, wait=args.wait), as_json=args.json)
            return 0
        report = check(path)
    except TimelineError as error:
        raise UserError(str(error)) from error
    _show(report, as_json=args.json)
    return 0 if report.sound else 1


def _own() -> Path:
    """The user's own timeline, or the sample as long as there is none."""
    own = settings.default_timeline()
    return own if own.exists() or not settings.sample_timeline().exists() else settings.sample_timeline()


def _show(report: CheckReport | Repaired, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(msgspec.json.encode(report).decode() + "\n")
        return
    for line in report.lines():
        print(safe(line))
