"""Who a sentence is about, as far as its opening tells: a pronoun, somebody behind a fronted clause, a description."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importers.people import Gender, Mention, People
from importers.people.lexicon import lexicon
from importers.quotes.lexicon import Tag, tags

_PRONOUN_FIRST = re.compile(
    r"[“\"‘']?(?:(?:And|But|Then|So|Yet|Later|Earlier|Meanwhile|Today|Yesterday|Now|When|While|As|If|After|Before|On \w+|In \w+),? )?(?P<pronoun>[Hh]e|[Ss]he)\b"
)
_FRONTED = r"(?:Asked|Speaking|Addressing|Responding|Told|Pressed|Quizzed|Challenged|(?:In |On |By |After |Before |While |When )?[A-Z]?[a-z]{2,}(?:ing|ed)\b)"
_PRONOUN_BEHIND = re.compile(
    rf"{_FRONTED}(?<!thing)(?<!red)[^.!?“”\"]{{0,200}}?, (?P<pronoun>he|she)(?:’s|'s|’d|'d)? [a-z]"
)
_FRONTS = re.compile(rf"{_FRONTED}|(?:When|While|As|After|Before|If|Although|Though|Despite|With|At|In|On) ")
_VERB_BEHIND = re.compile(r" (?!and\b|or\b|of\b|in\b|at\b|who\b|to\b)[a-z]{2,}")
_GOVERNED = re.compile(
    r"\b(?:of|for|from|in|at|on|with|to|by|about|against|into|over|under|between|among|than|like|unlike|as|behind|near|and|or|via|per|[Ff]or|[Ww]ith|[Aa]gainst|[Uu]nlike|[Oo]f|[Bb]y)"
    r" (?:(?:the|a|an|his|her|former|new|[\w-]+) ){0,3}$"
)
_BY_NAME = re.compile(r"\bnames? (?:only )?as $")
_DESCRIPTION = re.compile(r"(?P<article>The|A|An|One|Another|His|Her|Their) (?:[\w’'-]+ ){0,4}[\w’'-]+")
_ASIDE = 60
_APPOSED = re.compile(r", (?:(?:[A-Z][\w.’-]* ){0,2}|an? [^,.“”\"]{1,40}\b(?:named|called) )")
_VERBAL: frozenset[Tag | None] = frozenset({"said", "named", "went", "is", "of", "and", "that", "also"})
_ATTRIBUTED = re.compile(r" (?:[a-z-]+ ){1,3}")
_SAYING = r"(?:said|says|added|adds|argued|argues|recalled|explained|noted|claimed|claims|insisted|warned|wrote|writes)"
_TELLS = re.compile(rf", (?:{_SAYING} )?\Z")
_TOLD = re.compile(rf" {_SAYING}(?: (?:on|in|at|last|yesterday) [^,.]{{1,30}})?\.?\Z")
_ENDS = re.compile(r"\.?\Z")
_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}


def pronoun_subject(text: str, begin: int, end: int) -> Gender | None:
    """The gender of the pronoun that is the subject of a sentence: `He said`, `Asked whether Ann knew, he said`."""
    found = _PRONOUN_FIRST.match(text, begin, end) or _PRONOUN_BEHIND.match(text, begin, end)
    return None if found is None else _GENDERS[found["pronoun"].lower()]


def named_subject(text: str, mentions: Iterable[Mention], begin: int, end: int) -> Mention | None:
    """The mention that is the subject: behind a fronted clause the one its comma precedes, else the first ungoverned."""
    named = list(mentions)
    if named and _tells(text, named[-1], begin, end):
        return named[-1]
    free = [m for m in named if not m.possessive and not is_governed(text, m) and not _qualifies(text, m, named)]
    if free and _FRONTS.match(text, begin, end):
        for mention in free:
            if text.endswith(", ", begin, mention.start) and _VERB_BEHIND.match(text, mention.end, end):
                return mention
    return free[0] if free else None


def _qualifies(text: str, mention: Mention, named: list[Mention]) -> bool:
    """Whether a name only says whose somebody is: "Trump campaign chairman Paul Manafort"."""
    following = next((other for other in named if other.start > mention.end), None)
    between = "" if following is None else text[mention.end : following.start]
    if _ATTRIBUTED.fullmatch(between) is None or not lexicon().is_role(between.split()[-1]):
        return False
    return not any(word.endswith("ed") or tags().get(word) in _VERBAL for word in between.split()[:-1])


def _tells(text: str, mention: Mention, begin: int, end: int) -> bool:
    """Whether the sentence ends with who tells it: `…, Ann Price said`, `…, said Ann Price`."""
    if _TELLS.search(text, max(begin, mention.start - 14), mention.start) is None:
        return False
    behind = _TOLD if text.endswith(", ", begin, mention.start) else _ENDS
    return behind.match(text, mention.end, end) is not None


def is_governed(text: str, mention: Mention) -> bool:
    """Whether a preposition or "and" stands before the name, so that it is no subject."""
    low = max(0, mention.start - 40)
    return _GOVERNED.search(text, low, mention.start) is not None and not _BY_NAME.search(text, low, mention.start)


def apposed(text: str, people: People, end: int) -> Mention | None:
    """The name that explains the description that ends at `end`: "The owner, a Greek named Costas", "A student, Ritika"."""
    if not text.startswith(", ", end):
        return None
    for mention in people.between(end, end + _ASIDE):
        if _APPOSED.fullmatch(text, end, mention.start):
            return mention
    return None


def description(text: str, begin: int, end: int) -> tuple[str, Gender | None] | None:
    """The words with which a sentence opens where they say what somebody is, and the gender they tell.

    "The union leader" and "A 29-year-old driver" are such words, "The union" is not.
    """
    match = _DESCRIPTION.match(text, begin, end)
    if match is None:
        return None
    genders = lexicon().role_gender
    words = match.group().split()
    for last in range(len(words), 1, -1):
        if lexicon().is_role(words[last - 1]):
            gender = next((genders[word.casefold()] for word in words[:last] if word.casefold() in genders), None)
            return " ".join(words[:last]), gender
    return None
