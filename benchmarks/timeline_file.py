"""Measure the timeline file beside plain TinyDB and beside what the machine can do at best.

    python benchmarks/timeline_file.py                              # 10,000 and 100,000 records
    python benchmarks/timeline_file.py --records 1000000            # needs 1 GB on the disk, and 6 GB of memory for the peers
    python benchmarks/timeline_file.py --records 1000000 --no-plain
    python benchmarks/timeline_file.py --processor                  # where other work shares the machine

    TIMELINE_DAYS=7300 python benchmarks/timeline_file.py           # over twenty years instead of two

Each row is measured in a process of its own, one after the other, on the same file. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where

from store import Timeline, sidecar
from store.layout import TAIL, encode_line
from store.line_file import BLANK
from store.records import Bounds, Context, Event, Figure, Issue, Quote, Records
from store.rows import found_rows, issue_row

START = date(2015, 1, 1)
DAYS = int(os.environ.get("TIMELINE_DAYS", "730"))
"""Over how many days the records lie: the fewer, the more of them are of one week."""
WEEK = (date(2015, 6, 1), date(2015, 6, 7))
FOUND = 24
"""Derived records of each issue."""
PAIRS = 300
PROCESSOR = "COUNT_PROCESSOR_TIME"
Figures = dict[str, float]


def report(number: int) -> tuple[Issue, Records]:
    """An issue with 24 records, half of them events, a quarter figures, a quarter quotes, over four days."""
    day = START + timedelta(days=number % DAYS)
    context = Context(publication="The Paper", issue=str(number), published=day)
    issue = Issue(text=f"Report {number}. " + "They met in the hall. " * 50, title=f"Report {number}", context=context)
    times: list[dict[str, Any]] = []
    for n in range(FOUND):
        there = START + timedelta(days=(number + n // 6) % DAYS)
        times.append({"start": 40 * n, "end": 40 * n + 30, "text": f"what the text says in place {n}", "first": there, "last": there})  # fmt: skip
    events = [
        Event(title=f"Rally in the town hall, {number}", kind="rally", places=("Leeds",), people=("Ann Other",), attendance=Bounds(low=100), **time)
        for time in times[::2]
    ]  # fmt: skip
    figures = [
        Figure(low=4000, high=None, qualifier="over", unit="people", counted="people", **time) for time in times[1::4]
    ]
    quotes = [Quote(speaker="Ann Other", cue="said", how="named beside the quotation", **time) for time in times[3::4]]
    return issue, Records(events=tuple(events), figures=tuple(figures), quotes=tuple(quotes))


def make(path: Path, records: int) -> None:
    """A timeline file of about so many records, written at one go."""
    key = 1
    with path.open("wb") as file:
        file.write(BLANK[: -len(TAIL)])
        for number in range(records // (FOUND + 1)):
            issue, found = report(number)
            rows = found_rows([*found.events, *found.figures, *found.quotes], key, issue.context)
            file.write(encode_line(key, issue_row(issue)))
            file.writelines(encode_line(key + n, row) for n, row in enumerate(rows, start=1))
            file.write(b"\n")
            key += 1 + len(rows)
        file.write(TAIL)


def now() -> float:
    """Seconds by the clock, or of the processor."""
    return time.process_time() if os.environ.get(PROCESSOR) else time.perf_counter()


def seconds(deed: Callable[[], object], clock: Callable[[], float] = now) -> float:
    """How long it takes."""
    started = clock()
    deed()
    return clock() - started


def memory() -> float:
    """Resident memory of this process, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


class Bare:
    """Bare appends with fdatasync, to a file that is as large as the timeline."""

    def __init__(self, path: Path) -> None:
        copy = path.with_suffix(".bare")
        shutil.copy(path, copy)
        self._descriptor = os.open(copy, os.O_RDWR)
        self._offset = os.fstat(self._descriptor).st_size

    def append(self, size: int) -> None:
        """Write so many bytes and wait until they are durable."""
        self._offset += os.pwrite(self._descriptor, b"x" * size, self._offset)
        os.fdatasync(self._descriptor)


