"""Documents are untrusted: whatever they hold, it reaches the screen harmless and uneaten."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from itertools import product
from typing import Any

import msgspec
import pytest
from rich.cells import cell_len

from store import Timeline
from store.records import Issue, Records
from tui.safe_text import safe

Visits = Callable[..., AbstractAsyncContextManager[Any]]

MARKUP = ("[sic]", "[/i]", "[b]bold[/]", "[@click=app.quit]leave[/]", "$accent {0} %s")
STAND_INS = ("␛[31mCSI", "␛]52;c;aGk=␇", "␛]0;title␇", "\N{REPLACEMENT CHARACTER}31m", "◌turned◌", "◌held◌")

PANES = {
    "days": "1",
    "items of the day": "2",
    "source text": "3",
    "why": "4",
}
"""The panes that show text of documents, by the key that makes them active."""


@pytest.fixture
def hostile(hostile_report: tuple[Issue, Records]) -> Iterator[Timeline]:
    with Timeline.in_memory() as made:
        made.add(*hostile_report)
        yield made


def harmful(text: str) -> list[str]:
    return [character for character in text if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


def no_links(seen: Any) -> bool:
    """Nothing drawn can be clicked but what we made so."""
    strips = seen.app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    return not any(style.link or "@click" in style.meta for style in styles)


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 12)])
async def test_every_pane_draws_it_harmless(visit: Visits, hostile: Timeline, size: tuple[int, int]) -> None:
    async with visit(hostile, size, "name [/b] \x1b]0;x\x07\u202e.json") as seen:
        for kind, (pane, key) in product("efu", PANES.items()):
            await seen.press(kind, key)
            assert [harmful(line) for line in seen.lines() if harmful(line)] == [], pane
            assert no_links(seen)
            assert {cell_len(line) for line in seen.lines()} == {size[0]}, pane


@pytest.mark.parametrize("key", ["2", "3", "4"])
async def test_every_pane_shows_it_uneaten(visit: Visits, hostile: Timeline, key: str) -> None:
    async with visit(hostile, (400, 60), "try.json") as seen:
        await seen.press("u", key, "full_stop")
        text = seen.text()
        assert [words for words in (*MARKUP, *STAND_INS) if words not in text] == []


DIALOGUES = {
    "C": "July 2016",
    "S": "Search the texts",
    "a": "Note",
    "X": "Which one tells another",
    "L": "Corrections by hand",
    "M": "Bookmarks",
    "F": "What there is",
    "number_sign": "How many came",
    "equals_sign": "How the papers tell it",
    "c": "Publication of [sic] [/i]",
    "d": "Correct the date",
    "E": "Export what is shown",
    "i": "Import files",
    "colon": "Search for commands",
    "question_mark": "Keys",
}
"""The dialogues by the key that opens them, and what shows that they are open."""


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_every_dialogue_draws_it_harmless(
    visit: Visits, hostile: Timeline, hostile_report: tuple[Issue, Records], size: tuple[int, int]
) -> None:
    issue, records = hostile_report
    hostile.add(msgspec.structs.replace(issue, text=f"{issue.text} once more", title="another"), records)
    async with visit(hostile, size) as seen:
        await seen.press("e", "m", "asterisk")
        for key, heading in DIALOGUES.items():
            await seen.press(key)
            assert heading in seen.text()
            assert [harmful(line) for line in seen.lines() if harmful(line)] == [], heading
            assert no_links(seen), heading
            assert {cell_len(line) for line in seen.lines()} == {size[0]}, heading
            await seen.press("escape")
            assert seen.app.screen is seen.main
        for keys in (("2", "equals_sign", "tab"), ("1", "equals_sign", "tab")):
            await seen.press(*keys)
            assert seen.app.screen is not seen.main
            assert [harmful(line) for line in seen.lines() if harmful(line)] == [], keys
            assert {cell_len(line) for line in seen.lines()} == {size[0]}, keys
            await seen.press("escape")


async def test_titles_status_and_file_name(visit: Visits, hostile: Timeline) -> None:
    async with visit(hostile, (200, 60), "name [/b] \x1b]0;x\x07\u202e.json") as seen:
        lines = seen.lines()
        assert "name [/b] ␛]0;x␇◌.json" in lines[0]
        assert "[sic] [/i]" in lines[-2]
        assert "[sic] [/i]" in next(line for line in lines if "3 Source" in line)


async def test_messages_and_their_titles(visit: Visits, hostile: Timeline) -> None:
    async with visit(hostile) as seen:
        seen.app.notify("[sic] [/i] \x1b[31m \u202e", title="[/b] \x9b", markup=True)
        await seen.settle()
        text = seen.text()
        assert "[sic] [/i] ␛[31m ◌" in text
        assert "[/b] \N{REPLACEMENT CHARACTER}" in text
        assert harmful(text.replace("\n", "")) == []


async def test_what_is_pasted_into_the_filter(visit: Visits, hostile: Timeline) -> None:
    async with visit(hostile) as seen:
        await seen.press("slash")
        await seen.type("[/i] \x1b]52;c;x\x07\u202e who")
        text = seen.text()
        assert "[/i] ␛]52;c;x␇◌ who" in text
        assert harmful(text.replace("\n", "")) == []


async def test_what_is_pasted_as_a_date(visit: Visits, hostile: Timeline) -> None:
    async with visit(hostile) as seen:
        await seen.press("g")
        await seen.type("[/i] \x1b]52;c;x\x07\u202e")
        assert "[/i] ␛]52;c;x␇◌" in seen.text()
        assert harmful(seen.text().replace("\n", "")) == []


async def test_the_clipboard_gets_it_harmless(visit: Visits, hostile: Timeline) -> None:
    async with visit(hostile) as seen:
        await seen.press("u", "y")
        copied = seen.app.clipboard
        assert safe("[sic] [/i]") in copied
        assert harmful(copied.replace("\n", "")) == []
