"""What dialogues have in common: a box in the middle, Esc leaves without doing anything."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.hints import keys_to
from tui.widgets.paint import COMPONENTS

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result | None]):
    """A box over the timeline; None is the answer of who left it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    opened_by: ClassVar[str] = ""
    """The action that opens it, by its id: where the dialogue has no other use for its keys, they leave it too."""

    def __init__(self) -> None:
        """Every dialogue looks alike."""
        super().__init__(classes="dialogue")
        for key in keys_to(self.opened_by):
            if key not in self._bindings.key_to_bindings:
                self._bindings.bind(key, "leave", "Leave", show=False)

    def on_mount(self) -> None:
        """What was said before is not to cover the box; Textual calls this beside those of subclasses."""
        self.app.clear_notifications()

    def action_leave(self) -> None:
        """Leave without doing anything."""
        self.dismiss(None)
