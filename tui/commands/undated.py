"""`undated`: the reports without a day of publication, and which days would fit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.arguments import add_json, add_only_timeline
from tui.printing import count, print_json, print_lines
from tui.reports import phrase_of

if TYPE_CHECKING:
    from importers.undated import Candidate, Meeting
    from store import Timeline
    from store.records import Issue

HELP = "list the reports without a day of publication, and days that would fit"
EPILOG = (
    "A day fits where it makes events of the report meet those of other papers, on one day in one place, or where a "
    "phrase such as 'today, Wednesday' was written on it. It is evidence and no more: nothing is changed until you say "
    "so, with: redate REPORT --published DATE"
)
_SHOWN = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """List the reports with the days that fit, and why."""
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        issues = _issues(timeline)
        found = candidates_of(timeline, issues)
    if args.json:
        print_json([_object(issue_id, issues[issue_id], days) for issue_id, days in found.items()])
    elif found:
        for issue_id, days in found.items():
            print_lines(lines_of(issue_id, issues[issue_id], days, issues))
    else:
        print("every report in this timeline has its day of publication", file=sys.stderr)
    return 0


def _issues(timeline: Timeline) -> dict[int, Issue]:
    from store.records import Issue

    return {entry.id: entry.record for entry in timeline.issues() if isinstance(entry.record, Issue)}


def candidates_of(timeline: Timeline, issues: Mapping[int, Issue]) -> dict[int, list[Candidate]]:
    """The reports without a day, by id, and the days that would fit each."""
    undated = {issue_id: issue for issue_id, issue in issues.items() if issue.context.published is None}
    if not undated:
        return {}
    from importers.undated import candidate_days

    events = [entry for entry in timeline.entries() if entry.kind == "event"]
    return {issue_id: candidate_days(issue, events, issues) for issue_id, issue in undated.items()}


def lines_of(issue_id: int, issue: Issue, found: list[Candidate], issues: Mapping[int, Issue]) -> list[str]:
    """A report, and under it the days that fit, each with its evidence."""
    from store.exports.wording import days_in_words

    lines = [f"{phrase_of(issue_id, issue)}: {issue.context.note or 'no date known'}"]
    for each in found[:_SHOWN]:
        why = f"{count(len(each.meetings), 'event')} told by others too" if each.meetings else "the phrases of the text"
        lines.append(f"  {days_in_words(each.first, each.last)}: {why}")
        lines += [f"    {_meeting(meeting, issues)}" for meeting in each.meetings]
        lines += [f"    “{phrase}” was written on such a day" for phrase in each.phrases]
    if len(found) > _SHOWN:
        lines.append(f"  and {len(found) - _SHOWN:,} more, with less or the same evidence")
    return lines if found else [*lines, "  nothing in the text or in other papers tells the day"]


def _meeting(meeting: Meeting, issues: Mapping[int, Issue]) -> str:
    from store.exports.wording import days_in_words, source_in_words

    told = "; ".join(dict.fromkeys(source_in_words(issues.get(each.issue_id or 0)) for each in meeting.others))
    return f"“{meeting.title}” meets {days_in_words(meeting.day, meeting.day)} in {told}"


def _object(issue_id: int, issue: Issue, found: list[Candidate]) -> dict[str, Any]:
    return {
        "issue_id": issue_id,
        "publication": issue.context.publication,
        "issue": issue.context.issue,
        "source": issue.source,
        "window": issue.context.window,
        "candidates": [
            {
                "first": each.first,
                "last": each.last,
                "phrases": each.phrases,
                "events": [
                    {
                        "start": meeting.start,
                        "end": meeting.end,
                        "title": meeting.title,
                        "day": meeting.day,
                        "others": [entry.id for entry in meeting.others],
                    }
                    for meeting in each.meetings
                ],
            }
            for each in found
        ],
    }
