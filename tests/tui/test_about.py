from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from store.records import Bounds, Context, Entry, Event, Figure, Issue, Kind, Person, Place, Quote
from tui.models.about_lines import about, told_elsewhere
from tui.models.accounts import account_rows, accounts
from tui.models.citation import citation
from tui.models.facets import Facet, facet_rows
from tui.models.pieces import plain
from tui.models.reading import marks_of
from tui.models.record_rows import record_rows
from tui.models.shown import Library
from tui.models.why_lines import why_rows

DAY = date(2016, 7, 23)
RALLY = Event(
    start=0,
    end=20,
    text="A rally.",
    title="Rally",
    kind="rally",
    first=DAY,
    last=DAY,
    people=("Ann Price", "Tom Field"),
)
SURE = Quote(
    start=21,
    end=30,
    text="We stay.",
    speaker="Ann Price",
    how="subject of 'said' after the quotation",
    speaker_certainty="certain",
    role="nurse",
    first=DAY,
    last=DAY,
    event=(0, 20),
)
LIKELY = Quote(start=31, end=40, text="So do we.", speaker="Tom Field", speaker_certainty="likely", event=(0, 20))
UNNAMED = Quote(start=41, end=50, text="We go.", event=(0, 20))
PRICE = Person(start=0, end=1, text="A", name="Ann Price", roles=("nurse", "mother"))


@pytest.fixture
def library() -> Library:
    found: list[tuple[Kind, Event | Quote]] = [("event", RALLY), ("quote", SURE), ("quote", LIKELY), ("quote", UNNAMED)]
    items = [
        Entry(id=number, day=DAY, kind=kind, issue_id=1, certainty="certain", record=record)
        for number, (kind, record) in enumerate(found, start=2)
    ]
    person = Entry(id=9, day=None, kind="person", issue_id=1, certainty="unknown", record=PRICE)
    issue = Issue(text="x" * 60, context=Context(publication="Echo"))
    return Library({1: issue}, items, named_in={1: [person]}.__getitem__)


@pytest.fixture
def told(library: Library) -> Callable[[int], dict[str, str]]:
    return lambda number: dict(about(library.items[number], library))


def test_an_event_tells_who_was_there_and_who_spoke(told: Callable[[int], dict[str, str]]) -> None:
    assert told(0) == {
        "people": "Ann Price (nurse); Tom Field",
        "quoted": "Ann Price (nurse); probably Tom Field",
    }


def test_a_quote_tells_who_speaks_and_how_that_is_known(told: Callable[[int], dict[str, str]]) -> None:
    assert told(1) == {"speaker": "Ann Price, nurse", "known by": "subject of 'said' after the quotation"}
    assert told(2) == {"speaker": "probably Tom Field"}
    assert told(3) == {"speaker": "speaker not named"}


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            {"high": 4000, "qualifier": "up to", "counted": "people", "kind": "attendance"},
            "up to 4,000 people, says the paper",
        ),
        ({"low": 1000, "qualifier": "over", "claimant": "organisers"}, "over 1,000, according to organisers"),
        ({"low": 10, "high": 10, "unit": "GBP", "kind": "money"}, "£10"),
        ({"low": 200, "unit": "GBP", "counted": "pounds a month", "kind": "money"}, "at least £200 a month"),
        ({"low": 35, "high": 35, "unit": "percent"}, "35 percent"),
    ],
)
def test_a_figure_tells_its_bounds_and_whose_claim_it_is(
    figure: dict[str, object], words: str, library: Library
) -> None:
    record = Figure(**{"start": 0, "end": 1, "text": "x", "low": None, "high": None, **figure})  # type: ignore[arg-type]
    entry = Entry(id=8, day=DAY, kind="figure", issue_id=1, certainty="certain", record=record)
    assert dict(about(entry, library)) == {"number": words}


def test_a_speaker_who_is_only_likely_has_a_sign(library: Library) -> None:
    rows = [plain(row.lines[0]) for row in record_rows(library.items, library, 60, roomy=False)]
    assert [row.split("“")[0].split("●")[1].strip() for row in rows if "“" in row] == ["Ann Price", "Tom Field ?", "—"]


def test_a_long_name_keeps_its_sign(library: Library) -> None:
    quote = Quote(start=0, end=1, text="x", speaker="Anna-Maria Price-Featherstone", speaker_certainty="likely")
    entry = Entry(id=8, day=DAY, kind="quote", issue_id=1, certainty="certain", record=quote)
    (_, row) = record_rows([entry], library, 40, roomy=False)
    assert "… ?" in plain(row.lines[0])


def test_a_roomy_quote_says_who_the_speaker_is(library: Library) -> None:
    lines = [plain(line) for row in record_rows(library.items, library, 60, roomy=True) for line in row.lines]
    assert sum("nurse · Echo" in line for line in lines) == 1


