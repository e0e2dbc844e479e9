"""Find the cue that attributes a quotation, in its own sentence, and the phrase that names the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.quotes.clauses import Phrase, clause_subject, first_subject, phrase_after, subject_before
from importers.quotes.lexicon import Tag, hearer_verbs, mind_verbs, nouns, particles
from importers.quotes.sentences import Token

_SPEECH: frozenset[Tag] = frozenset({"said", "saying", "say"})
_VERBS: frozenset[Tag] = _SPEECH | {"named", "naming", "name it"}
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "got"})
_ABOUT = frozenset({"that", "of", "about", "for", "against", "to", "on", "as", "over", "from"})
_DOCUMENTS = frozenset(
    {
        "article",
        "book",
        "column",
        "editorial",
        "email",
        "letter",
        "memo",
        "op-ed",
        "post",
        "report",
        "statement",
        "tweet",
    }
)
_AGENT = frozenset({"by", "from"})
_ARTICLES = frozenset({"the", "a", "an", "any", "every", "each", "no"})
_BEFORE_NOUN: frozenset[Tag] = frozenset({"the", "his", "Name's", "1"})


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
        if tokens[here].low == "by":
            source = phrase_after(tokens, here + 1, end)
            if source is not None and any(
                tokens[k].tag in _VERBS | {"claim"} or tokens[k].low in nouns() for k in range(begin, here)
            ):
                cue = next(
                    k for k in range(begin, here) if tokens[k].tag in _VERBS | {"claim"} or tokens[k].low in nouns()
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
        spoken = tag in _SPEECH and not _is_noun(tokens, here) and not _is_passive(tokens, here)
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
            and not _is_passive(tokens, here)
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


def before(tokens: Sequence[Token], at: int, known: dict[int, Attribution], *, whole: bool) -> Attribution | None:
    """The attribution that stands before the quotation at `at` in its sentence, the nearest cue first."""
    label = _label(tokens, at)
    if label is not None:
        return label
    inner: Attribution | None = None
    for here in range(at - 1, -1, -1):
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
            return Attribution(source, -1, "subject of the sentence that announces the quotation")
    return None


def _is_by_noun(tokens: Sequence[Token], found: Attribution) -> bool:
    return found.cue >= 0 and (tokens[found.cue].tag not in _VERBS or _is_noun(tokens, found.cue))


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
    if cue.tag not in _VERBS:
        return not found.strong
    if cue.tag in {"say", "name it"} and tokens[found.cue - 1].low in _MODALS:
        return True
    if tokens[found.source.first].tag == "who" and found.source.first > 0 and tokens[found.source.first - 1].tag != ",":
        return True
    return cue.low in mind_verbs() or tokens[found.source.last].low in _THINGS


_MODALS = frozenset(["will", "would", "can", "could", "should", "may", "might", "must", "shall", "'ll", "’ll", "to"])
_THINGS = frozenset({"it", "which", "people", "there", "what"})


def tail(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that closes the sentence of a quotation: `…, Ann Price said`."""
    end = len(tokens) - (tokens[-1].tag == ".")
    for comma in range(end - 2, at, -1):
        if tokens[comma].quotation >= 0:
            return None
        if tokens[comma].tag not in {",", "—"}:
            continue
        begin = comma + 1
        if tokens[begin].tag == "said" and not _is_noun(tokens, begin):
            source = phrase_after(tokens, begin + 1, end)
            if source is not None:
                return Attribution(source, begin, "subject of '{}' at the end of the sentence")
        if tokens[begin].low == "according":
            source = phrase_after(tokens, begin + 2, end)
            return None if source is None else Attribution(source, begin, "named by '{} to' at the end of the sentence")
        found = _closing_clause(tokens, begin, end)
        if found is not None:
            return found
    return None


def _closing_clause(tokens: Sequence[Token], begin: int, end: int) -> Attribution | None:
    for verb in range(begin + 1, min(end, begin + 14)):
        if tokens[verb].tag == "said" and not _is_noun(tokens, verb) and not _is_passive(tokens, verb):
            if verb + 1 < end and not _closes(tokens, verb, end):
                return None
            source = subject_before(tokens, verb, begin)
            if source is not None and source.first == begin:
                return Attribution(source, verb, "subject of '{}' at the end of the sentence")
            return None
    return None


def _label(tokens: Sequence[Token], at: int) -> Attribution | None:
    """`SMITH: “…”`."""
    if at < 2 or tokens[at - 1].tag != ":":
        return None
    first = at - 1
    while first > 0 and tokens[first - 1].tag == "Name":
        first -= 1
    if first == at - 1 or at - 1 - first > 5 or (first > 0 and tokens[first - 1].tag not in {"—", "."}):
        return None
    return Attribution(Phrase(first, at - 2), -1, "named by the label before the quotation")


