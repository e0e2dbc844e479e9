"""Cut the paragraphs that hold quotations into sentences of tagged words, each quotation being one token.

The sentence of a quotation reaches over its marks: `“Yes,” she said, “but not today.”` is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.documents import NARRATIVE, Block, Document
from importers.people.lexicon import words
from importers.quotes.lexicon import hearer_verbs, particles
from importers.quotes.marks import Quotation
from importers.quotes.tokens import Token, tokenise

LONGEST = 200
"""So many tokens a sentence has at most; what is longer is no prose and is cut."""
CROWDED = 16
"""A sentence with more quotations is a list of words, not speech."""
ASIDE = 12
"""So many tokens a bracket has at most if the clause is read without it."""
_SOURCE = words("Name Name's word the his he 1 , also")


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence and where it stands."""

    tokens: list[Token]
    block: int
    """The number of the block among those of the document."""
    first_in_block: bool
    quotations: list[int] = field(default_factory=list)
    """The positions of the quotations among the tokens."""


@dataclass(frozen=True, slots=True)
class Above:
    """The block above one that opens with a quotation, not read yet: its last sentence may announce the quotation."""

    text: str
    block: Block
    number: int

    def sentence(self) -> Sentence | None:
        """The last sentence of the block."""
        reach = max(self.block.start, self.block.end - 400)
        sentences = list(_cut(self.text, tokenise(self.text, reach, self.block.end), self.number))
        if not sentences:
            return None
        sentences[-1].first_in_block = len(sentences) == 1
        return sentences[-1]


def read_sentences(document: Document, quotations: Sequence[Quotation]) -> Iterator[Sentence | Above]:
    """The sentences of the blocks that hold a quotation, in order.

    Before a block that opens with a quotation comes the block above, of which few quotations need the last sentence.
    """
    starts = [quotation.start for quotation in quotations]
    before: Block | None = None
    for number, block in enumerate(document.blocks):
        if block.kind not in NARRATIVE:
            continue
        low, high = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if low < high:
            if before is not None and starts[low] - block.start <= 2:
                yield Above(document.text, before, number - 1)
            here = [(at, quotations[at]) for at in range(low, high)]
            yield from _of_block(document.text, block, number, here)
            before = None
        else:
            before = block


def _of_block(text: str, block: Block, number: int, quotations: list[tuple[int, Quotation]]) -> Iterator[Sentence]:
    tokens: list[Token] = []
    at = block.start
    for index, quotation in quotations:
        tokens += tokenise(text, at, quotation.start)
        tokens.append(Token("quotation", _last_sign(text, quotation), quotation.start, quotation.end, index))
        at = quotation.end
    tokens += tokenise(text, at, block.end)
    yield from _cut(text, _with_nicknames(text, tokens), number)


def _last_sign(text: str, quotation: Quotation) -> str:
    """The last sign of a quotation, the marks of one inside it left out."""
    end = quotation.end - 1
    while end > quotation.start and text[end] in "’' ":
        end -= 1
    return text[end]


def _with_nicknames(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with a single quoted word between names as a name: `Ann “Red” Price`."""
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.quotation >= 0 and tokens[at - 1].tag == "Name" and tokens[at + 1].tag == "Name":
            word = text[token.start : token.end]
            if word.isalpha() and word[0].isupper() and tokens[at + 1].start - token.end <= 2:
                tokens[at] = Token("Name", word.lower(), token.start, token.end)
    return tokens


def _cut(text: str, tokens: list[Token], block: int) -> Iterator[Sentence]:
    begin, first = 0, True
    for number, token in enumerate(tokens):
        tag = token[0]
        if tag not in {".", "quotation"} and number - begin < LONGEST:
            continue
        if tag == "." or number - begin >= LONGEST or _ends_with(text, tokens, number):
            if tag == "." and number + 1 < len(tokens) and not _opens(text, token, tokens[number + 1]):
                continue
            yield from _sentence(tokens[begin : number + 1], block, first=first)
            begin, first = number + 1, False
    if begin < len(tokens):
        yield from _sentence(tokens[begin:], block, first=first)


def _sentence(tokens: list[Token], block: int, *, first: bool) -> Iterator[Sentence]:
    tags = [token[0] for token in tokens]
    if "(" in tags:
        tokens = _without_asides(tokens)
        tags = [token[0] for token in tokens]
    if tokens:
        quotations = [at for at, tag in enumerate(tags) if tag == "quotation"] if "quotation" in tags else []
        yield Sentence(tokens, block, first, quotations if len(quotations) <= CROWDED else [])


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens without short brackets, such as the "(R-Utah)" behind a name."""
    kept: list[Token] = []
    opening = -1
    for token in tokens:
        if token.tag == "(":
            opening = len(kept)
        kept.append(token)
        if token.tag == ")" and opening >= 0:
            if len(kept) - opening <= ASIDE and all(inside.quotation < 0 for inside in kept[opening:]):
                del kept[opening:]
            opening = -1
    return kept


def _opens(text: str, stop: Token, following: Token) -> bool:
    """Whether what follows a stop begins a sentence; the stop of an unknown abbreviation has a small letter behind it."""
    if following.tag in {",", ":", ")"}:
        return False
    return following.tag == "quotation" or stop.low[0] in "!?" or not text[following.start].islower()


def _ends_with(text: str, tokens: list[Token], number: int) -> bool:
    """Whether the sentence ends with the quotation: speech ended by a stop before something that opens a sentence.

    Name and verb of speech alone are no sentence: `“Who says?” Ann Price asked.`
    """
    if number + 1 == len(tokens):
        return True
    following = tokens[number + 1]
    last = text[tokens[number].end - 1]
    if last in "’'" and tokens[number].end - tokens[number].start > 1:
        last = text[tokens[number].end - 2]
    if following.tag == "quotation":
        return last in ".!?…—–-"
    if last not in ".!?…" or not (text[following.start].isupper() or text[following.start].isdigit()):
        return False
    return not _is_attribution(tokens, number + 1)


def _is_attribution(tokens: list[Token], begin: int) -> bool:
    """Whether nothing but source and cue stands from `begin` to the end of the sentence or the next comma."""
    at = begin
    while at < len(tokens) and at - begin < 12 and tokens[at].tag in _SOURCE:
        at += 1
    if at == begin or at >= len(tokens) or tokens[at].tag not in {"said", "named", "went"}:
        return False
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    if tokens[at].tag != "said":
        phrasal = (tokens[at].low, following.low) in particles()
        return phrasal or (following.tag in {".", "also"} and tokens[at - 1].tag in {"Name", "he"})
    if following.low in {"as", "while", "when"}:
        return True
    if tokens[at].low in hearer_verbs() and following.tag in {"Name", "the", "him", "his"}:
        following = next(
            (
                t
                for t in tokens[at + 1 : at + 9]
                if t.tag not in {"Name", "the", "him", "his", "word", "Name's", "also"}
            ),
            following,
        )
    if following.tag in {"of", ",", "also", "Monday"}:
        closing = next(
            (t for t in tokens[at + 2 : at + 42] if t.tag in {".", ":", "quotation"} or t.low == "that"), None
        )
        return closing is None or closing.tag == "."
    return following.tag == "."
