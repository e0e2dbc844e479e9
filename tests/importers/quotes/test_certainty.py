from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from store.records import Quote

Quotes: TypeAlias = Callable[..., list[Quote]]


def certainties(quotes: Quotes, text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.speaker_certainty) for quote in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We are staying put,” said Anna Price.",
        "Anna Price called the plan “a disgrace”.",
        "Anna Price: “We are staying put.”",
        "“We are staying put.” ― Anna Price",
        "Anna Price lost the vote. “We are staying put,” she said.",
        "Anna Price beat Tom Field. “We are staying put,” she said.",
        "Union leader Anna Price lost the vote. “We are staying put,” said the union leader.",
        "Anna Price lost the vote. “We are staying put,” said Price.",
    ],
)
def test_a_speaker_named_beside_the_words_is_certain(quotes: Quotes, text: str) -> None:
    assert certainties(quotes, text) == [("Anna Price", "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Price met Jane Field at the depot. “We are staying put,” she said.",
        "Anna Price lost the vote. “We are staying put.”",
        "Anna Price was blunt: “We are staying put.”",
        "Anna Price and Tom Price lost the vote. “We are staying put,” said Price.",
    ],
)
def test_a_speaker_who_could_be_another_is_likely(quotes: Quotes, text: str) -> None:
    assert [certainty for _, certainty in certainties(quotes, text)] == ["likely"]


def test_speech_without_anybody_named_has_no_known_speaker(quotes: Quotes) -> None:
    assert certainties(quotes, "“We are staying put.”") == [(None, "unknown")]


def test_a_paragraph_that_runs_on_is_as_certain_as_the_one_before(quotes: Quotes) -> None:
    text = "Anna Price said: “We are staying put.\n\n“They may go.”"
    assert certainties(quotes, text) == [("Anna Price", "certain")] * 2


def test_a_paragraph_that_opens_anew_is_only_likely_the_same_speaker(quotes: Quotes) -> None:
    text = "“We are staying put,” said Anna Price.\n\n“They may go.”"
    assert certainties(quotes, text) == [("Anna Price", "certain"), ("Anna Price", "likely")]
