from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Quote

Quotes = Callable[..., list[Quote]]


def test_a_headline_has_the_speaker_of_the_words_it_repeats(quotes: Quotes) -> None:
    headline, body = quotes(
        "Anna Price said: “We are worth more than this, and we know it.”", "“We are worth more than this”"
    )
    assert (headline.speaker, headline.speaker_certainty) == (body.speaker, "certain")
    assert headline.how == "the same words are Anna Price's below"


def test_what_a_headline_is_about_says_nothing(quotes: Quotes) -> None:
    text = "Guards struck on Thursday. Anna Price said: “We can win if we go on.”"
    headline, _ = quotes(text, "Rail strikes: ‘We can win if we go on’")
    assert headline.speaker == "Anna Price"
    alone, *_ = quotes("Guards struck. “Why?” Anna Price asked.", "Rail strikes: ‘We can win if we go on’")
    assert alone.speaker is None


def test_somebody_in_the_first_paragraph_is_whom_the_second_introduces(quotes: Quotes) -> None:
    text = "A candidate has called the poor “idle”.\nTom Field, who is standing in Hull, made the remark on Monday."
    (quote,) = quotes(text)
    assert (quote.speaker, quote.role, quote.speaker_certainty) == ("Tom Field", "A candidate", "likely")


@pytest.mark.parametrize(
    "below",
    [
        "The hall was cold.",
        "Tom Field was not there.",
        "In Hull the mood was no better, said Tom Field, who is standing there.",
    ],
)
def test_nobody_else_is_taken_for_somebody(quotes: Quotes, below: str) -> None:
    assert quotes(f"A candidate has called the poor “idle”.\n{below}")[0].speaker == "A candidate"


def test_the_group_is_the_organisation_named_before(quotes: Quotes) -> None:
    (quote,) = quotes("For Save Our Ferry the reply came too late. “Words sink,” the group said.")
    assert quote.speaker == "Save Our Ferry"


def test_a_description_can_name_the_speaker_anew(quotes: Quotes) -> None:
    spoken = quotes("Anna Price MP said the plan was “a joke”. “It will sink,” the Leeds deputy added.")
    assert [quote.speaker for quote in spoken] == ["Anna Price", "Anna Price"]


def test_of_several_organisations_none_is_chosen(quotes: Quotes) -> None:
    (quote,) = quotes("Save Our Ferry met Hull Ferry Workers in the hall. “Words sink,” the group said.")
    assert quote.speaker == "the group"
