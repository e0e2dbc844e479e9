"""`refresh`: reads every report of a timeline again, after an upgrade, and says what that changed."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

from tui.arguments import add_json, add_only_timeline, add_wait
from tui.commands.redate import changes_as_object, lines_of_changes
from tui.errors import UserError
from tui.jobs import add_jobs, executor_of
from tui.printing import count, print_json, print_lines
from tui.reports import phrase_of
from tui.safe_text import safe

if TYPE_CHECKING:
    from importers import Refreshed
    from store import Timeline
    from store.moves import Changes
    from store.records import Kind

HELP = "read all reports of a timeline again, after an upgrade"
EPILOG = (
    "What was given of a report's publication stays, and so does all that was corrected by hand. Each report is put in "
    "place as a whole: it can be stopped at any time and begun again."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    add_only_timeline(parser)
    add_jobs(parser)
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Refresh and say what changed; exit status 1 where a report could not be read."""
    from tui.timelines import open_to_change

    opened = open_to_change(args.timeline, wait=args.wait, dry_run=args.dry_run)
    with opened as timeline, executor_of(args.jobs) as executor:
        found = _refresh(timeline, executor, dry_run=args.dry_run)
        timeline.tidy_up()
    if args.json:
        print_json(as_object(found, dry_run=args.dry_run))
    else:
        print_lines(lines_of(found, dry_run=args.dry_run))
    for each in found:
        if each.fault:
            print(f"campaign-timeline: {safe(each.fault)}", file=sys.stderr)
    return 1 if any(each.fault for each in found) else 0


def _refresh(timeline: Timeline, executor: Executor | None, *, dry_run: bool) -> list[Refreshed]:
    from importers import refresh
    from store import TimelineError

    show = _show_progress if sys.stderr.isatty() else None
    try:
        return list(refresh(timeline, executor=executor, dry_run=dry_run, on_progress=show))
    except TimelineError as error:
        raise UserError(str(error)) from error
    finally:
        if show:
            sys.stderr.write("\r\x1b[K")


def _show_progress(done: int, total: int) -> None:
    sys.stderr.write(f"\r\x1b[K{done} of {total}")
    sys.stderr.flush()


def lines_of(found: list[Refreshed], *, dry_run: bool) -> list[str]:
    """What changed, for people: the whole, then report by report."""
    changed = [each for each in found if each.changes]
    would = "would change" if dry_run else "changed"
    lines = [f"{count(len(found), 'report')} read again, {len(changed):,} {would}"]
    silent = sum(each.written for each in found if not each.changes)
    if silent:
        lines.append(f"  {silent:,} more with nothing new but people, places or explanations")
    if changed:
        lines += lines_of_changes(_together(changed))
    loosened = sum(len(each.loosened) for each in found)
    if loosened:
        lines.append(f"  {count(loosened, 'correction')} now without a record; see: campaign-timeline corrections")
    return [*lines, *(f"  {phrase_of(each.issue_id, each.issue)}: {in_short(each.changes)}" for each in changed)]


def in_short(changes: Changes) -> str:
    """What changes in one report: "3 records move, 1 new, 2 no longer found"."""
    told = (
        (len(changes.moves), "move to another day"),
        (changes.came.total(), "new"),
        (changes.went.total(), "no longer found"),
        (changes.altered.total(), "told anew"),
    )
    return ", ".join(f"{number:,} {said}" for number, said in told if number)


def _together(found: list[Refreshed]) -> Changes:
    from store.moves import Changes

    moves = [move for each in found for move in each.changes.moves]
    counted = [_sum(getattr(each.changes, name) for each in found) for name in ("came", "went", "altered")]
    return Changes(moves, *counted)


def _sum(counts: Iterable[Counter[Kind]]) -> Counter[Kind]:
    whole: Counter[Kind] = Counter()
    for each in counts:
        whole += each
    return whole


def as_object(found: list[Refreshed], *, dry_run: bool) -> dict[str, Any]:
    """The same for programs; only the reports that change are listed."""
    whole = changes_as_object(_together(found))
    del whole["moves"]
    return {
        "reports": len(found),
        "changed": sum(bool(each.changes) for each in found),
        "written": sum(each.written for each in found),
        **whole,
        "loosened": [key for each in found for key in each.loosened],
        "failed": [each.fault for each in found if each.fault],
        "dry_run": dry_run,
        "of_reports": [
            {"issue_id": each.issue_id, "source": each.issue.source, **changes_as_object(each.changes)}
            for each in found
            if each.changes
        ],
    }
