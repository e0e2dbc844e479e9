"""Find the time expressions of a text and say what each of them says.

The text is read once, word by word. Where a word may be the head of an expression, the words before it that may
belong to it are skipped back over, and the rules of that head are tried from there. Both steps look at a bounded
stretch, so that the time taken grows with the length of the text alone, whatever the text is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from importers.times.forms import Expression
from importers.times.grammar import RULES, Rule
from importers.times.grammar.holidays import NAMES
from importers.times.grammar.rules import groups_of, mod_of
from importers.times.heads import BEFORE, BEFORE_HOUR, DIGITS, HEADS, HOLIDAY_HEADS, HOURS
from importers.times.join import days_after, join, quarters_of
from importers.times.nouns import NOUN_BEHIND
from importers.times.traps import is_trap
from importers.times.vocabulary import BEHIND_HOUR, WORDS
from importers.word_pattern import exact_pattern

_WORD_BEFORE = re.compile(r"[^a-z\d]{0,3}([a-z]+|\d+)")
"""A word and the gap behind it, in text that is written backwards."""
_BEFORE = frozenset(word[::-1] for word in BEFORE)
_HEAD = re.compile(
    rf"\b(?:(?:{exact_pattern({*HEADS, *HOLIDAY_HEADS})})(?![a-z])|\d{{1,4}}(?!\d))|(?<=\d)(?:noon|midday|midnight)(?![a-z])"
)
_HOLIDAY = re.compile(exact_pattern(NAMES).replace(" ", " ++"))
_HOUR_BEHIND = rf"[.,;:)\"']|$| +(?:{BEHIND_HOUR}|before|by)\b"
_GUARDS = {hour: re.compile(rf"{BEFORE_HOUR}{hour}(?={_HOUR_BEHIND})") for hour in HOURS} | {
    "two": re.compile(rf"two +thousand|{BEFORE_HOUR}two(?={_HOUR_BEHIND})")
}
"""What common words must be followed by, so that it is worth trying their rules."""
_OF_FOUR = frozenset({"clock", "iso month", "number"})
"""The shapes that open with four digits."""
_SHAPES = {four: tuple(one for one in DIGITS if not four or one[0] in _OF_FOUR) for four in (True, False)}
_ANY_DIGITS = {
    four: re.compile("|".join(f"(?:{shape.pattern})" for _, shape in shapes)) for four, shapes in _SHAPES.items()
}
_PARTS_OF_RULES = {"tonight": "TNI", "early hours of a day": "TMO"}
"""The time of day that is in the words of a rule itself."""
_DETERMINER = re.compile(r"(?:the|its|their|a) +")
_HYPHENED = re.compile(r"-\w+(?<!period)$|lunchtime$")
REACH = 9
"""How many words before its head an expression may begin."""
WIDTH = 120
"""The most characters an expression may have after its first word."""
LONGEST = 20
"""The most characters of one of its words and the gap behind it."""
RUN = 3
"""So often may the same head come again with the same few characters before it; more often is no language."""
NEAR = 12
"""The most characters before a head that are looked at for that."""


@dataclass(frozen=True)
class _Trial:
    """The rules of one head as one pattern; the group that matched tells the rule."""

    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]


def _trial(rules: list[Rule]) -> _Trial:
    joined = "|".join(f"({rule.anonymous})" for rule in rules)
    return _Trial(re.compile(joined), tuple(rules))


def _trials() -> dict[str, _Trial]:
    by_head: dict[str, list[Rule]] = defaultdict(list)
    for rule in RULES:
        for head in rule.heads:
            by_head[head].append(rule)
    return {head: _trial(rules) for head, rules in by_head.items()}


_TRIALS = _trials()


def recognise(text: str, low: str, start: int, end: int) -> list[Expression]:
    """The time expressions in `text[start:end]`, in order and apart; `low` is the plain form of the whole text."""
    return join(list(_atoms(text, low, start, end)), low)


def _atoms(text: str, low: str, start: int, end: int) -> Iterator[Expression]:
    done = start
    backwards = low[start:end][::-1]
    for match in _heads(low, start, end):
        at = match.start()
        if at < done:
            continue
        openings: list[int] | None = None
        for head in _heads_of(low, at, match.group()):
            if openings is None:
                openings = _openings(low, backwards, end, done, at)
            found = _try(text, low, openings, match, end, _TRIALS[head])
            if found:
                if found.rule == "two of the quarters":
                    yield from quarters_of(low, found)
                else:
                    yield found
                done = found.end
                for day in days_after(low, found, end):
                    yield day
                    done = day.end
                break


def _heads(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may be the head of an expression, without the rest of a run of the same ("Monday Monday Monday ...")."""
    before, again, behind = "", 0, start
    for match in _HEAD.finditer(low, start, end):
        if match.start() - behind > NEAR:
            before, again = "", 0
        else:
            key = low[behind : match.end()]
            again = again + 1 if key == before else 0
            before = key
        behind = match.end()
        if again < RUN:
            yield match