def _cue_before(tokens: Sequence[Token], here: int, at: int, *, whole: bool) -> Attribution | None:
    token = tokens[here]
    if (
        token.tag == "went"
        and here + 1 < at
        and (tokens[here + 1].low == "that" or (token.low, tokens[here + 1].low) in particles())
    ):
        return _verb_cue(tokens, here, at, strong=True)
    if token.tag in _VERBS:
        if _is_noun(tokens, here):
            return _noun_cue(tokens, here, at)
        strong = token.tag in _SPEECH
        if not strong and not whole and at - here > 14:
            return None
        return _verb_cue(tokens, here, at, strong=strong)
    if token.tag == "claim":
        return _noun_cue(tokens, here, at)
    if token.low == "according":
        source = phrase_after(tokens, here + 2, at)
        return None if source is None else Attribution(source, here, "named by '{} to'")
    return None


def _verb_cue(tokens: Sequence[Token], here: int, at: int, *, strong: bool) -> Attribution | None:
    if _is_passive(tokens, here):
        agent = next(
            (k for k in [*range(here + 1, at), *range(at + 1, min(at + 3, len(tokens)))] if tokens[k].low == "by"), None
        )
        source = None if agent is None else phrase_after(tokens, agent + 1, at if agent < at else len(tokens))
        return None if source is None else Attribution(source, here, "agent of '{}'", strong)
    source = _inverted(tokens, here, at) or subject_before(tokens, here)
    if source is None:
        return None
    return Attribution(source, here, "subject of '{}' before the quotation", strong)


def _inverted(tokens: Sequence[Token], here: int, at: int) -> Phrase | None:
    """The name behind the verb in `…, explained Ann Price, “…”`."""
    if here == 0 or tokens[here - 1].tag != "," or tokens[here].tag != "said" or here + 2 >= at:
        return None
    if tokens[here].low in hearer_verbs():
        return None
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
    if here + 2 < at and tokens[here + 1].low in _AGENT:
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


def _is_noun(tokens: Sequence[Token], here: int) -> bool:
    """Whether a word that can be verb or noun is a noun here: `the claims`, `his call`, `new reports`."""
    token = tokens[here]
    if here == 0:
        return token.tag in {"say", "name it"} or token.low in nouns()
    previous = tokens[here - 1]
    if previous.low in _ARTICLES or (previous.tag == "his" and previous.low != "her"):
        return True
    if token.tag in {"say", "name it"}:
        if previous.low == "to" or previous.tag in {"is", "also", "he"}:
            return False
        if previous.tag in {"and", ","}:
            return token.low in nouns()
        return not (
            previous.tag in {"word", "Name"} and (previous.low.endswith("s") or previous.low in {"people", "police"})
        )
    if (
        token.low.endswith("s")
        and previous.tag == "word"
        and here + 1 < len(tokens)
        and tokens[here + 1].tag in {"of", "is", "went"}
    ):
        return tokens[here + 1].low not in {"in", "at", "on"}
    if token.low in nouns():
        return previous.tag in _BEFORE_NOUN or previous.tag in {
            "word",
            "of",
            "and",
            "said",
            "named",
            "saying",
            "naming",
        }
    return previous.tag in {"the", "his"} and token.tag in {"saying", "naming", "named"}


def _is_passive(tokens: Sequence[Token], here: int) -> bool:
    if tokens[here].tag not in {"said", "named"} or tokens[here].low.endswith("s"):
        return False
    at = here - 1
    while at >= 0 and tokens[at].tag == "also":
        at -= 1
    if at < 0:
        return False
    if tokens[at].low in _BE:
        return True
    # A participle behind a noun and before "by": `an email sent by`, `a plan described by Ann as`.
    return here + 1 < len(tokens) and tokens[here + 1].low == "by"


def announced(tokens: Sequence[Token]) -> Attribution | None:
    """The source in a sentence that stands before a quotation and has none itself: its cue's subject or its own."""
    for here in range(len(tokens)):
        if tokens[here].tag == "said" and not _is_noun(tokens, here) and not _is_passive(tokens, here):
            source = subject_before(tokens, here)
            if source is not None:
                return Attribution(source, here, "subject of '{}' in the sentence before")
    source = first_subject(tokens)
    return None if source is None else Attribution(source, -1, "subject of the sentence before")
