"""`corrections`: what a person said of what was found, and taking it back."""

from __future__ import annotations

import argparse
import operator
import sys
from typing import TYPE_CHECKING, Any, cast

from tui.arguments import add_json, add_only_timeline, add_wait
from tui.errors import UserError
from tui.printing import print_json, print_lines

if TYPE_CHECKING:
    from store import Timeline
    from store.records import Context, Correction, Entry, Recontext, Step

HELP = "list what was corrected, deleted, joined, split, noted, starred and redated by hand"
EPILOG = (
    "A correction whose record is no longer found in its report needs attention: it is kept, and counts again as soon "
    "as the record is found again. What redate did has no id; undo takes it back. Undo and redo know no end: also what was done long ago can be taken back."
)
_NO_DAY = "no day"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--undo", action="store_true", help="take the last step back, and say what it was")
    change.add_argument("--redo", action="store_true", help="do the step again that was taken back last")
    change.add_argument("--withdraw", type=int, nargs="+", metavar="ID", help="take these corrections back")
    add_wait(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """List the corrections, or take one back."""
    from tui.timelines import open_timeline, open_to_change

    if args.undo or args.redo or args.withdraw:
        with open_to_change(args.timeline, wait=args.wait) as timeline:
            _change(timeline, args)
        return 0
    with open_timeline(args.timeline, read_only=True) as timeline:
        rows = rows_of(timeline)
    if args.json:
        print_json(rows)
    elif rows:
        print_lines(map(line_of, rows))
    else:
        print("nothing in this timeline was corrected by hand", file=sys.stderr)
    return 0


def rows_of(timeline: Timeline) -> list[dict[str, Any]]:
    """Corrections and redated reports, in the order in which they were made, as objects for programs."""
    loose = {entry.id for entry in timeline.loose_corrections()}
    rows = [(entry.id, _row(timeline, entry, loose=entry.id in loose)) for entry in timeline.corrections()]
    for entry in timeline.of_kind("step"):
        step = cast("Step", entry.record)
        rows += [(entry.id, _redated(timeline, change)) for change in step.contexts if not step.undone]
    return [row for _, row in sorted(rows, key=operator.itemgetter(0))]


def _row(timeline: Timeline, entry: Entry, *, loose: bool) -> dict[str, Any]:
    from store.records import Issue

    correction = cast("Correction", entry.record)
    about = timeline.corrected_entry(entry.id)
    issue = timeline.get(entry.issue_id or 0).record
    context = issue.context if isinstance(issue, Issue) else None
    return {
        "id": entry.id,
        "act": correction.act,
        "record": correction.kind,
        "record_id": about.id if about else None,
        "found": correction.found or correction.text,
        "text": correction.text,
        "changes": correction.changes,
        "before": None,
        "note": correction.note,
        "others": [other.found or other.text for other in correction.others],
        "day": about.day if about else None,
        "issue_id": entry.issue_id,
        "publication": context.publication if context else None,
        "issue": context.issue if context else None,
        "source": issue.source if isinstance(issue, Issue) else None,
        "needs_attention": loose,
    }


def _redated(timeline: Timeline, change: Recontext) -> dict[str, Any]:
    """Another publication context as a correction of the report; only a step holds it, so it has no id."""
    from store.records import Issue

    issue = timeline.get(change.issue_id).record
    told = (issue.title or issue.source or "") if isinstance(issue, Issue) else ""
    before, after = _facts(change.before), _facts(change.after)
    changed = [name for name in after if after[name] != before[name]]
    return {
        "id": None,
        "act": "redate",
        "record": "report",
        "record_id": change.issue_id,
        "found": told,
        "text": told,
        "changes": {name: after[name] for name in changed},
        "before": {name: before[name] for name in changed},
        "note": "",
        "others": [],
        "day": change.after.published,
        "issue_id": change.issue_id,
        "publication": change.after.publication,
        "issue": change.after.issue,
        "source": issue.source if isinstance(issue, Issue) else None,
        "needs_attention": False,
    }


def _facts(context: Context) -> dict[str, object]:
    return {"publication": context.publication, "issue": context.issue, "published": context.published}


def line_of(row: dict[str, Any]) -> str:
    """A correction on one line."""
    before = {name: f"{_value(value)} → " for name, value in (row["before"] or {}).items()}
    changed = ", ".join(f"{name}: {before.get(name, '')}{_value(value)}" for name, value in row["changes"].items())
    others = "; ".join(f"“{other}”" for other in row["others"])
    tied = {"join": f"with {others}", "split": f"from {others}"}.get(row["act"], "")
    paper = " ".join(filter(None, (row["publication"], row["issue"]))) or row["source"]
    told = (f"{row['record']} “{row['found']}”", tied, changed, row["note"] and f"note: {row['note']}", paper)
    line = f"{row['id'] or '–':>6}  {row['act']:<6}  {row['day'] or _NO_DAY!s:<10}  {' · '.join(filter(None, told))}"
    return f"{line} · NEEDS ATTENTION: no longer found as it was" if row["needs_attention"] else line


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return " to ".join("open" if each is None else str(each) for each in value.values())
    return "none" if value is None else str(value)


def _change(timeline: Timeline, args: argparse.Namespace) -> None:
    from importers import read_again
    from store import TimelineError

    try:
        if args.withdraw:
            timeline.withdraw(*args.withdraw)
            step = timeline.next_undo
        else:
            step = timeline.undo(read_again) if args.undo else timeline.redo(read_again)
    except KeyError as error:
        message = f"there is no correction {error.args[0]}; see: campaign-timeline corrections"
        raise UserError(message) from error
    except TimelineError as error:
        raise UserError(str(error)) from error
    _say(step, args)


def _say(step: Step | None, args: argparse.Namespace) -> None:
    if step is None:
        message = "nothing was done by hand that could be undone" if args.undo else "nothing was undone last"
        raise UserError(message)
    if args.json:
        print_json({"step": step.what})
    else:
        print_lines([f"{'undone: ' if args.undo else 'done again: ' if args.redo else ''}{step.what}"])
