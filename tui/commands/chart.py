"""`chart`: draws what the filter leaves as an SVG picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import add_json, add_timeline
from tui.queries import add_filter, read_filter
from tui.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.records import Entry
    from tui.models.charts import ChartName
    from tui.models.shown import Library

HELP = "draw a chart of the timeline, or of what a filter leaves, as SVG"
EPILOG = (
    "attendance: how many came over the days, one mark an event with the bounds of all papers, contested ones marked. "
    "papers, kinds: how much each paper tells, how many events of each kind there are, over the days."
)
CHARTS: tuple[ChartName, ...] = ("attendance", "papers", "kinds")
STDOUT = Path("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("chart", nargs="?", choices=CHARTS, default="attendance", help="(default: attendance)")
    add_timeline(parser)
    add_filter(parser)
    parser.add_argument(
        "-o", "--output", type=Path, default=STDOUT, metavar="FILE", help="the file to write (default: -, print it)"
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Draw the chart."""
    keep = read_filter(args.filter)
    from tui.models.shown import Library
    from tui.timelines import open_timeline

    with open_timeline(args.timeline, read_only=True) as timeline:
        library = Library.read(timeline.issues(), timeline.entries())
        items = (library.keep(keep) or library.everything).items if args.filter.strip() else library.items
        title, path = timeline.path.name if timeline.path else "timeline", timeline.path
        _ = library.happenings
    text = _json(args.chart, items, library) if args.json else drawn(args.chart, items, library, title, args.filter)
    if args.output == STDOUT:
        sys.stdout.write(text)
        return 0
    write(text, args.output, path)
    print(f"{safe(str(args.output))}: {args.chart} chart written", file=sys.stderr)
    return 0


def drawn(chart: ChartName, items: Sequence[Entry], library: Library, title: str, query: str) -> str:
    """The chart of `items` as SVG; `title` and `query` say below its title what it shows."""
    from tui.models.charts import activity, attendance
    from tui.models.svg import activity_svg, attendance_svg
    from tui.models.words import count

    subtitle = ", ".join(
        filter(None, [title, f"filter: {query.strip()}" if query.strip() else "", count(len(items), "item")])
    )
    if chart == "attendance":
        return attendance_svg(attendance(items, library), subtitle)
    series, undated = activity(items, library, chart)
    return activity_svg(series, undated, chart, subtitle)


def write(text: str, path: Path, source: Path | None) -> None:
    """Write the picture to `path`, whole or not at all; neither `source`, the timeline file, nor another is overwritten."""
    from tui.whole_file import replacing, spare_timelines

    spare_timelines(path, source)
    with replacing(path) as out:
        out.write(text)


def _json(chart: ChartName, items: Sequence[Entry], library: Library) -> str:
    import msgspec

    from tui.models.charts import activity, attendance

    if chart == "attendance":
        found: object = attendance(items, library)
    else:
        series, undated = activity(items, library, chart)
        rows = [
            {"name": one.name, "total": one.total, "days": {str(day): n for day, n in sorted(one.counts.items())}}
            for one in series
        ]
        found = {"series": rows, "undated": undated}
    return msgspec.json.format(msgspec.json.encode(found)).decode() + "\n"
