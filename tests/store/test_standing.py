"""How an event is told, in words."""

from __future__ import annotations

import pytest

from store.records import Event, Standing
from store.standing import notes_on, standing_in_words


def event(standing: Standing = "told", claimant: str | None = None, *, background: bool = False) -> Event:
    return Event(
        start=0, end=1, text="x", title="x", kind="rally", standing=standing, claimant=claimant, background=background
    )


@pytest.mark.parametrize(
    ("standing", "claimant", "words"),
    [
        ("told", None, ""),
        ("claimed", "police", "claimed by police"),
        ("claimed", None, "claimed"),
        ("denied", "the council", "denied by the council"),
        ("quoted", "Ann Other", "quoted from Ann Other"),
        ("conditional", "nobody", "conditional"),
        ("called off", None, "called off"),
    ],
)
def test_standing_in_words(standing: Standing, claimant: str | None, words: str) -> None:
    assert standing_in_words(event(standing, claimant)) == words


def test_notes_leave_out_what_needs_no_word() -> None:
    assert notes_on(event()) == ()
    assert notes_on(event("denied", background=True)) == ("denied", "background")
