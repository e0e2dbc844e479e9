"""Importing from within: what is asked before, the progress, and the table of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from importers import Given, ImportRow, Progress, import_paths
from store import Timeline, TimelineError
from tui.hints import keyed
from tui.models.day_rows import bar
from tui.models.import_rows import import_rows, summary, wait_for_a_day
from tui.models.paths import complete, completions
from tui.models.pieces import Row
from tui.screens.dialogue import Dialogue
from tui.screens.listing import Listing
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView, Note

FIELDS = {
    "path": ("from", "a file or a folder; Tab completes"),
    "publication": ("paper", "if the documents do not say"),
    "number": ("issue", "its number, if they do not say"),
    "published": ("date", "of publication, if they do not say: 16 August 2016"),
}
"""Id of a field -> its label and what it is for."""


@dataclass(frozen=True)
class Order:
    """What to import, and what is given about it."""

    path: Path
    given: Given


class PathList(LineView, can_focus=False):
    """The paths that go on from what is typed."""

    paths: Sequence[str] = ()

    def show(self, paths: Sequence[str]) -> None:
        """Show these."""
        self.paths = paths
        self.lay_out()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        del width
        return [Row((((f" {path}", "muted"),),), path) for path in self.paths]


class ImportFrom(Dialogue[Order]):
    """Asks for a file or a folder, and for what the documents may not say themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete the path", show=False, priority=True),
        Binding("up", "app.focus_previous", "Field before", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
    ]

    def __init__(self, where: str = "") -> None:
        """`where` says where the documents go if that is not the timeline shown."""
        super().__init__()
        self.where = where

    def compose(self) -> ComposeResult:
        """The fields, the paths there are, and what is wrong."""
        with Box("Import files or a folder", "↑↓ field · Tab complete · Enter import · Esc leave"):
            if self.where:
                yield Bar(id="where")
            for name, (_, help_text) in FIELDS.items():
                with Horizontal(classes="field"):
                    yield Bar(id=f"{name}-label")
                    yield SafeInput(placeholder=help_text, id=name)
            yield Note(id="message")
            yield PathList(id="paths")

    def on_mount(self) -> None:
        """Show the paths to start from."""
        if self.where:
            self.query_one("#where", Bar).show(((self.where, "strong"),))
        for name, (label, _) in FIELDS.items():
            self.query_one(f"#{name}-label", Bar).show(((label, "strong"),))
        self.call_after_refresh(self._list)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", SafeInput).value.strip()

    @on(Input.Changed, "#path")
    def _list(self) -> None:
        self._say("")
        self.query_one(PathList).show(completions(self._value("path")))

    def action_complete(self) -> None:
        """Type as much of the path as is sure; in another field, go on."""
        field = self.query_one("#path", SafeInput)
        if self.focused is not field or complete(field.value) == field.value:
            self.focus_next(SafeInput)
        else:
            field.value = complete(field.value)
            field.cursor_position = len(field.value)

    @on(LineView.Moved)
    def _clicked(self, message: LineView.Moved) -> None:
        """A click on a path takes it."""
        self.query_one("#path", SafeInput).value = str(message.key)

    @on(Input.Submitted)
    def _entered(self) -> None:
        path = Path(self._value("path")).expanduser()
        if not self._value("path"):
            self._say("Name a file or a folder.")
        elif not path.exists():
            self._say(f"{path}: there is no such file or folder.")
        else:
            try:
                given = Given.read("command line", *(self._value(name) for name in list(FIELDS)[1:]))
            except ValueError as error:
                self._say(str(error))
            else:
                self.dismiss(Order(path, given))

    def _say(self, words: str) -> None:
        self.query_one(Note).say(words)


class ImportTable(LineView):
    """What became of each document."""

    found: Sequence[ImportRow] = ()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return import_rows(self.found, width)


class _StoppedError(Exception):
    """Somebody pressed Esc: what is stored stays, the rest is left."""


class Importing(Listing[str]):
    """Imports beside the screen; the answer is a sentence on what was found. Esc stops after the document at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Leave", show=False),
    ]

    @dataclass
    class Came(Message):
        """A document has been imported."""

        progress: Progress

    @dataclass
    class Done(Message):
        """All are imported, or `mistake` says why not."""

        mistake: str = ""

    def __init__(self, timeline: Timeline, order: Order) -> None:
        """Import `order` into `timeline`."""
        super().__init__()
        self.timeline = timeline
        self.order = order
        self.found: list[ImportRow] = []
        self.done = False
        self.stopping = False

    def compose(self) -> ComposeResult:
        """The progress and the table."""
        with Box(f"Import {self.order.path}", "Esc stop", classes="tall"):
            yield Bar(id="progress")
            yield ImportTable(id="found")

    def on_mount(self) -> None:
        """Begin."""
        self.query_one("#progress", Bar).show((("Reading …", "strong"),))
        self.query_one(ImportTable).focus()
        self.run_worker(self._work, thread=True)

    def _work(self) -> None:
        try:
            import_paths([self.order.path], self.timeline, given=self.order.given, on_progress=self._came)
        except _StoppedError:
            self.post_message(self.Done("Stopped. What was read so far is stored."))
        except (TimelineError, OSError) as error:
            self.post_message(self.Done(str(error)))
        else:
            self.post_message(self.Done())

    def _came(self, progress: Progress) -> None:
        self.post_message(self.Came(progress))
        if self.stopping:
            raise _StoppedError

    @on(Came)
    def _show_progress(self, message: Came) -> None:
        done, total, row = message.progress
        self.found.append(row)
        drawn = f"{bar(done, total, 20):·<20}"
        self.query_one("#progress", Bar).show(((f"{done} of {total}  ", "strong"), (drawn, "bar")))

    @on(Done)
    def _show_table(self, message: Done) -> None:
        self.done = True
        words = summary(self.found) if self.found else "No documents found there."
        self.query_one("#progress", Bar).show(((words, "strong"), (f"  {message.mistake}", "error")))
        following = keyed(", then {reports.undated}") if wait_for_a_day(self.found) else ""
        self.query_one(Box).keys = f"↑↓ scroll · Enter to the timeline{following}"
        table = self.query_one(ImportTable)
        table.found = self.found
        table.lay_out(0)

    def action_leave(self) -> None:
        """Leave when all is done; before that, stop."""
        if self.done:
            self.dismiss(summary(self.found) if self.found else "")
        else:
            self.stopping = True
            self.query_one("#progress", Bar).show((("Stopping after this document …", "strong"),))
