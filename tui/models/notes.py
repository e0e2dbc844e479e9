"""Notes of the importers in the words of the app: where they name options of the command line, it names keys."""

from __future__ import annotations

from tui.hints import keyed

ON_THE_COMMAND_LINE = "give it with --published, in front matter or in a manifest.csv"
"""How the importers say that a day of publication is given; those notes are kept with the reports."""

GIVE, GIVES = "{reports.undated} gives it", "{context.change} gives it"
"""How the app gives it: to any report, and to the one under the cursor."""


def in_the_app(note: str, way_out: str = "") -> str:
    """A note with `way_out`, as `keyed` reads it, instead of what would have to be typed; "" leaves it out."""
    return note.replace(f"; {ON_THE_COMMAND_LINE}", f"; {keyed(way_out)}" if way_out else "")
