"""The line that stands for an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Some 90 came to the launch of the Save Our Baths campaign in Hove on Friday.",
            "Launch of the Save Our Baths campaign, Hove: some 90",
        ),
        ("Ann Other launched her manifesto in Luton on Friday.", "Launch of her manifesto, Luton"),
        ("The petition was formally launched in Hove on Friday.", "Launch of the petition, Hove"),
        ("SOME 900 people joined a rally in Luton on Friday.", "Rally, Luton: some 900"),
        ("The hearing is set for 5 September.", "The hearing"),
    ],
)
def test_title_is_what_a_person_would_write(events: Reader, text: str, title: str) -> None:
    [event] = events(text)
    assert event.title == title
