"""Kill `campaign-timeline import` at random moments, and look at what it leaves.

    python benchmarks/import_kills.py --runs 200

In each run a child imports a folder of invented reports into a timeline, reporting with `--progress`, and is killed.
Every document whose line had come through must then be in the file with all its records, and no other half of one;
plain TinyDB must open the file, where the last write was not cut off in the middle, and else once we have opened it;
importing the folder once more must find these documents known and add the others.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from tinydb import TinyDB

from store import Timeline
from tui import cli

Found = Counter[tuple[str, int, int]]
"""Kind, start and end of each record of a document."""

AFTER_A_LINE = 0.002
"""Seconds within which a child is killed once it has reported some documents: it then writes the next."""
TOWNS = ("Leeds", "Hull", "York", "Derby", "Bristol", "Cardiff")
NAMES = ("Ann Other", "Bob Example", "Carol Sample")
KINDS = ("marched through", "held a meeting in", "held a rally in", "picketed the town hall of")


def write_reports(folder: Path, number: int, seed: int) -> list[Path]:
    """Invented reports, each another text."""
    chance = random.Random(seed)
    paths = []
    for n in range(number):
        lines = [f"Report {n}", ""]
        for _ in range(chance.randrange(2, 6)):
            crowd, town = chance.randrange(20, 5000), chance.choice(TOWNS)
            lines.append(f"Some {crowd} people {chance.choice(KINDS)} {town} on Saturday. "
                         f"“We want {n} more,” said {chance.choice(NAMES)}.\n")  # fmt: skip
        paths.append(folder / f"report-{n:03d}.txt")
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    return paths


def words(folder: Path, timeline: Path) -> list[str]:
    """The command line."""
    return ["import", str(folder), "--timeline", str(timeline), "--published", "2016-08-22", "--progress", "--json"]


def imported(folder: Path, timeline: Path) -> dict[str, str]:
    """Import undisturbed: what became of each document."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()) as out:
        cli.main(words(folder, timeline))
    return {row["document"]: row["status"] for row in json.loads(out.getvalue())}


def killed(folder: Path, timeline: Path, lines: int, after: float) -> list[str]:
    """Import in a child that is killed so many seconds after so many lines; the documents it had reported."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        os.dup2(writing, 2)
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - ends with the process
        sys.stdout = io.StringIO()
        cli.main(words(folder, timeline))
        os.close(writing)
        os.close(2)
        signal.pause()
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor
        came = [pipe.readline() for _ in range(lines)]
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        came += pipe.read().splitlines(keepends=True)
    return [line.rstrip("\n").split("  ", 2)[2] for line in came if "  added  " in line and line.endswith("\n")]


def seen_plainly(timeline: Path) -> dict[str, Found]:
    """What was found in each document, as plain TinyDB sees it; raises ValueError where it cannot open the file."""
    found: dict[str, Found] = defaultdict(Counter)
    with TinyDB(timeline, access_mode="r") as database:
        rows = {row.doc_id: row for row in database if row}
    for row in rows.values():
        if row["kind"] == "issue":
            found[row["record"]["source"]] += Counter()
        elif row.get("issue_id"):
            place = (row["kind"], row["record"].get("start", 0), row["record"].get("end", 0))
            found[rows[row["issue_id"]]["record"]["source"]][place] += 1
    return found


def is_torn(timeline: Path) -> bool:
    """Whether plain TinyDB cannot open the file before we have."""
    try:
        seen_plainly(timeline)
    except ValueError:
        Timeline.open(timeline).close()
        return True
    except FileNotFoundError:
        pass
    return False


def judged(timeline: Path, reported: list[str], expected: dict[str, Found]) -> str:
    """What is wrong with the file, or nothing."""
    if not timeline.exists():
        return "" if not reported else "no file"
    seen = seen_plainly(timeline)
    if missing := [name for name in reported if name not in seen]:
        return f"{missing[0]} had been reported and is not there"
    if half := [name for name, found in seen.items() if found != expected[name]]:
        return f"of {half[0]} only a part is there"
    return ""


def run(runs: int, documents: int, seed: int) -> int:
    """All runs; the number of those that went wrong."""
    chance, wrong, reported, between, torn = random.Random(seed), 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder, timeline = Path(name) / "reports", Path(name) / "t.json"
        folder.mkdir()
        write_reports(folder, documents, seed)
        imported(folder, timeline)  # what is loaded but once
        timeline.unlink()
        started = time.perf_counter()
        imported(folder, timeline)
        longest, expected = 1.2 * (time.perf_counter() - started), seen_plainly(timeline)
        for number in range(runs):
            for left in Path(name).glob("*t.json*"):
                left.unlink()
            lines = chance.randrange(documents + 1)
            done = killed(folder, timeline, lines, chance.uniform(0, AFTER_A_LINE if lines else longest))
            reported += len(done)
            between += 0 < len(done) < documents
            torn += is_torn(timeline)
            fault = judged(timeline, done, expected) or completed(folder, timeline, done, expected)
            if fault:
                wrong += 1
                print(f"run {number} of seed {seed}, {len(done)} documents reported: {fault}")
    print(
        f"{runs} kills of an import of {documents} documents, {between} of them half way, after {reported:,} documents "
        f"had been reported: {wrong} lost or halved something, {torn} had a torn end repaired"
    )
    return wrong


def completed(folder: Path, timeline: Path, reported: list[str], expected: dict[str, Found]) -> str:
    """What is wrong once the folder has been imported again, or nothing."""
    again = imported(folder, timeline)
    if any(again[document] != "known" for document in reported):
        return "a document that had been reported was not known again"
    if set(again.values()) - {"added", "known"} or seen_plainly(timeline) != expected:
        return "importing again did not complete the timeline"
    return ""


def main() -> int:
    """Run what the command line asks for; exit status 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2016)
    args = parser.parse_args()
    return 1 if run(args.runs, args.documents, args.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
