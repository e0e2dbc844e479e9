"""What is looked for in folded text: the beginning of a word, whole words, or a word spelt nearly so."""

from __future__ import annotations

import re

import msgspec

WORDS = re.compile(r"[^\W_]+")
"""A word: letters and digits in a row, as `str.isalnum` has them."""

FUZZY_FROM, MORE_FROM = 3, 6
"""A word of fewer letters is never spelt nearly so; one of MORE_FROM letters or more may differ by two."""


class Needle(msgspec.Struct, frozen=True):
    """Folded words to look for: from the beginning of a word on or, when `whole`, as whole words.

    A fuzzy needle is one word, and finds words that differ from it by a letter or two, see `slips`.
    """

    text: str
    whole: bool = False
    fuzzy: bool = False

    def __str__(self) -> str:
        if self.fuzzy:
            return f"~{self.text}"
        return f'"{self.text}"' if self.whole else self.text

    @property
    def slips(self) -> int:
        """How many letters may be missing, too many or others: 1, from six letters on 2, below three 0."""
        return (len(self.text) >= FUZZY_FROM) + (len(self.text) >= MORE_FROM)

    def found_in(self, hay: str) -> bool:
        """True where the words stand in `hay`, which is folded."""
        if self.fuzzy:
            return any(self.is_nearly(word) for word in WORDS.findall(hay))
        if self.text not in hay:  # the usual case, and twice as quick as find
            return False
        at = hay.find(self.text)
        while at >= 0:
            if self._fits(hay, at, at + len(self.text)):
                return True
            at = hay.find(self.text, at + 1)
        return False

    def is_nearly(self, word: str) -> bool:
        """True where a word differs by no more letters than a fuzzy needle lets pass."""
        return abs(len(word) - len(self.text)) <= self.slips and distance(word, self.text) <= self.slips

    def _fits(self, hay: str, start: int, end: int) -> bool:
        if start and self.text[0].isalnum() and hay[start - 1].isalnum():
            return False
        return not (self.whole and end < len(hay) and self.text[-1].isalnum() and hay[end].isalnum())


def distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or replaced to make one word the other (Levenshtein)."""
    if one == other:
        return 0
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other):
            here.append(min(before[column] + (letter != wanted), before[column + 1] + 1, here[column] + 1))
        before = here
    return before[-1]
