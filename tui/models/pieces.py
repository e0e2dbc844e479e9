"""Lines of the screen before they are drawn: text in pieces, each with its roles."""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct
from rich.cells import cell_len, chop_cells

from tui.safe_text import safe

Piece: TypeAlias = tuple[str, str]
"""Text and its roles, parted by spaces: ("Saturday", "sentence date"). The widgets' CSS says how a role looks."""

Line: TypeAlias = tuple[Piece, ...]

# Characters that take two cells or none; a text without them is as wide as it is long.
_ODD = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u05cf\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31\u0e34-\u0e4e\u1100-\u115f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\ua4cf\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\ufe20-\ufe6f\uff00-\uffff\U00010000-\U0010ffff]"
)


class Row(Struct, frozen=True):
    """One row of a list: its lines, and what it stands for."""

    lines: tuple[Line, ...]
    key: object = None
    """What is selected when the cursor stands here; rows without one are headings."""
    selectable: bool = True


def width_of(text: str) -> int:
    """The width of a text in terminal cells."""
    return len(text) if is_plain(text) else cell_len(text)


def is_plain(text: str) -> bool:
    """True where every character takes one cell."""
    # Nearly all text is ASCII, which Python knows of it without looking.
    return text.isascii() or _ODD.search(text) is None


def cut(text: str, width: int) -> str:
    """`text`, made safe, in at most `width` cells, with "…" where something is left out."""
    text = safe(text)
    if width_of(text) <= width:
        return text
    if width < 2:
        return "…"[: max(width, 0)]
    kept = text[: width - 1] if is_plain(text[:width]) else chop_cells(text, width - 1)[0]
    return f"{kept.rstrip()}…"


def pad(text: str, width: int) -> str:
    """`text` cut or filled with spaces to exactly `width` cells."""
    fitted = cut(text, width)
    return fitted + " " * (width - width_of(fitted))


def pad_left(text: str, width: int) -> str:
    """Like `pad`, with the spaces before the text."""
    fitted = cut(text, width)
    return " " * (width - width_of(fitted)) + fitted


def wrap(text: str, width: int, most: int) -> list[str]:
    """`text`, made safe, in at most `most` lines of at most `width` cells; the last one is cut."""
    words, lines = safe(text).split(), [""]
    if width_of(whole := " ".join(words)) <= width:
        return [whole]
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if width_of(longer) <= width:
            lines[-1] = longer
            words.pop(0)
        elif len(lines) == most or not lines[-1]:
            lines[-1] = cut(" ".join([lines[-1], *words]).strip(), width)
            break
        else:
            lines.append("")
    return lines


def cut_line(line: Line, width: int) -> Line:
    """A line in at most `width` cells; the piece that goes over the edge is cut, those behind it go."""
    kept: list[Piece] = []
    for text, roles in line:
        kept.append((cut(text, width), roles))
        width -= width_of(kept[-1][0])
        if width <= 0:
            break
    return tuple(kept)


def plain(line: Line) -> str:
    """The text of a line without its roles."""
    return "".join(text for text, _ in line)
