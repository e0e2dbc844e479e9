"""`places`: which places are named in a timeline, and where they lie."""

from __future__ import annotations

import argparse

from tui.arguments import add_json, add_only_timeline
from tui.queries import add_filter, read_filter

HELP = "print the places of the timeline"
EPILOG = (
    "Given a filter, the places of the events and figures that it keeps. A place marked * is in no gazetteer: it is "
    "known by the grammar around its name. --json has the ids by which `correct` puts a name right."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line for every place, the most mentioned first."""
    keep = read_filter(args.filter)
    from tui.name_tables import print_names
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        places = timeline.places(None if keep.keeps_all else keep)
    print_names(
        {
            "place": lambda one: one.name if one.listed else f"{one.name}*",
            "kind": lambda one: one.kind,
            "lies in": lambda one: ", ".join(part for part in (one.region, one.country) if part not in {"", one.name}),
            "papers": lambda one: ", ".join(one.papers),
            "reports": lambda one: one.issues,
            "mentions": lambda one: one.mentions,
            "events": lambda one: one.events,
        },
        places,
        as_json=args.json,
        nothing="no place is named in what the filter keeps"
        if args.filter.strip()
        else "no place is named in this timeline; what an earlier version read is read anew by: campaign-timeline refresh",
    )
    return 0
