"""Cut a stretch of narration into tagged words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from importers.people.lexicon import words
from importers.quotes.lexicon import Tag, tags

_TOKEN = re.compile(
    r"[$£€]?\d+(?:[,.]\d+)++|[@#]?\w+(?:[.’'&/-]\w+)*+[’']?|[$£€]\d+|[.!?…]+|[,;:()\[\]]|[—–―]+|--+|(?<=\s)-(?=\s)"
)
_POINTS: dict[str, Tag] = {",": ",", ";": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_ABBREVIATIONS = words(
    "Mr Mrs Ms Dr Drs Sen Sens Rep Reps Gov Govs Gen Rev Lt Col Maj Sgt Jr Sr St Prof Capt Cllr Hon vs No Ala Ariz Ark Calif Colo Conn Del "
    "Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Inc Ltd Co Corp Jan Feb Aug "
    "Sep Sept Oct Nov Dec a.m p.m"
)
_ROUGHLY = words("about around over under nearly almost than to")
_CONTRACTED = words("he she it who that there what they we i you")
_ALSO_NAMES = words("may will us")
_JUDGED: frozenset[Tag] = frozenset({".", "1", "Name's"})
"""Classes that the neighbours of a token can change."""
_OPEN: frozenset[Tag] = frozenset({"said", "saying", "say", "named", "naming", "name it", "claim", "word", "went"})
"""Classes whose words, printed with a capital, may as well be part of a name: "Post", "Speaker"."""


class Token(NamedTuple):
    """A word, a point or a quotation of a sentence."""

    tag: Tag
    low: str
    """The word in lower case; for a quotation, its last sign."""
    start: int
    end: int
    quotation: int = -1
    """The number of the quotation in the document."""


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words and points of `text[start:end]`; a stop that belongs to an abbreviation is no point."""
    found: list[Token] = []
    new = tuple.__new__  # a third of the time of the constructor; nowhere else are so many made
    for match in _TOKEN.finditer(text, start, end):
        tag, low = _classify(match.group())
        begin, finish = match.span()
        if tag in _JUDGED:
            if tag == ".":
                if _is_part_of_word(text, found, begin, finish, end):
                    continue
            elif tag == "1":
                if found and found[-1].low in _ROUGHLY:
                    found[-1] = found[-1]._replace(tag="also")
            elif low[:-2] in _CONTRACTED:
                found += _contracted(low, begin, finish)
                continue
        found.append(new(Token, (tag, low, begin, finish, -1)))
    return found


def _is_part_of_word(text: str, found: list[Token], begin: int, finish: int, end: int) -> bool:
    """Whether the stop ends an abbreviation or initial: "Sen.", "George W. Bush", "D.C."."""
    if finish - begin > 1 or text[begin] != "." or not found or found[-1].end != begin:
        return False
    if text.startswith(",", finish, end):
        return True
    word = text[found[-1].start : begin]
    if word in _ABBREVIATIONS:
        return True
    if len(word) == 1 or (word[-2] == "." and word[-1].isupper()):
        return word[-1].isupper() and (
            len(word) > 1 or (text[finish : finish + 1] == " " and text[finish + 1 : finish + 2].isupper())
        )
    return False


def _contracted(low: str, begin: int, finish: int) -> tuple[Token, Token]:
    """A pronoun and its verb: "she's"."""
    return Token(tags()[low[:-2]], low[:-2], begin, finish - 2), Token("is", "'s", finish - 2, finish)


@lru_cache(maxsize=1 << 15)
def _classify(word: str) -> tuple[Tag, str]:
    """What a word or point is, and its form in lower case."""
    first = word[0]
    if first in ".!?…":
        return ".", word
    if first in ",;:()[]—–―-":
        return _POINTS.get(word, "—"), word
    low = word.lower().replace("’", "'")
    if low.endswith(("'s", "s'")):
        return "Name's", low
    low = low.rstrip("'")
    return _tag(word, low), low


def _tag(word: str, low: str) -> Tag:
    tag = tags().get(low)
    first = word[0]
    if first.isupper():
        if tag is None or tag in _OPEN or low in _ALSO_NAMES or (len(word) > 1 and word.isupper()):
            return "Name"
        return tag
    if tag is not None:
        return tag
    if first.isdigit() or first in "$£€":
        return "1"
    if first in "@#":
        return "Name"
    if low.endswith("ly"):
        return "also"
    return "went" if low.endswith("ed") and len(low) > 4 else "word"
