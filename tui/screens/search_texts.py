"""Asking for words to look for in the texts of the reports: hits are counted and listed while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from store.records import Issue
from tui.hints import key_of
from tui.models.pieces import Row
from tui.models.text_search import Found, Hit, hit_rows, search, told
from tui.screens.listing import Listing
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView

SHOWN = 500
"""So many hits are listed; all are counted and stepped through."""


class HitList(LineView, can_focus=False):
    """The hits with the words around them."""

    def __init__(self, issues: Mapping[int, Issue]) -> None:
        """None yet."""
        super().__init__(id="hits")
        self.issues = issues
        self.hits: Sequence[Hit] = ()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return hit_rows(self.hits[:SHOWN], self.issues, width)


class SearchTexts(Listing[Found]):
    """Asks for words; the answer is where they stand."""

    @dataclass
    class Searched(Message):
        """The texts have been searched beside the screen."""

        words: str
        hits: Sequence[Hit]

    def __init__(self, issues: Mapping[int, Issue], words: str) -> None:
        """Search `issues`; `words` were looked for the last time."""
        super().__init__()
        self.issues = issues
        self.words = words

    def compose(self) -> ComposeResult:
        """The words, how often they stand somewhere, and where."""
        steps = " ".join(filter(None, (key_of("hit.next"), key_of("hit.previous"))))
        go = f"Enter go there{', then ' if steps else ''}{steps}"
        with Box("Search the texts of the reports", f"↑↓ hit · {go} · Esc leave", classes="tall"):
            yield SafeInput(self.words, placeholder="words as they stand in the text", id="words")
            yield Bar(id="told")
            yield HitList(self.issues)

    @on(Input.Changed)
    def _typed(self) -> None:
        words = self.query_one(SafeInput).value

        def work() -> None:
            worker = get_current_worker()
            hits = search(self.issues, words, lambda: worker.is_cancelled)
            if not worker.is_cancelled:
                self.post_message(self.Searched(words, hits))

        self.run_worker(work, thread=True, group="search", exclusive=True)

    @on(Searched)
    def _searched(self, message: Searched) -> None:
        self.words = message.words
        self._list.hits = message.hits
        self._list.lay_out(0)
        said = told(message.hits) if message.words.strip() else ""
        self.query_one("#told", Bar).show(((said, "strong"),))

    @property
    def _list(self) -> HitList:
        return self.query_one(HitList)

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.workers.wait_for_complete()
        words = self.query_one(SafeInput).value
        if words != self.words:
            self.words, self._list.hits = words, search(self.issues, words)
            self._list.lay_out(0)
        if self._list.hits:
            key = self._list.here
            self.dismiss(Found(words, self._list.hits, key if isinstance(key, int) else 0))
