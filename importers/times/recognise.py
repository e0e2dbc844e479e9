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
from importers.times.grammar.rules import groups_of, mod_of
from importers.times.heads import BEFORE, DIGITS, HEADS, HOLIDAY_HEADS
from importers.times.join import days_after, join
from importers.times.traps import is_trap
from importers.times.vocabulary import WORDS

_WORD = re.compile(r"[a-z]+|\d+")
_PARTS_OF_RULES = {"tonight": "TNI", "early hours of a day": "TMO"}
"""The time of day that is in the words of a rule itself."""
_DETERMINER = re.compile(r"(?:the|its|their|a) +")
_HYPHENED = re.compile(r"-\w+(?<!period)$|lunchtime$")
_NOUN = re.compile(
    r" +(?!(?:and|or|of|in|on|to|from|for|with|is|was|were|are|had|has|by|at|as|but|that|which|when|after|before|than|will|would)\b)[a-z]"
)
REACH = 9
"""How many words before its head an expression may begin."""
WIDTH = 120
"""The most characters an expression may have after its first word."""


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
    words = [(match.start(), match.group()) for match in _WORD.finditer(low, start, end)]
    done = start
    for number, (at, word) in enumerate(words):
        if at < done:
            continue
        for head in _heads_of(low, at, word):
            found = _try(text, low, words, number, done, end, _TRIALS[head])
            if found:
                yield found
                done = found.end
                for day in days_after(low, found, end):
                    yield day
                    done = day.end
                break


def _heads_of(low: str, at: int, word: str) -> Iterator[str]:
    if word in HOLIDAY_HEADS:
        yield "holiday"
    heads = HEADS.get(word)
    if heads:
        yield from heads
    elif word[0] <= "9" and len(word) <= 4:
        for name, shape in DIGITS:
            if shape.match(low, at):
                yield name


def _try(
    text: str, low: str, words: list[tuple[int, str]], number: int, done: int, end: int, trial: _Trial
) -> Expression | None:
    """The expression with the word of this number in it, begun as far left as a rule reads it."""
    head = words[number][0]
    first = number
    while first > 0 and number - first < REACH:
        at, word = words[first - 1]
        if at < done or not (word in BEFORE or word[0] <= "9") or words[first][0] - at - len(word) > 3:
            break
        first -= 1
    for opening in range(first, number + 1):
        at = words[opening][0]
        match = trial.pattern.match(low, at, min(end, at + WIDTH))
        if match and match.end() > head:
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
    return _HYPHENED.search(low[start:end]) is not None and _NOUN.match(low, end) is not None
