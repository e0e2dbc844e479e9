"""`places`: which places are named in a timeline, and where they lie."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.arguments import add_json, add_only_timeline
from tui.name_tables import run_names
from tui.queries import add_filter

if TYPE_CHECKING:
    from store.across import Somewhere
    from tui.name_tables import Columns

HELP = "print the places of the timeline"
EPILOG = (
    "Given a filter, the places of the events and figures that it keeps. A place marked * is in no gazetteer: it is "
    "known by the grammar around its name. --json has the ids by which `correct` puts a name right."
)
_COLUMNS: Columns[Somewhere] = {
    "place": lambda one: one.name if one.listed else f"{one.name}*",
    "kind": lambda one: one.kind,
    "lies in": lambda one: ", ".join(part for part in (one.region, one.country) if part not in {"", one.name}),
    "papers": lambda one: ", ".join(one.papers),
    "reports": lambda one: one.issues,
    "mentions": lambda one: one.mentions,
    "events": lambda one: one.events,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line for every place, the most mentioned first."""
    return run_names(args, lambda timeline, keep: timeline.places(keep), _COLUMNS, "no place is named")
