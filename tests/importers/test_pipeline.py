from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.blocks import read_document
from importers.pipeline import extract
from store.records import Context, Records

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TUESDAY = Context(publication="The Lantern", issue="12", published=date(2016, 8, 23))

REPORT = """Teachers fill the park

Some 700 teachers packed the bandstand in Luton on Saturday to hear Ann Other.

“We have 40 new members since then,” she told the rally.

Over 90 people joined a meeting in Derby last Thursday, and dozens crammed into a hall in Hull the previous night.
"""


def read(text: str, context: Context = TUESDAY) -> Records:
    return extract(read_document(text), context)


def test_a_figure_is_tied_to_its_event() -> None:
    records = read(REPORT)
    crowd = next(figure for figure in records.figures if figure.low == 700)
    luton = next(event for event in records.events if "Luton" in event.places)
    assert crowd.event == (luton.start, luton.end)
    assert (crowd.first, crowd.last, crowd.places) == (date(2016, 8, 20), date(2016, 8, 20), ("Luton",))


def test_a_quote_is_tied_to_the_gathering_its_attribution_speaks_of() -> None:
    records = read(REPORT)
    [quote] = records.quotes
    luton = next(event for event in records.events if "Luton" in event.places)
    assert (quote.event, quote.first) == ((luton.start, luton.end), date(2016, 8, 20))


def test_a_figure_in_a_quotation_is_the_claim_of_its_speaker() -> None:
    records = read(REPORT)
    claimed = next(figure for figure in records.figures if figure.low == 40)
    assert claimed.claimant == records.quotes[0].speaker


def test_a_figure_is_not_of_the_place_where_its_speaker_is_active() -> None:
    [left] = read("Ann Price, who is active in her union in Hove, spoke of the 90 members who had left.").figures
    assert left.places == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Journalists had called the crowd “moderate”.", "journalists"),
        ("Then journalists called the crowd “moderate”.", "journalists"),
        ("Banks Price called the crowd “moderate”.", "Banks Price"),
        ("Wales called the crowd “moderate”.", "Wales"),
    ],
)
def test_people_without_a_name_are_called_alike(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text).quotes] == [speaker]


def test_who_is_cheered_at_a_rally_speaks_there() -> None:
    text = "At a rally in Luton on Saturday the loudest cheer was for Ann Charles.\n\n“Onwards,” said Charles.\n\n“And up,” she said."
    records = read(text)
    [rally] = records.events
    assert [quote.event for quote in records.quotes] == [(rally.start, rally.end)] * 2


def test_what_follows_a_statement_is_part_of_it() -> None:
    said = "Ann Charles said in Luton on Friday that pay must rise. “Or we walk,” she said."
    [quote] = read(said).quotes
    assert quote.first == date(2016, 8, 19)
    for other in (
        "Ann Charles was arrested in Luton on Friday. “They hit me,” she said.",
        "Ann Charles will speak in Luton on 2 September. “I cannot wait,” she said.",
    ):
        [quote] = read(other).quotes
        assert quote.first is None


def test_what_follows_words_to_the_rally_was_said_there() -> None:
    text = "Some 900 joined a rally in Luton on Saturday.\n\nAnn Charles told the rally in Castle Street that pay must rise. “Or we walk,” she said."
    [quote] = read(text).quotes
    assert quote.first == date(2016, 8, 20)


def test_what_is_said_at_a_hustings_was_not_said_at_the_rally_before() -> None:
    text = "Some 900 joined a rally in Luton on Saturday.\n\nAt the last hustings Ann Charles said, “We can win this together.”"
    [quote] = read(text).quotes
    assert quote.event is None


def test_papers_sold_belong_to_the_only_gathering_of_the_report() -> None:
    records = read(
        "Some 900 joined a rally in Luton on Saturday.\n\nWe met many nurses.\n\nWe sold 45 copies of the paper."
    )
    sold = next(figure for figure in records.figures if figure.unit == "copies")
    assert (sold.places, sold.first) == (("Luton",), date(2016, 8, 20))


def test_one_sentence_tells_two_meetings() -> None:
    events = [e for e in read(REPORT).events if {"Derby", "Hull"} & set(e.places)]
    assert [(e.places, e.first) for e in events] == [(("Derby",), date(2016, 8, 18)), (("Hull",), date(2016, 8, 17))]


def test_without_a_publication_date_everything_is_found_and_nothing_is_guessed() -> None:
    records = read(REPORT, Context())
    assert len(records.figures) == len(read(REPORT).figures)
    assert {figure.first for figure in records.figures} == {None}
    assert {event.first for event in records.events} == {None}


def test_the_same_text_gives_the_same_records() -> None:
    assert msgspec.json.encode(read(REPORT)) == msgspec.json.encode(read(REPORT))


def check_sound(text: str) -> None:
    records = read(text)
    for found in (records.times, records.figures, records.quotes, records.events):
        starts = [record.start for record in found]
        assert starts == sorted(starts)
        assert all(record.text == text[record.start : record.end] for record in found)


@given(st.text(alphabet=st.sampled_from("Some 90 people in LeedsonMy“”‘’.,\n—-£%é\u202e\x1b")) | st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_gives_sound_records(text: str) -> None:
    check_sound(text)


@pytest.mark.parametrize(
    "piece", ["Some 90 people met in Leeds on Monday. ", "Ann said 5 came, and ", "On Monday, 5 in Hull, "]
)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    check_sound(piece * 2000)


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]


def meets(found: Any, wanted: dict[str, Any]) -> bool:
    return bool(found.start < wanted["end"] and wanted["start"] < found.end)


def tells(event: Any, wanted: dict[str, Any]) -> bool:
    """True where an event mention has the day, the places and the size of the gold mention."""
    crowd = wanted["attendance"]
    size = event.attendance
    sized = crowd is None or (size is not None and (size.low, size.high) == (crowd["low"], crowd["high"]))
    placed = all(place in " ".join(event.places) for place in wanted["places"])
    return (str(event.first), str(event.last)) == (wanted["first"], wanted["last"]) and sized and placed


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development data beside the repository is missing")
def test_floors_on_the_seeds() -> None:
    figures = wanted_figures = right = bounds = events = wanted_events = mentions = 0
    for record in gold():
        context = Context(publication=record["publication"], published=date.fromisoformat(record["published"]))
        records = read(record["text"], context)
        figures += len(records.figures)
        mentions += len(records.events)
        for wanted in record["figures"]:
            over = [f for f in records.figures if meets(f, wanted)]
            wanted_figures += 1
            right += bool(over)
            bounds += any((f.low, f.high) == (wanted["low"], wanted["high"]) for f in over)
        for wanted in record["events"]:
            wanted_events += 1
            events += any(tells(e, wanted) for e in records.events if meets(e, wanted))
    assert right / wanted_figures >= 0.98
    assert right / figures >= 0.98
    assert bounds / wanted_figures >= 0.98
    assert events >= 28
    assert mentions <= 2.5 * wanted_events
