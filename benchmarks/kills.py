"""Kill a process that writes to a timeline at random moments, and look at what it leaves.

    python benchmarks/kills.py --runs 1000
    python benchmarks/kills.py --runs 1000 --plain      # the same with plain TinyDB

In each run a child works on a copy of one timeline: imports, changes, removals, corrections, compactions, closing
and opening again, chosen by a seed. It reports each deed once it has returned, and is killed. The file must then
hold what a second child holds that does the same deeds, up to the last reported one or one more, and is not killed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from store import Timeline, sidecar
from store.records import Context, Event, Issue, Quote, Records

Rows = dict[int, dict[str, Any]]
LONGEST = 0.12
"""Seconds after which a child is killed at the latest."""


def report(number: int, events: int) -> tuple[Issue, Records]:
    """A report that has not been imported yet."""
    day = date(2016, 7, 1) + timedelta(days=number % 90)
    found = tuple(
        Event(start=n, end=n + 9, text=f"event {n}", title=f"Event {number}.{n}", kind="rally", first=day, last=day)
        for n in range(events)
    )
    quotes = (Quote(start=90, end=97, text="as ever", speaker=f"Speaker {number}"),)
    issue = Issue(
        text=f"Report {number}. " * 20, title=f"Report {number}", context=Context(publication="P", issue=str(number))
    )
    return issue, Records(events=found, quotes=quotes)


def deeds(timeline: Timeline, path: Path, seed: int) -> Iterator[Timeline]:
    """Do one deed after the other, and yield once it has returned."""
    chance = random.Random(seed)
    for number in range(1000, 100_000):
        ids = [entry.id for entry in timeline.entries()]
        deed = chance.choices(("import", "again", "insert", "update", "remove", "correct", "compact", "close"), (30, 10, 15, 15, 15, 10, 3, 2))[0]  # fmt: skip
        if deed == "import":
            timeline.add(*report(number, chance.randrange(1, 25)))
        elif deed == "again":
            timeline.add(*report(chance.randrange(10), chance.randrange(1, 25)))
        elif deed == "insert":
            timeline.table.insert({"note": "mine", "number": number})
        elif deed == "update" and ids:
            timeline.table.update({"mark": number}, doc_ids=chance.sample(ids, min(3, len(ids))))
        elif deed == "remove" and ids:
            timeline.table.remove(doc_ids=chance.sample(ids, min(3, len(ids))))
        elif deed == "correct" and ids:
            timeline.correct(chance.choice(ids), {"first": "2016-09-01", "last": f"2016-09-{number % 30 + 1:02d}"})
        elif deed == "compact":
            timeline.compact()
        elif deed == "close":
            timeline.close()
            timeline = Timeline.open(path)
        yield timeline


def work(path: Path, seed: int, ready: Callable[[], object]) -> None:
    """The child's work, until it is killed."""
    for _ in deeds(Timeline.open(path), path, seed):
        ready()


def plain_work(path: Path, seed: int, ready: Callable[[], object]) -> None:
    """The same with plain TinyDB."""
    database, chance = TinyDB(path), random.Random(seed)
    while True:
        deed = chance.choice(("import", "insert", "update", "remove"))
        ids = [row.doc_id for row in database]
        if deed == "update" and ids:
            database.update({"mark": seed}, doc_ids=[chance.choice(ids)])
        elif deed == "remove" and ids:
            database.remove(doc_ids=[chance.choice(ids)])
        else:
            database.insert_multiple({"note": "x" * 300, "n": n} for n in range(24 if deed == "import" else 1))
        ready()


def killed(path: Path, seed: int, child: Callable[[Path, int, Callable[[], object]], None], after: float) -> int:
    """Let a child work, kill it, and say how many deeds it had reported."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        child(path, seed, lambda: os.write(writing, b"."))
    os.close(writing)
    os.read(reading, 1)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    reported = 1
    while seen := os.read(reading, 1 << 16):
        reported += len(seen)
    os.close(reading)
    return reported


def replayed(start: Path, seed: int, number: int) -> list[Rows]:
    """What the file holds after `number` deeds, and after one more."""
    path = start.with_name("replayed.json")
    shutil.copy(start, path)
    states = []
    for done, timeline in enumerate(deeds(Timeline.open(path), path, seed), start=1):
        if done >= number:
            states.append(rows(timeline))
        if done > number:
            timeline.close()
            break
    sidecar.path_of(path).unlink(missing_ok=True)
    return states


def rows(timeline: Timeline) -> Rows:
    """Every row, as TinyDB sees it."""
    return {row.doc_id: dict(row) for row in timeline.table}


def plain_rows(path: Path) -> Rows | None:
    """What plain TinyDB sees; None where it cannot open the file."""
    try:
        with TinyDB(path, access_mode="r") as database:
            return {row.doc_id: dict(row) for row in database if row}
    except ValueError:
        return None


def make_start(folder: Path) -> Path:
    """The timeline on which every child begins."""
    start = folder / "start.json"
    with Timeline.open(start) as timeline:
        for number in range(10):
            timeline.add(*report(number, 12))
    return start


def run(runs: int, seed: int) -> int:
    """All runs with our own file; the number of those that went wrong."""
    chance, wrong, plainly, repaired, deeds_done = random.Random(seed), 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = make_start(folder)
        for number in range(runs):
            path = folder / "t.json"
            shutil.copy(start, path)
            done = killed(path, seed + number, work, chance.uniform(0, LONGEST))
            deeds_done += done
            states = replayed(start, seed + number, done)
            plainly += plain_rows(path) in states
            with Timeline.open(path) as timeline:
                repaired += bool(timeline.notices)
                if rows(timeline) not in states or timeline.read_only:
                    wrong += 1
                    print(f"seed {seed + number}: neither the state before nor after deed {done + 1}")
            for left in folder.glob("*t.json*"):
                if left != start:
                    left.unlink()
    print(
        f"{runs} kills over {deeds_done:,} deeds: {wrong} lost or halved something, {repaired} had a torn end repaired,"
    )
    print(f"plain TinyDB saw everything in {plainly} ({100 * plainly / runs:.1f} %)")
    return wrong


def run_plain(runs: int, seed: int) -> None:
    """All runs with plain TinyDB."""
    chance, unopenable = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(runs):
            path = Path(name) / "plain.json"
            with TinyDB(path) as database:
                database.insert_multiple({"note": "x" * 300, "n": n} for n in range(130))
            killed(path, seed + number, plain_work, chance.uniform(0, LONGEST))
            unopenable += plain_rows(path) is None
            path.unlink()
    print(f"{runs} kills of plain TinyDB: {unopenable} files cannot be opened ({100 * unopenable / runs:.1f} %)")


def main() -> int:
    """Run what the command line asks for; exit status 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--plain", action="store_true", help="plain TinyDB instead")
    args = parser.parse_args()
    sidecar.WORTHWHILE = 1 << 12  # so that the saved index is part of it
    if args.plain:
        run_plain(args.runs, args.seed)
        return 0
    return 1 if run(args.runs, args.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
