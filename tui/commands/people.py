"""`people`: who is named in a timeline, with roles, papers and quotes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.arguments import add_json, add_only_timeline
from tui.name_tables import run_names
from tui.queries import add_filter

if TYPE_CHECKING:
    from store.across import Somebody
    from tui.name_tables import Columns

HELP = "print the people of the timeline, with their roles"
EPILOG = (
    "Given a filter, the people in the records that it keeps. A family name that stands alone in a report is counted "
    "with the one person of the timeline who bears it; where several do, it has a line of its own. --json has the ids by which `correct` puts a name right."
)
_COLUMNS: Columns[Somebody] = {
    "person": lambda one: one.name,
    "roles": lambda one: "; ".join(one.roles),
    "papers": lambda one: ", ".join(one.papers),
    "reports": lambda one: one.issues,
    "mentions": lambda one: one.mentions,
    "events": lambda one: one.events,
    "quotes": lambda one: one.quotes,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_only_timeline(parser)
    add_filter(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line for everybody, the most mentioned first."""
    return run_names(args, lambda timeline, keep: timeline.people(keep), _COLUMNS, "nobody is named")
