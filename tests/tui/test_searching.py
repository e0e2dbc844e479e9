from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from store import Timeline
from store.records import Context, Issue, Records
from tui.models.pieces import plain, width_of
from tui.models.shown import Library
from tui.models.text_search import MOST, Hit, hit_rows, search, told
from tui.widgets.source import SourceView

Visits = Callable[..., AbstractAsyncContextManager[Any]]


def surfaces(library: Library, words: str) -> list[str]:
    return [library.issues[hit.issue_id].text[hit.start : hit.end] for hit in search(library.issues, words)]


def test_words_are_found_as_a_phrase_in_any_case(library: Library) -> None:
    assert Counter(surfaces(library, "THE")) == {"the": 9, "The": 2}
    assert surfaces(library, "leeds  turns") == ["Leeds turns"]
    assert surfaces(library, "saturday 30") == ["Saturday 30"]
    assert surfaces(library, "out\n more") == ["out\n\nMore"]
    assert surfaces(library, '"many') == ["“Many"]
    assert surfaces(library, "zebra") == surfaces(library, "  ") == []
    assert surfaces(library, "[sic].") == ["[sic]."]


def test_hits_are_counted(library: Library) -> None:
    assert told(search(library.issues, "saturday")) == "2 hits in 2 reports"
    assert told([]) == "no hit"
    assert told([Hit(1, 0, 1)] * MOST) == f"{MOST:,} hits at least in 1 report"


def test_nobody_waits(library: Library) -> None:
    assert search(library.issues, "the", lambda: True) == []


def test_more_hits_than_anybody_steps_through() -> None:
    issues = {1: Issue(text="a " * (MOST + 5), context=Context())}
    assert len(search(issues, "a")) == MOST


@pytest.mark.parametrize("width", [8, 36, 76])
def test_rows_show_the_words_around(library: Library, width: int) -> None:
    rows = hit_rows(search(library.issues, "saturday"), library.issues, width)
    assert max(width_of(plain(line)) for row in rows for line in row.lines) <= width
    if width == 76:
        assert "Saturday" in plain(rows[1].lines[0])
        assert plain(rows[0].lines[0]).startswith("─ Morning Courier · Mon 25 Jul 2016 · Hall")


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_hits_are_stepped_through_in_the_source(visit: Visits, timeline: Timeline, size: tuple[int, int]) -> None:
    async with visit(timeline, size) as seen:
        await seen.press("2", "S")
        await seen.type("saturday")
        assert "2 hits in 2 reports" in seen.text()
        await seen.press("enter")
        assert seen.main.active == "source"
        assert "hit 1/2" in seen.text()
        assert seen.item.startswith(("Some 1,800 people", "Many hands"))
        await seen.press("n")
        assert "hit 2/2" in seen.text()
        assert seen.main.walk.day == date(2016, 7, 30)
        assert "Saturday 30" in seen.text()
        await seen.press("n", "N")
        assert "hit 2/2" in seen.text()
        await seen.press("escape")
        assert seen.main.active == "records"
        before = seen.item
        await seen.press("n")
        assert seen.item != before
        assert "hit " not in seen.text()


async def test_typing_and_enter_at_once_searches_what_was_typed(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.at_once("S", *"strike", "enter", "n")
        assert seen.main.found.words == "strike"
        assert "hit 1/1" in seen.text()


async def test_a_report_without_items_can_be_searched(visit: Visits, timeline: Timeline) -> None:
    timeline.add(Issue(text="Nothing but a zebra here.", context=Context(publication="Gazette")), Records())
    async with visit(timeline) as seen:
        await seen.press("S")
        await seen.type("zebra")
        await seen.press("enter")
        assert "Nothing but a zebra here." in seen.text()
        assert "3 Source · Gazette" in seen.text()


async def test_no_hit_stays(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline) as seen:
        await seen.press("S")
        await seen.type("zebra")
        assert "no hit" in seen.text()
        await seen.press("enter")
        assert seen.app.screen is not seen.main


async def test_text_is_selected_as_it_stands_in_the_report(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        await seen.press("3", "full_stop")
        source = seen.main.query_one(SourceView)
        assert source.get_selection(Selection(Offset(2, 2), Offset(14, 2))) == ("Some 1,800 p", "\n")
        whole, _ = source.get_selection(Selection(None, None)) or ("", "")
        assert whole.startswith("Hall overflows")
        assert whole.endswith("threw the brick.")
        two_lines, _ = source.get_selection(Selection(Offset(0, 2), Offset(4, 3))) or ("", "")
        assert two_lines.startswith("Some 1,800 people filled")
        assert "\n" not in two_lines


async def test_the_mouse_selects_and_y_copies(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (120, 36)) as seen:
        await seen.press("3", "full_stop")
        source = seen.main.query_one(SourceView)
        line = next(y for y, text in enumerate(seen.lines()) if "Some 1,800" in text)
        x = seen.lines()[line].index("1,800")
        await seen.pilot.mouse_down(offset=(x, line))
        await seen.pilot.hover(offset=(x + 5, line))
        await seen.pilot.mouse_up(offset=(x + 5, line))
        await seen.settle()
        assert source.text_selection is not None
        await seen.press("y")
        assert seen.app.clipboard.startswith("1,800")
        await seen.press("ctrl+c")
        assert seen.app.clipboard.startswith("1,800")


@pytest.fixture
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("TMUX", "STY", "TERM_PROGRAM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


async def test_what_a_terminal_may_not_take_goes_into_a_file_too(
    visit: Visits, timeline: Timeline, tmp_path: Path, plain_terminal: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "new" / "copied.txt"
    async with visit(timeline, (160, 48), copies=copies) as seen:
        await seen.press("y")
        assert "which may not take it; also in" in " ".join(seen.text().split())
        assert copies.read_text(encoding="utf-8").startswith("Volunteers ring members")
        await seen.press("Y")
        assert '"kind": "event"' in copies.read_text(encoding="utf-8")
        assert '"kind": "event"' in seen.app.clipboard
        copies.unlink()
        plain_terminal.setenv("TERM", "xterm-kitty")
        await seen.press("y")
        assert "Copied to the clipboard (OSC 52)." in seen.text()
        assert not copies.exists()
        plain_terminal.setenv("TMUX", "/tmp/tmux")  # noqa: S108 - a value, not a file
        await seen.press("y")
        assert copies.exists()


async def test_the_file_of_a_report_is_opened(
    visit: Visits, timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    from tui.screens import copying

    file, script = tmp_path / "report.txt", tmp_path / "run.sh"
    for path in (file, script):
        path.write_text("x")
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(copying, "opener", lambda path: ("open", str(path)))
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    async with visit(timeline, (160, 48)) as seen:
        for source, opened in ((file, True), (script, False), (tmp_path / "none.txt", False), (tmp_path, False)):
            started.clear()
            entry = seen.main.walk.entry
            issue = seen.main.library.issues[entry.issue_id]
            seen.main.library.issues[entry.issue_id] = type(issue)(
                text=issue.text, context=issue.context, source=str(source)
            )
            await seen.press("o")
            assert started == ([("open", str(file))] if opened else [])
            assert ("Opening" in seen.text()) == opened
