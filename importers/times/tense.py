"""Which way a clause looks: the nearest sign of past or future beside a time expression."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Tense: TypeAlias = Literal["past", "future", "present"]

REACH = 220
"""How far to each side a sign is looked for, in code points."""

_FUTURE = (
    r"will|'ll|won't|shall|'re going|going to|is to|are to|was to|were to|be to|due|expected to|expects? to|scheduled|plan(?:s|ned)? (?:to|for)|planning|supposed to|expected(?! that)|set (?:to|for)|"
    r"(?:is|are|'s|'re) (?:being )?(?:meeting|holding|leaving|coming|marching|striking|speaking|travelling|traveling|starting|launching|visiting|opening|returning|heading|taking place|calling for|voting)|"
    r"hopes? to|hoped to|intends? to|aims? to|prepar(?:es?|ing) (?:to|for)|ahead of|upcoming|looms?|deadline|join us|join the|called for|calls for|calling for|"
    r"expire[sd]?|would|could|may|might|can|ballot(?:ing)? (?:for|closes)|(?:is|are) (?:on|at|in)(?= \w+day)|begin by|announce by|as (?:early|soon) as|if|unless|agreed to|ready to|"
    r"meets?|begins?|starts?|opens|closes|takes? place|kicks off|returns|arrives|leaves|votes on|goes on|go on|to be (?:held|announced|released|published)"
)
_PAST = (
    r"was|were|had|did|has|have|'ve|'d|said|told|met|went|came|held|took|made|won|lost|spoke|began|saw|set|fell|rose|gave|found|left|sent|got|thought|knew|heard|"
    r"struck|drew|broke|became|brought|built|bought|sold|paid|put|ran|fought|caught|led|kept|wrote|read|drove|grew|flew|felt|stood|sat|shot|hit|cut|shut|quit|set off|"
    r"beat|chose|hung|rang|threw|tore|woke|swept|slid|sank|spent|split|spread|stuck|swung|taught|understood|withdrew|[a-z]{2,}ed"
)
_SIGN = re.compile(rf"(?<![\w'])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?!\w)|(?P<clitic>'ll|'ve|'d)(?!\w)")
_NO_VERB = frozenset(
    {
        "need",
        "indeed",
        "speed",
        "feed",
        "seed",
        "breed",
        "deed",
        "weed",
        "freed",
        "exceed",
        "proceed",
        "succeed",
        "armed",
        "united",
        "red",
        "bed",
        "hundred",
        "limited",
        "based",
    }
)
_ENDS = re.compile(r"[.!?;:\"]\s|\n\s*\n|—| - ")


def tense(low: str, start: int, end: int, floor: int = 0, ceiling: int | None = None) -> Tense | None:
    """The way the clause around `low[start:end]` looks, from the nearest sign before it, else after it.

    `floor` and `ceiling` bound the sentence. None where the clause has no sign.
    """
    left = max(floor, start - REACH)
    for match in _ENDS.finditer(low, left, start):
        left = match.end()
    found: Tense | None = None
    for match in _SIGN.finditer(low, left, start):
        found = _judged(match) or found
    if found:
        return found
    right = min(len(low) if ceiling is None else ceiling, end + REACH // 2)
    stop = _ENDS.search(low, end, right)
    for match in _SIGN.finditer(low, end, stop.start() if stop else right):
        judged = _judged(match)
        if judged:
            return judged
    return None


def _judged(match: re.Match[str]) -> Tense | None:
    if match["clitic"]:
        return "future" if match["clitic"] == "'ll" else "past"
    if match["future"]:
        return "future"
    return None if match["past"] in _NO_VERB else "past"
