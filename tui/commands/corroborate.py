"""`corroborate`: which events several papers tell, which of them agree, and what one paper tells alone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from tui.arguments import add_json, add_only_timeline
from tui.printing import count, print_json, print_lines
from tui.queries import add_filter, read_filter

if TYPE_CHECKING:
    from store import Timeline
    from store.filters import Filter
    from store.merging import Corroboration, Happening, Witness
    from store.records import Issue

HELP = "say which events several papers tell, and which one alone"
EPILOG = (
    "Papers agree where what they say of day, place and numbers can be true together. A digest is no paper of its own: "
    "it bears out nothing. With --filter, an event counts where the filter keeps one of its mentions."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--single",
        action="store_true",
        help="list the events that one paper tells alone, by day, and how many by paper",
    )
    parser.add_argument("--by-paper", action="store_true", help="the same, paper by paper instead of day by day")
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print what several papers tell, or with --single what one tells alone."""
    keep = read_filter(args.filter)
    from store.exports import IssuesOf
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        issues = IssuesOf(timeline)
        found = corroboration_of(timeline, keep)
        if args.json:
            print_json(as_object(found, issues))
        else:
            told = paper_lines if args.by_paper else single_lines if args.single else lines_of
            print_lines(told(found, issues))
    if not found.corroborated and not found.single:
        print("there is no event in this timeline that fits", file=sys.stderr)
    return 0


def corroboration_of(timeline: Timeline, keep: Filter) -> Corroboration:
    """The events of the days a filter names, of which it keeps a mention."""
    from store.exports import IssuesOf
    from store.exports.of_timeline import entries_kept, mentions_of
    from store.merging import corroborate, merge

    about = None if keep.keeps_all else {entry.id for entry in entries_kept(timeline, keep) if entry.kind == "event"}
    return corroborate(merge(mentions_of(timeline, keep), IssuesOf(timeline), about))


def lines_of(found: Corroboration, issues: Mapping[int, Issue]) -> Iterator[str]:
    """How many are borne out, and each of these with its papers."""
    yield _summary(found)
    day: date | None = None
    for number, event in enumerate(found.corroborated):
        if number == 0 or event.first != day:
            day = event.first
            yield ""
            yield _day(day)
        yield from _event_lines(event, issues)


def _event_lines(event: Happening, issues: Mapping[int, Issue]) -> Iterator[str]:
    from store.merging import witnesses

    yield f"  {event.title}  ({count(len(event.papers), 'paper')})"
    for witness in witnesses(event, issues):
        yield f"    {witness.paper}: {_account(witness)}"


def _account(witness: Witness) -> str:
    """What a paper says, and whom it contradicts on what."""
    from store.exports.wording import bounds_in_words, days_in_words
    from tui.models.happenings import CONFLICT, points_in_words

    said = [days_in_words(*days) for days in witness.days] or ["no day"]
    said += map(bounds_in_words, witness.attendance)
    if witness.digest:
        said.append("a digest")
    against = [f"{CONFLICT} not with {other} on {points_in_words(on)}" for other, on in witness.against.items()]
    return " · ".join([*said, *(against or ["agrees"])])


def single_lines(found: Corroboration, issues: Mapping[int, Issue]) -> Iterator[str]:
    """What one paper tells alone, by day; then how many events each paper tells, and how many of them alone."""
    from store.merging.corroboration import papers_of

    yield _summary(found)
    for day, events in found.single_by_day.items():
        yield ""
        yield _day(day)
        for event in events:
            yield f"  {event.title}  ({', '.join(papers_of(event, issues))})"
    yield ""
    for paper, (tells, alone) in found.by_paper(issues).items():
        yield f"{paper}: {count(tells, 'event')}, {len(alone):,} alone"


def paper_lines(found: Corroboration, issues: Mapping[int, Issue]) -> Iterator[str]:
    """What each paper tells alone, in the order of the days."""
    yield _summary(found)
    for paper, (tells, alone) in found.by_paper(issues).items():
        yield ""
        yield f"{paper}: {count(tells, 'event')}, {len(alone):,} alone"
        for event in alone:
            yield f"  {event.first or 'no day    '}  {event.title}"


def _summary(found: Corroboration) -> str:
    several, alone = len(found.corroborated), len(found.single)
    at_odds = sum(bool(event.conflicts) for event in found.corroborated)
    odds = f" ({at_odds:,} with contradictions)" if at_odds else ""
    return f"{count(several + alone, 'event')}: {several:,} told by two papers or more{odds}, {alone:,} by one alone"


def _day(day: date | None) -> str:
    from store.exports import day_in_words

    return day_in_words(day) if day else "No day known"


def as_object(found: Corroboration, issues: Mapping[int, Issue]) -> dict[str, Any]:
    """The same for programs; `id` is that of the mention that gives the title."""
    by_day = found.single_by_day.items()
    return {
        "events": [_event(event, issues) for event in (*found.corroborated, *found.single)],
        "single_by_day": [{"day": day, "events": [event.id for event in events]} for day, events in by_day],
        "papers": [
            {"paper": paper, "events": tells, "single": [event.id for event in alone]}
            for paper, (tells, alone) in found.by_paper(issues).items()
        ],
    }


def _event(event: Happening, issues: Mapping[int, Issue]) -> dict[str, Any]:
    from store.merging import witnesses

    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "first": event.first,
        "last": event.last,
        "papers": len(event.papers),
        "conflicts": event.conflicts,
        "accounts": [
            {
                "paper": each.paper,
                "digest": each.digest,
                "mentions": [entry.id for entry in each.mentions],
                "days": each.days,
                "attendance": each.attendance,
                "agrees": each.agrees,
                "contradicts": [{"paper": paper, "on": on} for paper, on in each.against.items()],
            }
            for each in witnesses(event, issues)
        ],
    }
