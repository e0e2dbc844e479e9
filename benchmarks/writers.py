"""Let two processes write to one timeline at the same time, each waiting for the other.

    python benchmarks/writers.py --records 1000
    python benchmarks/writers.py --records 1000 --plain      # the same with plain TinyDB

Each opens the file, waiting its turn, inserts one record and closes it, again and again. Meanwhile this process
opens the file without waiting, to write and to read in turns, and says how long that took: by the clock, in which the
two writers take part on few cores, and of the processor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tinydb import TinyDB

from store import Timeline

TURN = 120.0
"""Seconds a writer waits for its turn."""


def write(path: Path, writer: str, records: int) -> None:
    """One of the two processes."""
    for number in range(records):
        with Timeline.open(path, wait=TURN) as timeline:
            timeline.table.insert({"writer": writer, "number": number})


def write_plainly(path: Path, writer: str, records: int) -> None:
    """The same with plain TinyDB."""
    for number in range(records):
        with TinyDB(path) as database:
            database.insert({"writer": writer, "number": number})


Times = list[tuple[float, float]]
"""For each opening the seconds by the clock and those of the processor."""


def run(path: Path, records: int, *, plain: bool) -> Times:
    """Let both write, and return how long openings without waiting took meanwhile."""
    command = [sys.executable, __file__, "--records", str(records), "--file", str(path), *(["--plain"] * plain)]
    children = [subprocess.Popen([*command, "--writer", name], stderr=subprocess.DEVNULL) for name in "ab"]
    times: Times = []
    while any(child.poll() is None for child in children):
        if not plain and path.exists() and path.stat().st_size:
            times.append(opening(path, read_only=len(times) % 2 == 0))
        time.sleep(0.01)
    return times


def opening(path: Path, *, read_only: bool) -> tuple[float, float]:
    """How long it takes to open the file without waiting."""
    started, worked = time.perf_counter(), time.process_time()
    timeline = Timeline.open(path, read_only=read_only)
    taken = time.perf_counter() - started, time.process_time() - worked
    timeline.close()
    return taken


def report(path: Path, records: int, times: Times) -> int:
    """Print what came of it; 1 where a record is missing or there twice."""
    try:
        with TinyDB(path, access_mode="r") as database:
            seen = sorted((row["writer"], row["number"]) for row in database if "writer" in row)
    except ValueError:
        print(f"two writers of {records:,} records each: the file cannot be opened")
        return 1
    print(f"two writers of {records:,} records each: {len(set(seen)):,} of {2 * records:,} records are there")
    if times:
        clock, processor = (sorted(1000 * each for each in column) for column in zip(*times, strict=True))
        print(
            f"{len(times):,} openings without waiting meanwhile: {clock[len(clock) // 2]:.0f} ms in the middle, "
            f"{clock[-1]:.0f} ms at the longest; of the processor {processor[-1]:.0f} ms at the longest"
        )
    return int(seen != sorted((name, number) for name in "ab" for number in range(records)))


def main() -> int:
    """Run what the command line asks for; exit status 1 where something is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--plain", action="store_true", help="plain TinyDB instead")
    parser.add_argument("--writer", help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.writer:
        (write_plainly if args.plain else write)(args.file, args.writer, args.records)
        return 0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "t.json"
        return report(path, args.records, run(path, args.records, plain=args.plain))


if __name__ == "__main__":
    sys.exit(main())
