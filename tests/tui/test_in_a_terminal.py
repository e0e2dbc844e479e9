"""A walk through the real app in a real terminal: every row of the key table does what it says.

tmux holds the terminal; where it is missing, the walk is skipped, saying so. What is drawn is waited for, never slept for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.actions import ACTIONS, Action
from tui.keys import sign

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed: apt install tmux")

PATIENCE = 60.0
"""Seconds after which what was expected will not come any more."""
TMUX_KEYS = {"left": "Left", "right": "Right", "up": "Up", "down": "Down", "escape": "Escape", "enter": "Enter", "tab": "Tab",
             "shift+tab": "BTab", "pageup": "PageUp", "pagedown": "PageDown", "home": "Home", "end": "End", "space": "Space",
             "alt+left": "M-Left", "alt+right": "M-Right"}  # fmt: skip


class Terminal:
    """The app in tmux: keys in, the text of the screen out."""

    def __init__(self, home: Path, size: tuple[int, int], *arguments: str) -> None:
        self.socket = str(home / "tmux.socket")
        # A runner that tells its workers the size of its own terminal would tell it to the app too.
        foreign = ("XDG_", "TMUX", "COLUMNS", "LINES")
        here = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        self.environment = {**here, "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "tui", *arguments]
        width, height = map(str, size)
        self.tmux("-f", os.devnull, "new-session", "-d", "-x", width, "-y", height, *command)

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-S", self.socket, *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            named = TMUX_KEYS.get(key) or (key.replace("ctrl+", "C-") if key.startswith("ctrl+") else None)
            self.tmux("send-keys", *([named] if named else ["-l", sign(key)]))

    def type(self, words: str) -> None:
        self.tmux("send-keys", "-l", words)

    def text(self) -> str:
        return self.tmux("capture-pane", "-p")

    def shows(self, words: str) -> str:
        """The screen once it shows these words."""
        return self.until(lambda text: words in text, words)

    def until(self, wanted: Callable[[str], bool], told: str) -> str:
        began = time.monotonic()
        while not wanted(text := self.text()):
            if time.monotonic() - began > PATIENCE:
                pytest.fail(f"{told!r} did not come:\n{text}")
            time.sleep(0.05)
        return text

    def ended(self) -> bool:
        began = time.monotonic()
        while self.tmux("list-sessions"):
            if time.monotonic() - began > PATIENCE:
                return False
            time.sleep(0.05)
        return True

    def close(self) -> None:
        self.tmux("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(size: tuple[int, int], *arguments: str) -> Terminal:
        opened.append(Terminal(tmp_path, size, *arguments))
        opened[-1].shows("Events")
        return opened[-1]

    yield start
    for each in opened:
        each.close()


GONE = ""
"""No dialogue is open any more."""
STEPS: tuple[tuple[str, str, str], ...] = (
    ("row.next", "down", "▸Su 24"),
    ("row.previous", "up", "▸Sa 23"),
    ("page.next", "pagedown", "▸"),
    ("page.previous", "pageup", "▸Sa 23"),
    ("row.last", "end", "2 Undated"),
    ("row.first", "home", "▸Sa 23"),
    ("day.next", "right", "2 Sun 24 Jul 2016"),
    ("day.previous", "left", "2 Sat 23 Jul 2016"),
    ("busy.next", "right_square_bracket", "2 Sun 24 Jul 2016"),
    ("busy.previous", "left_square_bracket", "2 Sat 23 Jul 2016"),
    ("week.next", "right_curly_bracket", "2 Sat 30 Jul 2016"),
    ("week.previous", "left_curly_bracket", "2 Sat 23 Jul 2016"),
    ("month.next", "right_parenthesis", "2 Tue 23 Aug 2016"),
    ("month.previous", "left_parenthesis", "2 Sat 23 Jul 2016"),
    ("day.ends", "t", "2 Sat 24 Sep 2016"),
    ("place.back", "alt+left", "2 Sat 23 Jul 2016"),
    ("place.forward", "alt+right", "2 Sat 24 Sep 2016"),
    ("day.ends", "t", "2 Sat 23 Jul 2016"),
    ("calendar", "C", "( ) month"),
    ("", "escape", GONE),
    ("compare", "equals_sign", "Two days side by side"),
    ("", "escape", GONE),
    ("day.go", "g", "Go to a date"),
    ("", "+1d", "Sun 24 Jul 2016"),
    ("", "enter", "2 Sun 24 Jul 2016"),
    ("", "left", "2 Sat 23 Jul 2016"),
    ("kind.events", "e", "event 1/"),
    ("items.sort", "s", "by paper"),
    ("items.sort", "s", "the largest first"),
    ("items.sort", "s", "the surest first"),
    ("kind.figures", "f", "figure 1/"),
    ("kind.quotes", "u", "quote 1/"),
    ("kind.events", "e", "event 1/"),
    ("hit.next", "n", "event 2/"),
    ("hit.previous", "N", "event 1/"),
    ("bookmark.set", "m", "Item bookmarked"),
    ("bookmark.list", "M", "x remove"),
    ("", "x", GONE),
    ("charts", "number_sign", "How many came, day by day"),
    ("", "tab", "the largest first"),
    ("", "escape", GONE),
    ("item.open", "enter", "━ 3 Source"),
    ("back", "escape", "━ 2 Sat 23 Jul 2016"),
    ("pane.1", "1", "━ 1 Days"),
    ("pane.2", "2", "━ 2 Sat 23 Jul 2016"),
    ("pane.3", "3", "━ 3 Source"),
    ("pane.4", "4", "━ 4 Why this date"),
    ("back", "escape", "━ 2 Sat 23 Jul 2016"),
    ("pane.next", "tab", "━ 3 Source"),
    ("pane.previous", "shift+tab", "━ 2 Sat 23 Jul 2016"),
    ("pane.zoom", "full_stop", "━ 2 Sat 23 Jul 2016"),
    ("pane.zoom", "full_stop", "─ 1 Days"),
    ("search", "S", "Search the texts"),
    ("", "rally", " hits in "),
    ("", "enter", "hit 1/"),
    ("hit.next", "n", "hit 2/"),
    ("back", "escape", "━ 2 "),
    ("filter.edit", "slash", "/ "),
    ("", "kind:event", " shown · Esc clears"),
    ("", "enter", "▸ "),
    ("filter.switch", "ctrl+f", "filter off"),
    ("filter.switch", "ctrl+f", " shown · Esc clears"),
    ("filter.saved", "v", "Saved filters"),
    ("", "escape", GONE),
    ("filter.facets", "F", "What there is"),
    ("", "escape", GONE),
    ("back", "escape", "/ filter: words"),
    ("kind.events", "e", "event 1/"),
    ("item.star", "asterisk", "✶"),
    ("item.note", "a", "┏━ Note"),
    ("", "remember", "remember"),
    ("", "enter", "¶"),
    ("corrections", "L", "Corrections by hand"),
    ("", "escape", GONE),
    ("date.correct", "d", "Correct the date"),
    ("", "escape", GONE),
    ("context.change", "c", "Publication of"),
    ("", "escape", GONE),
    ("event.join", "J", "The same event as"),
    ("", "escape", GONE),
    ("item.delete", "x", "Deleted"),
    ("edit.undo", "z", "Taken back"),
    ("edit.redo", "Z", "Done again"),
    ("edit.undo", "z", "Taken back"),
    ("reports.undated", "D", "has its day of publication"),
    ("import", "i", "Import files or a folder"),
    ("", "escape", GONE),
    ("export", "E", "Export what is shown"),
    ("", "escape", GONE),
    ("copy", "y", "copied.txt"),
    ("copy.json", "Y", "copied.txt"),
    ("palette", "colon", "Search for commands"),
    ("", "escape", GONE),
    ("help", "question_mark", "┏━ Keys"),
    ("", "escape", GONE),
)
"""Action, the key that is pressed or the words that are typed, and what the screen then shows."""

ELSEWHERE = {
    "event.split": "test_by_hand.py",
    "open.source": "test_searching.py",
    "quit": "at the end of the walk",
}
"""Actions whose doing needs what the sample has not, or a desktop, and where they are shown."""


def test_the_walk_takes_every_action() -> None:
    assert {action.id for action in ACTIONS} - {step[0] for step in STEPS} == set(ELSEWHERE)


def test_every_key_of_the_table_works_in_a_terminal(terminal: Callable[..., Terminal]) -> None:
    seen = terminal((120, 36))
    known = {action.id: action for action in ACTIONS}
    for name, key, shown in STEPS:
        if shown == GONE:
            # A terminal that gets Esc and a letter at once takes them for Alt and the letter.
            seen.until(lambda text: "Esc leave" in text or "Search for commands" in text, "a dialogue")
        if name:
            assert key in _keys(known[name])
            seen.press(key)
        elif key in TMUX_KEYS or len(key) == 1:
            seen.press(key)
        else:
            seen.type(key)
        if shown == GONE:
            seen.until(lambda text: "Esc leave" not in text and "Search for commands" not in text, "the timeline alone")
        else:
            seen.shows(shown)
    seen.press("q")
    assert seen.ended()


def _keys(action: Action) -> tuple[str, ...]:
    return action.keys


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_small_terminals(terminal: Callable[..., Terminal], size: tuple[int, int]) -> None:
    seen = terminal(size) if size[0] == 80 else _one_pane(terminal, size)
    seen.press("3")
    seen.shows("━ 3 Source")
    seen.press("w")
    seen.shows("━ 4 Why this date")
    seen.press("question_mark")
    seen.shows("━ Keys")
    seen.press("q")
    seen.shows("━ 4 Why this date")
    seen.press("q")
    assert seen.ended()


def _one_pane(terminal: Callable[..., Terminal], size: tuple[int, int]) -> Terminal:
    """The first pane alone shows no items: a larger terminal is opened first, so that the sample is there."""
    first = terminal((80, 24))
    first.press("2", "q")
    assert first.ended()
    return terminal(size)


def test_where_one_was_is_remembered(terminal: Callable[..., Terminal]) -> None:
    seen = terminal((80, 24))
    seen.press("right_curly_bracket", "2")
    seen.shows("━ 2 Sat 30 Jul 2016")
    seen.press("q")
    assert seen.ended()
    terminal((80, 24)).shows("━ 2 Sat 30 Jul 2016")
