"""Tell noun from verb and active from passive where the form alone does not."""

from __future__ import annotations

from collections.abc import Sequence

from importers.people.lexicon import words
from importers.quotes.lexicon import Tag, nouns
from importers.quotes.tokens import Token

SPEECH: frozenset[Tag] = frozenset({"said", "saying", "say"})
VERBS: frozenset[Tag] = SPEECH | {"named", "naming", "name it"}
_BE = words("is are was were be been being 's ’s get got")
_NEVER_NOUNS = words("say argue insist admit describe accuse believe")
_SEVERAL = words("two three four both others many some most several")
_ARTICLES = words("the a an any every each no")
_OBJECT_BEHIND: frozenset[Tag] = frozenset({"word", "of", "and", "said", "named", "saying", "naming", "went"})
_BEFORE_NOUN: frozenset[Tag] = frozenset({"the", "his", "Name's", "1"})


def is_noun(tokens: Sequence[Token], here: int) -> bool:
    """Whether a word that can be verb or noun is a noun here: `the claims`, `his call`, `new reports`."""
    token = tokens[here]
    if here == 0:
        return token.tag in {"say", "name it"} or token.low in nouns()
    previous = tokens[here - 1]
    if previous.low in _ARTICLES or (previous.tag == "his" and previous.low != "her"):
        return True
    if token.tag in {"say", "name it"}:
        if previous.low in _SEVERAL or token.low in _NEVER_NOUNS:
            return False
        if previous.low == "to" or previous.tag in {"is", "also", "he"}:
            return False
        if previous.tag in {"and", ","}:
            return token.low in nouns()
        return not (
            previous.tag in {"word", "Name"} and (previous.low.endswith("s") or previous.low in {"people", "police"})
        )
    if (
        (token.tag == "named" or token.low in nouns())
        and token.low.endswith("s")
        and previous.tag == "word"
        and here + 1 < len(tokens)
        and tokens[here + 1].tag in {"of", "is", "went"}
    ):
        return tokens[here + 1].low not in {"in", "at", "on"}
    if token.low in nouns():
        return previous.tag in _BEFORE_NOUN or previous.tag in _OBJECT_BEHIND
    return previous.tag in {"the", "his"} and token.tag in {"saying", "naming", "named"}


def is_passive(tokens: Sequence[Token], here: int) -> bool:
    """Whether a past form is a passive participle: `was told`, `an email sent by`."""
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
