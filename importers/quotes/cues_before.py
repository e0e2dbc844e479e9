"""The cue that stands before a quotation: `Ann Price said: “…”`, `claims by Ann Price that “…”`."""

from __future__ import annotations

from collections.abc import Sequence

from importers.people.lexicon import lexicon, words
from importers.quotes.clauses import clause_subject, first_subject, subject_before
from importers.quotes.cues_after import Attribution
from importers.quotes.lexicon import hearer_verbs, mind_verbs, particles
from importers.quotes.phrases import Phrase, phrase_after, phrase_ending
from importers.quotes.tokens import Token
from importers.quotes.word_use import SPEECH, VERBS, is_noun, is_passive

FAR = 80
"""So many tokens at most lie between a cue and its quotation."""
_ABOUT = words("that of about for against to on as over from")
_DOCUMENTS = words("article book column editorial email letter memo op-ed post report statement tweet")
_AGENT = frozenset({"by", "from"})
_QUOTING = words("quote quotes quoted quoting cite cites cited citing")
_MODALS = words("will would can could should may might must shall 'll ’ll to")
_THINGS = frozenset({"it", "which", "people", "there", "what"})


def before(tokens: Sequence[Token], at: int, known: dict[int, Attribution], *, whole: bool) -> Attribution | None:
    """The attribution that stands before the quotation at `at` in its sentence, the nearest cue first."""
    label = _label(tokens, at)
    if label is not None:
        return label
    inner: Attribution | None = None
    for here in range(at - 1, max(at - FAR, 0) - 1, -1):
        found = _known_at(tokens, known, here, at, whole=whole) or _cue_before(tokens, here, at, whole=whole)
        if found is None:
            continue
        if inner is None and not _is_embedded(tokens, found):
            return found
        if inner is not None and not _is_embedded(tokens, found) and (found.strong or _is_by_noun(tokens, inner)):
            return found
        inner = inner or found
    if inner is not None:
        return inner
    if (at > 0 and tokens[at - 1].tag == ":") or (whole and at > 1 and tokens[at - 1].tag == ","):
        source = clause_subject(tokens, at - 1)
        if source is not None:
            return Attribution(source, -1, "subject of the sentence that announces the quotation", guessed=True)
    return None


