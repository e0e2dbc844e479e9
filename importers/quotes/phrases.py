"""Noun phrases among tagged words: the one that ends at a position, the one that begins there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.people.lexicon import lexicon, words
from importers.quotes.lexicon import Tag
from importers.quotes.tokens import Token

_NOMINAL: frozenset[Tag] = frozenset(
    {
        "Name",
        "Name's",
        "word",
        "1",
        "the",
        "his",
        "claim",
        "said",
        "named",
        "say",
        "name it",
        "went",
        "saying",
        "naming",
    }
)
HEADS: frozenset[Tag] = frozenset({"Name", "word", "claim", "1"})
_OPENERS: frozenset[Tag] = frozenset({"the", "his", "Name's", "1"})
_ATTACHED = words("of by from for at in with on to near behind against about")
_BEFORE_INFINITIVE = words(
    "to will would can could should may might must shall did does do didn't doesn't don't won't cannot"
)
_INDEFINITE = words(
    "someone somebody everyone everybody one many others some most both all none several few each another neither "
    "either two three four five half"
)
_BEFORE_NAME = words("Name Name's word 1 the his claim and")
_VERBAL: frozenset[Tag] = frozenset({"said", "named", "went", "saying", "naming"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: positions of its tokens, `first` and `last` both inclusive."""

    first: int
    last: int
    antecedent: Phrase | None = None
    """For "who": what it refers to."""


def phrase_ending(tokens: Sequence[Token], last: int, lowest: int = 0, *, governed: bool = False) -> Phrase | None:
    """The noun phrase that ends at `last`; one that a preposition governs only where `governed` allows it."""
    if tokens[last].tag == "he":
        return Phrase(last, last)
    begin = last
    while begin - 1 >= lowest and (
        (tokens[begin - 1].tag in _NOMINAL and not is_finite(tokens, begin - 1, lowest))
        or tokens[begin - 1].tag == "of"
        or _joins(tokens, begin - 1, lowest)
    ):
        begin -= 1
    while begin <= last and tokens[begin].tag in {"also", "and", "Monday"}:
        begin += 1
    if begin > last:
        return None
    found = _trim(tokens, begin, last)
    return found if governed or found is None else _governed(tokens, found)


def is_finite(tokens: Sequence[Token], at: int, lowest: int) -> bool:
    """Whether a form that can be something else is a verb: it stands behind its subject, or behind "to" or "will"."""
    if at - 1 < lowest:
        return False
    if tokens[at].tag in {"word", "say", "name it", "claim"}:
        return tokens[at - 1].low in _BEFORE_INFINITIVE
    if tokens[at].low.endswith("s") and tokens[at - 1].tag == "word" and tokens[at + 1].tag == "word":
        return False
    return tokens[at].tag in {"said", "named", "went"} and tokens[at - 1].tag in {
        "Name",
        "word",
        "who",
        "he",
        "also",
        "and",
    }


def _joins(tokens: Sequence[Token], at: int, lowest: int) -> bool:
    """Whether an "and" joins two small nouns or two names of one phrase: "shop steward and Labour member Albert"."""
    if tokens[at].low != "and" or at - 1 < lowest:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.low in lexicon().roles and right.tag in {"word", "Name"} and (left.tag == "word")


def _trim(tokens: Sequence[Token], begin: int, last: int) -> Phrase | None:
    """The phrase at the end of a stretch that may begin with a prepositional phrase or the end of another clause."""
    if tokens[begin].tag == "of":
        if begin > 0 and tokens[begin - 1].low in _INDEFINITE:
            return Phrase(begin - 1, last)
        return _last_phrase(tokens, begin, last)
    preposition = next(
        (at for at in range(begin, last + 1) if tokens[at].tag == "of" or _is_reduced(tokens, at, begin)), None
    )
    if preposition is None:
        return _last_phrase(tokens, begin, last)
    head = preposition - 1
    attached = tokens[preposition].low in _ATTACHED or tokens[preposition].tag != "of"
    if tokens[head].low in _INDEFINITE and tokens[preposition].low == "of":
        return Phrase(head, last)
    if tokens[head].tag in HEADS and attached and not _is_verbal(tokens, begin, head):
        start = _last_phrase(tokens, begin, head)
        if start is not None:
            return Phrase(start.first, last if tokens[preposition].tag == "of" else head)
    return _last_phrase(tokens, begin, last)


