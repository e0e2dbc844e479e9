"""Find what looks like a name: runs of capitalised words, with what stands next to them as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from importers.documents import NARRATIVE, Document
from importers.people.lexicon import Lexicon, lexicon
from importers.people.persons import Gender
from importers.word_pattern import exact_pattern

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ĆČĎĐĘĚŁŃŇŘŚŠŞŤŽŻ]"
_BODY = rf"(?:[^\W_]|-(?=[^\W_])|[’'](?={_CAPITAL}))*+"
_ABBREVIATED = r"\.(?:(?<=\b[A-Z]\.)|(?<=\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr|Fr)\.)|(?<=\b(?:Mrs|Rev|Sen|Rep|Gov|Gen|Col|Maj|Sgt|Adm|Hon)\.)|(?<=\b(?:Prof|Sens|Reps|Capt|Cllr|Pres)\.))"
_PARTICLE = r"(?:(?:de|van|von|der|den|la|bin|del|da|di|du|ten|ter|el|y)[ ]){0,2}"
# The capital comes first, what must not stand before it second: so the engine looks at capitals only.
_RUN = re.compile(
    rf"{_CAPITAL}(?<![\w’'@#/-].){_BODY}(?:{_ABBREVIATED})?(?:[ \u00a0](?:[“\"‘(][A-Z][a-z]+[”\"’)] )?{_PARTICLE}(?:[ae]l-)?{_CAPITAL}{_BODY}(?:{_ABBREVIATED})?)*"
)
_OPENING = re.compile(r"[.!?:;•\n“\"‘…]\s*[“\"‘'(\[]*$")
_APPOSITION = re.compile(
    r",? (?:\d\d,|\(\d\d\)|(?:who|whose)\b|(?:an?|the|our|his|her|its) (?=[a-z]))|, (?=[a-z])(?!where\b|when\b|while\b|and\b|but\b|or\b|as\b|then\b)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of capitalised words without the titles before it."""

    start: int
    end: int
    words: tuple[str, ...]
    role: str
    """The titles and capitalised roles that stood before the name in the run."""
    gender: Gender | None
    """What its titles say."""
    titled: bool
    first: bool
    """True where nothing of the run was left out before the name."""


def find_names(document: Document) -> Iterator[Candidate]:
    """The runs of the narrative blocks in order, each without leading titles and words that begin no name."""
    text = document.text
    for block in document.blocks:
        if block.kind not in NARRATIVE:
            continue
        for match in _RUN.finditer(text, block.start, block.end):
            start = match.start()
            run = match.group()
            behind = _letters_behind().search(run) if run[-2:].isupper() or run.endswith("PhD") else None
            if behind:
                run = run[: behind.start()]
            skipped, words, role, gender, titled = _parse(run)
            if words:
                role = " ".join(filter(None, (role, behind["seat"]))) if behind else role
                yield Candidate(start + skipped, start + len(run), words, role, gender, titled, not skipped)


def is_initial(text: str, candidate: Candidate) -> bool:
    """Whether the name stands at the head of a sentence, where any word has a capital."""
    return candidate.first and (
        candidate.start == 0 or _OPENING.search(text, max(0, candidate.start - 6), candidate.start) is not None
    )


def is_explained(text: str, candidate: Candidate) -> bool:
    """Whether an apposition, an age or "who" follows, as behind a name that is new to the reader."""
    return _APPOSITION.match(text, candidate.end) is not None


@cache
def _letters_behind() -> re.Pattern[str]:
    seats, honours = (exact_pattern(sorted(letters)) for letters in (lexicon().seats, lexicon().honours))
    return re.compile(rf"(?<=[a-z])(?: (?P<seat>{seats})|(?: {honours})+)+\Z")


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


@lru_cache(maxsize=8192)
def _parse(run: str) -> tuple[int, tuple[str, ...], str, Gender | None, bool]:
    """How many code points to skip, the words of the name, the titles before it, what they say of gender, and whether there are any."""
    lex = lexicon()
    words = [word for word in re.split(r"[ \u00a0]", run) if word[0] not in '“"‘(']  # without nicknames
    first = _first_of_name(lex, words)
    titles = words[:first]
    name = [word if _is_initial(word) else word.rstrip(".") for word in words[first:]]
    skipped = sum(len(word) + 1 for word in titles)
    gender = next((lex.titles[word.rstrip(".")] for word in reversed(titles) if lex.titles.get(word.rstrip("."))), None)
    role_gender = next((lex.role_gender[w.casefold()] for w in titles if w.casefold() in lex.role_gender), None)
    titled = bool(titles) and lex.is_title(titles[-1])
    if titled:
        while titles and titles[0] in lex.no_name:
            del titles[0]
    return skipped, tuple(name), " ".join(titles) if titled else "", gender or role_gender, titled


def _first_of_name(lex: Lexicon, words: list[str]) -> int:
    """The number of the word with which the name begins: behind the last title, else behind words that begin no name."""
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if number == len(words) - 1 and number > 0 and words[number - 1] in lex.given:
            continue  # "Jeff Weaver", "Robin Cook": behind a given name a trade is a family name
        if lex.is_title(word) and not (number == 0 and word in lex.given and len(words) > 1):
            return number + 1
    given = next((number for number, word in enumerate(words) if word in lex.given and word not in lex.ambiguous), 0)
    if 0 < given < len(words) - 1 and (words[given - 1] in lex.things or all(word.isupper() for word in words[:given])):
        return given
    first = 0
    while first < len(words) and words[first] in lex.no_name:
        following = words[first + 1] if first + 1 < len(words) else ""
        if words[first] in lex.given and following and following not in lex.given:
            break
        first += 1
    return first
