"""News and what is told to explain it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Some 900 marched in Luton on Saturday.", False),
        ("Some 900 marched in Luton in July.", False),
        ("Some 900 marched in Luton in October 2014.", True),
        ("The last strike in Luton was on 9 February 2011.", True),
        ("Some 900 will march in Luton in October 2017.", False),
    ],
)
def test_what_is_long_past_is_background(events: Reader, text: str, background: bool) -> None:  # noqa: FBT001
    [event] = events(text)
    assert event.background is background


def test_a_year_and_a_loose_word_long_past_tell_nothing(events: Reader) -> None:
    assert events("Her first job was with the council in March 2011.") == ()
    assert events("The strike in Luton of 1986 is remembered.") == ()


def test_a_life_that_is_looked_back_on_is_background(events: Reader) -> None:
    died, spoke = events(
        "Ann Other, who has died aged 84, led the machinists. She died in Hove on Friday.\n\n"
        "Once she addressed a crowd of 5,000 people in Barnsley."
    )
    assert (died.background, spoke.background) == (False, True)
