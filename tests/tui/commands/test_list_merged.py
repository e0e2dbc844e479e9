from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from store import Timeline
from store.filters import parse
from store.records import Bounds, Context, Event, Issue, Records
from tui.commands.list import text_lines

DAY = date(2016, 8, 20)


def add(timeline: Timeline, paper: str, *rallies: tuple[str, int], digest: bool = False) -> None:
    issue = Issue(text=paper, context=Context(publication=paper, published=date(2016, 8, 23)), digest=digest)
    events = tuple(
        Event(start=n, end=n + 1, text="A rally.", title=f"Rally, {place}: {size}", kind="rally", first=DAY, last=DAY,
              places=(place,), attendance=Bounds(low=size, high=size))
        for n, (place, size) in enumerate(rallies)
    )  # fmt: skip
    timeline.add(issue, Records(events=events))


@pytest.fixture
def timeline() -> Iterator[Timeline]:
    with Timeline.in_memory() as opened:
        add(opened, "Valley Herald", ("Hull", 1000), ("York", 50))
        add(opened, "Evening Call", ("Hull", 1400))
        add(opened, "Weekly Digest", ("Hull", 1000), digest=True)
        yield opened


HULL = [
    "  event   Rally, Hull: 1000",
    "          rally · 1,000 to 1,400 · Hull · 2 papers and 1 digest · ⚠ papers",
    "          differ on how many came",
    "          – Valley Herald, 23 August 2016 · 1,000",
    "          – Evening Call, 23 August 2016 · 1,400",
    "          – Weekly Digest, 23 August 2016 · 1,000",
]


def test_an_event_of_several_papers_stands_once_with_each_paper_and_its_number(timeline: Timeline) -> None:
    assert list(text_lines(timeline, parse(""))) == [
        "Saturday 20 August 2016",
        *HULL,
        "  event   Rally, York: 50",
        "          rally · 50 · York · Valley Herald, 23 August 2016",
    ]


def test_a_mention_that_the_filter_leaves_out_counts_for_its_event(timeline: Timeline) -> None:
    lines = list(text_lines(timeline, parse('source:"evening call"')))
    assert lines == ["Saturday 20 August 2016", *HULL]
