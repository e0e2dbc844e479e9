"""Let two processes write to one timeline at the same time, each waiting for the other.

    python benchmarks/writers.py --records 1000
    python benchmarks/writers.py --records 1000 --plain      # the same with plain TinyDB

Each opens the file, waiting its turn, inserts one record and closes it, again and again. Meanwhile this process
opens the file without waiting, and says how long that took.
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


def run(path: Path, records: int, *, plain: bool) -> float:
    """Let both write, and return the longest time that an opening without waiting took meanwhile, in seconds."""
    command = [sys.executable, __file__, "--records", str(records), "--file", str(path), *(["--plain"] * plain)]
    children = [subprocess.Popen([*command, "--writer", name], stderr=subprocess.DEVNULL) for name in "ab"]
    longest = 0.0
    while any(child.poll() is None for child in children):
        if not plain and path.exists() and path.stat().st_size:
            started = time.perf_counter()
            Timeline.open(path, read_only=True).close()
            longest = max(longest, time.perf_counter() - started)
        time.sleep(0.01)
    return longest


def report(path: Path, records: int, longest: float, *, plain: bool) -> int:
    """Print what came of it; 1 where a record is missing or there twice."""
    try:
        with TinyDB(path, access_mode="r") as database:
            seen = sorted((row["writer"], row["number"]) for row in database if "writer" in row)
    except ValueError:
        print(f"two writers of {records:,} records each: the file cannot be opened")
        return 1
    print(f"two writers of {records:,} records each: {len(set(seen)):,} of {2 * records:,} records are there")
    if not plain:
        print(f"the longest opening without waiting meanwhile took {1000 * longest:.0f} ms")
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
        return report(path, args.records, run(path, args.records, plain=args.plain), plain=args.plain)


if __name__ == "__main__":
    sys.exit(main())
