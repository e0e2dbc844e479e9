"""`redate`: another day of publication, number or paper for a report, with what that moves."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from tui.arguments import add_context, add_json, add_timeline, add_wait
from tui.errors import UserError
from tui.printing import count, print_json, print_lines
from tui.reports import find_report

if TYPE_CHECKING:
    from importers import Proposal
    from store import Timeline
    from store.moves import Changes, Days

HELP = "give a report another day of publication, number or paper"
EPILOG = (
    "First it says what moves, old day and new day; corrections made by hand stay. Nothing given leaves a field as it "
    "is, an empty word ('') asks the text and the calendar. It can be taken back with: corrections --undo"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("report", metavar="REPORT", help="its file, number, title, or id as in: import --json")
    add_context(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would move, and change nothing")
    add_timeline(parser)
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Say what moves and, without --dry-run, move it."""
    from tui.timelines import open_to_change

    if args.publication is args.issue is args.published is None:
        message = "say what is to change: --published, --issue or --publication"
        raise UserError(message)
    with open_to_change(args.timeline, wait=args.wait, dry_run=args.dry_run) as timeline:
        proposal = _propose(timeline, args)
        if not args.dry_run and proposal.issue != proposal.before:
            _accept(timeline, proposal)
        print_json(as_object(proposal, applied=not args.dry_run)) if args.json else print_lines(lines_of(proposal))
        if args.dry_run and not args.json:
            print("nothing was changed; without --dry-run it is", file=sys.stderr)
    return 0


def _propose(timeline: Timeline, args: argparse.Namespace) -> Proposal:
    from importers import propose

    report = find_report(timeline, args.report)
    try:
        return propose(timeline, report.id, publication=args.publication, number=args.issue, published=args.published)
    except ValueError as error:
        message = f"--published: {error}"
        raise UserError(message) from error


def _accept(timeline: Timeline, proposal: Proposal) -> None:
    from store import TimelineError

    try:
        timeline.recontext(proposal.issue_id, proposal.issue.context, proposal.records)
    except TimelineError as error:
        raise UserError(str(error)) from error


def lines_of(proposal: Proposal) -> list[str]:
    """What changes, for people: the context, then each pair of days, then what comes, goes and comes loose."""
    before, after = proposal.before.context, proposal.issue.context
    told = [f"report {proposal.issue_id}: {before.note or 'nothing known'}", f"now: {after.note}"]
    return [*told, *lines_of_changes(proposal.changes), *_loosened(len(proposal.loosened))]


def lines_of_changes(changes: Changes) -> list[str]:
    """The days that move, with how many records, and what comes, goes and reads otherwise."""
    lines = [
        f"  {in_words(shift.before)} → {in_words(shift.after)}: {count(shift.records, 'record')}"
        for shift in changes.shifts
    ]
    for counted, said in ((changes.came, "new"), (changes.went, "no longer found"), (changes.altered, "told anew")):
        if counted:
            lines.append(f"  {said}: {', '.join(count(number, kind) for kind, number in sorted(counted.items()))}")
    return lines or ["  nothing moves"]


def _loosened(corrections: int) -> list[str]:
    return [f"  {count(corrections, 'correction')} would need attention"] if corrections else []


def in_words(days: Days) -> str:
    """One day or an interval: "Sun 21 August 2016", "8 to 14 August 2016", "no day"."""
    from store.exports.wording import days_in_words

    if days is None:
        return "no day"
    first, last = days
    return f"{first:%a} {days_in_words(*days)}" if first == last else days_in_words(*days)


def as_object(proposal: Proposal, *, applied: bool) -> dict[str, Any]:
    """The same for programs."""
    return {
        "issue_id": proposal.issue_id,
        "before": proposal.before.context,
        "after": proposal.issue.context,
        **changes_as_object(proposal.changes),
        "loosened": proposal.loosened,
        "applied": applied,
    }


def changes_as_object(changes: Changes) -> dict[str, Any]:
    """Shifts, moves and counts."""
    return {
        "shifts": changes.shifts,
        "moves": changes.moves,
        "came": dict(changes.came),
        "went": dict(changes.went),
        "altered": dict(changes.altered),
    }