def _heads_of(low: str, at: int, word: str) -> Iterator[str]:
    if word in HOLIDAY_HEADS and _HOLIDAY.match(low, at):
        yield "holiday"
    if word[0] <= "9":
        four = len(word) == 4
        if _ANY_DIGITS[four].match(low, at):
            for name, shape in _SHAPES[four]:
                if shape.match(low, at):
                    yield name
    elif word not in _GUARDS or _GUARDS[word].match(low, at):
        yield from HEADS.get(word, ())


def _openings(low: str, backwards: str, end: int, start: int, at: int) -> list[int]:
    """Where an expression with its head at `at` may begin, the leftmost first; not before `start`.

    `backwards` is the text up to `end`, written backwards.
    """
    openings = [at]
    if at > start and low[at - 1] == "'":
        openings.append(at - 1)  # "since '85"
    for _ in range(REACH):
        word = _WORD_BEFORE.match(backwards, end - at, min(end - start, end - at + LONGEST))
        if word is None or not (word[1] in _BEFORE or word[1][0] <= "9"):
            break
        at = end - word.end()
        openings.append(at)
    openings.reverse()
    return openings


def _try(text: str, low: str, openings: list[int], head: re.Match[str], end: int, trial: _Trial) -> Expression | None:
    """The expression with this head in it, begun as far left as a rule reads it."""
    for at in openings:
        match = trial.pattern.match(low, at, min(end, at + WIDTH))
        if match and match.end() > head.start():
            found = _read(text, low, match, trial)
            if found:
                return found
    return None


def _read(text: str, low: str, match: re.Match[str], trial: _Trial) -> Expression | None:
    rule = trial.rules[(match.lastindex or 1) - 1]
    named = rule.regex.match(low, match.start(), match.endpos)
    if named is None:
        return None
    groups = groups_of(named)
    form = rule.build(groups)
    if form is None:
        return None
    part = groups.get("part")
    start = match.start()
    definite = low.startswith("the ", start) or " the " in match.group()
    determiner = _DETERMINER.match(low, start)
    if determiner and _premodifies(low, determiner.end(), match.end()):
        start = determiner.end()  # in "the one-day strike" the article belongs to the strike
    found = Expression(
        start=start,
        end=match.end(),
        form=form,
        rule=rule.name,
        mod=mod_of(groups),
        definite=definite,
        part=f"T{WORDS.part[part]}" if part else _PARTS_OF_RULES.get(rule.name),
    )
    return None if is_trap(text, low, found) else found


def _premodifies(low: str, start: int, end: int) -> bool:
    """Whether `low[start:end]` is the adjective of the noun behind it."""
    return _HYPHENED.search(low[start:end]) is not None and NOUN_BEHIND.match(low, end) is not None
