"""The taxonomy of `data/events.toml` in the shape the event reader looks things up in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

import data
from importers.canvassing import canvassed
from importers.word_pattern import word_pattern

_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|early|late|mid|last|next|this|from|during|and|to|on|for)|\d|day|[-–/])[ -]\Z",
    re.IGNORECASE,
)
_NEAR = 32
"""How far before a word, in code points, another can change what it means."""
_MONTH_AFTER = re.compile(r",? \d")
_ATTRIBUTE = re.compile(
    r" (?:committees?|funds?|leaders?|ballots?|notices?|calls?|votes?|pay|breakers?|organi[sz]ers?|goers?|plans?|banners?|songs?|threats?|action ballot|officials?|campaigns?|campaigners?|leaflets?|manifestos?|materials?|fraud|season|cycle|workers?|observers?|watchdogs?|commission(?:ers?)?|systems?)\b"
)
"""Before these a noun only says of what kind they are: "the strike committee"."""
_POLLED = re.compile(r"(?i:polled|counts?) (?:just |only |over |some |about )?\d")
_LOST = re.compile(
    r"(?i:lost) (?:the|their|his|her|its|a|contact|patience|control|weight|more than|over|about)\b(?! (?:seat|deposit|majority|vote|election|ballot|case|appeal))"
)
"""Who loses a job or a home loses no vote."""
_SACKED = re.compile(r"[A-Z][a-z]+ed")
"""At the head of a sentence a past participle belongs to its noun: "Sacked clerks"."""
_TALK_OF = re.compile(r"(?i:talks?|spoke|speaks?|speaking) of\b")
_BORNE = re.compile(
    r"(?i:(?:was |were )?carried) (?:to|out|on|off|through|away|banners|placards|flags|signs)\b|(?i:appealed) for\b"
)
"""What is borne somewhere or pleaded for is neither voted nor judged."""
_BE = re.compile(r"\b(?:was|were|been|be|is|are) \Z")
"""Before "met" it tells of a greeting or a demand."""
_OF_UNION = re.compile(r"\b(?:the|The|TUC|STUC|ICTU|annual|special|[Uu]nion|[Uu]nions|World|party|Party) \Z")
"""Without one of these before it Congress is the one that makes laws."""
_WANTED = re.compile(r"\b(?:for|demand\w*|seek\w*|offer\w*|refus\w*|urg\w*|consider\w*)\b(?: [\w’'-]+){0,3} \Z")
"""A resignation that is asked for is none yet."""
_BY_WHAT_IS_BEFORE = (("met", _BE, True), ("Congress", _OF_UNION, False), ("resignation", _WANTED, True))
_LEFT = re.compile(r"(?i:walk(?:s|ed|ing)?[- ]out of) (?:the|a|an|his|her|their|its|talks|negotiations)\b")
"""Who walks out of a meeting strikes nothing."""


def _as_name(words: str) -> str:
    """As a name writes it: "Court of Appeal"."""
    return " ".join(word if word in {"of", "the", "for"} else word[:1].upper() + word[1:] for word in words.split())


def _is_month(text: str, match: re.Match[str]) -> bool:
    """True for the month: March with a capital before a number or after "in", "since", "last"."""
    if not match.group()[0].isupper():
        return False
    before = _MONTH_BEFORE.search(text, max(0, match.start() - 8), match.start())
    return before is not None or _MONTH_AFTER.match(text, match.end()) is not None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event."""

    name: str
    rank: int
    """Place in the file: the lower, the more specific."""
    gathering: bool
    word: bool


OTHER = Kind("other", 1000, gathering=False, word=False)
"""What is told with a day but has no word of the taxonomy."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of the text that names a kind of event."""

    start: int
    end: int
    kind: Kind
    noun: bool
    loose: bool = False
    """True for a word that yields to any other in the clause."""
    with_crowd: bool = False
    """True for a word that counts only beside a number of people."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All kinds and their trigger words, in lower case."""

    kinds: dict[str, Kind]
    words: dict[str, tuple[Kind, bool]]
    """Trigger word to its kind, and whether it is a noun."""
    loose: frozenset[str]
    with_crowd: frozenset[str]
    pattern: re.Pattern[str]

    def triggers(self, text: str, start: int, end: int) -> list[Trigger]:
        """The trigger words in `text[start:end]`, in order."""
        found = []
        for match in self.pattern.finditer(text, start, end):
            word = match.group().lower()
            if (word == "march" and _is_month(text, match)) or self._misleads(text, match.start()):
                continue
            kind, noun = self.words[word]
            if not noun and match.start() == start and _SACKED.fullmatch(match.group()):
                continue
            loose = word in self.loose or (noun and _ATTRIBUTE.match(text, match.end()) is not None)
            found.append(Trigger(match.start(), match.end(), kind, noun, loose, word in self.with_crowd))
        return found

    @staticmethod
    def _misleads(text: str, start: int) -> bool:
        if canvassed(text, start):
            return True
        return any(pattern.match(text, start) for pattern in (_LEFT, _POLLED, _LOST, _TALK_OF, _BORNE)) or any(
            text.startswith(word, start) and bool(before.search(text, max(0, start - _NEAR), start)) is bad
            for word, before, bad in _BY_WHAT_IS_BEFORE
        )


@cache
def taxonomy() -> Taxonomy:
    """The shipped taxonomy, read once."""
    raw = tomllib.loads(data.path("events.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {}
    loose: set[str] = set()
    with_crowd: set[str] = set()
    words: dict[str, tuple[Kind, bool]] = {}
    for rank, (name, table) in enumerate(raw.items()):
        kind = Kind(name, rank, gathering=table.get("gathering", False), word=table.get("word", False))
        kinds[name] = kind
        loose.update(table.get("loose", []))
        with_crowd.update(table.get("with_crowd", []))
        verbs = table.get("verbs", [])
        for word in (*table.get("nouns", []), *table.get("loose", []), *verbs):
            words.setdefault(word, (kind, word not in verbs))
    forms = word_pattern([*words, *map(_as_name, words)])
    return Taxonomy(kinds, words, frozenset(loose), frozenset(with_crowd), re.compile(rf"\b(?:{forms})\b"))
