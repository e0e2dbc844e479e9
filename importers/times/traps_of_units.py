"""Units of time that are none: a second of two, somebody's age, three-quarters of the food, a paper called daily."""

from __future__ import annotations

import re

from importers.times.forms import Expression

_BEFORE = 40
_PART_OF_DAY = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|sixth|last|only|next|rest|remainder|course|much|most|biggest|largest|highlight|[a-z]{3,}est) "
    r"(?:[a-z-]+ ){0,2}(?:of|in)|\bby the end of|\bthroughout) $"
)
"""“the third speech of the day”, but not "the order of the day"."""
_BORN = re.compile(
    r" +(?:bab(?:y|ies)|bo(?:y|ys)|girls?|infants?|sons?|daughters?|child(?:ren)?|twins?|pupp(?:y|ies)|kittens?)\b|[.,;]| (?:is|was|died)\b"
)
_IDIOM = re.compile(r",? (?:we|i|you|it|it's|this|that|that's|there|there's|people|what)\b")
"""“At the end of the day, you must live”."""
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+ $")
_QUARTER_OF = re.compile(r" (?:of |final|mile|million|billion|inch|ounce|pound|acre|point|century)")
_QUARTERS_OF_TRADE = re.compile(
    r" of (?:(?!the\b|an?\b|its\b|their\b|all\b|this\b|that\b)[a-z-]+ ){0,2}(?:loss(?:es)?|profits?|gains?|growth|decline|contraction|recession|improvement|earnings)\b"
)
_GROWTH = re.compile(
    r"\d(?:%| ?per ?cent)? (?:(?:million|billion|trillion) )?(?!people\b|times\b|of\b|in\b|on\b)(?:[a-z]+ )?$"
)
_OF_A_KIND = re.compile(r" (?:when|like (?:this|these|that|those))\b")
"""“on days when it rains”: days of a kind, not a length of time."""
_THOSE = re.compile(r"\b(?:the|those|these) +$")
_DAILY_PAPER = re.compile(r"daily (?:newspapers?|papers?)\b")


def is_false_unit(low: str, found: Expression) -> bool:
    """Whether a unit, or so many of them, measures no time; `low` is the plain form of the text."""
    words = low[found.start : found.end]
    if found.rule == "uncounted units" and _is_no_length(low, found):
        return True
    if low.startswith("-to-", found.end):
        return True  # "on a day-to-day basis"
    if words.endswith("end of the day") and _IDIOM.match(low, found.end):
        return True
    if words.endswith("second") and not re.search(r"\d|one|half|split|single|per", words):
        return True
    before = low[max(0, found.start - _BEFORE) : found.start]
    if (words.endswith("-old") and not _aged(low, found)) or (
        low.startswith((" old", " of age"), found.end) and not words.startswith("the ")
    ):
        return True  # somebody's age
    if words.endswith("quarters") and re.search(r"\b(?:three|two)-$|\bsuch $", before):
        return True
    if "quarter" in words and _QUARTER_OF.match(low, found.end) and found.rule in {"counted units", "so often a unit"}:
        # three-quarters of the food, a quarter mile; but "several quarters of losses"
        return _QUARTERS_OF_TRADE.match(low, found.end) is None or not words.endswith("quarters")
    if words.startswith("many ") and before.endswith("as "):
        return True
    if words in {"quarters", "some quarters", "the quarters", "three-quarters"} or words.endswith("eleventh hour"):
        return True
    if found.rule == "the day told":
        return not _PART_OF_DAY.search(before)
    if found.rule == "the unit":
        return bool(
            re.search(r"\b(?:of|win|won|save|saved|carry|carried|call) $", before) and words.endswith(("day", "hour"))
        ) or words.startswith("the second")
    if found.rule == "counted units" and re.match(r"^a(?:n)? (?:second|quarter|day|night|minute|half)$", words):
        return words in {"a second", "a quarter"} or (
            words.endswith(("day", "night", "minute"))
            and bool(re.match(r" (?:of|out|off|job|trip|school|care|centre|nursery)", low[found.end : found.end + 8]))
        )
    return False


def _is_no_length(low: str, found: Expression) -> bool:
    """Whether units without a number are those of a count that was none, or of a kind: "on days when it rains"."""
    if low[max(0, found.start - 2) : found.start].rstrip(" -").isdigit():
        return True
    return (
        _OF_A_KIND.match(low, found.end) is not None
        and _THOSE.search(low, max(0, found.start - 8), found.start) is None
    )


def is_false_recurring(text: str, low: str, found: Expression) -> bool:
    """Whether a word of recurrence is a name or a rate: "its quarterly dividend", "the daily Neue Welt"."""
    if low.startswith("quarterly ", found.start):
        return True
    if (
        found.rule == "recurring"
        and text[found.start].isupper()
        and (
            text[found.end + 1 : found.end + 2].isupper()
            or _NAME_BEFORE.search(text, max(0, found.start - 20), found.start)
        )
    ):
        return True  # "the Daily News", "NBC Nightly News"
    if low.startswith("annually", found.start) and _GROWTH.search(low, max(0, found.start - _BEFORE), found.start):
        return True  # "by 8 per cent annually", "10,000 cars annually": a rate
    if low.startswith("per second", found.start):
        return True  # a speed
    if low.endswith((" second"), found.start, found.end) and low[found.end : found.end + 2].strip().isalpha():
        return True  # "every second house"
    if not low.startswith("daily", found.start):
        return False
    # "the Berlin daily Neue Welt"
    named = re.match(r" [A-Z][a-z]", text[found.end : found.end + 3]) is not None and text[found.start].islower()
    return named or _DAILY_PAPER.match(low, found.start) is not None


def _aged(low: str, found: Expression) -> bool:
    """Whether a thing is so old, and not a person or a house: "the eight-month-old strike"."""
    if _BORN.match(low, found.end):
        return False
    return (
        re.search(
            r"(?:minutes?|hours?|days?|weeks?|months?|decades?|centur(?:y|ies)|\byears)-old$",
            low[found.start : found.end],
        )
        is not None
    )
