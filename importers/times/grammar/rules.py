"""The notation of the grammar: a rule is a line that looks like the words it reads.

In a pattern

* a space stands for any white space, `~` for white space or a hyphen, `,?` and the like are as in regular expressions;
* `<month>` is any word of that kind (`KINDS`) and is handed to the builder under its name; `<month:to>` under
  the name after the colon;
* `{the}` is a piece used in several rules (`PIECES`), written in the same notation.

A rule is tried where one of its `heads` stands in the text, from the leftmost word that may open it; of the rules
of one head the first that reads the place wins, so longer ones stand above shorter ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from importers.times.forms import Form
from importers.times.vocabulary import NUMBERS, ORDINALS, WORDS
from importers.word_pattern import exact_pattern

Groups: TypeAlias = Mapping[str, str]
Build: TypeAlias = Callable[[Groups], "Form | None"]

_DIGITS = r"\d{1,3}(?:,\d{3})++|\d+(?:\.\d+)?+(?: \d/\d)?+"
_WORDED = exact_pattern(NUMBERS)

KINDS: Mapping[str, str] = {
    "weekday": exact_pattern(WORDS.weekday),
    "anyweekday": rf"(?:{exact_pattern(WORDS.weekday)}|{exact_pattern(WORDS.weekday_short)}\b\.?)",
    "month": exact_pattern(WORDS.month),
    "anymonth": rf"(?:{exact_pattern(WORDS.month)}|{exact_pattern(WORDS.month_short)}\b\.?)",
    "season": exact_pattern(WORDS.season),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "year": r"(?:1\d|20|21)\d\d(?!\d)",
    "short_year": r"\d\d(?!\d)",
    "number": rf"(?:{_DIGITS}|{_WORDED}(?:(?: and)? {_WORDED})?+)",
    "ordinal": rf"(?:{exact_pattern(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))",
    "unit": exact_pattern(WORDS.unit),
    "units": exact_pattern(WORDS.units),
    "anyunit": exact_pattern(WORDS.unit | WORDS.units),
    "part": exact_pattern(WORDS.part),
    "ref": exact_pattern(WORDS.deictic),
    "edge": exact_pattern(WORDS.edge),
    "decade": exact_pattern(WORDS.decade),
    "vague": r"(?:(?:a |the )?(?:few|couple(?: of)?|handful of)|several|many|some|numerous|countless|various)(?: more)?",
}
"""What `<kind>` matches."""

PIECES: Mapping[str, str] = {
    "th": r"(?:st|nd|rd|th)?",
    "part?": r"(?:(?: |,? early |,? late )<part>)?",
    "edge?": r"(?:(?:the |its |their )?(?:very )?(?!(?<!the.)(?:end|beginning|start|middle|close) in )<edge>(?: part| half| days| weeks| months| years| hours| stages)?(?: of| in)?(?: the)?~)?",
    "later?": r"(?:(?:early|earlier|late|later|sometime|some time|beginning|by the end of)(?: on)?(?: in)?(?: the)? )?",
    "approx?": (r"(?:<approx> )?"),
    "pointer": r"(?:,? (?:of |in )?(?:(?:the )?<ref:year_ref> year))",
    "fiscal": r"(?:fiscal |financial |calendar )?",
}
"""What `{piece}` stands for."""

EVENT = (
    r"(?:the|his|her|their|its|our|my|that|this|an?|[a-z]+'s|[a-z]+s') (?:[a-z-]+ ){0,2}?(?:deaths?|murders?|march|rally|strike|walk-?out|stoppage|lock-?out|demonstration|protest|vote|ballot|election|poll|"
    r"referendum|count|result|meeting|debate|hearing|trial|verdict|funeral|burial|wedding|birthday|ceremony|inauguration|coronation|riots?|raid|arrests?|"
    r"shootings?|attacks?|killings?|massacre|sackings?|conference|congress|summit|talks|deadline|budget|speech|announcement|ruling|explosion|fire|crash|"
    r"storm|launch|eviction|sit-in|occupation|parade|vigil|picket|match|final)s?\b"
)
"""What happened or was to happen, beside which a day is told: "the day before the march"."""

_APPROX: Mapping[str, str] = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "close to": "LESS_THAN",
    "just under": "LESS_THAN",
    "under": "LESS_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "over": "MORE_THAN",
    "just over": "MORE_THAN",
    "well over": "MORE_THAN",
    "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
}

_KIND_OF = {**KINDS, "approx": exact_pattern(_APPROX), "bc": r"(?:b\.c\.?|bce?\b)"}
_NOTATION = re.compile(
    r"(?<!\?P)<(?P<kind>\w+)(?::(?P<name>\w+))?>|\{(?P<piece>[a-z_]+\??)\}|(?P<space>(?<!\[) (?![\]?*+]))|(?P<joint>~)"
)


def mod_of(groups: Groups) -> str | None:
    """The TIMEX3 modifier that the words of a match state."""
    edge, approx = groups.get("edge"), groups.get("approx")
    return WORDS.edge[edge] if edge else _APPROX[approx] if approx else None


def expand(pattern: str) -> str:
    """The regular expression that `pattern` in the notation above stands for."""

    def replace(match: re.Match[str]) -> str:
        if match["space"]:
            return " ++"
        if match["joint"]:
            return "(?: ++|-)"
        if match["piece"]:
            return expand(PIECES[match["piece"]])
        kind = match["kind"]
        return f"(?P<{match['name'] or kind}>{_KIND_OF[kind].replace(' ', ' ++')})"

    return _NOTATION.sub(replace, pattern)


def _numbered(expression: str) -> str:
    """`expression` with the second and later uses of a group name told apart by a number."""
    seen: Counter[str] = Counter()

    def rename(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}__{seen[match[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", rename, expression)


def groups_of(match: re.Match[str]) -> Groups:
    """The named pieces of a match, one value a name."""
    return {name.partition("__")[0]: piece for name, piece in match.groupdict().items() if piece is not None}


@dataclass(frozen=True)
class Rule:
    """One line of the grammar."""

    name: str
    pattern: str
    build: Build
    """The form that the named pieces of a match say, or None where they say none after all."""
    heads: tuple[str, ...]
    regex: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(rf"(?:{_numbered(expand(self.pattern))})(?!\w)"))

    @property
    def anonymous(self) -> str:
        """The expression without names, to be joined with those of other rules."""
        return re.sub(r"\(\?P<\w+>", "(?:", self.regex.pattern)
