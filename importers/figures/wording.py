"""What the words around a number do to its bounds: "over 800", "up to 4,000", "200-odd", "50+"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.figures.lexicon import Effect, lexicon
from importers.numbers import Number
from store.records import Bounds

_REACH = 64
"""How many code points before a number its qualifiers can stand."""
_LONGEST = 5
_WORD = re.compile(r"[<>~]|[\w.'’]+")
_OPENING = "([{“\"‘'—–-−:;,!?…/*_•"
_LAST_LONG = 16
_PLUS = re.compile(r"\+(?!\d)")
_AFTER = re.compile(r"(?:[ \u00a0]|(?=-))(?P<words>-?[a-z]+(?: [a-z]+(?: [a-z]+)?)?)\b")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """The qualifying words next to a number and what they say."""

    at: int
    """Where the words begin (before the number) or end (after it); the number's own edge where there are none."""
    effects: tuple[Effect, ...] = ()
    words: str | None = None
    """The qualifying words in lower case, without determiners."""


def qualifier_before(text: str, start: int, floor: int) -> Qualifier:
    """The qualifiers that end at `start`; none of them begins before `floor`."""
    known = lexicon()
    last = text[max(floor, start - _LAST_LONG) : start].split()
    if not last or last[-1].lstrip(_OPENING).lower() not in known.last_before:
        return Qualifier(start)
    table = known.before
    words = _words_before(text, start, floor)
    effects: list[Effect] = []
    said: list[str] = []
    at = start
    while words:
        size, effect = _longest(words, table)
        if effect is None:
            break
        if effect == "determiner":
            break
        said[:0] = [w.group().lower() for w in words[-size:]]
        at = words[-size].start()
        effects.append(effect)
        del words[-size:]
    return Qualifier(at, tuple(effects), " ".join(said) or None)


def _words_before(text: str, start: int, floor: int) -> list[re.Match[str]]:
    """The words that lead up to `start` with nothing but white space between them."""
    found = list(_WORD.finditer(text, max(floor, start - _REACH), start))
    edge = start
    for i in range(len(found) - 1, -1, -1):
        gap = text[found[i].end() : edge]
        if gap.strip() or "\n\n" in gap:
            return found[i + 1 :]
        edge = found[i].start()
    return found


def _longest(words: list[re.Match[str]], table: dict[str, Effect]) -> tuple[int, Effect | None]:
    for size in range(min(_LONGEST, len(words)), 0, -1):
        effect = table.get(" ".join(w.group().lower() for w in words[-size:]))
        if effect is not None:
            return size, effect
    return 0, None


def qualifier_after(text: str, end: int, stop: int) -> Qualifier:
    """The qualifier that begins at `end`: "+", "-plus", "or more", "-odd", "or so"."""
    if plus := _PLUS.match(text, end, stop):
        return Qualifier(plus.end(), ("at_least",), "+")
    known = lexicon()
    table = known.after
    match = _AFTER.match(text, end, stop)
    words = match["words"].split(" ") if match else []
    if not words or words[0] not in known.first_after:
        return Qualifier(end)
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        than = text.startswith(" than", end + 1 + len(phrase))  # "$1bn or more than $2bn"
        if match is not None and (effect := table.get(phrase)) and not than:
            return Qualifier(match.start("words") + len(phrase), (effect,), phrase.lstrip("-"))
    return Qualifier(end)


def bounds(number: Number, effects: tuple[Effect, ...]) -> Bounds:
    """The bounds of a number under its qualifiers; both ends inclusive, None is open."""
    if "at_most" in effects and not number.vague:
        return Bounds(low=None, high=number.value)
    if "at_least" in effects or number.vague:
        return Bounds(low=number.value, high=None)
    return Bounds(low=number.value, high=number.value)