def test_a_citation_says_where_a_speaker_is_only_likely(library: Library) -> None:
    assert citation(library.items[1], library).startswith("Ann Price, nurse: “We stay.”")
    assert citation(library.items[2], library).startswith("probably Tom Field: “So do we.”")


def test_the_accounts_of_an_event_tell_who_is_quoted(library: Library) -> None:
    seen = accounts(library.items[0], library)
    lines = [plain(line) for row in account_rows(seen, library, 70) for line in row.lines]
    assert "     quoted: Ann Price (nurse); probably Tom Field" in [line.rstrip() for line in lines]


def test_the_size_of_an_event_keeps_around(library: Library) -> None:
    event = Event(
        start=0, end=1, text="x", title="Rally", kind="rally", attendance=Bounds(low=500, high=500, qualifier="around")
    )
    entry = Entry(id=8, day=DAY, kind="event", issue_id=1, certainty="certain", record=event)
    lines = [plain(line) for row in account_rows([entry], library, 70) for line in row.lines]
    assert any("~500 people" in line for line in lines)


def test_a_speaker_of_several_quotes_is_told_once_and_surely(library: Library) -> None:
    again = [
        Entry(id=number, day=DAY, kind="quote", issue_id=1, certainty="certain", record=record)
        for number, record in ((20, LIKELY), (21, replace(LIKELY, start=51, end=60, speaker_certainty="certain")))
    ]
    more = Library(library.issues, [*library.items, *again], named_in=library.named_in)
    assert dict(about(more.items[0], more))["quoted"] == "Ann Price (nurse); Tom Field"


def test_people_and_places_are_marked_in_the_source() -> None:
    text = "Ann Price went to Hull."
    quote = Quote(start=0, end=3, text="Ann")
    item = Entry(id=2, day=DAY, kind="quote", issue_id=1, certainty="certain", record=quote)
    names = [
        Entry(
            id=3, day=None, kind="person", issue_id=1, certainty="unknown", record=replace(PRICE, mentions=((0, 9),))
        ),
        Entry(
            id=4,
            day=None,
            kind="place",
            issue_id=1,
            certainty="unknown",
            record=Place(start=18, end=22, text="Hull", name="Hull", mentions=((18, 22),)),
        ),
    ]
    library = Library({1: Issue(text=text, context=Context())}, [item], named_in={1: names}.__getitem__)
    marks = {(text[mark.start : mark.end], mark.role) for mark in marks_of(item, library)}
    assert {("Ann Price", "person"), ("Hull", "place")} <= marks


def test_facets_say_who_people_are_where_there_is_room() -> None:
    found = [Facet("who", "Ann Price", 3), Facet("who", "Tom Field", 1)]
    notes = {("who", "Ann Price"): "shadow minister for ports"}
    wide = [plain(row.lines[0]) for row in facet_rows(found, (), 60, notes)][1:]
    assert [" ".join(line.split()) for line in wide] == ["Ann Price shadow minister for ports 3", "Tom Field 1"]
    narrow = [plain(row.lines[0]) for row in facet_rows(found, (), 30, notes)]
    assert all(len(line) <= 30 for line in narrow)
    assert " ".join(narrow[1].split()) == "Ann Price shadow m… 3"


def test_an_event_says_how_it_is_told_and_what_the_text_gives_of_it(library: Library) -> None:
    event = replace(
        RALLY,
        people=(),
        planned=True,
        standing="claimed",
        claimant="police",
        venue="Cobden Hall",
        at="19:30",
        votes=(94, 33),
        organisations=("RMT", "Unison"),
    )
    entry = Entry(id=20, day=DAY, kind="event", issue_id=1, certainty="certain", record=event)
    assert dict(about(entry, library)) == {
        "told as": "planned; claimed by police",
        "venue": "Cobden Hall",
        "began": "19:30",
        "votes": "94 to 33",
        "groups": "RMT; Unison",
    }


def test_who_is_named_or_quoted_only_elsewhere_is_told_of_an_event_of_several_papers() -> None:
    rally = replace(RALLY, places=("Hull",), people=("Ann Price",), attendance=Bounds(low=900, high=900))
    there = replace(rally, people=("Ann Price", "Jo Bell", "Tom Field"))
    told: list[tuple[int, Kind, Event | Quote]] = [
        (1, "event", rally), (2, "event", there), (2, "quote", LIKELY), (2, "quote", UNNAMED)
    ]  # fmt: skip
    items = [
        Entry(id=number, day=DAY, kind=kind, issue_id=issue, certainty="certain", record=record)
        for number, (issue, kind, record) in enumerate(told, start=3)
    ]
    issues = {number: Issue(text="x" * 60, context=Context(publication=f"Echo {number}")) for number in (1, 2)}
    library = Library(issues, items)
    lines = [plain(row.lines[0]) for row in why_rows(items[0], library, 60)]
    assert "others   quote probably Tom Field; name Jo Bell" in [line.rstrip() for line in lines]
    assert [told_elsewhere(item, library) for item in items[1:]] == [""] * 3
