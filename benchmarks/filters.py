"""Measure filters over a timeline: by its search index, by reading every record, and by plain TinyDB.

    python benchmarks/filters.py                                  # 10,000 and 100,000 records
    python benchmarks/filters.py --records 1000000 --peers 0      # half an hour, most of it to make the timeline
    python benchmarks/filters.py --app --records 100000           # keystroke to repaint in the app, beside other figures
    python benchmarks/filters.py --list --records 100000          # the command `list`, without an index

Queries are asked as they are typed: each beginning of each of them that can be read. Prints tables in Markdown; each
size is measured in a process of its own, in processor time.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from campaigns import Campaign, write  # type: ignore[import-not-found]
from tinydb import TinyDB

from store import Timeline
from store.filters import Filter, FilterError, parse
from store.search import Search, saved
from store.search.columns import Column

Figures = dict[str, float]
Measure = Callable[[Path, Campaign], Figures]
SCANNED = 3
"""So many whole queries are asked of those who read every record."""


def queries(campaign: Campaign) -> list[str]:
    """Queries as people type them: frequent and rare words, names, fields, and all together."""
    words, somebody = campaign.words, campaign.people[0].split()[1].lower()
    town, paper = campaign.places[0].lower(), campaign.papers[0].split()[1].lower()
    return [
        words[0],
        words[3000],
        f"{words[5]} {words[60]}",
        f'"{words[0]} {words[1]}"',
        f"who:{somebody} kind:quote",
        f"place:{town} size:>1000",
        f"{words[2]} kind:event -source:{paper}",
        f"said:{words[20]}",
        "date:2015-08 is:planned",
        f"(rally OR {words[40]}) date:august",
        f"~{words[300]}",
    ]


def typed(query: str) -> Iterator[tuple[str, Filter]]:
    """Every beginning of a query that can be read."""
    for end in range(1, len(query) + 1):
        try:
            yield query[:end], parse(query[:end])
        except FilterError:
            continue


def seconds(deed: Callable[[], object]) -> float:
    """How long it takes, in processor time: other work on the machine makes it longer, but does not count itself."""
    started = time.process_time()
    deed()
    return time.process_time() - started


def memory() -> float:
    """Resident memory of this process, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def spread(name: str, times: list[float]) -> Figures:
    """The middle of the times, and what 95 of 100 stay below."""
    times.sort()
    return {f"{name} p50": statistics.median(times), f"{name} p95": times[min(int(0.95 * len(times)), len(times) - 1)]}


def facets(search: Search, keep: Filter) -> None:
    """Count everything that the facets of the app show."""
    hits = search.keep(keep)
    for names in (hits.columns.people, hits.columns.places):
        hits.names(names)
    values: list[Column[Any]] = [hits.columns.kinds, hits.columns.source, hits.columns.states, hits.columns.filed]
    for column in values:
        hits.counts(column)


def measure(path: Path, campaign: Campaign) -> Figures:
    """The search index of a timeline."""
    timeline = Timeline.open(path)
    figures = {"index made": seconds(timeline.search)}
    figures["index, MB"] = saved.path_of(path).stat().st_size / 1e6 if saved.path_of(path).exists() else 0
    timeline.close()
    timeline = Timeline.open(path)
    before = memory()
    figures["index opened"] = seconds(timeline.search)
    search = timeline.search()
    asked = [keep for query in queries(campaign) for _, keep in typed(query)]
    figures |= spread("key", [seconds(lambda keep=keep: len(search.keep(keep))) for keep in asked])  # type: ignore[misc]
    figures |= spread("facets", [seconds(lambda keep=keep: facets(search, keep)) for keep in asked])  # type: ignore[misc]
    figures["memory, MB"] = memory() - before
    fresh = Campaign(1000, seed=time.time_ns())  # also where the timeline was measured before
    reports = [fresh.report(number) for number in range(20)]
    figures |= spread("import one", [seconds(lambda each=each: timeline.add(*each)) for each in reports])  # type: ignore[misc]
    figures["next question"] = seconds(timeline.search)
    timeline.close()
    return figures


def measure_reading(path: Path, campaign: Campaign) -> Figures:
    """Reading every record, as without the index."""
    timeline = Timeline.open(path, read_only=True)
    issues = {entry.id: entry.record for entry in timeline.issues()}

    def read(keep: Filter) -> None:
        for entry in timeline.entries():
            keep.matches(entry, issues[entry.issue_id or 0])  # type: ignore[arg-type]

    return spread("key", [seconds(lambda q=q: read(parse(q))) for q in queries(campaign)[:SCANNED]])  # type: ignore[misc]


def measure_plain(path: Path, campaign: Campaign) -> Figures:
    """Plain TinyDB: a word looked for in the text of every record."""
    before = memory()
    database = TinyDB(path, access_mode="r")

    def search(word: str) -> None:
        def test(row: Any) -> bool:
            return any(word in str(row["record"].get(field, "")).casefold() for field in ("text", "title"))

        database.search(lambda row: "record" in row and test(row))  # type: ignore[arg-type, unused-ignore]

    figures = spread("key", [seconds(lambda q=q: search(q)) for q in queries(campaign)[:SCANNED]])  # type: ignore[misc]
    return figures | {"memory, MB": memory() - before}


