from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.documents import Block, Document
from importers.people import find_people
from importers.quotes import find_quotations, read_quotes

PROSE = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "‘",
            "’",
            "'",
            "''",
            "said",
            "Ann",
            "Price",
            "She",
            "he",
            ",",
            ".",
            ":",
            "?",
            " ",
            "\n",
            "told",
            "who",
            "(",
            ")",
            "the",
            "and",
            "—",
            "Mr",
            "according",
            "to",
            "chanting",
            "claims",
            "by",
            "that",
            "$1,800",
            "SMITH:",
        ]
    ).map(lambda word: f"{word} "),
    max_size=60,
).map("".join)


def _document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document(text, tuple(blocks))


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=300), PROSE))
def test_any_text_is_read_and_offsets_are_right(text: str) -> None:
    _read_soundly(text)


def _read_soundly(text: str) -> None:
    """Read the text and hold that quotations, mentions and quotes lie where they say."""
    document = _document(text)
    quotations = find_quotations(document)
    people = find_people(document)
    for earlier, later in pairwise(quotations):
        assert earlier.end <= later.start
    for quotation in quotations:
        inside = text[quotation.start : quotation.end]
        assert inside == inside.strip() != ""
        assert "\n" not in inside
    for mention in people.mentions:
        assert text[mention.start : mention.end]
        assert mention.person in people.persons
    spans = {(quotation.start, quotation.end) for quotation in quotations}
    for quote in read_quotes(document, quotations, people):
        assert (quote.start, quote.end) in spans
        assert quote.text == text[quote.start : quote.end]
        assert (quote.speaker_start is None) == (quote.speaker_end is None)
        if quote.speaker_start is not None and quote.speaker_end is not None:
            assert 0 <= quote.speaker_start < quote.speaker_end <= len(text)
            assert quote.speaker


@settings(max_examples=100, deadline=None)
@given(PROSE)
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    first, second = _document(text), _document(text)
    one = read_quotes(first, find_quotations(first), find_people(first))
    assert one == read_quotes(second, find_quotations(second), find_people(second))


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '"',
        "“ ",
        '" ',
        "'",
        " '",
        "‘“",
        '"a" ',
        "said “a” ",
        "Ann, saying “a” and ",
        "“No,” he said. ",
        "“No.”\n",
        "‘the boys’ ",
        "word.” ",
        "Ann, ",
        "Mr. ",
        "O’",
        "according to ",
        "( ",
        "claims by ",
        "who said ",
        "He said that he ",
    ],
)
def test_hostile_text_is_read_soundly(unit: str) -> None:
    """Thousands of repetitions of what a careless reader would go through again and again."""
    _read_soundly(unit * (40_000 // len(unit)))
