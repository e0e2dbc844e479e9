"""Asking for the path of a file to write; one that exists is overwritten only when Enter is pressed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.errors import UserError
from tui.screens.dialogue import Dialogue
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import Note


class AskPath(Dialogue[Path]):
    """A line to type a path in; the answer is the path that has been written to."""

    def __init__(self, asked: str, suggested: str, write: Callable[[Path], None]) -> None:
        """`asked` is the title of the box, `suggested` the path to start from.

        `write` writes the file; where it raises UserError or OSError, one may type another path.
        """
        super().__init__()
        self.asked = asked
        self.suggested = suggested
        self._write = write
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
            self._try(path)

    def _try(self, path: Path) -> None:
        try:
            self._write(path)
        except (UserError, OSError) as error:
            self.query_one(Note).say(f"Not written: {error}")
        else:
            self.dismiss(path)
