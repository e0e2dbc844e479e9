"""The cue that stands behind a quotation: `“…,” said Ann Price`, `“…” were the words used by Ann Price`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.quotes.clauses import subject_before
from importers.quotes.lexicon import nouns, particles
from importers.quotes.phrases import Phrase, phrase_after
from importers.quotes.tokens import Token
from importers.quotes.word_use import SPEECH, VERBS, is_noun, is_passive


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source and cue of a quotation: positions in the tokens of one sentence."""

    source: Phrase
    cue: int
    """The position of the cue word; -1 where a label or a colon alone attributes."""
    how: str
    """How the source was found, with `{}` for the cue."""
    strong: bool = True
    """False where the cue names or judges something and so attributes only a fragment near it."""
    guessed: bool = False
    """True where no cue, label or signature names the source: it is the subject of the nearest sentence."""


def after(tokens: Sequence[Token], at: int, *, whole: bool) -> Attribution | None:
    """The attribution that follows the quotation at `at` in its sentence: `said Ann`, `Ann, a nurse, said`."""
    end = next((here for here in range(at + 1, len(tokens)) if tokens[here].quotation >= 0), len(tokens))
    here = at + 1
    while here < end and tokens[here].tag in {",", "—"}:
        here += 1
    begin = here
    while here < end and tokens[here].tag == "also":
        here += 1
    if here >= end:
        return None
    signature = _signature(tokens, at, here, end)
    if signature is not None:
        return signature
    if tokens[here].tag == "said" or (tokens[here].tag in {"named", "say", "went"} and whole):
        source = phrase_after(tokens, here + 1, end)
        if source is not None and tokens[source.first].tag != "who":
            return Attribution(source, here, "subject of '{}' after the quotation", strong=tokens[here].tag != "named")
        return None
    if tokens[here].tag == "is":
        return _in_passive(tokens, here, end)
    if tokens[here].low == "according":
        source = phrase_after(tokens, here + 2, end)
        return None if source is None else Attribution(source, here, "named by '{}' after the quotation")
    return _clause_after(tokens, at, begin, end, whole=whole)


def _signature(tokens: Sequence[Token], at: int, begin: int, end: int) -> Attribution | None:
    """`“…” ― Ann Price`."""
    if tokens[at + 1].tag != "—":
        return None
    last = begin
    while last < end and tokens[last].tag == "Name":
        last += 1
    if last == begin or last - begin > 5 or (last < end and tokens[last].tag not in {".", ","}):
        return None
    return Attribution(Phrase(begin, last - 1), -1, "signature behind the quotation")


def _in_passive(tokens: Sequence[Token], begin: int, end: int) -> Attribution | None:
    """`were the words used by Ann`, `was how Ann put it`."""
    for here in range(begin + 1, end):
        owned = tokens[here].low in {"from", "of"} and tokens[here - 1].low in nouns()
        if tokens[here].low == "by" or owned:
            source = phrase_after(tokens, here + 1, end)
            if source is not None and any(
                tokens[k].tag in VERBS | {"claim"} or tokens[k].low in nouns() for k in range(begin, here)
            ):
                cue = next(
                    k for k in range(begin, here) if tokens[k].tag in VERBS | {"claim"} or tokens[k].low in nouns()
                )
                return Attribution(source, cue, "named by '{}' after the quotation")
        if tokens[here].low in {"how", "what"} and here + 1 < end:
            source = phrase_after(tokens, here + 1, end)
            if source is not None and source.last + 1 < end:
                return Attribution(source, source.last + 1, "subject of '{}' after the quotation")
    return None


def _clause_after(tokens: Sequence[Token], at: int, begin: int, end: int, *, whole: bool) -> Attribution | None:
    separated = tokens[at].low == "," or (at + 1 < end and tokens[at + 1].tag in {",", "—"})
    if tokens[begin].tag in {"and", "that"} and tokens[begin].low != "as" and not separated:
        return None
    for here in range(begin + 1, min(end, begin + 45)):
        tag = tokens[here].tag
        if tag in {":", "."} and tokens[here].low != ",":
            return None
        phrasal = tag == "went" and here + 1 < end and (tokens[here].low, tokens[here + 1].low) in particles()
        spoken = tag in SPEECH and not is_noun(tokens, here) and not is_passive(tokens, here)
        if phrasal or spoken:
            if tag == "saying" and tokens[here - 1].tag != "is":
                continue
            if not whole and not separated and not _closes(tokens, here, end):
                return None
            source = subject_before(tokens, here, begin)
            if source is not None and tokens[source.first].tag == "who" and source.antecedent is not None:
                source = source.antecedent
            if source is not None and tokens[source.first].tag != "who" and (whole or source.first == begin):
                return Attribution(source, here, "subject of '{}' after the quotation")
        if (
            whole
            and tag in {"named", "went"}
            and tokens[here - 1].tag in {"Name", "he"}
            and not is_passive(tokens, here)
            and _closes(tokens, here, end)
        ):
            source = subject_before(tokens, here, begin)
            if source is not None and source.first == begin:
                return Attribution(source, here, "subject of '{}' after the quotation")
    return None


def _closes(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Whether nothing that could be the verb's own clause follows it: `… , he said.`."""
    return (
        verb + 1 >= end
        or tokens[verb + 1].tag in {".", ","}
        or tokens[verb + 1].tag == "of"
        or tokens[verb + 1].tag == "Monday"
    )


def tail(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that closes the sentence of a quotation: `…, Ann Price said`."""
    end = len(tokens) - (tokens[-1].tag == ".")
    for comma in range(end - 2, at, -1):
        if tokens[comma].quotation >= 0:
            return None
        if tokens[comma].tag not in {",", "—"}:
            continue
        begin = comma + 1
        if tokens[begin].tag == "said" and not is_noun(tokens, begin):
            source = phrase_after(tokens, begin + 1, end)
            if source is not None:
                return Attribution(source, begin, "subject of '{}' at the end of the sentence")
        if tokens[begin].low == "according":
            source = phrase_after(tokens, begin + 2, end)
            return None if source is None else Attribution(source, begin, "named by '{}' at the end of the sentence")
        found = _closing_clause(tokens, begin, end)
        if found is not None:
            return found
    return None


def _closing_clause(tokens: Sequence[Token], begin: int, end: int) -> Attribution | None:
    for verb in range(begin + 1, min(end, begin + 14)):
        if tokens[verb].tag == "said" and not is_noun(tokens, verb) and not is_passive(tokens, verb):
            if verb + 1 < end and not _closes(tokens, verb, end):
                return None
            source = subject_before(tokens, verb, begin)
            if source is not None and source.first == begin:
                return Attribution(source, verb, "subject of '{}' at the end of the sentence")
            return None
    return None
