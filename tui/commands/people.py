"""`people`: who is named in a timeline, with roles, papers and quotes."""

from __future__ import annotations

import argparse

from tui.arguments import add_json, add_only_timeline
from tui.queries import add_filter, read_filter

HELP = "print the people of the timeline, with their roles"
EPILOG = (
    "Given a filter, the people in the records that it keeps. A family name that stands alone in a report is counted "
    "with the one person of the timeline who bears it; where several do, it has a line of its own. --json has the ids by which `correct` puts a name right."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line for everybody, the most mentioned first."""
    keep = read_filter(args.filter)
    from tui.name_tables import print_names
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        people = timeline.people(None if keep.keeps_all else keep)
    print_names(
        {
            "person": lambda one: one.name,
            "roles": lambda one: "; ".join(one.roles),
            "papers": lambda one: ", ".join(one.papers),
            "reports": lambda one: one.issues,
            "mentions": lambda one: one.mentions,
            "events": lambda one: one.events,
            "quotes": lambda one: one.quotes,
        },
        people,
        as_json=args.json,
        nothing="nobody is named in what the filter keeps"
        if args.filter.strip()
        else "nobody is named in this timeline; what an earlier version read is read anew by: campaign-timeline refresh",
    )
    return 0
