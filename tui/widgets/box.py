"""The box of a dialogue, with its title above and its keys below, as many as there is room for."""

from __future__ import annotations

from textual.containers import Vertical

from tui.models.pieces import width_of
from tui.widgets.paint import content

BETWEEN = " · "


class Box(Vertical):
    """A box with a title and a line of keys."""

    def __init__(self, title: str, keys: str, *, classes: str = "") -> None:
        """`keys` are parted by " · "; where not all fit, those before the one of Enter go first."""
        super().__init__(classes=f"box {classes}")
        self.border_title = content(title)
        self.border_subtitle = content(keys)
        self._keys = keys

    @property
    def keys(self) -> str:
        """The whole line of keys."""
        return self._keys

    @keys.setter
    def keys(self, keys: str) -> None:
        self._keys = keys
        self.on_resize()

    def on_resize(self) -> None:
        """Say the keys that there is room for."""
        self.border_subtitle = content(keys_in(self._keys, self.outer_size.width - 6))


def keys_in(keys: str, width: int) -> str:
    """The keys in at most `width` cells: that of Enter and the last one, which leaves, go last."""
    parts = keys.split(BETWEEN)
    while width_of(BETWEEN.join(parts)) > width and len(parts) > 1:
        needless = [number for number, part in enumerate(parts[:-1]) if not part.startswith("Enter")]
        parts.pop(needless[0] if needless else 0)
    return BETWEEN.join(parts)
