"""The words that make it worth looking for a time expression, and those that may stand before them in one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importers.times.grammar.holidays import NAMES
from importers.times.vocabulary import NUMBERS, WORDS

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Words that may be an hour by themselves: "at nine"."""
BEFORE_HOUR = (
    "(?:"
    + "|".join(
        rf"(?<={word} )"
        for word in (
            "at",
            "by",
            "till",
            "until",
            "before",
            "after",
            "past",
            "nearly",
            "almost",
            "about",
            "around",
            "to",
        )
    )
    + ")"
)
"""What stands before an hour by itself, as a look back."""
_VAGUE = (
    "now recently currently nowadays presently lately ago future past present soon term moment days date while time since "
    "someday then former recent"
)


def _heads() -> dict[str, tuple[str, ...]]:
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("vague", _VAGUE.split()),
        ("month", [*WORDS.month, *WORDS.month_short]),
        ("weekday", WORDS.weekday),
        ("short weekday", WORDS.weekday_short),
        ("weekdays", [f"{word}s" for word in WORDS.weekday]),
        ("day word", ("today", "tonight", "yesterday", "tomorrow", "day", "morrow", "night")),
        ("year in words", ("eighteen", "nineteen", "twenty", "two")),
        ("season", WORDS.season),
        ("half", ("half",)),
        ("quarter", ("q",)),
        ("unit", [*WORDS.unit, "weekend"]),
        ("units", WORDS.units),
        ("unitlong", [f"{word}long" for word in WORDS.unit]),
        ("decade", WORDS.decade),
        ("o'clock", ("clock",)),
        ("hour alone", HOURS),
        ("past", ("past",)),
        ("parts", [f"{word}s" for word in WORDS.part]),
        ("midweek", ("midweek",)),
        ("eve", ("eve",)),
        ("weekends", ("weekends",)),
        ("part", WORDS.part),
        ("overnight", ("overnight",)),
        ("recurring", WORDS.recurring),
        ("time", ("time", "point", "moment")),
        ("current", ("current",)),
        ("period", ("period",)),
    )
    heads: dict[str, tuple[str, ...]] = {}
    for head, words in tables:
        for word in words:
            heads[word] = (*heads.get(word, ()), head)
    return heads


HEADS: dict[str, tuple[str, ...]] = _heads()
"""From a word to the heads under which rules are filed; digits are judged by `DIGITS`."""

HOLIDAY_HEADS: frozenset[str] = frozenset(re.findall(r"[a-z]+", name)[0] for name in NAMES)
"""First words of names of days."""

DIGITS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "clock",
        re.compile(
            r"\d{1,2}(?:[:.] ?\d\d)? ?[ap]\.? ?m\b|\d{1,2}:\d\d(?![:\d])|\d{1,2}: \d\d ?(?:gmt|bst)|[012]\d[0-5]\d ?(?:gmt|bst|utc|hrs?|hours)\b"
        ),
    ),
    (
        "hour alone",
        re.compile(rf"{BEFORE_HOUR}(?:1[0-2]|[1-9])(?=[.,;:)\"' ]|$)|(?<=[a-z,] )\d{{1,2}}\.[0-5]\d(?!\d)"),
    ),
    ("iso month", re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![-/\d])")),
    ("short year", re.compile(r"(?<= ')\d\d(?![\w'])")),
    (
        "number",
        re.compile(
            r"(?:1\d|20|21)\d\d(?!\d)|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)\d\d|[1-9]0'?s\b|\d{1,4} ?(?:(?:-|to |and |or )\d{1,4} )?(?:b\.c|bc\b|bce\b)"
        ),
    ),
    ("listed day", re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?:,| and| or| to|-| &) ?[\da-z]")),
    ("ordinal day", re.compile(r"(?<= )\d{1,2}(?:st|nd|rd|th)\b")),
)
"""What digits must look like to be the head of a date."""

_LEADS = (
    "the a an of in on at this that these those its his her their my our your each every per all most much some "
    "sometime few several many couple handful numerous countless various about around nearly almost over under more "
    "less than least no not up to close roughly approximately just well only exactly barely fully little mere even "
    "another additional further single full whole entire adult rest once twice times nights evenings half earlier later "
    "very fiscal financial calendar trading business working long short early late days weeks months years hours part "
    "year week s month and or latest recent final opening initial ca circa quite right while corresponding comparable "
    "like by other since ever until as near immediate foreseeable distant st nd rd th beginning starting commencing "
    "small then during crucial critical fairly lengthy prolonged p m o today yesterday tomorrow day one hundred dozen thousand current present so"
)
"""What is in no table of words."""

BEFORE: frozenset[str] = frozenset(
    [
        *WORDS.deictic, *WORDS.edge, *WORDS.ordinal, *NUMBERS, *WORDS.weekday, *WORDS.weekday_short, *WORDS.month_short,
        *WORDS.month, *WORDS.season, *WORDS.part, *WORDS.units, *WORDS.unit,
        *_LEADS.split(),
    ]
)  # fmt: skip
"""Words that may stand before a head within one expression."""
