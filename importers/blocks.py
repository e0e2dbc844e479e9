"""Read a page as a newspaper reader does: which line is the paper's name, which the headline, which only furniture.

A line is taken for something other than a paragraph only on evidence; what is left over is a paragraph, so that no
sentence is lost. `page_lines` knows what a line can be by its wording, this module where on the page it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from importers import page_lines
from importers.days import find_day
from importers.documents import Block, BlockKind, Document
from importers.furniture import is_box_line, is_furniture
from importers.head_lines import take_apart
from importers.lines import Unit, read_units
from importers.mastheads import paper_named
from importers.people.lexicon import lexicon
from importers.publications import is_masthead

HEADING = 12
"""The most words a crosshead or signature has."""
STANDFIRST = 45
"""The most words a line above the first paragraph has if it is no paragraph itself."""
NAME_OF_SECTION = 4
"""The most words of a line above the first paragraph that names the first section."""
MENU = 3
"""So many lines of at most so many words in a row, above the headline, are a menu."""

_STOP = re.compile(r"[.!?…:][\"”’'»)]*\s")
_OPENERS = frozenset("#(\"'“‘«£$€")


def read_document(text: str) -> Document:
    """Cut `text` into blocks and say what each is. Takes any text, in time linear in its length."""
    page = _Page(list(take_apart(text, read_units(text))))
    return Document(text, tuple(_blocks(page.units, page.kinds)))


def _blocks(units: Sequence[Unit], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """Number the local reports: a crosshead opens one, a signature, of one line or more, closes one."""
    section, told, signed = 0, False, False
    for unit, kind in zip(units, kinds, strict=True):
        if told and (kind == "crosshead" or (signed and kind != "signature")):
            section, told = section + 1, False
        yield Block(kind, unit.start, unit.end, section)
        told = told or kind == "paragraph"
        signed = kind == "signature"


class _Page:
    """The units of one page and, worked out once from top to bottom, what each is."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.seen: set[str] = set()
        self.kinds: list[BlockKind] = []
        self.headed = False
        """Whether the headline has been met."""
        for number in range(len(units)):
            self.kinds.append(self._kind(number))
            self.headed = self.headed or self.kinds[-1] == "headline"
            self.seen.add(self.keys[number])
        self._name_first_section()

    @cached_property
    def furniture(self) -> list[bool]:
        """Whether each unit is furniture by its wording."""
        return [is_furniture(unit.words) for unit in self.units]

    @cached_property
    def keys(self) -> list[str]:
        """What two lines share if one is the copy of the other: the words without the credit of a picture."""
        return [_key(unit.words) for unit in self.units]

    @cached_property
    def plain(self) -> list[int]:
        """The units that their wording alone does not set apart."""
        return [
            number
            for number, unit in enumerate(self.units)
            if not (self.furniture[number] or unit.says or _is_set_apart(unit.words))
        ]

    @cached_property
    def opening(self) -> int:
        """The number of the unit with which the text proper begins; what stands above is the head."""
        for number in self.plain:
            if self._is_body(number):
                return number
        return self.plain[min(1, len(self.plain) - 1)] if self.plain else len(self.units)

    @cached_property
    def menu(self) -> frozenset[int]:
        """The units above the headline that are entries of a menu."""
        head = [number for number in self.plain if number < self.opening]
        headline = next((at for at, number in enumerate(head) if len(self.units[number].words.split()) > MENU), 0)
        return frozenset(head[:headline]) if headline >= MENU else frozenset()

    @cached_property
    def chronicle(self) -> bool:
        """Whether days stand as headings in the text, so that even the first is no day of publication."""
        return len({unit.words for unit in self.units if page_lines.is_day_heading(unit.words)}) > 1

    @cached_property
    def unlisted_masthead(self) -> int | None:
        """The number of the line at the top that names a paper we do not know; None where nothing bears it out.

        What does is the number of the issue right below it, or its day and then a headline; and no paper that we know.
        """
        top = next((number for number, furniture in enumerate(self.furniture) if not furniture), 0)
        if top + 1 >= min(self.opening, len(self.units)) or paper_named(self.units[top].words) is None:
            return None
        if any(is_masthead(unit.words) or unit.says == "masthead" for unit in self.units[: self.opening]):
            return None
        below = self.units[top + 1].words
        dated = page_lines.is_dateline(below) and find_day(below, "GB") is not None
        headed = any(top < number < self.opening for number in self.plain)
        return top if page_lines.issue_number(below) or (dated and headed) else None

    def _kind(self, number: int) -> BlockKind:
        words, says = self.units[number].words, self.units[number].says
        if says:
            return says
        if self.furniture[number] or number in self.menu:
            return "furniture"
        if number and self.kinds[-1] == "furniture" and is_box_line(words):
            return "furniture"
        return self._label(number, words) or self._picture(number, words) or self._heading(number) or "paragraph"

    def _label(self, number: int, words: str) -> BlockKind | None:
        """The kinds that say what the page is, not what happened."""
        head = number < self.opening
        if head and (is_masthead(words) or number == self.unlisted_masthead):
            return "masthead"
        if page_lines.issue_number(words) and (head or "issue" in words.casefold()):
            return "issue line"
        if page_lines.is_day_heading(words) and (self.chronicle or not head):
            return "crosshead"
        if page_lines.is_dateline(words):
            return "dateline"
        if page_lines.is_byline(words) and (head or self._below_heading() or self._last(number)):
            return "byline"
        return "byline" if head and self.headed and _is_person(words) else None

    def _picture(self, number: int, words: str) -> BlockKind | None:
        key, following = self.keys[number], number + 1
        repeats = key in self.seen and len(key.split()) >= (5 if self.units[number].ended else 3)
        if repeats:
            return "copy"
        if page_lines.is_credited(words):
            return "caption"
        doubled = following < len(self.units) and self.keys[following] == key and len(key.split()) >= 3
        if not doubled:
            return None
        return "caption" if self.units[following].words != words or self.headed else "headline"

    def _heading(self, number: int) -> BlockKind | None:
        if number < self.opening:
            if not self.headed:
                return "headline"
            return "standfirst" if len(self.units[number].words.split()) <= STANDFIRST else None
        if number == self.opening or not self._is_short(number):
            return None
        if self._is_signature(number):
            return "signature"
        return "crosshead" if self._opens_something(number) else None

    def _name_first_section(self) -> None:
        """Take the short line above the first paragraph for a crosshead where the later sections have theirs."""
        last = self.opening - 1
        if last < 0 or self.kinds[last] != "standfirst" or "crosshead" not in self.kinds[self.opening :]:
            return
        if self._is_short(last) and len(self.units[last].words.split()) <= NAME_OF_SECTION:
            self.kinds[last] = "crosshead"

    def _is_body(self, number: int) -> bool:
        """Whether the unit reads like a paragraph of the text and not like a headline or standfirst."""
        unit = self.units[number]
        count = len(unit.words[:2000].split())
        if page_lines.is_credited(unit.words) and count <= STANDFIRST:
            return False
        if not unit.ended:
            return count > STANDFIRST or unit.words[0].islower()
        first = number == self.plain[0] and len(self.plain) > 1 and count <= 20
        return not (first and (_is_capitalised(unit.words) or _is_call(unit.words)))

    def _is_short(self, number: int) -> bool:
        unit = self.units[number]
        first = unit.words[0]
        return (
            not unit.ended
            and len(unit.words) <= 90
            and len(unit.words.split()) <= HEADING
            and (first in _OPENERS or (first.isalnum() and not first.islower()))
            and any(letter.isalpha() for letter in unit.words)
            and not page_lines.is_listing(unit.words)
        )

    def _is_signature(self, number: int) -> bool:
        """Whether the short line below a paragraph names who wrote it."""
        words = self.units[number].words
        if self.kinds and self.kinds[-1] == "signature":
            return self._goes_on_signing(number)
        if not self.kinds or self.kinds[-1] != "paragraph":
            return False
        if page_lines.is_thanks(words) or (page_lines.names_a_group(words) and words.startswith(("A ", "An "))):
            return True
        if not page_lines.names_somebody(words):
            return False
        return "," in words or self._last(number) or self._closes_something(number)

    def _goes_on_signing(self, number: int) -> bool:
        """Whether the line stands close below the one that signs, and names a branch or office: no new section."""
        unit, above = self.units[number], self.units[number - 1]
        alone = number + 1 == len(self.units) or self.units[number + 1].gap > unit.gap
        return alone and unit.gap < above.gap and (_is_titled(unit.words) or page_lines.names_a_group(unit.words))

    def _closes_something(self, number: int) -> bool:
        """Whether the line stands nearer to what is above it, or what is below opens anew."""
        unit, following = self.units[number], self.units[number + 1]
        return following.gap > unit.gap or (self._is_short(number + 1) and not following.ended)

    def _opens_something(self, number: int) -> bool:
        """Whether a paragraph follows, at most one other short line between."""
        for following in range(number + 1, min(number + 3, len(self.units))):
            if not self._is_short(following) and not self.furniture[following]:
                return True
        return False

    def _below_heading(self) -> bool:
        return bool(self.kinds) and self.kinds[-1] in {"headline", "standfirst", "crosshead"}

    def _last(self, number: int) -> bool:
        return all(self.furniture[number + 1 : number + 3])


def _is_set_apart(words: str) -> bool:
    """Whether the wording alone says that the line is about the page."""
    return (
        is_masthead(words)
        or page_lines.issue_number(words) is not None
        or page_lines.is_dateline(words)
        or page_lines.is_byline(words)
    )


def _key(words: str) -> str:
    short = page_lines.without_credit(words) if len(words) <= 600 else words
    return short.casefold().strip(" .")


def _is_person(words: str) -> bool:
    """Whether the line is the name of somebody whose given name we know, or of two."""
    return page_lines.is_names(words) and words.split(maxsplit=1)[0].title() in lexicon().given


def _is_call(words: str) -> bool:
    """Whether the line is one sentence that closes like a call or a question, as headlines do and may."""
    return words.rstrip("\"”’'»)")[-1:] in {"!", "?"} and not _STOP.search(words)


def _is_titled(words: str) -> bool:
    """Whether every word but the small ones has a capital, as in the name of a branch."""
    return all(word[0].isupper() or len(word) < 4 for word in words.split())


def _is_capitalised(words: str) -> bool:
    """Whether nearly all long words have a capital, as in American headlines."""
    long = [word for word in words.split() if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() or not word[0].isalpha() for word in long) >= 0.8 * len(long)
