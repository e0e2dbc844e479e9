"""What stands between commas and explains a noun: appositions, ages, seats, relative clauses.

Everything here works on positions in the tokens of one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.people.lexicon import lexicon, words
from importers.quotes.lexicon import Tag
from importers.quotes.phrases import Phrase, phrase_after, phrase_ending
from importers.quotes.tokens import Token

_OPENS_ASIDE: frozenset[Tag] = frozenset({"the", "who", "1", "his", "saying", "naming"})
_OF_PLACE = words("from of at")
_OPENING_CLAUSES = words("that what as while if when where because though although")


def behind_comma(tokens: Sequence[Token], comma: int, lowest: int) -> Phrase | None:
    """The subject of a verb that a comma precedes: what the appositions before it explain."""
    fallback: Phrase | None = None
    end = comma
    while end > lowest:
        begin = end
        while begin - 1 >= lowest and tokens[begin - 1].tag not in {",", ":", "quotation", "—", "."}:
            begin -= 1
        if begin == lowest:
            while begin + 1 < end and tokens[begin].tag == "also":
                begin += 1  # "First Minister", "Meanwhile"
        if begin < end:
            if not _is_aside(tokens, begin, end, lowest):
                found = phrase_ending(tokens, end - 1, begin)
                return fallback if found is None else with_description(tokens, found, lowest)
            age = tokens[begin].tag == "1" and end - begin == 1
            if (tokens[begin].tag in {"the", "his", "he", "1"} and not age) or (
                tokens[begin].tag == "word" and begin == lowest
            ):
                fallback = phrase_after(tokens, begin, end)
        end = begin - 1
        if end < lowest or tokens[end].tag in {":", "quotation", "."}:
            break
    return fallback


def with_description(tokens: Sequence[Token], name: Phrase, lowest: int) -> Phrase:
    """A name together with the description that a comma parts from it: `the nominee, Donald Trump`."""
    comma = name.first - 1
    if (
        comma - 1 < lowest
        or tokens[comma].tag != ","
        or tokens[comma - 1].tag != "word"
        or tokens[name.last].tag != "Name"
    ):
        return name
    described = phrase_ending(tokens, comma - 1, lowest)
    if (
        described is None
        or not any(tokens[at].low in lexicon().roles for at in range(described.first, comma))
        or (
            described.first - 1 >= lowest
            and tokens[described.first - 1].tag != "quotation"
            and tokens[described.first - 1].tag != ","
        )
    ):
        return name
    return Phrase(described.first, name.last)


def _is_aside(tokens: Sequence[Token], begin: int, end: int, lowest: int) -> bool:
    """Whether the words between two commas explain what stands before them rather than being the subject."""
    first = tokens[begin]
    if first.tag == "Name":
        short = end - begin <= 2
        behind_name = begin - 2 >= lowest and tokens[begin - 1].tag in {",", "—"} and tokens[begin - 2].tag == "Name"
        title = first.low in lexicon().roles or first.low.endswith(".") or _is_office(tokens, begin, end)
        opens_with_place = _chunk_opens_with_preposition(tokens, begin - 2, lowest)
        return behind_name and (short or title) and not opens_with_place
    if first.tag == "Monday" and tokens[end - 1].tag == "Name":
        return not any(tokens[at].low in lexicon().roles for at in range(begin, end))
    if first.tag == "and":
        return not any(tokens[at].tag in {"Name", "he"} for at in range(begin, end))
    if (
        first.tag == "that"
        and end - begin > 1
        and tokens[end - 1].tag in {"Name", "he"}
        and first.low in _OPENING_CLAUSES
    ):
        return False
    return first.tag != "he" or end - begin > 1


def _is_office(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the words name an office rather than a person: `Unison rep at the hospital`."""
    head = next((at for at in range(begin, end) if tokens[at].tag == "of"), end) - 1
    return tokens[head].tag == "word" and tokens[head].low in lexicon().roles


def _chunk_opens_with_preposition(tokens: Sequence[Token], last: int, lowest: int) -> bool:
    at = last
    while at - 1 >= lowest and tokens[at - 1].tag not in {",", ":", "quotation", "—"}:
        at -= 1
    return at >= lowest and tokens[at].tag in {"of", "that"} and (at == lowest or tokens[at - 1].tag not in {",", "—"})


def past_aside(tokens: Sequence[Token], at: int, end: int) -> int:
    """The position behind an aside in commas that opens with an article, "who", a participle or a number; else `at`."""
    if at + 1 >= end or tokens[at].tag != ",":
        return at
    of_name = tokens[at + 1].low in _OF_PLACE and at > 0 and tokens[at - 1].tag == "Name"
    seat = tokens[at + 1].tag == "Name" and "-" in tokens[at + 1].low and tokens[at - 1].tag == "Name"
    of_name = of_name or seat
    if of_name or tokens[at + 1].tag in _OPENS_ASIDE:
        closing = next((here for here in range(at + 2, min(end, at + 25)) if tokens[here].tag == ","), None)
        if closing is not None:
            return closing + 1
    return at
