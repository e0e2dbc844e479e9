"""The frame of a pane: its title above, a remark below, and sides that say whether keys go to it."""

from __future__ import annotations

from msgspec import Struct

from tui.models.pieces import Line, cut, width_of

FREE = 6
"""The cells of an edge that its words leave: corners, a stroke behind each, a space between stroke and words."""


class Frame(Struct, frozen=True):
    """The signs of a frame, and the roles that it and its words have."""

    corners: str
    """Above left, above right, below left, below right."""
    stroke: str
    side: str
    roles: str
    words: str

    def above(self, title: str, width: int) -> Line:
        """The upper edge, `width` cells wide, with the title at its left."""
        words = self._fitted(title, width)
        left = self.corners[0] + self.stroke * bool(words)
        rest = self.stroke * (width - len(left) - width_of(words) - 1)
        return (left, self.roles), (words, self.words), (rest + self.corners[1], self.roles)

    def below(self, remark: str, width: int) -> Line:
        """The lower edge, `width` cells wide, with the remark at its right."""
        words = self._fitted(remark, width)
        right = self.stroke * bool(words) + self.corners[3]
        rest = self.stroke * (width - len(right) - width_of(words) - 1)
        return (self.corners[2] + rest, self.roles), (words, ""), (right, self.roles)

    @staticmethod
    def _fitted(words: str, width: int) -> str:
        return f" {cut(words, width - FREE)} " if words and width > FREE else ""


AWAY = Frame("╭╮╰╯", "─", "│", "frame", "")
"""Round a pane that keys do not go to."""
HERE = Frame("┏┓┗┛", "━", "┃", "frame-here", "strong")
"""Round the one that they go to: heavy, so that it is seen without colours."""