def in_turns(name: str, deeds: list[Callable[[], object]], path: Path, bare: Bare) -> Figures:
    """Do each deed and then append as many bytes barely: the medians, and how many times as long ours takes."""
    ours, theirs = [], []
    for deed in deeds:
        before = path.stat().st_size
        ours.append(seconds(deed, time.perf_counter))
        size = path.stat().st_size - before
        theirs.append(seconds(partial(bare.append, size), time.perf_counter))
    times = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    return {
        name: statistics.median(ours),
        f"bare {name}": statistics.median(theirs),
        f"times {name}": statistics.median(times),
        f"low {name}": times[len(times) // 10],
        f"high {name}": times[-len(times) // 10],
    }


def measure_timeline(path: Path) -> Figures:
    """Our own file; with or without its saved index, as the caller left it."""
    before, opened = memory(), now()
    timeline = Timeline.open(path)
    figures = {"open": now() - opened, "memory": memory() - before}
    found = 0

    def week() -> None:
        nonlocal found
        found = len(list(timeline.entries(first=WEEK[0], last=WEEK[1])))

    figures["week, cold"] = seconds(week)
    figures["week"] = min(seconds(week) for _ in range(5))
    figures["a record of it"] = figures["week"] / max(found, 1)
    figures["days"] = seconds(timeline.days)
    timeline.add(*report(10_000_000))
    rows = [{"kind": "mine", "n": n, "text": "x" * 300} for n in range(PAIRS)]
    issues = [report(10_000_001 + n) for n in range(PAIRS)]
    bare = Bare(path)
    figures |= in_turns("insert one", [partial(timeline.table.insert, row) for row in rows], path, bare)
    figures |= in_turns("import one issue", [partial(timeline.add, *issue) for issue in issues], path, bare)
    figures["memory"] = max(figures["memory"], memory() - before)
    figures["close"] = seconds(timeline.close)
    return figures


def measure_plain(path: Path) -> Figures:
    """Plain TinyDB on the same file."""
    before, opened = memory(), now()
    database = TinyDB(path)
    len(database)
    figures = {"open": now() - opened}
    first, last = (day.isoformat() for day in WEEK)

    def is_within(day: Any) -> bool:
        return day is not None and first <= day <= last

    in_week = where("day").test(is_within)
    figures["week, cold"] = figures["week"] = seconds(lambda: database.search(in_week))
    figures["insert one"] = seconds(lambda: database.insert({"kind": "mine", "text": "x" * 300}))
    figures["memory"] = memory() - before
    return figures


def measure_limit(path: Path) -> Figures:
    """Reading the file and decoding it, by the quickest decoder there is here, without garbage collection."""
    try:
        loads = importlib.import_module("orjson").loads
    except ImportError:
        loads = json.loads
    gc.disable()
    before = memory()
    started = now()
    content = loads(path.read_bytes())
    figures = {"open": now() - started, "memory": memory() - before}
    del content
    return figures


MEASURES: dict[str, Callable[[Path], Figures]] = {
    "timeline": measure_timeline,
    "timeline, no saved index": measure_timeline,
    "plain TinyDB": measure_plain,
    "read + decode": measure_limit,
}
COLUMNS = ("open", "week, cold", "week", "a record of it", "days", "insert one", "import one issue", "close", "memory")


def measured(name: str, path: Path) -> Figures:
    """The figures of one row, from a process of its own, on a copy of the file."""
    copy = path.with_name("copy.json")
    shutil.copy(path, copy)
    if name == "timeline":
        shutil.copy(sidecar.path_of(path), sidecar.path_of(copy))
    copy.read_bytes()  # so that the file is in memory, and the disk is not what is measured
    done = subprocess.run(
        [sys.executable, __file__, "--measure", name, "--file", str(copy)], check=True, capture_output=True, text=True
    )
    for left in (sidecar.path_of(copy), copy.with_suffix(".bare")):
        left.unlink(missing_ok=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def save_index(path: Path) -> None:
    """Let a timeline save its index, with the identities of its issues."""
    with Timeline.open(path) as timeline:
        timeline.add(*report(9_999_999))


def cell(name: str, value: float | None) -> str:
    """A figure with its unit."""
    if value is None:
        return ""
    if name == "memory":
        return f"{value:,.0f} MB"
    return f"{1e6 * value:.1f} µs" if value < 1e-3 else f"{1e3 * value:.1f} ms" if value < 1 else f"{value:.1f} s"


def print_pairs(figures: Figures) -> None:
    """A row for the bare appends that were made in turns with ours, and how many times as long ours take."""
    cells = (
        f"{cell(name, figures[f'bare {name}'])} (ours {figures[f'times {name}']:.1f} times, "
        f"{figures[f'low {name}']:.1f} to {figures[f'high {name}']:.1f})"
        if f"bare {name}" in figures
        else ""
        for name in COLUMNS
    )
    print("| bare appends in turns with it | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--no-plain", action="store_true", help="leave plain TinyDB out")
    parser.add_argument("--processor", action="store_true", help="processor time, but for the appends")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(MEASURES[args.measure](args.file)))
        return
    if args.processor:
        os.environ[PROCESSOR] = "1"
    for records in args.records:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "t.json"
            make(path, records)
            save_index(path)
            print(f"\n| {records:,} records, {path.stat().st_size / 1e6:,.0f} MB | " + " | ".join(COLUMNS) + " |")
            print("|---" * (len(COLUMNS) + 1) + "|")
            for name in MEASURES:
                if name == "plain TinyDB" and args.no_plain:
                    continue
                figures = measured(name, path)
                print(
                    f"| {name} | " + " | ".join(cell(column, figures.get(column)) for column in COLUMNS) + " |",
                    flush=True,
                )
                if "times insert one" in figures:
                    print_pairs(figures)


if __name__ == "__main__":
    main()