def _governed(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The phrase, unless it is the complement of a preposition and no subject: `in a later interview said`."""
    if phrase.first == 0 or tokens[phrase.last].tag == "Name":
        return phrase
    previous = tokens[phrase.first - 1]
    return None if previous.tag == "of" and previous.low not in {"with", "than"} else phrase


def _is_reduced(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a participle behind a noun shortens a relative clause: `a source speaking to the paper`."""
    if at == begin or tokens[at].tag not in {"saying", "naming"}:
        return False
    return tokens[at - 1].tag in {"word", "Name"} and at + 1 < len(tokens) and tokens[at + 1].tag == "of"


def _is_verbal(tokens: Sequence[Token], begin: int, head: int) -> bool:
    return any(tokens[at].tag in {"went", "said", "named"} for at in range(begin + 1, head + 1)) and tokens[
        begin
    ].tag in {"Name", "he"}


def _last_phrase(tokens: Sequence[Token], begin: int, last: int) -> Phrase | None:
    """The shortest stretch up to `last` that can stand alone as a noun phrase."""
    if tokens[last].tag == "Name":
        return _named_phrase(tokens, begin, last)
    at = last
    while at >= begin and tokens[at].tag not in _OPENERS and tokens[at].tag != "of":
        at -= 1
    if at < begin:
        return Phrase(begin, last)
    if tokens[at].tag == "of":
        return Phrase(at + 1, last) if at < last else None
    while (
        at - 1 >= begin
        and tokens[at - 1].tag in {"the", "his", "Name's", "Name", "1"}
        and tokens[at].tag in {"Name's", "1", "Name"}
    ):
        at -= 1
    return Phrase(at, last)


def _named_phrase(tokens: Sequence[Token], begin: int, last: int) -> Phrase:
    """The run of names that ends at `last` with the titles and roles before it."""
    at = last
    while at - 1 >= begin and tokens[at - 1].tag == "Name":
        at -= 1
    lex = lexicon()
    reach = at
    while reach - 1 >= begin and tokens[reach - 1].tag in _BEFORE_NAME:
        reach -= 1
        token = tokens[reach]
        if token.low in lex.roles or token.tag == "Name":
            at = reach
        elif token.tag in {"the", "his", "1", "Name's"}:
            at = reach if at == reach + 1 or tokens[at - 1].tag != "word" or _all_modify(tokens, reach + 1, at) else at
            break
    return Phrase(_with_modifiers(tokens, begin, at), last)


def _all_modify(tokens: Sequence[Token], low: int, high: int) -> bool:
    return all(tokens[at].tag in {"word", "Name", "Name's"} for at in range(low, high))


def _with_modifiers(tokens: Sequence[Token], begin: int, at: int) -> int:
    while at - 1 >= begin and tokens[at - 1].low in {
        "former",
        "shadow",
        "deputy",
        "longtime",
        "long-time",
        "rival",
        "chief",
        "senior",
        "acting",
        "then",
        "fellow",
        "one",
    }:
        at -= 1
    return at


def phrase_after(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `begin`, adverbs before it left out."""
    at = begin
    while at < end and tokens[at].tag in {"also", "Monday"}:
        at += 1
    if at >= end:
        return None
    if tokens[at].tag == "he" or tokens[at].tag == "who":
        return Phrase(at, at)
    if tokens[at].low in {"one", "another", "some", "others", "many"} and (
        at + 1 >= end or tokens[at + 1].tag in {".", ",", "of"}
    ):
        return _with_attachment(tokens, at, at, end)
    last = at - 1
    here = at
    while here < end and (
        tokens[here].tag in _NOMINAL
        or (tokens[here].tag == "Monday" and (tokens[here - 1].tag == "the" or _is_in_title(tokens, here, end)))
    ):
        if tokens[here].tag in _VERBAL:
            if here > begin and tokens[here - 1].tag in {"the", "his"} and tokens[here].tag in {"saying", "naming"}:
                last = here
            elif last >= at:
                break
        if tokens[here].tag in {"the", "his"} and last >= at and tokens[last].tag == "Name":
            break
        if tokens[here].tag == "Monday":
            last = here
        if tokens[here].tag in HEADS or tokens[here].tag in {"say", "name it"}:
            last = here
        here += 1
    if last < at:
        return None
    if any(tokens[number].tag == "Name" for number in range(at, last + 1)) and tokens[last].tag == "Name":
        return Phrase(at, last)
    return _with_attachment(tokens, at, last, end)


def _is_in_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word of time says what somebody is: `second year student`."""
    return at + 1 < end and tokens[at + 1].low in lexicon().roles


def _with_attachment(tokens: Sequence[Token], first: int, last: int, end: int) -> Phrase:
    """A phrase without name together with the prepositional phrase that says whose or where from."""
    if last + 2 < end + 1 and last + 1 < end and tokens[last + 1].low in {"of", "for", "from", "at", "in"}:
        here = last + 2
        reach = last
        while here < end and tokens[here].tag in {"the", "his", "Name", "Name's", "word"}:
            if tokens[here].tag in {"Name", "word"}:
                reach = here
            here += 1
        if reach > last:
            return Phrase(first, reach)
    return Phrase(first, last)
