"""A small timeline, written here: two harbour papers, and one report that is meant to do harm."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest

from store.exports import Written, write_export
from store.filters import parse
from store.records import (
    Bounds,
    Certainty,
    Context,
    Derived,
    Entry,
    Event,
    Figure,
    Issue,
    Kind,
    Person,
    Place,
    Quote,
    Time,
)

GAZETTE = Issue(
    text="Dockers marched on Saturday. Up to 900 came, “and we stay,” said Zoë Müller.",
    context=Context(
        publication="The Harbour Gazette",
        issue="312",
        published=date(2016, 8, 23),
        how={"published": "front matter"},
        note="issue 312, published Tue 23 Aug 2016, from the front matter",
        url="https://gazette.example/312",
    ),
    title="Docks’ night march",
    source="gazette-312.txt",
)
HOSTILE = Issue(
    text="\x1b]0;owned\x07 =HYPERLINK(1) <script>x</script> [click](http://evil.example) \u202eback\u202c \x9b2J",
    context=Context(publication="=cmd|Star", url="javascript:alert(1)"),
    title="@risk",
    source="hostile.txt",
)
UNREAD = Issue(text="Nothing of this report is kept.", context=Context(), title="Unread")


def filed(number: int, kind: Kind, issue_id: int, record: Derived, day: date | None = None) -> Entry:
    certainty: Certainty = "certain" if record.first else ("reported" if day else "unknown")
    if record.first and record.last != record.first:
        certainty = "bounded"
    return Entry(
        id=number,
        day=record.first or day,
        kind=kind,
        issue_id=issue_id,
        certainty=certainty,
        record=record,
        corrected=number == 5,
    )


@pytest.fixture
def issues() -> dict[int, Issue]:
    return {1: GAZETTE, 9: UNREAD, 20: HOSTILE}


@pytest.fixture
def entries() -> list[Entry]:
    saturday, tuesday = date(2016, 8, 20), date(2016, 8, 23)
    return [
        filed(
            2,
            "event",
            1,
            Event(
                start=0,
                end=28,
                text="Dockers marched on Saturday.",
                title="March of the dockers, Tynemouth: up to 900",
                kind="march",
                first=saturday,
                last=saturday,
                places=("Tynemouth", "North Shields"),
                people=("Zoë Müller",),
                attendance=Bounds(high=900, qualifier="up to"),
                time=(19, 27),
            ),
        ),
        filed(
            3,
            "time",
            1,
            Time(
                start=19,
                end=27,
                text="Saturday",
                type="DATE",
                value="2016-08-20",
                first=saturday,
                last=saturday,
                why="the Saturday before the paper came out",
            ),
        ),
        filed(
            4,
            "figure",
            1,
            Figure(
                start=29,
                end=38,
                text="Up to 900",
                low=None,
                high=900,
                qualifier="up to",
                unit="people",
                counted="dockers",
                kind="attendance",
                first=saturday,
                last=saturday,
                places=("Tynemouth",),
                event=(0, 28),
            ),
        ),
        filed(
            5,
            "quote",
            1,
            Quote(
                start=46,
                end=57,
                text="and we stay",
                speaker="Zoë Müller",
                speaker_start=64,
                speaker_end=74,
                cue="said",
                role="crane driver",
                speaker_certainty="likely",
                first=saturday,
                last=saturday,
            ),
        ),
        filed(
            21,
            "event",
            20,
            Event(
                start=0,
                end=30,
                text=HOSTILE.text + "\r\n\tsecond; line, of a report that goes on for longer than a calendar’s line",
                title="=2+5 *bold* `x` | www.evil.example",
                kind="<b>",
                first=date(2016, 8, 20),
                last=date(2016, 9, 2),
                places=("+44", "# heading"),
                people=("-1",),
            ),
        ),
        filed(
            6,
            "event",
            1,
            Event(start=0, end=5, text="A ballot will come.", title="Ballot", kind="vote", planned=True),
            tuesday,
        ),
        filed(22, "figure", 20, Figure(start=3, end=4, text="\tabout 2½", low=2.5, high=2.5, claimant="@claimant")),
    ]


@pytest.fixture
def names() -> list[Entry]:
    """A person and a place of the gazette."""
    zoe = Person(start=64, end=74, text="Zoë Müller", name="Zoë Müller", roles=("crane driver",), mentions=((64, 74),))
    tynemouth = Place(start=10, end=19, text="TYNEMOUTH", name="Tynemouth", region="England", country="GB", listed=True)
    return [
        Entry(id=7, day=None, kind="person", issue_id=1, certainty="unknown", record=zoe),
        Entry(id=8, day=None, kind="place", issue_id=1, certainty="unknown", record=tynemouth, corrected=True),
    ]


@pytest.fixture
def export(issues: dict[int, Issue], entries: list[Entry], names: list[Entry]) -> Callable[..., tuple[str, Written]]:
    def names_of(issue_id: int | None) -> list[Entry]:
        return [name for name in names if name.issue_id == issue_id]

    def run(format_name: str, query: str = "") -> tuple[str, Written]:
        out = io.StringIO(newline="")
        written = write_export(format_name, issues, iter(entries), out, parse(query), names_of)
        return out.getvalue(), written

    return run
