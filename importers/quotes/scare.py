"""Tell what stands in quotation marks without being speech: titles of works and programmes, scare quotes."""

from __future__ import annotations

from collections.abc import Sequence

from importers.people.lexicon import words
from importers.quotes.lexicon import hearer_verbs
from importers.quotes.tokens import Token

_WORKS = words(
    "ad ads album advert anthem ballad band blog blogs book books cartoon channel chapter column comedy "
    "documentary drama episode exhibition film films game hit hymn lecture magazine memoir movie movies "
    "musical newsletter newspaper novel op-ed painting paper pamphlet piece play podcast poem program "
    "programme programmes programs report segment series show shows single site sitcom sketch song songs "
    "spot story thriller track tune video website works"
)
_HEADINGS = words("title heading headline subtitle")
_BANNERS = words(
    "banner banners placard placards sign signs poster posters t-shirt t-shirts shirt shirts badge badges sticker stickers hat hats cap caps "
    "flag flags graffiti sash sashes cardboard"
)
_SHOWING = words(
    "reading read reads saying said says declaring declared proclaiming proclaimed bearing bore carrying carried"
)
_PHRASE_ENDS = frozenset({".", ",", ":", "of", "and", "that", "who", "quotation"})
_LONGEST = 8
"""So many tokens at most stand behind a quotation up to the banner that shows it."""
_DAUBED = words("written wrote scrawled daubed painted sprayed chalked scratched stencilled")
_SMALL = words("a an and as at but by for from in into is nor of on or over the to up vs with")


def is_title(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation at `at` is the title of a work or programme: `on Channel 4's “Dispatches”`."""
    quotation = tokens[at]
    if quotation.end - quotation.start > 90 or not _is_capitalised(text[quotation.start : quotation.end]):
        return False
    if at == 0:
        return len(tokens) > 1 and tokens[1].tag in {"is", "went", "of", "that"} and text[quotation.end - 1].isalnum()
    previous = tokens[at - 1]
    if previous.tag == "," and at > 1:
        return tokens[at - 2].low in _WORKS
    if (
        previous.low in _WORKS | _HEADINGS
        or _names_work(tokens, at)
        or (previous.low in {"called", "titled", "entitled", "headlined"} and not _is_person(tokens, at - 2))
    ):
        return True
    if previous.tag in {"went", "named"} or previous.low in hearer_verbs():
        return (
            quotation.end - quotation.start < 50
            and text[quotation.end - 1].isalnum()
            and " " in text[quotation.start : quotation.end]
        )
    if previous.tag == "of" and previous.low != "than":
        return True
    if previous.tag in {"Name's", "and"} or previous.low == "the":
        return True
    return previous.tag == "Name" and at > 1 and tokens[at - 2].tag in {"of", "Name's", "Name"}


def _names_work(tokens: Sequence[Token], at: int) -> bool:
    """`the song we want is “…”`."""
    return tokens[at - 1].low in {"is", "was"} and any(token.low in _WORKS for token in tokens[max(0, at - 8) : at - 1])


def is_on_banner(tokens: Sequence[Token], at: int, cue: int) -> bool:
    """Whether a banner or placard is what says the words: `a banner reading “…”`, `placards that said “…”`."""
    if _is_shown_behind(tokens, at):
        return True
    if cue < 1 or not 0 < at - cue <= 2 or tokens[cue].low not in _SHOWING:
        return _is_daubed(tokens, at)
    before = cue - 1
    while before > 0 and tokens[before].tag in {"who", "that", "is", ","}:
        before -= 1
    return before >= 0 and tokens[before].low in _BANNERS


def _is_shown_behind(tokens: Sequence[Token], at: int) -> bool:
    """`“No more,” read one banner`, `“No more,” said a hand-painted sign`."""
    if at + 2 >= len(tokens) or tokens[at + 1].low not in _SHOWING:
        return False
    end = next((here for here in range(at + 2, len(tokens)) if tokens[here].tag in _PHRASE_ENDS), len(tokens))
    return end - at <= _LONGEST and tokens[end - 1].low in _BANNERS


def _is_daubed(tokens: Sequence[Token], at: int) -> bool:
    """`somebody had written “…” on the wall`."""
    verb = at - 1
    if (
        verb < 1
        or tokens[verb].low not in _DAUBED
        or at + 1 >= len(tokens)
        or tokens[at + 1].low not in {"on", "in", "across", "over"}
    ):
        return False
    subject = verb - 1 if tokens[verb - 1].tag != "is" else verb - 2
    return subject >= 0 and tokens[subject].low in {"someone", "somebody", "was", "been"}


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    return at >= 0 and tokens[at].tag in {"he", "Name"}


def _is_capitalised(words: str) -> bool:
    """Whether all words but the small ones have a capital."""
    split = [word.strip(".,!?:;’'\"()") for word in words.split()]
    return (
        bool(split)
        and all(not word or word in _SMALL or not word[0].islower() for word in split)
        and split[0][:1].isupper()
    )
