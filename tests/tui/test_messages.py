"""Messages: short, one at a time, and not over what one works with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from textual.widgets._toast import Toast

from store import Timeline
from tui.app import STAYS

Visits = Callable[..., AbstractAsyncContextManager[Any]]
LONG = "A sentence that goes on and on about what went wrong here, " * 3


async def test_a_short_message_is_shown_in_the_status_line_and_goes(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        seen.app.notify("A rather short word.", timeout=60)
        await seen.settle()
        assert seen.lines()[-2].startswith(" A rather short word. ")
        seen.app.notify("Gone at once.", timeout=0.05)
        await seen.pilot.pause(0.5)
        assert seen.lines()[-2].startswith(" event 1/1")
        assert not seen.app.screen.query(Toast)


async def test_a_new_message_takes_the_place_of_the_old_one(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (80, 24)) as seen:
        for words in ("One. ", "Two. ", "Three. "):
            seen.app.notify(words + LONG)
            await seen.settle()
        (toast,) = seen.app.screen.query(Toast)
        assert "Three." in seen.text()
        assert "Two." not in seen.text()
        assert toast._timeout <= STAYS <= 3
        seen.app.notify("Short.")
        await seen.settle()
        assert not seen.app.screen.query(Toast)
        for severity in ("information", "error"):
            seen.app.notify("Short.", timeout=60)
            seen.app.notify(LONG, severity=severity)
            await seen.settle()
            assert "Short." not in seen.text()


async def test_a_message_covers_no_key_line(visit: Visits, timeline: Timeline) -> None:
    async with visit(timeline, (40, 12)) as seen:
        seen.app.notify(LONG, severity="error")
        await seen.settle()
        assert "? help  q quit" in seen.lines()[-1]
        assert "went wrong here, A sentence" in " ".join("".join(seen.text().replace("▌", "").split("┃")).split())
        for key in ("question_mark", "i"):
            await seen.press(key)
            before = [line for line in seen.lines() if "━┛" in line]
            seen.app.notify(LONG)
            await seen.settle()
            assert seen.app.screen.query(Toast)
            assert [line for line in seen.lines() if "━┛" in line] == before != [], key
            await seen.press("escape")
