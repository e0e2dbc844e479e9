"""Measure the app in a terminal, beside a minimal Textual app and beside the same list on Textual's own widgets.

    python benchmarks/screen.py                 # the sample, and 100,000 records
    python benchmarks/screen.py --records 20000 --keys 100

Everything runs in a pty of 120 columns and 36 lines, one after the other. Times by the clock are counted from the moment
a program is started, or a key is written, to the end of the last frame before the screen is quiet: all of the drawing,
not its beginning. Processor time stands beside them, for a machine that does other work too. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import asyncio
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from benchmarks.timeline_file import report
from store import Timeline
from store.records import Context, Event, Issue, Records
from tui import heap
from tui.app import CampaignApp
from tui.screens.timeline import TimelineScreen
from tui.widgets.source import SourceView

COLUMNS, LINES = 120, 36
FRAME_ENDS = b"\x1b[?2026l"
QUIET, QUIET_FILTER = 0.06, 0.4
"""Seconds without a frame after which the screen is held to be done; a cursor that blinks draws one every half second."""
LONG = 120.0
SOURCE_KB = 500

MINIMAL = """
from textual.app import App
from textual.widgets import Label
class Minimal(App):
    def compose(self):
        yield Label("READY")
Minimal().run()
"""
OPTIONS = """
from textual.app import App
from textual.widgets import OptionList
class Options(App):
    def compose(self):
        yield OptionList(*(f"Rally in the town hall, {n}" for n in range({records})))
Options().run()
"""
TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("what")
        table.add_rows((f"Rally in the town hall, {n}",) for n in range({records}))
        table.focus()
Table().run()
"""
RECORDS = """
import sys
from pathlib import Path
from store import Timeline
with Timeline.open(Path(sys.argv[1]), read_only=True) as timeline:
    held = (timeline.issues(), list(timeline.entries()))
    pages = int(open("/proc/self/statm").read().split()[1])
    print(pages * 4096)
"""


class Terminal:
    """A program in a pty, seen as the frames it draws."""

    def __init__(self, command: list[str], home: Path) -> None:
        """Start it; it has its settings and its memory in `home`."""
        self.started = time.perf_counter()
        here = {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": os.getcwd()}  # noqa: PTH109
        # As on people's machines, where only the first start of all compiles the modules.
        here["PYTHONDONTWRITEBYTECODE"] = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**os.environ, **here})  # noqa: S606 - the programs measured
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """What it writes next; b"" where it is quiet for so long. Its question for whole frames is answered."""
        if not select.select([self.fd], [], [], max(seconds, 0))[0]:
            return b""
        try:
            got = os.read(self.fd, 1 << 20)
        except OSError:
            return b""
        if b"\x1b[?2026$p" in got:
            os.write(self.fd, b"\x1b[?2026;2$y")
        self.seen += got
        return got

    def until(self, words: str) -> float:
        """Seconds from the start to the frame in which `words` are on the screen."""
        wanted = words.encode()
        while wanted not in self.seen:
            if time.perf_counter() - self.started > LONG:
                message = f"{words!r} did not come in {LONG} s"
                raise TimeoutError(message)
            self.read(0.5)
        return time.perf_counter() - self.started

    def quiet(self, seconds: float = 0.5) -> None:
        """Wait until it draws no more."""
        while self.read(seconds):
            pass

    def press(self, key: str, quiet: float = QUIET) -> float:
        """Seconds from a key to the end of the last frame that follows it."""
        self.seen = b""
        began = last = time.perf_counter()
        os.write(self.fd, key.encode())
        frames = 0
        while self.read(quiet if last > began else 5.0):
            if self.seen.count(FRAME_ENDS) > frames:
                frames, last = self.seen.count(FRAME_ENDS), time.perf_counter()
        return last - began

    def work(self) -> float:
        """Seconds of processor time it has used, all its threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """What it holds in memory, in bytes."""
        return int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]) * 4096

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


@contextmanager
def running(command: list[str], home: Path | None = None) -> Iterator[Terminal]:
    """A program in a terminal, ended behind the block; at home in a folder of its own where none is given."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(command, home or Path(folder))
        try:
            yield terminal
        finally:
            terminal.close()


