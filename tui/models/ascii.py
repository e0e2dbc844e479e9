"""Drawing with the 95 characters of ASCII alone, cell for cell: for terminals and fonts that have no others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

SIGNS = {
    # how sure a day is, and what else stands before an item
    "●": "*", "◐": "~", "○": "o", "▸": ">", "✎": "e", "⚠": "!", "★": "#", "✓": "x", "◂": "<",
    # bars: what is sure, what only may be; the heights of the strip
    "█": "#", "░": ":", "▁": "_", "▂": "-", "▃": ":", "▄": "=", "▅": "+", "▆": "*", "▇": "%",
    "▉": "#", "▊": "=", "▋": "=", "▌": "=", "▍": "-", "▎": "-", "▏": "-", "·": ".", "▐": "|", "▲": "^", "◌": "?", "◆": "X", "✶": "+", "¶": "n",
    # frames: the heavy one of the pane in use is drawn of other characters than the light one
    "─": "-", "│": "|", "╭": ".", "╮": ".", "╰": "'", "╯": "'", "━": "=", "┃": "#", "┏": "#", "┓": "#", "┗": "#", "┛": "#",
    "└": "|", "┼": "+", "┤": "+", "├": "+", "┬": "+", "┴": "+", "┌": ".", "┐": ".", "┘": "'",
    # arrows and typography
    "←": "<", "→": ">", "↑": "^", "↓": "v", "…": "~", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"',
    "£": "L", "€": "E", "•": "*", "×": "x",
}  # fmt: skip
"""Our own signs and those of newspapers -> what stands for them, one character for one."""
BOUNDS = {"≤": "<=", "≥": ">="}
"""Signs that no one character stands for: "<4,000" is not "at most 4,000"."""
_BOUND = re.compile("[≤≥]")
_FRAME = re.compile("[│┃]")


def line_in_ascii(parts: Sequence[str]) -> list[str]:
    """The parts of one drawn line in ASCII, together as many cells wide as before.

    ">=" takes the place of "≥" and of a blank near it; only where its line has none, ">" must do.
    """
    cells = [(number, character) for number, part in enumerate(parts) for character in part]
    # From the end on: what has been put right does not move what has not.
    for found in reversed([*_BOUND.finditer("".join(parts))]):
        at = found.start()
        given_up = _blank_near("".join(character[0] for _, character in cells), at)
        cells[at] = (cells[at][0], BOUNDS[found[0]][: 1 if given_up is None else 2])
        if given_up is not None:
            del cells[given_up]
    told = ["" for _ in parts]
    for number, character in cells:
        told[number] += character
    return [in_ascii(part) for part in told]


def _blank_near(line: str, at: int) -> int | None:
    """The blank whose place a sign at `at` may take: words and columns stay apart, and the frame where it is."""
    frame = _FRAME.search(line, at)
    end = frame.start() if frame else len(line)
    if line[max(at - 2, 0) : at] == "  ":
        return at - 1
    double = line.find("  ", at, end)
    choices = (double, end - 1, at + 1, at - 1, line.find(" ", at, end))
    return next((choice for choice in choices if 0 <= choice < end and line[choice] == " "), None)


def in_ascii(text: str) -> str:
    """`text` in ASCII, as many cells wide as before: accents fall, what has no likeness is "?"."""
    return text if text.isascii() else "".join(map(_stand_in, text))


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    if character.isascii():
        return character
    width = cell_len(character)
    alike = SIGNS.get(character) or unicodedata.normalize("NFKD", character)[:1]
    return (alike if alike.isascii() and alike.isprintable() else "?") if width == 1 else "?" * width
