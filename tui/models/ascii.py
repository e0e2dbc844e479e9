"""Drawing with the 95 characters of ASCII alone, cell for cell: for terminals and fonts that have no others."""

from __future__ import annotations

import unicodedata
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
    "≤": "<", "≥": ">", "£": "L", "€": "E", "•": "*", "×": "x",
}  # fmt: skip
"""Our own signs and those of newspapers -> what stands for them, one character for one."""


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
