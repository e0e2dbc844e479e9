"""Dispatches and diaries: what counts from a day of writing that the text itself gives."""

from __future__ import annotations

from datetime import date

import pytest

from importers import read_document
from importers.times import explain, read_times
from store.records import Context

SATURDAY = Context(published=date(1924, 3, 22))


def days(text: str) -> dict[str, str]:
    return {
        time.text: f"{time.first}" if time.first == time.last else f"{time.first}/{time.last}"
        for time in read_times(read_document(text), SATURDAY)
    }


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON, March 20 -- Tramwaymen walked out this morning.",
        "LONDON, March 20 (Agency) — Tramwaymen walked out this morning.",
        "GLASGOW, Thursday. Tramwaymen walked out this morning.",
        "Leeds, Thursday.— Tramwaymen walked out this morning.",
        "The trams stop\n\nLONDON, March 20\n\nTramwaymen walked out this morning.",
    ],
)
def test_a_dispatch_counts_from_its_own_day(opening: str) -> None:
    found = days(opening + "\n\nThe busmen join them tomorrow. Talks had broken off on Tuesday.")
    assert found["this morning"] == "1924-03-20"
    assert found["tomorrow"] == "1924-03-21"
    assert found["Tuesday"] == "1924-03-18"


@pytest.mark.parametrize(
    "opening",
    [
        "In Leeds, Thursday was quiet, but men walked out this morning.",
        "On Tyneside, March 20 passed off in silence; men walked out this morning.",
        "Leeds, Thursday 27 March: march from the Town Hall. Stewards meet this morning.",
    ],
)
def test_a_day_in_a_sentence_or_a_notice_opens_no_dispatch(opening: str) -> None:
    assert days(opening)["this morning"] == "1924-03-22"


def test_the_next_dispatch_has_its_own_day() -> None:
    text = (
        "LONDON, March 20 -- The docks stopped yesterday.\n\n"
        "HULL, March 21 -- Trawlers lay idle here this afternoon.\n\nNobody expects them out tonight."
    )
    found = days(text)
    assert found["yesterday"] == "1924-03-19"
    assert found["this afternoon"] == "1924-03-21"
    assert found["tonight"] == "1924-03-21"


def test_entries_of_a_diary_count_from_their_day() -> None:
    text = (
        "A week on the picket\n\nMonday: Rain. The foreman came out last night to count us.\n\n"
        "Tuesday: Soup at noon. We march tomorrow, says Jack, who was hurt on Saturday.\n\n"
        "It has been a long week, and the men go back tonight."
    )
    found = days(text)
    assert found["last night"] == "1924-03-16"
    assert found["tomorrow"] == "1924-03-19"
    assert found["Saturday"] == "1924-03-15"
    assert found["tonight"] == "1924-03-22"


def test_an_entry_to_come_is_no_diary() -> None:
    text = "Events\n\n29 March: Rally in the park. Tickets are on sale today."
    assert days(text)["today"] == "1924-03-22"


def test_the_explanation_names_the_dispatch() -> None:
    text = "LONDON, March 20 -- Tramwaymen walked out this morning."
    time = read_times(read_document(text), SATURDAY)[-1]
    assert "It is counted from Thu 20 Mar 1924, which is “March 20”, the day of the dispatch." in explain(time)
