"""What a number counts: the noun phrase after it and the unit that its head word stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.figures.lexicon import Lexicon, lexicon

_WORD = re.compile(r"[ \u00a0]{0,2}\n?(?P<word>[^\W\d_](?:[\w’'-]*\w)?)(?P<own>['’](?!\w))?")
_PERCENT = re.compile(r"[ \u00a0]?%|[ \u00a0-]?per[ -]?cent(?:age[ -]points?)?\b|[ \u00a0]?pc\b", re.IGNORECASE)
_OF = re.compile(r" of (?:(?:(?i:the|our|their|its|his|her|my|your|these|those|all|all the)|[A-Z][\w-]*[’']s) )?")
_MORE = re.compile(r" (?:more|other|additional|extra)\b", re.IGNORECASE)
_RATE = re.compile(
    r"(?: more)?(?:[ -](?:an?|per|every)[ -](?:hour|day|week|month|year|head|person|night|minute|kilo|tonne|share))| (?:each|apiece)\b"
)
_TITLE = re.compile(r" of (?:the )?[A-Z][\w’']*(?: [A-Z][\w’']*){0,3}")
_HYPHENATED = re.compile(r"[-\u2010\u2011 ](?P<word>[a-z]+)(?![\w-])(?P<noun> [a-z]+)?")
_LEADING = re.compile(r"\A(?:(?:more|others|of) )+")
_LONGEST = 7
_SHORT_MEN = 6
"""Longer words in -men are plurals of -man."""
_PEOPLE = re.compile(r"(?:ers|ors|ists|ians|ants|crats|women|men)\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: where it ends, its words and its unit."""

    end: int
    words: str
    unit: str | None


def counted_after(text: str, start: int, stop: int, *, of: bool) -> Counted | None:
    """The noun phrase that begins at `start`, right after a number.

    `of` says that the number may take "of" ("hundreds of supporters"). None where no noun follows.
    """
    if percent := _PERCENT.match(text, start, stop):
        share = "percentage points" if "point" in percent.group().lower() else "percent"
        return Counted(percent.end(), percent.group().strip(), share)
    begin = start
    if more := _MORE.match(text, start, stop):
        begin = more.end()
    link = _OF.match(text, begin, stop) if of else None
    found = _phrase(text, link.end() - 1 if link else begin, stop)
    if found is None:
        return None
    end, head = found
    unit = unit_of(head, text[start:end])
    end = _longer(text, end, stop, unit)
    return Counted(end, _LEADING.sub("", text[start:end].strip(), count=1), unit)


def rate_after(text: str, end: int, stop: int) -> int:
    """The end of "an hour", "per head" or "each" where one follows, else `end`."""
    rate = _RATE.match(text, end, stop)
    return rate.end() if rate else end


def _longer(text: str, end: int, stop: int, unit: str | None) -> int:
    """Past "of the Socialist" after copies, past "an hour" and "each"."""
    if unit == "copies" and (title := _TITLE.match(text, end, stop)):
        end = title.end()
    return rate_after(text, end, stop)


def _phrase(text: str, start: int, stop: int) -> tuple[int, str] | None:
    """End and head word of the noun phrase at `start`.

    The head is the last of the plurals that follow each other: after a plural subject no verb ends in -s,
    so a second word in -s still belongs to the phrase ("sales workers").
    """
    words = lexicon()
    found: tuple[int, str] | None = None
    position = start
    for _ in range(_LONGEST):
        match = _WORD.match(text, position, stop)
        if match is None:
            break
        word = match["word"].lower()
        if word in words.stops:
            if word not in {"and", "or"}:
                return found
            return _joined(text, position, stop, found) if found else _of_two_kinds(text, start, position, stop)
        plural = is_plural(word)
        if found and not plural:
            return found
        position = match.end("word")
        if plural or word in words.units:
            found = (position, word)
            if match["own"]:
                return found
        elif position < stop and text[position] in "'’":
            return found
    return found


def _joined(text: str, start: int, stop: int, found: tuple[int, str]) -> tuple[int, str]:
    """With a second plural right after "and": "members and supporters"."""
    link = _WORD.match(text, start, stop)
    second = _WORD.match(text, link.end("word"), stop) if link else None
    if second is None or not is_plural(second["word"].lower()) or unit_of(second["word"]) != unit_of(found[1]):
        return found
    return second.end("word"), found[1]


def _of_two_kinds(text: str, start: int, position: int, stop: int) -> tuple[int, str] | None:
    """Past two nouns in the singular that say of what kind the people are: "football and rugby fans"."""
    link = _WORD.match(text, position, stop) if position > start else None
    second = _WORD.match(text, link.end("word"), stop) if link else None
    head = _WORD.match(text, second.end("word"), stop) if second else None
    if head is None or not is_plural(head["word"].lower()) or unit_of(head["word"]) != "people":
        return None
    return head.end("word"), head["word"].lower()


def is_plural(word: str) -> bool:
    """True for a word, in lower case, that looks like the plural of a noun."""
    words = lexicon()
    if word in words.irregular_plurals:
        return True
    if word.endswith("men") and len(word) > _SHORT_MEN and word not in words.not_plural:
        return True  # "Orangemen", "railwaymen"
    return (
        len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and word not in words.not_plural
    )


def unit_of(head: str, phrase: str = "") -> str | None:
    """The unit of a counted phrase by its last word or two, in any case; None where it is a thing of its own."""
    words = lexicon()
    key = head.lower().rstrip("'’")
    two = " ".join(phrase.lower().split()[-2:])
    unit = words.units.get(two) or words.units.get(key)
    if unit is None and key not in words.not_people and _PEOPLE.search(key):
        return "people"
    return unit


def hyphenated(text: str, end: int, stop: int, *, tight: bool = True) -> Counted | None:
    """The noun that a hyphen joins to the number, with the noun after it: "-strong rally", "-day strike"."""
    words: Lexicon = lexicon()
    match = _HYPHENATED.match(text, end, stop)
    if match is None or (tight and text[match.start()] == " ") or match["word"] not in words.hyphenated:
        return None
    unit = words.hyphenated[match["word"]]
    noun = (match["noun"] or "").strip()
    if noun in words.stops:
        noun = ""
    tail = match.end("noun") if noun else match.end("word")
    return Counted(tail, noun or match["word"], unit)
