"""What dialogues have in common: a box in the middle, Esc leaves without doing anything."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.widgets.paint import COMPONENTS

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result | None]):
    """A box over the timeline; None is the answer of who left it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self) -> None:
        """Every dialogue looks alike."""
        super().__init__(classes="dialogue")

    def on_mount(self) -> None:
        """What was said before is not to cover the box; Textual calls this beside those of subclasses."""
        self.app.clear_notifications()

    def action_leave(self) -> None:
        """Leave without doing anything."""
        self.dismiss(None)
