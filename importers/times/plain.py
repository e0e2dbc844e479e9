"""The text as the grammar reads it: lower case, plain marks, spaces, every character in its old place."""

from __future__ import annotations

_MARKS = {
    **dict.fromkeys(map(ord, "’‘ʼ′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–−"), "-"),
    **dict.fromkeys(map(ord, "\t\n\r\f\v\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " "),
}


def plain(text: str) -> str:
    """`text` in lower case with plain quotation marks, hyphens and spaces, as long as it was.

    The em dash stays: it parts two phrases, where the en dash may join two dates.
    """
    lowered = text.translate(_MARKS)
    folded = lowered.lower()
    if len(folded) != len(lowered):  # "İ" grows when lowered
        folded = "".join(small if len(small := letter.lower()) == 1 else letter for letter in lowered)
    return folded
