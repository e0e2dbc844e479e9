"""Twenty invented campaign reports with everything a careful reader finds in them: the reading may not get worse.

`tests/reports/reports.jsonl` holds one report a line, in the form `extract --jsonl` takes, with its times, figures,
quotes and events beside the text. The floors stand a point below what is reached; raise them when it gets better.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from importers import document_and_context, extract
from store.records import Bounds, Event, Quote, Records

REPORTS = Path(__file__).resolve().parents[1] / "reports" / "reports.jsonl"
DAYS = 0.99
BOUNDS = 0.975
QUOTES = 0.969
EVENTS = 0.953
"""Shares of what the reader found; of the quotes the F1, end to end with the resolved name."""

MARKS = " \n\"“”‘’',.;:"

Gold = dict[str, Any]
Read = list[tuple[Gold, Records]]


@pytest.fixture(scope="module")
def read() -> Read:
    reports = [msgspec.json.decode(line) for line in REPORTS.read_bytes().splitlines()]
    return [(report, _records(report)) for report in reports]


def _records(report: Gold) -> Records:
    given = {key: report[key] for key in ("publication", "issue", "published")}
    return extract(*document_and_context(report["text"], **given))


def overlap(gold: Gold, found: Any) -> int:
    return int(min(gold["end"], found.end) - max(gold["start"], found.start))


def nearest(gold: Gold, found: tuple[Any, ...]) -> Any | None:
    """The found record that shares most of the gold's span, None where none touches it."""
    best = max(found, key=lambda record: overlap(gold, record), default=None)
    return best if best is not None and overlap(gold, best) > 0 else None


def same_days(gold: Gold, found: Any) -> bool:
    return bool((found.first, found.last) == (date.fromisoformat(gold["first"]), date.fromisoformat(gold["last"])))


def same_bounds(gold: Gold, found: Bounds | None) -> bool:
    return found is not None and (found.low, found.high) == (gold["low"], gold["high"])


def same_quote(gold: Gold, quote: Quote) -> bool:
    """At least half of the words in common, and a name whose words stand in the other's."""
    common = overlap(gold, quote)
    either = max(gold["end"], quote.end) - min(gold["start"], quote.start)
    return common * 2 >= either and same_name(gold["speaker"], quote.speaker)


def same_name(gold: str | None, found: str | None) -> bool:
    if not gold or not found:
        return not gold and not found
    one, other = ({word.strip(MARKS) for word in name.casefold().split()} for name in (gold, found))
    return one <= other or other <= one


def told(gold: Gold, event: Event) -> bool:
    """The event states all that the gold event states: its days, its places and how many came."""
    named = " ".join(event.places).casefold()
    crowd = gold["attendance"]
    return (
        overlap(gold, event) > 0
        and same_days(gold, event)
        and all(place.casefold() in named for place in gold["places"])
        and (crowd is None or same_bounds(crowd, event.attendance))
    )


def share(hits: list[bool]) -> float:
    assert hits
    return sum(hits) / len(hits)


def test_every_mark_up_lies_on_its_words(read: Read) -> None:
    assert len(read) == 20
    for report, _ in read:
        for record in report["times"] + report["figures"] + report["quotes"]:
            assert report["text"][record["start"] : record["end"]] == record["text"]
        for event in report["events"]:
            assert report["text"][event["start"] : event["end"]] == event["anchor"]


def test_days(read: Read) -> None:
    hits = [
        (found := nearest(gold, records.times)) is not None and same_days(gold, found)
        for report, records in read
        for gold in report["times"]
        if gold["first"]
    ]
    assert share(hits) >= DAYS


def test_what_is_no_time(read: Read) -> None:
    fell = [
        trap["text"]
        for report, records in read
        for trap in report["no_times"]
        if nearest(trap, records.times) is not None
    ]
    assert fell == []


def test_bounds_of_figures(read: Read) -> None:
    hits = [same_bounds(gold, nearest(gold, records.figures)) for report, records in read for gold in report["figures"]]
    assert share(hits) >= BOUNDS


def test_quotes_with_their_speaker(read: Read) -> None:
    hits = sum(
        any(same_quote(gold, quote) for quote in records.quotes)
        for report, records in read
        for gold in report["quotes"]
    )
    given = sum(len(report["quotes"]) for report, _ in read)
    found = sum(len(records.quotes) for _, records in read)
    assert 2 * hits / (given + found) >= QUOTES


def test_events(read: Read) -> None:
    hits = [any(told(gold, event) for event in records.events) for report, records in read for gold in report["events"]]
    assert share(hits) >= EVENTS
