"""Asking for the path of a file to write; one that exists is overwritten only when Enter is pressed again."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.screens.dialogue import Dialogue
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import Note


class AskPath(Dialogue[Path]):
    """A line to type a path in; the answer is a path that may be written to."""

    def __init__(self, asked: str, suggested: str) -> None:
        """`asked` is the title of the box, `suggested` the path to start from."""
        super().__init__()
        self.asked = asked
        self.suggested = suggested
        self._agreed: Path | None = None

    def compose(self) -> ComposeResult:
        """The path, and what is to be said of it."""
        with Box(self.asked, "Enter write · Esc leave"):
            yield SafeInput(self.suggested, id="path")
            yield Note(id="message")

    @on(Input.Changed)
    def _typed(self) -> None:
        self._agreed = None
        self.query_one(Note).say("")

    @on(Input.Submitted)
    def _entered(self) -> None:
        path = Path(self.query_one(SafeInput).value.strip()).expanduser()
        if not path.name:
            return
        if path.is_dir():
            self.query_one(Note).say("This is a folder; add the name of a file.")
        elif path.exists() and self._agreed != path:
            self._agreed = path
            self.query_one(Note).say("This file exists already; press Enter again to overwrite it.")
        else:
            self.dismiss(path)
