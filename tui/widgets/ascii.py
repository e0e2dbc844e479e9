"""ASCII alone: the last thing that happens to what is drawn, whichever widget drew it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.models.ascii import line_in_ascii


class Ascii(LineFilter):
    """Replaces every character that is not ASCII, as wide as before."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII."""
        del background
        return self.letters(segments)

    def letters(self, segments: list[Segment]) -> list[Segment]:
        """The same, whatever the colours."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        told = line_in_ascii([segment.text for segment in segments])
        return [segment._replace(text=text) for segment, text in zip(segments, told, strict=True)]
