"""Headlines and openings that tell in short what the report tells in full."""

from __future__ import annotations

from collections.abc import Callable

from importers.documents import Block, Document
from importers.pipeline import extract
from store.records import Context, Event

Reader = Callable[[str], tuple[Event, ...]]


def under_a_headline(head: str, body: str, context: Context) -> tuple[Event, ...]:
    text = f"{head}\n\n{body}"
    blocks = (Block("headline", 0, len(head)), Block("paragraph", len(head) + 2, len(text)))
    return extract(Document(text, blocks), context).events


def test_an_opening_without_a_day_takes_that_of_the_gathering_it_announces(events: Reader) -> None:
    opening, body = events(
        "Hundreds of people have attended a rally for the library.\n\nSome 800 people joined the rally in Luton on Saturday."
    )
    assert (opening.first, opening.places) == (body.first, ("Luton",))


def test_an_opening_that_cannot_be_the_same_keeps_no_day(events: Reader) -> None:
    opening, _ = events(
        "Some 3,000 people have attended a rally in Derby.\n\nOver 800 people joined a rally in Luton on Saturday."
    )
    assert opening.first is None


def test_a_headline_takes_the_day_of_a_gathering_of_a_size_that_fits(tuesday: Context) -> None:
    head, body = under_a_headline(
        "Up to 900 rally in Luton", "Between 600 and 900 people joined a rally in Luton on Saturday.", tuesday
    )
    assert head.first == body.first


def test_a_headline_of_another_size_does_not(tuesday: Context) -> None:
    head, _ = under_a_headline(
        "Up to 300 rally in Luton", "Over 900 people joined a rally in Luton on Saturday.", tuesday
    )
    assert head.first is None
