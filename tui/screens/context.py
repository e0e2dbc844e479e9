"""The publication context of a report: change it, see what moves, accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from store.records import Issue, Time
from tui.models.notes import in_the_app
from tui.models.pieces import Row
from tui.models.rework import Move, Rework, move_rows, moves, rework, shown
from tui.models.words import count
from tui.screens.dialogue import Dialogue
from tui.widgets.bars import Bar
from tui.widgets.box import Box
from tui.widgets.inputs import SafeInput
from tui.widgets.line_view import LineView, Note

FIELDS = {
    "publication": ("paper", "empty: as the text says"),
    "number": ("issue", "empty: as the text says"),
    "published": ("date", "empty: by the text or the issue; else as 16 August 2016"),
}
"""Id of a field -> its label, and what to say where it is empty."""


PAUSE = 0.15
"""Seconds without a key after which the report is read again: that takes longer than typing on."""


class MoveList(LineView, can_focus=False):
    """The expressions whose days change."""

    found: Sequence[Move] = ()

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at this width, in cells."""
        return move_rows(self.found, width)


class ChangeContext(Dialogue[Rework]):
    """Asks for paper, number and day of publication; the answer is the report in that context."""

    BINDINGS = [  # noqa: RUF012 - Textual reads it from the class
        Binding("up", "app.focus_previous", "Field before", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
    ]

    @dataclass
    class Tried(Message):
        """The report has been read in another context, or `mistake` says why not."""

        result: Rework | None
        mistake: str = ""

    def __init__(self, issue: Issue, times: Sequence[Time], suggested: str = "") -> None:
        """Change the context of `issue`, in which `times` were found; `suggested` is a day where none is known."""
        super().__init__()
        self.suggested = suggested
        self.issue = issue
        self.times = times
        self.result: Rework | None = None
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The fields, how the day is known, and what moves."""
        with Box(
            f"Publication of {self.issue.title or self.issue.source or 'this report'}",
            "↑↓ field · Enter accept · Esc leave",
        ):
            publication, number, published = shown(self.issue.context)
            values = (publication, number, published or self.suggested)
            for (name, (_, empty)), value in zip(FIELDS.items(), values, strict=True):
                with Horizontal(classes="field"):
                    yield Bar(id=f"{name}-label")
                    yield SafeInput(value, placeholder=empty, id=name)
            yield Bar(id="known")
            yield Note(id="message")
            yield MoveList(id="moves")

    def on_mount(self) -> None:
        """Say what is known."""
        for name, (label, _) in FIELDS.items():
            self.query_one(f"#{name}-label", Bar).show(((label, "strong"),))
        self.query_one("#known", Bar).show(((in_the_app(self.issue.context.note), "muted"),))
        if self.issue.context.published is None:
            self.query_one("#published", SafeInput).focus()
            if self.suggested:
                self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.result = None
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._try)

    def _try(self) -> None:
        publication, number, published = (self.query_one(f"#{name}", SafeInput).value for name in FIELDS)

        def work() -> None:
            try:
                result = rework(self.issue, publication, number, published)
            except ValueError as error:
                self.post_message(self.Tried(None, str(error)))
            else:
                self.post_message(self.Tried(result))

        self.run_worker(work, thread=True, group="try", exclusive=True)

    @on(Tried)
    def _tried(self, message: Tried) -> None:
        self.result = message.result
        self.query_one(Note).say(message.mistake)
        if message.result is None:
            return
        found = moves(self.times, message.result.records.times)
        moving, known = f"{count(len(found), 'date')} would move", in_the_app(message.result.issue.context.note)
        self.query_one("#known", Bar).show(((moving, "strong"), (f" · {known}", "")))
        listed = self.query_one(MoveList)
        listed.found = found
        listed.lay_out()

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self.result is not None:
            self.dismiss(self.result)
