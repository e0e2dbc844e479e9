"""Exporting what is shown: a format, a path, and a word on what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from store import Timeline
from store.exports import FORMATS
from store.filters import Filter
from tui.commands.export import format_of, to_file
from tui.errors import UserError
from tui.models.pieces import Row
from tui.models.words import count
from tui.screens.dialogue import Dialogue
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView, Note


class FormatList(LineView, can_focus=False):
    """The formats; the one whose suffix the path has stands under the cursor."""

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        del width
        return [
            Row((((f"  {each.name:<11}", "strong"), (each.description, "")),), each.name) for each in FORMATS.values()
        ]


class Export(Dialogue[str]):
    """Asks for a path; its suffix is the format. The answer is a sentence on what was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Format before", show=False),
        Binding("down", "step(1)", "Next format", show=False),
    ]

    @dataclass
    class Written(Message):
        """The file is there, or it is not and `mistake` says why."""

        sentence: str = ""
        mistake: str = ""

    def __init__(self, timeline: Timeline, keep: Filter, query: str, records: int) -> None:
        """Export what `keep`, typed as `query`, leaves of `timeline`: `records` items."""
        super().__init__()
        self.timeline = timeline
        self.keep = keep
        self.query_shown = query
        self.records = records
        self.writing = False
        self._agreed: Path | None = None
        self._format = "json"
        """The format that the path asked for when last it asked for one there is."""

    def compose(self) -> ComposeResult:
        """What goes out, the formats, the path."""
        stem = self.timeline.path.stem if self.timeline.path else "timeline"
        with Box("Export what is shown", "↑↓ format · Enter write · Esc leave"):
            yield Bar(id="what")
            yield FormatList(id="formats")
            yield SafeInput(f"{stem}-export.json", id="path")
            yield Note(id="message")

    def on_mount(self) -> None:
        """Say what goes out, and in which format."""
        filtered = f"filter: {self.query_shown}" if self.query_shown else "no filter"
        self.query_one("#what", Bar).show(((count(self.records, "item"), "strong"), (f"  {filtered}", "")))
        formats = self.query_one(FormatList)
        formats.styles.height = len(FORMATS)
        formats.call_after_refresh(formats.lay_out, "json")
        self.query_one(SafeInput).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._agreed = None
        try:
            self._format = format_of(self._path)
        except UserError:
            self._say(f"No format ends with {self._path.suffix}; take one with ↑ or ↓.")
            return
        self.query_one(FormatList).put(self._format)
        self._say("")

    @property
    def _path(self) -> Path:
        return Path(self.query_one(SafeInput).value.strip()).expanduser()

    def action_step(self, by: int) -> None:
        """Take another format: the path gets its suffix."""
        names = list(FORMATS)
        after = names[(names.index(self._format) + by) % len(names)]
        field = self.query_one(SafeInput)
        ending = FORMATS[self._format].suffix
        stem = field.value.removesuffix(ending if field.value.endswith(ending) else self._path.suffix)
        field.value = f"{stem}{FORMATS[after].suffix}"
        field.cursor_position = len(field.value)

    @on(LineView.Moved)
    def _clicked(self, message: LineView.Moved) -> None:
        """A click on a format takes it."""
        names = list(FORMATS)
        self.action_step(names.index(str(message.key)) - names.index(self._format))

    @on(Input.Submitted)
    def _entered(self) -> None:
        path = self._path
        if self.writing or not path.name:
            return
        if path.is_dir():
            self._say(f"{path} is a folder; add the name of a file.")
        elif path.exists() and self._agreed != path:
            self._agreed = path
            self._say(f"{path} exists already; press Enter again to overwrite it.")
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        self.writing = True
        self._say("Writing …")

        def work() -> None:
            try:
                written = to_file(format_of(path), self.timeline, self.keep, path, self.timeline.path)
            except (UserError, OSError) as error:
                self.post_message(self.Written(mistake=_in_words(error)))
            else:
                # What is not among the items of the screen are the time expressions, in the formats that take them.
                times = written.records - self.records
                among = f", {count(times, 'time expression')} among them" if times > 0 else ""
                said = f"{count(written.records, 'record')} written to {path.absolute()}{among}"
                parts = [said, written.note()]
                self.post_message(self.Written(sentence="; ".join(filter(None, parts))))

        self.run_worker(work, thread=True)

    @on(Written)
    def _written(self, message: Written) -> None:
        self.writing = False
        if message.mistake:
            self._say(message.mistake)
        else:
            self.dismiss(message.sentence)

    def _say(self, words: str) -> None:
        self.query_one(Note).say(words)


def _in_words(error: UserError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return str(error)
