"""Lines to type in: the filter above the panes, and the fields of dialogues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.keys import key_to_character
from textual.message import Message
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widgets import Input

from tui.models.pieces import Line, width_of, wrap
from tui.safe_text import safe
from tui.widgets.bars import Bar
from tui.widgets.paint import Drawn, Painted

MISTAKE_LINES = 4
"""In at most so many lines it is said what is wrong with a filter."""
ROOM_TO_TALK = 70
"""From this width on, in cells, the filter line has room for sentences."""

OWN_KEYS = frozenset(binding.key for binding in Binding.make_bindings(Input.BINDINGS))
"""The keys a field edits with, as Textual names them."""


class SafeInput(Input):
    """A field that shows pasted control characters as the stand-ins of `safe`."""

    virtual_size = Reactive(Size(0, 0))
    """The size of what is typed; Textual would lay the whole screen out anew at every letter."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        suggester: Suggester | None = None,
    ) -> None:
        """Make a field with a value to start from."""
        super().__init__(
            safe(value),
            placeholder=safe(placeholder),
            id=id,
            compact=True,
            select_on_focus=False,
            highlighter=None,
            suggester=suggester,
        )
        # Nothing is drawn while nobody types.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Make whatever is typed or pasted safe to show."""
        return safe(value)

    def takes(self, key: str) -> bool:
        """Whether a key is the field's own: a letter, or one to edit with."""
        return (key_to_character(key) or "\n").isprintable() or key in OWN_KEYS

    async def _on_key(self, event: events.Key) -> None:
        """Do what the field's own keys are bound to here, between the letters before and behind them.

        Textual does it once they have climbed to the app: "clear the line" would then clear what was typed after it.
        """
        for binding in () if event.is_printable else self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return


class FilterField(SafeInput):
    """The filter line: ↑ and ↓ recall what was typed before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(-1)", "Filter before", show=False),
        Binding("down", "recall(1)", "Filter after", show=False),
    ]

    @dataclass
    class Recall(Message):
        """One step back (-1) or forward (1) through what was typed before."""

        by: int

    def takes(self, key: str) -> bool:
        """The arrows too."""
        return key in {"up", "down"} or super().takes(key)

    def action_recall(self, by: int) -> None:
        """Ask for what was typed before or after."""
        self.post_message(self.Recall(by))


class Completion(Suggester):
    """Shows behind the cursor how the filter may go on; → takes it."""

    def __init__(self, bar: FilterBar) -> None:
        """Ask `bar` for the names that occur."""
        super().__init__(use_cache=False, case_sensitive=True)
        self.bar = bar

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line as it may become."""
        from tui.models.completion import completed

        found = completed(value, self.bar.names)
        return safe(found) if found else None


class Mistake(Painted):
    """What is wrong with a filter: "▲" under the place, the words beside it, or below it where they do not fit."""

    told: Sequence[Line] = ()

    def show(self, cell: int, words: str, width: int) -> None:
        """Point to `cell` of a line `width` cells wide."""
        sign = " " * min(cell, max(width - 2, 0)) + "▲"
        if len(sign) + 1 + width_of(words) < width:
            told = [f"{sign} {words}"]
        else:
            told = [sign, *(f" {line}" for line in wrap(words, max(width - 2, 8), MISTAKE_LINES))]
        self.told = [((line, "error"),) for line in told]
        self.styles.height = len(self.told)
        self.refresh(layout=True)

    def lines(self, height: int) -> Sequence[Drawn]:
        """What was told."""
        del height
        return [(line, "") for line in self.told]


class FilterBar(Vertical):
    """The filter line, what it leaves, and, while it is wrong, what is wrong with it and where."""

    names: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Field -> names that occur, to complete."""
    _said = 0

    def compose(self) -> ComposeResult:
        """The line, the count at its right, and the line for the mistake below."""
        with Horizontal():
            yield Bar(id="filter-sign")
            yield FilterField(
                placeholder="filter: words, who: place: source: kind: date:", id="filter", suggester=Completion(self)
            )
            yield Bar(id="filter-count")
        yield Mistake(id="filter-error")

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self.query_one("#filter-sign", Bar).show((("/", "strong"),))
        self.say("", "")

    @property
    def field(self) -> FilterField:
        """The line itself."""
        return self.query_one(FilterField)

    def say(self, words: str, short: str) -> None:
        """Say what the filter leaves, in `short` where there is little room, and that nothing is wrong with it."""
        self.query_one("#filter-error").display = False
        words = self._spoken(words, short)
        self._make_room(max(self._said, len(words) + 2) if words or self.field.has_focus else 0)
        self.query_one("#filter-count", Bar).show(((words.rjust(self._said - 2), "muted"),))

    def expect(self, words: str, short: str) -> None:
        """Make room for what may have to be said: another width, while one types, lays the whole screen out anew."""
        self._make_room(max(self._said, len(self._spoken(words, short)) + 2))

    def _spoken(self, words: str, short: str) -> str:
        return words if self.size.width >= ROOM_TO_TALK else short

    def _make_room(self, cells: int) -> None:
        bar, self._said = self.query_one("#filter-count", Bar), cells
        if bar.styles.width is None or bar.styles.width.value != cells:
            bar.styles.width = cells

    def complain(self, position: int, message: str) -> None:
        """Say what is wrong, right under the place where it is; `position` counts in code points from 0."""
        error = self.query_one(Mistake)
        error.display = True
        error.show(position + len("/  "), message, self.size.width)