def app(*arguments: str) -> list[str]:
    """The command that opens the app."""
    return [sys.executable, "-m", "tui", *arguments]


def script(text: str, records: int = 0) -> list[str]:
    """The command that runs a peer."""
    return [sys.executable, "-c", text.replace("{records}", str(records))]


Pair = tuple[float, float]
"""Seconds by the clock, and of processor time."""


def start(command: list[str], words: str, times: int, home: Path | None = None) -> Pair:
    """Medians from the start to the first screenful."""
    found = []
    for _ in range(times):
        with running(command, home) as terminal:
            found.append((terminal.until(words), terminal.work()))
    return statistics.median(clock for clock, _ in found), statistics.median(work for _, work in found)


def presses(terminal: Terminal, keys: Iterable[str], quiet: float = QUIET) -> str:
    """Median and 95th percentile by the clock, and the mean of processor time, of keys."""
    before, found = terminal.work(), [terminal.press(key, quiet) for key in keys]
    work = (terminal.work() - before) / len(found)
    return f"{statistics.median(found) * 1000:.1f} / {percentile(found, 0.95) * 1000:.1f} ms | {work * 1000:.1f} ms"


def percentile(values: Iterable[float], part: float) -> float:
    """The value that so large a part of them does not go over."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def big_timeline(path: Path, records: int) -> None:
    """A timeline of so many records, 24 to an issue."""
    with Timeline.open(path) as timeline:
        for number in range(max(records // 24, 1)):
            timeline.add(*report(number))


def long_source(path: Path) -> None:
    """A timeline of two reports: a short one, and one of 500 KB with an event in every tenth sentence."""
    day = date(2016, 8, 1)
    text = "".join(
        f"Sentence {number} tells of people who met in the hall.\n" for number in range(SOURCE_KB * 1024 // 55)
    )
    starts = [match.start() for match in re.finditer("Sentence", text)][::10]
    events = tuple(
        Event(start=at, end=text.index("\n", at), text=text[at : text.index("\n", at)], title=f"Meeting at {at}",
              kind="meeting", first=day, last=day) for at in starts
    )  # fmt: skip
    with Timeline.open(path) as timeline:
        timeline.add(Issue(text="They met.", context=Context(published=day - timedelta(3), publication="Small")), Records(
            events=(Event(start=0, end=9, text="They met.", title="Small", kind="meeting", first=day - timedelta(3), last=day - timedelta(3)),)))  # fmt: skip
        timeline.add(Issue(text=text, context=Context(published=day, publication="Large")), Records(events=events))


def starts(times: int, records: int, large: Path, home: Path) -> None:
    """From start to first screenful."""
    minimal = start(script(MINIMAL), "READY", times)
    start(app(), "Events", 1, home)  # imports the sample, once
    rows = [
        ("minimal Textual app, one label", minimal),
        ("the app on the sample", start(app(), "Events", times, home)),
        (f"the app on {records:,} records, first screenful", start(app(str(large)), "CAMPAIGN TIMELINE", times)),
        (f"the app on {records:,} records, its items there", start(app(str(large)), "Rally in the town hall", 3)),
        (f"OptionList of {records:,} rows", start(script(OPTIONS, records), "town hall, 5", 1)),
        (f"DataTable of {records:,} rows", start(script(TABLE, records), "town hall, 5", 1)),
    ]
    print(
        "\n| start to screenful | by the clock | of the minimal app | processor | of the minimal app |\n|---|---|---|---|---|"
    )
    for name, (clock, work) in rows:
        print(
            f"| {name} | {clock:.2f} s | {clock / minimal[0]:.2f} | {work:.2f} s | {work / minimal[1]:.2f} |",
            flush=True,
        )


def keys(records: int, number: int, large: Path) -> None:
    """From a key to the last frame, and memory."""
    rows = []
    with running(app(str(large))) as terminal:
        terminal.until("Rally in the town hall")
        settle(terminal)
        held = terminal.memory()
        for name, key in (("next day", "l"), ("next item, over the days", "n"), ("next row", "j"), ("next pane", "\t")):
            rows.append((name, presses(terminal, [key] * number)))
        terminal.press("/", QUIET_FILTER)
        typed = [letter for word in ("rally leeds", "hall 41", "ann other") for letter in _typing(word)]
        rows.append(("filter keystroke", presses(terminal, typed, QUIET_FILTER)))
    for name, text in (("OptionList, next row", OPTIONS), ("DataTable, next row", TABLE)):
        with running(script(text, records)) as terminal:
            terminal.until("town hall, 5")
            terminal.quiet(1.0)
            rows.append((name, presses(terminal, ["\x1b[B"] * number)))
    print(f"\n| {records:,} records: key to repaint | by the clock, median / p95 | processor, mean |\n|---|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")
    _tell_memory(held, large)


def settle(terminal: Terminal) -> None:
    """Wait until the work beside the screen is done: merging and indexing."""
    while True:
        before = terminal.work()
        terminal.quiet(1.0)
        if terminal.work() - before < 0.05:
            return


def _tell_memory(held: int, large: Path) -> None:
    done = subprocess.run([sys.executable, "-c", RECORDS, str(large)], capture_output=True, text=True, check=True)
    with running(script(MINIMAL)) as terminal:
        terminal.until("READY")
        bare = terminal.memory()
    alone = int(done.stdout)
    above = f"{(held - alone) / 1e6:.0f} MB above a process that holds the records alone ({alone / 1e6:.0f} MB)"
    print(f"\nMemory: {held / 1e6:.0f} MB, {above}; the minimal app has {bare / 1e6:.0f} MB.", flush=True)


def _typing(word: str) -> list[str]:
    """A word, letter by letter, and the key that clears the line."""
    return [*word, "\x15"]


def source(path: Path, number: int) -> None:
    """A long report: opened, and its highlight moved."""
    with running(app(str(path))) as terminal:
        terminal.until("They met")
        settle(terminal)
        there_and_back = presses(terminal, ["]", "["] * 10)
        terminal.press("]")
        terminal.press("3")
        moved = presses(terminal, ["]"] * number)
    print(f"\n| a source of {SOURCE_KB} KB | by the clock, median / p95 | processor, mean |\n|---|---|---|")
    print(
        f"| opened, and left again | {there_and_back} |\n| highlight moved to the next of its mentions | {moved} |",
    )
    alone = asyncio.run(highlight_alone(path, number))
    print(f"| the same, what the source pane itself does of it | {alone} | |", flush=True)


async def highlight_alone(path: Path, number: int) -> str:
    """Median and 95th percentile of what the source pane itself does to move its highlight and to draw its lines."""
    found = []
    with Timeline.open(path) as timeline:
        async with CampaignApp(timeline, path.name).run_test(size=(COLUMNS, LINES)) as pilot:
            await pilot.pause()
            screen = cast("TimelineScreen", pilot.app.screen)
            while not screen.library.items:
                await pilot.pause(0.1)
            await pilot.app.workers.wait_for_complete()
            view = screen.query_one(SourceView)
            mentions = max(screen.library.of_issue.values(), key=len)[:number]
            view.show(mentions[0], screen.library)
            for entry in mentions[1:]:
                began = time.perf_counter()
                view.show(entry, screen.library)
                view.render_lines(view.outer_size.region)
                found.append(time.perf_counter() - began)
                heap.rest()  # as the app does behind a key
    return f"{statistics.median(found) * 1000:.1f} / {percentile(found, 0.95) * 1000:.1f} ms"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--starts", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large, long = Path(folder) / "large.json", Path(folder) / "long.json"
        big_timeline(large, given.records)
        long_source(long)
        starts(given.starts, given.records, large, Path(folder))
        keys(given.records, given.keys, large)
        source(long, given.keys)


if __name__ == "__main__":
    main()