def is_doubtful(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether the words quoted could be another's: no cue, one inside another clause, a noun, a mere participle."""
    if found.guessed or found.cue < 0:
        return found.guessed
    cue = tokens[found.cue].tag
    return _is_embedded(tokens, found) or cue == "claim" or (not found.strong and cue != "named")


def announced(tokens: Sequence[Token]) -> Attribution | None:
    """The source in a sentence that stands before a quotation and has none itself: its cue's subject or its own."""
    for here in range(len(tokens)):
        if tokens[here].tag == "said" and not is_noun(tokens, here) and not is_passive(tokens, here):
            source = subject_before(tokens, here)
            if source is not None:
                return Attribution(source, here, "subject of '{}' in the sentence before", guessed=True)
    source = first_subject(tokens)
    return None if source is None else Attribution(source, -1, "subject of the sentence before", guessed=True)


def _is_by_noun(tokens: Sequence[Token], found: Attribution) -> bool:
    return found.cue >= 0 and (tokens[found.cue].tag not in VERBS or is_noun(tokens, found.cue))


def _known_at(
    tokens: Sequence[Token], known: dict[int, Attribution], here: int, at: int, *, whole: bool
) -> Attribution | None:
    """An attribution found for a quotation before this one, unless its source stands between and more than a comma follows."""
    found = known.get(here)
    if found is None or found.source.first < here or whole or tokens[at - 1].tag in {",", "and"}:
        return found
    return None


def _is_embedded(tokens: Sequence[Token], found: Attribution) -> bool:
    """Whether the cue stands in a clause that another's speech may hold: `would say`, `that she thinks`, `his claim`."""
    cue = tokens[found.cue]
    if tokens[found.source.first].low == "that":
        return True
    if _is_by_noun(tokens, found):
        return not found.strong
    if cue.tag not in VERBS:
        return not found.strong
    if cue.tag in {"say", "name it"} and tokens[found.cue - 1].low in _MODALS:
        return True
    if tokens[found.source.first].tag == "who" and found.source.first > 0 and tokens[found.source.first - 1].tag != ",":
        return cue.tag != "named" or tokens[found.source.first - 1].tag not in {"word", "Name"}
    return cue.low in mind_verbs() or tokens[found.source.last].low in _THINGS


def _label(tokens: Sequence[Token], at: int) -> Attribution | None:
    """`SMITH: “…”`."""
    if at < 2 or tokens[at - 1].tag != ":":
        return None
    if _are_people(tokens, at - 1):
        return Attribution(Phrase(0, at - 2), -1, "named by the label before the quotation")
    first = at - 1
    while first > 0 and (
        tokens[first - 1].tag == "Name" or (tokens[first - 1].low == "and" and tokens[first].tag == "Name")
    ):
        first -= 1
    if first == at - 1 or at - 1 - first > 5 or (first > 0 and tokens[first - 1].tag not in {"—", "."}):
        return None
    return Attribution(Phrase(first, at - 2), -1, "named by the label before the quotation")


def _are_people(tokens: Sequence[Token], colon: int) -> bool:
    """Whether nothing but people stands before the colon: `Bus drivers in Hull: “…”`."""
    if colon > 8 or any(token.tag not in _NOUN_PHRASE for token in tokens[:colon]):
        return False
    if tokens[colon - 1].tag == "Name" and any(token.low in lexicon().roles for token in tokens[:colon]):
        return True
    head = tokens[next((at for at in range(colon) if tokens[at].tag == "of"), colon) - 1]
    return head.tag == "word" and (head.low in lexicon().roles or head.low.removesuffix("s") in lexicon().roles)


_NOUN_PHRASE = frozenset({"Name", "Name's", "word", "the", "his", "of", "1", "say", "name it", "claim"})


def _cue_before(tokens: Sequence[Token], here: int, at: int, *, whole: bool) -> Attribution | None:
    token = tokens[here]
    if (
        token.tag == "went"
        and here + 1 < at
        and (tokens[here + 1].low == "that" or (token.low, tokens[here + 1].low) in particles())
    ):
        return _verb_cue(tokens, here, at, strong=True)
    if token.tag in VERBS:
        if is_noun(tokens, here):
            return _noun_cue(tokens, here, at)
        strong = token.tag in SPEECH and (whole or token.low not in mind_verbs())
        if not strong and not whole and at - here > 14:
            return None
        return _verb_cue(tokens, here, at, strong=strong)
    if token.tag == "claim":
        return _noun_cue(tokens, here, at)
    if token.low == "according":
        source = phrase_after(tokens, here + 2, at)
        return None if source is None else Attribution(source, here, "named by '{}'")
    return None


def _verb_cue(tokens: Sequence[Token], here: int, at: int, *, strong: bool) -> Attribution | None:
    if is_passive(tokens, here):
        agent = next(
            (k for k in [*range(here + 1, at), *range(at + 1, min(at + 3, len(tokens)))] if tokens[k].low == "by"), None
        )
        source = None if agent is None else phrase_after(tokens, agent + 1, at if agent < at else len(tokens))
        return None if source is None else Attribution(source, here, "agent of '{}'", strong)
    source = _inverted(tokens, here, at) or _cited(tokens, here) or subject_before(tokens, here)
    if source is None:
        return None
    return Attribution(source, here, "subject of '{}' before the quotation", strong)


def _cited(tokens: Sequence[Token], here: int) -> Phrase | None:
    """Whom a paper quotes: "her" of `the Mirror quotes her as calling them “…”`."""
    if here < 3 or tokens[here - 1].low != "as" or tokens[here].tag not in {"saying", "naming"}:
        return None
    if tokens[here - 2].low in {"him", "her", "them"}:
        return Phrase(here - 2, here - 2) if tokens[here - 3].low in _QUOTING else None
    cited = phrase_ending(tokens, here - 2, governed=True) if tokens[here - 2].tag == "Name" else None
    return cited if cited is not None and cited.first > 0 and tokens[cited.first - 1].low in _QUOTING else None


def _inverted(tokens: Sequence[Token], here: int, at: int) -> Phrase | None:
    """The name behind the verb in `…, explained Ann Price, “…”`."""
    if here == 0 or tokens[here - 1].tag != "," or tokens[here].tag != "said" or here + 2 >= at:
        return None
    if tokens[here].low in hearer_verbs():
        return None
    if tokens[at - 1].tag == ":" and tokens[at - 2].tag == "Name":
        named = phrase_after(tokens, here + 1, at)
        if named is not None and named.last == at - 2:
            return named
    source = phrase_after(tokens, here + 1, at)
    if (
        source is None
        or source.last + 1 >= at
        or tokens[source.last].tag != "Name"
        or tokens[source.last + 1].tag != ","
    ):
        return None
    return source


def _noun_cue(tokens: Sequence[Token], here: int, at: int) -> Attribution | None:
    """`claims by Ann that`, `Ann's claim that`."""
    if here + 2 < at and (
        tokens[here + 1].low in _AGENT or (tokens[here].low == "words" and tokens[here + 1].low == "of")
    ):
        source = phrase_after(tokens, here + 2, at)
        if source is not None:
            claimed = (
                source.last + 1 == at or tokens[source.last + 1].low == "that" or tokens[source.last + 1].tag == ":"
            )
            return Attribution(source, here, "author of the '{}'", strong=claimed)
    if (
        here + 1 < at
        and tokens[here + 1].tag not in {"said", "is", "went", ":", ","}
        and tokens[here + 1].low not in _ABOUT
    ):
        return None
    if here + 2 < at and tokens[here + 1].low == "as" and tokens[here + 2].tag == "his":
        return None  # words put to a use: `one of her quotes as its headline`
    owner = here - 1
    while owner >= 0 and tokens[owner].tag in {"word", "Name", "1"}:
        owner -= 1
    if owner >= 0 and (tokens[owner].tag == "Name's" or (tokens[owner].tag == "his" and tokens[owner].low != "whose")):
        first = owner
        while first - 1 >= 0 and tokens[owner].tag == "Name's" and tokens[first - 1].tag == "Name":
            first -= 1
        written = tokens[here].low in _DOCUMENTS and here + 1 < at and tokens[here + 1].tag in {"said", "is", "went"}
        last = here if written else owner
        return Attribution(Phrase(first, last), here, "author of the '{}'", strong=False)
    return None
