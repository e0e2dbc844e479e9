"""Who is the subject of a verb: a shallow reading of the clause around it.

Everything here works on positions in the tokens of one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.people.lexicon import lexicon, words
from importers.quotes.asides import behind_comma, past_aside, with_description
from importers.quotes.lexicon import Tag
from importers.quotes.phrases import HEADS, Phrase, is_finite, phrase_ending
from importers.quotes.tokens import Token

REACH = 60
"""So many tokens back the subject of a clause is looked for."""
_SKIPPED: frozenset[Tag] = frozenset({"is", "also", "Monday"})
_FINITE: frozenset[Tag] = frozenset({"is", "said", "named", "went"})
_TIME_BEFORE = words("on in at during earlier late early since by")
_REPORTING = words(
    "saying stating adding asking calling noting writing arguing claiming declaring describing explaining announcing"
)
_PERCEIVED = words("hear heard hears see saw sees watch watched let lets make made makes have had help helped")
"""Behind these a noun and a bare verb make a clause: `to hear Ann set out`."""


def subject_before(tokens: Sequence[Token], verb: int, lowest: int = 0) -> Phrase | None:
    """The subject of the verb at `verb`, sought to its left, not below `lowest`."""
    if verb - 1 >= lowest and tokens[verb - 1].low in {
        "to",
        "by",
        "without",
        "after",
        "before",
        "while",
        "in",
        "of",
        "for",
        "about",
        "from",
    }:
        return clause_subject(tokens, verb - 1, lowest)
    at = _before_adverbs(tokens, verb, lowest)
    if at < lowest:
        return None
    tag = tokens[at].tag
    if tag in {",", "—", ")"}:
        if tokens[verb].tag in {"saying", "naming"} or tokens[at + 1].low == "having":
            return clause_subject(tokens, at, lowest)
        return behind_comma(tokens, at, lowest)
    if tag == "and":
        return clause_subject(tokens, at, lowest)
    if tag == "who" or (tokens[at].low == "that" and at == verb - 1):
        return Phrase(at, at, _antecedent(tokens, at, lowest))
    if tag in {"of", "that", ":", "quotation", "."}:
        return clause_subject(tokens, at, lowest) if tag in {"of", "that"} else None
    if tag == "him" or tag in {"said", "named", "went", "saying", "naming"}:
        return clause_subject(tokens, at + 1, lowest)
    phrase = phrase_ending(tokens, at, lowest)
    if phrase is None:
        return clause_subject(tokens, at, lowest)
    if shortened := _shortened_clause(tokens, phrase, verb, lowest):
        return shortened
    if _is_object(tokens, phrase, verb, lowest):
        return clause_subject(tokens, phrase.first, lowest) or phrase
    return with_description(tokens, _before_place(tokens, phrase, lowest), lowest)


def _shortened_clause(tokens: Sequence[Token], phrase: Phrase, verb: int, lowest: int) -> Phrase | None:
    """The subject that a participle parts from its verb: `Campaigners fighting to save the baths say`.

    None where the phrase before the verb can be the subject itself: no preposition or "to save" governs it, or the verb
    agrees with it.
    """
    at = phrase.first - 1
    infinitive = at - 1 >= lowest and tokens[at - 1].low == "to" and tokens[at].tag in _BARE
    if not infinitive and not (at >= lowest and tokens[at].tag == "of" and tokens[verb].tag in {"say", "name it"}):
        return None
    begin = at
    while begin - 1 >= lowest and tokens[begin - 1].tag not in _CLAUSE_ENDS:
        begin -= 1
    end = begin
    while end < at and tokens[end].tag in _OF_PHRASE and not tokens[end].low.endswith("ing"):
        end += 1
    shortens = tokens[end].low.endswith("ing") or (
        tokens[end].tag in {"went", "named", "said"} and tokens[end].low.endswith("ed")
    )
    plural = end > begin and (
        tokens[end - 1].low.endswith("s") or tokens[end - 1].low in {"people", "police", "women", "men"}
    )
    return Phrase(begin, verb - 1) if shortens and plural else None


_BARE: frozenset[Tag] = frozenset({"word", "say", "name it", "claim"})
_CLAUSE_ENDS: frozenset[Tag] = frozenset({",", ":", ".", "quotation", "—", "that", "and"})
_OF_PHRASE: frozenset[Tag] = frozenset({"the", "his", "Name", "Name's", "word", "1"})


def _before_place(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> Phrase:
    """The phrase that a place closes: `Ann Price of Columbia, South Carolina said`."""
    comma = phrase.first - 1
    if comma - 2 < lowest or tokens[comma].tag != "," or tokens[comma - 1].tag != "Name":
        return phrase
    if tokens[phrase.last].low.capitalize() not in lexicon().things or tokens[comma - 2].tag != "of":
        return phrase
    return phrase_ending(tokens, comma - 1, lowest) or phrase


def _is_object(tokens: Sequence[Token], phrase: Phrase, verb: int, lowest: int) -> bool:
    """Whether the phrase before a verb belongs to another one: `emailed supporters saying`, `who founded the site said`."""
    if tokens[phrase.last].tag == "he" or phrase.first - 1 < lowest:
        return False
    previous = tokens[phrase.first - 1]
    if previous.tag == "is" and tokens[verb].tag == "said":
        return True
    if previous.low in _PERCEIVED:
        return False
    if phrase.first < phrase.last and tokens[phrase.first].tag == "word" and tokens[phrase.first].low.endswith("ing"):
        return True
    if any(tokens[at].low == "with" for at in range(max(lowest, phrase.first - 3), phrase.first)):
        return False
    if previous.tag in {"went", "named", "word", "say", "name it", "claim"} and is_finite(
        tokens, phrase.first - 1, lowest
    ):
        return True
    return (
        tokens[verb].low in _REPORTING
        and tokens[verb - 1].tag not in {"is", ","}
        and (previous.low in {"to", "for", "at", "on"} or (previous.low == "of" and phrase.first == phrase.last))
    )


def _before_adverbs(tokens: Sequence[Token], verb: int, lowest: int) -> int:
    """The position of the last word before the verb that is no auxiliary, adverb or date."""
    at = verb - 1
    while at >= lowest:
        tag = tokens[at].tag
        dated = (
            tag == "1"
            and at - 1 >= lowest
            and tokens[at - 1].low in {"in", "on", "may", "june", "july", "march", "sept."}
        )
        if tag in _SKIPPED or dated:
            timed = tag == "Monday" or dated
            at -= 1
            if timed and at >= lowest and (tokens[at].low in _TIME_BEFORE or tokens[at].low == "the"):
                at -= 1
        else:
            break
    return at


def _antecedent(tokens: Sequence[Token], who: int, lowest: int) -> Phrase | None:
    at = who - 1
    if at >= lowest and tokens[at].tag in {",", "—"}:
        at -= 1
    if at < lowest or tokens[at].tag not in HEADS | {"he", ")"}:
        return None
    found = phrase_ending(tokens, at, lowest, governed=True)
    if found is None:
        return None
    # Of `an apology from a candidate who` it is the candidate who speaks.
    said = next(
        (k for k in range(found.first + 1, found.last) if tokens[k].tag == "of" and tokens[k - 1].tag == "claim"), None
    )
    return found if said is None else Phrase(said + 1, found.last)


def clause_subject(tokens: Sequence[Token], before: int, lowest: int = 0) -> Phrase | None:
    """The subject of the nearest clause that stands before the position: a phrase with a finite verb behind it."""
    for at in range(before - 2, max(lowest, before - REACH) - 1, -1):
        phrase = _subject_at(tokens, at, before, lowest)
        if phrase is not None:
            return phrase
    return first_subject(tokens, lowest, before)


def first_subject(tokens: Sequence[Token], lowest: int = 0, highest: int | None = None) -> Phrase | None:
    """The subject of the first clause, or failing that the first phrase no preposition governs."""
    end = len(tokens) if highest is None else highest
    for at in range(lowest, end - 1):
        phrase = _subject_at(tokens, at, end, lowest)
        if phrase is not None:
            return phrase
    return None


def _subject_at(tokens: Sequence[Token], at: int, end: int, lowest: int) -> Phrase | None:
    """The phrase that ends at `at` if a finite verb follows and no preposition governs it."""
    tag = tokens[at].tag
    if tag == "he":
        if not _next_verbal(tokens, at + 1, end) or _is_dependent(tokens, Phrase(at, at), lowest):
            return None
        return Phrase(at, at)
    if (
        tag == "who"
        and tokens[at].low == "who"
        and at - 1 >= lowest
        and tokens[at - 1].tag == ","
        and _next_verbal(tokens, at + 1, end)
    ):
        return Phrase(at, at, _antecedent(tokens, at, lowest))
    if tag not in HEADS:
        return None
    if not _next_verbal(tokens, at + 1, end):
        return _apposed(tokens, at, end, lowest)
    phrase = phrase_ending(tokens, at, lowest)
    if phrase is None or _is_dependent(tokens, phrase, lowest):
        return None
    return phrase


def _apposed(tokens: Sequence[Token], at: int, end: int, lowest: int) -> Phrase | None:
    """The description and the name between commas that is its apposition: `His neighbour, Pat Swales, was kinder`."""
    if tokens[at].tag != "Name" or at + 2 >= end or tokens[at + 1].tag != "," or tokens[at + 2].tag not in _FINITE:
        return None
    name = phrase_ending(tokens, at, lowest)
    described = None if name is None else with_description(tokens, name, lowest)
    return None if described is None or name is None or described.first == name.first else described


def _is_dependent(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> bool:
    """Whether the phrase is governed by a preposition or opens a reported clause: `said that she was`."""
    at = phrase.first - 1
    if at < lowest:
        return False
    if tokens[at].tag == "of":
        return tokens[at].low != "with"
    return tokens[at].tag in {"said", "saying", "say", "named", "naming", "name it", "went"} or (
        tokens[at].low in {"that", "if", "whether", "what", "how", "why"} and at > lowest
    )


def _next_verbal(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a finite verb follows, past adverbs and one apposition."""
    at = past_aside(tokens, at, end)
    while at < end and tokens[at].tag in {"also", "Monday"}:
        at += 1
    if at >= end:
        return False
    token = tokens[at]
    if token.tag in _FINITE or (token.tag == "who" and tokens[at - 1].tag == "word"):
        return True
    if token.tag == "saying":
        return any(tokens[k].low == "with" for k in range(max(0, at - 8), at))
    return token.tag == "word" and token.low.endswith("s") and at > 0 and tokens[at - 1].tag in {"Name", "he"}
