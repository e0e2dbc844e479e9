"""What is drawn, on its way to the terminal: a frame goes there in one piece, and at once."""

from __future__ import annotations

import sys

from textual.driver import Driver

BEGINS, ENDS = "\x1b[?2026h", "\x1b[?2026l"
"""What Textual sends before and behind a frame: mode 2026, synchronised output."""

SOON = 0.0005
"""The seconds after which a thread that has something to do is let to it; Python's own 0.005 are a third of a frame."""


def whole_frames(driver: type[Driver]) -> type[Driver]:
    """A driver that hands each frame on as one text.

    Textual hands it on in three, and its thread that writes them waits for Python before each: the screen stood still
    while the rows below its lower edge were made already.
    """

    class WholeFrames(driver):  # type: ignore[misc, valid-type] # which one it is, is known at run time alone
        """The driver of this terminal, one text a frame."""

        _frame: list[str] | None = None
        """What has come of a frame that is not complete yet."""

        def write(self, data: str) -> None:
            """Write, or keep what belongs to a frame until that is complete."""
            if data == BEGINS:
                self._frame = []
            if self._frame is None:
                super().write(data)
                return
            self._frame.append(data)
            if data == ENDS:
                frame, self._frame = self._frame, None
                super().write("".join(frame))

    return WholeFrames


def write_soon() -> None:
    """Let the thread that writes to the terminal have its turn as soon as there is something to write."""
    sys.setswitchinterval(SOON)