COLUMNS = (
    "index made", "index, MB", "index opened", "key p50", "key p95", "facets p50", "facets p95", "import one p50", "next question",
    "memory, MB",
)  # fmt: skip


APP_COLUMNS = (
    "ready", "key to repaint p50", "key to repaint p95", "processor time of it p50", "processor time of it p95", "memory, MB"
)  # fmt: skip
LIST_COLUMNS = ("nothing found", "list p50", "list p95", "memory, MB")


async def keys(path: Path, campaign: Campaign) -> Figures:
    """Keystroke to repaint in the app, without a terminal behind it."""
    from textual.events import Key
    from textual.widgets import Input

    from tui.app import CampaignApp
    from tui.screens.timeline import TimelineScreen

    app, times, processor = CampaignApp(Timeline.open(path), "benchmark"), list[float](), list[float]()
    async with app.run_test(size=(120, 36)) as pilot:
        started = time.perf_counter()
        screen = app.screen_stack[-1]
        while not isinstance(screen, TimelineScreen) or not screen.library.items or screen.preparing:
            await asyncio.sleep(0.02)
            screen = app.screen_stack[-1]
        figures = {"ready": time.perf_counter() - started}
        await app.workers.wait_for_complete()
        figures["memory, MB"] = memory()
        gc.collect()
        await pilot.press("slash")
        field = screen.query_one("#filter", Input)
        for query in queries(campaign):
            readable = {text for text, _ in typed(query)}
            for end, letter in enumerate(query, start=1):
                shown, begun, worked = screen.walk.shown, time.perf_counter(), time.process_time()
                app.post_message(Key(letter, letter))
                while query[:end] in readable and screen.walk.shown is shown:  # noqa: ASYNC110 - the app tells nobody
                    await asyncio.sleep(0.002)
                painted = asyncio.Event()
                screen.call_after_refresh(painted.set)
                await painted.wait()
                if query[:end] in readable:
                    times.append(time.perf_counter() - begun)
                    processor.append(time.process_time() - worked)
            field.value = ""
            await pilot.pause(0.2)
    return figures | spread("key to repaint", times) | spread("processor time of it", processor)


def measure_records(path: Path, _: Campaign) -> Figures:
    """The records that the app holds, without the app."""
    from tui.models.shown import Library

    with Timeline.open(path, read_only=True) as timeline:
        before = memory()
        library = Library.read(timeline.issues(), timeline.entries())
        return {"memory, MB": memory() - before, "records": len(library.items)}


def measure_app(path: Path, campaign: Campaign) -> Figures:
    """See `keys`."""
    return asyncio.run(keys(path, campaign))


def measure_list(path: Path, campaign: Campaign) -> Figures:
    """`list` with whole queries, each of which reads every record; and with a word that no record has."""
    from tui import cli

    def printed(query: str) -> float:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
            return seconds(lambda: cli.main(["list", "--timeline", str(path), "--filter", query]))

    figures = {"nothing found": printed("zzzzz")} | spread("list", list(map(printed, queries(campaign))))
    return figures | {"memory, MB": memory()}


def cell(name: str, value: float | None) -> str:
    """A figure with its unit."""
    if value is None:
        return ""
    if name.endswith("MB"):
        return f"{value:,.0f} MB"
    return f"{1e3 * value:,.1f} ms" if value < 1 else f"{value:,.1f} s"


MEASURES = {"search index": measure, "every record read": measure_reading, "plain TinyDB": measure_plain}
APP = {"app": measure_app, "its records alone": measure_records}
LIST = {"list": measure_list}
TABLES: dict[str, tuple[Mapping[str, Measure], tuple[str, ...]]] = {
    "index": (MEASURES, COLUMNS),
    "app": (APP, APP_COLUMNS),
    "list": (LIST, LIST_COLUMNS),
}


def row(name: str, figures: Figures, columns: tuple[str, ...]) -> None:
    """Print a row of a table."""
    print(f"| {name} | " + " | ".join(cell(column, figures.get(column)) for column in columns) + " |", flush=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--peers", type=int, default=100_000, help="ask those who read every record up to this size")
    for other in ("app", "list"):
        parser.add_argument(f"--{other}", dest="table", action="store_const", const=other, default="index",
                            help=f"measure the {other} instead")  # fmt: skip
    parser.add_argument("--folder", type=Path, help="keep the timelines here, and use those that are there")
    parser.add_argument("--measure", choices=[*MEASURES, *APP, *LIST], help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps((MEASURES | APP | LIST)[args.measure](args.file, Campaign(args.records[0]))))
        return
    measures, columns = TABLES[args.table]
    with tempfile.TemporaryDirectory() as temporary:
        for records in args.records:
            folder = args.folder or Path(temporary)
            path, campaign = folder / f"campaign-{records}.json", Campaign(records)
            if not path.exists():
                write(path, campaign)
            if args.table != "app":
                saved.path_of(path).unlink(missing_ok=True)
            size = f"{records:,} records, {path.stat().st_size / 1e6:,.0f} MB"
            print(f"\n| {size} | " + " | ".join(columns) + " |\n" + "|---" * (len(columns) + 1) + "|")
            for name in measures:
                if name in {"every record read", "plain TinyDB"} and records > args.peers:
                    continue
                command = [sys.executable, __file__, "--measure", name, "--file", str(path), "--records", str(records)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                row(name, json.loads(done.stdout), columns)


if __name__ == "__main__":
    main()
