"""Flip one byte of a timeline file at random, again and again, and look at what can be had back.

    python benchmarks/flips.py --flips 10000

Opening the file must either give the records, all but at most the last batch of them, or refuse in one line and
leave it as it is. Repairing it must give back every record but at most the one that was hit, and none that is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from store import Timeline, TimelineError, repair
from store.records import Context, Issue, Quote, Records

Rows = dict[int, dict[str, Any]]


def make(path: Path) -> Rows:
    """A timeline of eight reports, and its rows."""
    with Timeline.open(path) as timeline:
        for number in range(8):
            quotes = (Quote(start=n, end=n + 5, text=f"“words” {n}", speaker="Ann Other") for n in range(4))
            timeline.add(Issue(text=f"Report {number}. " * 9, context=Context()), Records(quotes=tuple(quotes)))
        return rows(timeline)


def rows(timeline: Timeline) -> Rows:
    """Every row, as TinyDB sees it."""
    return {row.doc_id: dict(row) for row in timeline.table}


def opened(path: Path, content: bytes, whole: Rows) -> str:
    """How opening went, or "wrong"."""
    try:
        with Timeline.open(path) as timeline:
            seen = rows(timeline)
    except TimelineError as error:
        return "refused" if path.read_bytes() == content and "\n" not in str(error) else "wrong"
    if seen == whole:
        return "whole"
    copies = list(path.parent.glob("*.damaged-*"))
    kept = seen.items() <= whole.items() and [copy.read_bytes() for copy in copies] == [content]
    return "end taken back" if kept else "wrong"


def repaired(path: Path, content: bytes, whole: Rows) -> str:
    """How many records the repair of the damaged bytes cost, or "wrong"."""
    path.write_bytes(content)
    repair(path)
    with Timeline.open(path) as timeline:
        seen = rows(timeline)
    with TinyDB(path, access_mode="r") as plain:
        same = {row.doc_id: dict(row) for row in plain} == seen
    lost = len(whole) - len(seen)
    return f"{lost} lost" if same and lost <= 1 and seen.items() <= whole.items() else "wrong"


def plainly(path: Path, content: bytes, whole: Rows) -> str:
    """How plain TinyDB takes it."""
    path.write_bytes(content)
    try:
        with TinyDB(path, access_mode="r") as plain:
            return "whole" if {row.doc_id: dict(row) for row in plain} == whole else "wrong"
    except (ValueError, RuntimeError, AttributeError, TypeError):
        return "exception"


def main() -> int:
    """Run what the command line asks for; exit status 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2016)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    counts: dict[str, Counter[str]] = {"opening": Counter(), "repair": Counter(), "plain TinyDB": Counter()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        whole = make(path)
        original = path.read_bytes()
        for _ in range(args.flips):
            damaged = bytearray(original)
            damaged[chance.randrange(len(original))] ^= chance.randrange(1, 256)
            content = bytes(damaged)
            path.write_bytes(content)
            counts["opening"][opened(path, content, whole)] += 1
            counts["repair"][repaired(path, content, whole)] += 1
            counts["plain TinyDB"][plainly(path, content, whole)] += 1
            for left in path.parent.iterdir():
                left.unlink()
    for name, count in counts.items():
        print(f"{name}: " + ", ".join(f"{number:,} {what}" for what, number in sorted(count.items())))
    return int(counts["opening"]["wrong"] + counts["repair"]["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main())
