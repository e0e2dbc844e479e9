from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.merging import Happening, merge
from store.records import Bounds, Certainty, Context, Entry, Event, Issue, Tie

PAPERS = {
    1: ("Valley Herald", date(2019, 5, 14), False),
    2: ("Northern Worker", date(2019, 5, 15), False),
    3: ("Evening Call", date(2019, 5, 15), False),
    4: ("Valley Herald", date(2019, 5, 21), False),
    5: ("Weekly digest", date(2019, 5, 17), True),
}
ISSUES = {
    number: Issue(text="", context=Context(publication=paper, published=day), digest=digest)
    for number, (paper, day, digest) in PAPERS.items()
}


def told(
    what: str,
    days: str = "11",
    *,
    report: int = 1,
    size: str = "",
    people: str = "",
    text: str = "",
    planned: bool = False,
) -> Entry:
    """A mention: "rally: Leeds, City Hall", days of May 2019 ("11", "6-12", "" for none), size "3000", "3500-", "-4000"."""
    kind, _, places = what.partition(": ")
    kind, _, whom = kind.partition(" for ")
    first, last = _days(days)
    event = Event(
        start=0,
        end=1,
        text=text or f"There was a {kind}.",
        title=f"{kind.capitalize()}{f' for {whom}' if whom else ''}, {places}",
        kind=kind,
        first=first,
        last=last,
        places=tuple(filter(None, places.split(", "))),
        people=tuple(filter(None, people.split(", "))),
        attendance=_bounds(size),
        planned=planned,
    )
    filed = first or PAPERS[report][1]
    certainty: Certainty = "reported" if first is None else "certain" if first == last else "bounded"
    return Entry(id=0, day=filed, kind="event", issue_id=report, certainty=certainty, record=event)


def _days(days: str) -> tuple[date, date] | tuple[None, None]:
    if not days:
        return None, None
    first, _, last = days.partition("-")
    return date(2019, 5, int(first)), date(2019, 5, int(last or first))


def _bounds(size: str) -> Bounds | None:
    if not size:
        return None
    low, dash, high = size.partition("-")
    low_, high_ = (int(each) if each else None for each in (low, high))
    return Bounds(low=low_, high=high_ if dash else low_)


def merged(*entries: Entry) -> list[Happening]:
    return merge(numbered(entries), ISSUES)


def numbered(entries: Iterable[Entry]) -> list[Entry]:
    return [replace(entry, id=number) for number, entry in enumerate(entries, start=100)]


BALLOT = "Ballot papers went out to every member of the union."
BARRED = "Some 45,000 members of the league were barred from the vote."

ONE = {
    "the same rally in two papers": (told("rally: Leeds"), told("rally: Leeds", report=2)),
    "a rally and a meeting, one gathering": (told("rally: Leeds"), told("meeting: Leeds", report=2)),
    "a launch and a speech": (told("launch: Hull", people="Ann Day"), told("speech: Hull", report=2, people="Ann Day")),
    "sizes that can both be true": (told("rally: Leeds", size="-4000"), told("rally: Leeds", report=2, size="3500-")),
    "a round and an exact size": (
        told("rally: Leeds", size="1000"),
        told("rally: Leeds", report=2, size="1050"),
    ),
    "sizes half as large again": (told("rally: Leeds", size="1000"), told("rally: Leeds", report=2, size="1400")),
    "sizes far apart, the same hall": (
        told("rally: Leeds, Victoria Hall", size="1000"),
        told("rally: Leeds, Victoria Hall", report=2, size="2500"),
    ),
    "hundreds and 700": (told("meeting: Oxford", size="200-"), told("meeting: Oxford", report=2, size="700")),
    "thousands and 6,000": (told("march: York", size="2000-"), told("march: York", report=2, size="6000")),
    "a day and the week around it": (
        told("rally: Derby", people="Ann Day"),
        told("rally: Derby", "6-12", report=2, people="Ann Day"),
    ),
    "a day and its week, by the size": (
        told("rally: Derby", size="800"),
        told("rally: Derby", "6-12", report=2, size="700-"),
    ),
    "last week, twice": (told("rally: Matlock", "6-12"), told("speech: Matlock", "6-12", report=4)),
    "a caption and its copy": (told("rally: Matlock", "6-12"), told("rally: Matlock", "6-12")),
    "a place and its hall": (told("rally: Leeds, Town Hall"), told("rally: Leeds", report=2)),
    "only the hall named": (
        told("rally: Lowry Theatre, Salford", people="Ann Day"),
        told("rally: Lowry Theatre", report=2, people="Ann Day"),
    ),
    "a district and its city, by people": (
        told("rally: Kilburn", people="Ann Day", size="900"),
        told("rally: London", report=2, people="Ann Day", size="800-"),
    ),
    "a district and a part of its city, one report": (
        told("rally: Islington", people="Ann Day"),
        told("speech: north London", people="Ann Day"),
    ),
    "a compass point before the town": (told("rally: Leeds"), told("rally: east Leeds", report=2)),
    "another spelling of the town": (told("rally: LEEDS"), told("rally: Leeds", report=2)),
    "the overflow of a rally": (
        told("rally: Leeds", size="2000-"),
        told("rally: Leeds", size="600", text="An overflow rally of 600 gathered at the doors."),
    ),
    "those inside and the whole": (
        told("rally: Hull", size="5000"),
        told("rally: Hull", size="900", text="Of them 900 found room inside."),
    ),
    "the rally, later in the report": (told("rally: Hull", size="500"), told("rally: Hull", people="Bo Lind")),
    "the rally with another speaker, one report": (
        told("rally: Hull", people="Ann Day"),
        told("rally: Hull", people="Bo Lind", text="At the Hull rally Bo Lind spoke of rents."),
    ),
    "a speech without a place, one report": (told("rally: Hull", people="Ann Day"), told("speech: ", people="Ann Day")),
    "a march that ends in a rally, by the size": (
        told("march: York", size="900"),
        told("rally: York", report=2, size="800-"),
    ),
    "a hustings called a meeting, by people": (
        told("hustings: Bath", people="Ann Day, Bo Lind"),
        told("meeting: Bath", report=2, people="Ann Day"),
    ),
    "night and evening": (
        told("rally: Leeds", text="They met on Saturday night."),
        told("rally: Leeds", report=2, text="It filled the hall that evening."),
    ),
    "a number that no other meeting has, without a day": (
        told("meeting: Walsall", "", size="309"),
        told("meeting: Walsall", "", report=2, size="309"),
    ),
    "undated in the same report": (told("meeting: Walsall", size="309"), told("meeting: Walsall", "")),
    "a day apart, all else the same": (
        told("rally: Derby", "11", size="830", people="Ann Day"),
        told("rally: Derby", "12", report=2, size="830", people="Ann Day"),
    ),
    "planned and held": (told("rally: Derby", planned=True), told("rally: Derby", report=4)),
    "for somebody by first or last name": (
        told("rally for Ann: Derby", people="Ann Day"),
        told("rally for Day: Derby", report=2, people="Ann Day"),
    ),
    "other speakers, the same number": (
        told("rally: Eltham", size="80", people="Cy Roe"),
        told("rally: Eltham", report=2, size="80", people="Di Fox"),
    ),
    "the same towns summed up": (
        told("rally: Bath, York, Hull", "6-12"),
        told("rally: York, Bath, Hull", "6-12", report=2),
    ),
    "a vote by its numbers": (
        told("vote: Leyton", text="Leyton branch backed her by 94 to 33."),
        told("endorsement: Leyton", report=2, text="With 94 votes against 33 she won over Leyton."),
    ),
    "a decision by its number": (
        told("decision: ", "6-12", text=BARRED),
        told("decision: ", "6-12", report=2, text="Anger grows over 45,000 people barred by the league."),
    ),
    "a decision told by what it did": (
        told("decision: ", "6-12", text=BARRED),
        told("result: ", "6-12", report=2, text="Last week 45,000 members lost their vote in the league."),
    ),
    "ballot papers": (
        told("ballot: ", text=BALLOT),
        told("ballot: ", report=2, text="The ballot papers of the union were sent to members."),
    ),
    "an endorsement by both names": (
        told("endorsement: ", people="Ann Day, Bo Lind", text="Ann Day came out for Bo Lind."),
        told("endorsement: ", report=2, people="Ann Day, Bo Lind", text="Bo Lind has won the support of Ann Day."),
    ),
}

TWO = {
    "two towns": (told("rally: Leeds"), told("rally: Hull", report=2)),
    "two boroughs": (told("rally: Kilburn"), told("rally: Islington", report=2)),
    "two boroughs, one speaker and size": (
        told("rally: Kilburn", people="Ann Day", size="500"),
        told("rally: Islington", report=2, people="Ann Day", size="500"),
    ),
    "a march and a meeting": (told("march: York"), told("meeting: York", report=2)),
    "a morning march and an evening rally": (
        told("march: York", text="They marched in the morning."),
        told("rally: York", report=2, text="A rally was held in the evening."),
    ),
    "a morning and an evening rally": (
        told("rally: York", size="300", text="In the morning 300 came."),
        told("rally: York", size="300", report=2, text="That night 300 came."),
    ),
    "a march and a rally with nothing in common": (told("march: York"), told("rally: York", report=2)),
    "a large march and a small rally": (told("march: York", size="5000"), told("rally: York", report=2, size="300")),
    "a strike and a rally": (told("strike: York"), told("rally: York", report=2)),
    "a strike and a march, one size": (told("strike: York", size="300"), told("march: York", report=2, size="300")),
    "rallies for two rivals": (
        told("rally for Day: York", people="Ann Day"),
        told("rally for Lind: York", report=2, people="Bo Lind"),
    ),
    "rallies for two rivals, one report": (
        told("rally for Day: York", people="Ann Day"),
        told("rally for Lind: York", people="Bo Lind"),
    ),
    "other speakers and nothing else": (
        told("meeting: York", people="Ann Day"),
        told("meeting: York", report=2, people="Bo Lind"),
    ),
    "other speakers, one report": (
        told("rally: York", people="Ann Day"),
        told("rally: York", people="Bo Lind", text="Bo Lind spoke at a rally."),
    ),
    "the rally with another speaker, two papers": (
        told("rally: York", people="Ann Day"),
        told("rally: York", people="Bo Lind", report=2, text="At the York rally Bo Lind spoke of rents."),
    ),
    "two days": (told("rally: Leeds", "10"), told("rally: Leeds", "12", report=2)),
    "two days running": (told("rally: Leeds", "11"), told("rally: Leeds", "12", report=2)),
    "two days running, one speaker": (
        told("rally: Leeds", "11", people="Ann Day"),
        told("rally: Leeds", "12", report=2, people="Ann Day"),
    ),
    "two days running in one paper": (
        told("rally: Leeds", "11", people="Ann Day", size="300"),
        told("rally: Leeds", "12", report=1, people="Ann Day", size="300"),
    ),
    "a week and the day after it": (
        told("rally: Leeds", "6-12", people="Ann Day"),
        told("rally: Leeds", "13", report=2, people="Ann Day"),
    ),
    "a week and a day of it, nothing else": (told("rally: Leeds", "6-12"), told("rally: Leeds", "9", report=2)),
    "two weeks": (told("rally: Leeds", "6-12"), told("rally: Leeds", "13-19", report=4)),
    "sizes ten times apart": (told("rally: Leeds", size="200"), told("rally: Leeds", report=2, size="2500")),
    "sizes three times apart, nothing else": (
        told("rally: Leeds", size="400"),
        told("rally: Leeds", report=2, size="1100"),
    ),
    "sizes apart in one report": (told("rally: Leeds", size="400"), told("rally: Leeds", size="1100")),
    "a district and its city, nothing else": (told("rally: Kilburn"), told("rally: London", report=2)),
    "a district and its city, other speakers": (
        told("rally: Kilburn", people="Ann Day", size="500"),
        told("rally: London", report=2, people="Bo Lind", size="90"),
    ),
    "the city and nothing else, twice": (told("rally: London"), told("rally: London", report=2)),
    "a town and its country": (
        told("rally: Leeds", people="Ann Day"),
        told("rally: England", report=2, people="Ann Day"),
    ),
    "one town and a list of towns": (told("rally: Bath"), told("rally: Bath, York, Hull", report=2)),
    "two lists of towns": (
        told("rally: Bath, York, Hull", "6-12"),
        told("rally: Bath, Derby, Leeds", "6-12", report=2),
    ),
    "one of two towns": (told("rally: Bath"), told("rally: Bath, York", report=2)),
    "without a place, two reports": (
        told("rally: ", people="Ann Day"),
        told("rally: Leeds", report=2, people="Ann Day"),
    ),
    "a hall of the same name in two towns": (told("rally: Leeds, Town Hall"), told("rally: Hull, Town Hall", report=2)),
    "without a day, other sizes": (
        told("meeting: York", "", size="309"),
        told("meeting: York", "", report=2, size="120"),
    ),
    "without a day or a size": (told("meeting: York", ""), told("meeting: York", "", report=2)),
    "two votes": (
        told("vote: Leyton", text="The branch voted by 94 to 33."),
        told("vote: Leyton", report=2, text="The branch voted by 51 to 20."),
    ),
    "votes in two towns": (
        told("vote: Leyton", text="The branch backed her by 94 to 33."),
        told("vote: Derby", report=2, text="The branch backed her by 94 to 33."),
    ),
    "two decisions": (
        told("decision: ", text=BARRED),
        told("decision: ", report=2, text="Some 2,100 members of the league were barred from the vote."),
    ),
    "statements of two people": (
        told("statement: ", people="Ann Day", text="Ann Day said the count was fair."),
        told("statement: ", report=2, people="Bo Lind", text="Bo Lind said the count was fair."),
    ),
    "two statements of one person": (
        told("statement: ", people="Ann Day", text="Ann Day said the count was fair."),
        told("statement: ", report=2, people="Ann Day", text="Ann Day warned of cuts in schools and libraries."),
    ),
    "a ballot and a poll": (told("ballot: ", text=BALLOT), told("poll: ", report=2, text=BALLOT)),
    "two unions for one candidate": (
        told("endorsement: ", people="Ann Day", text="The GMB backed Ann Day."),
        told("endorsement: ", report=2, people="Ann Day", text="The TSSA backed Ann Day."),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_mentions_of_one_happening_become_one(name: str) -> None:
    assert len(merged(*ONE[name])) == 1
    assert len(merged(*reversed(ONE[name]))) == 1


@pytest.mark.parametrize("name", TWO)
def test_two_happenings_stay_two(name: str) -> None:
    assert len(merged(*TWO[name])) == 2
    assert len(merged(*reversed(TWO[name]))) == 2


def test_another_is_told_apart_from_what_stands_before_it() -> None:
    meetings = [told("meeting: Leeds"), told("meeting: Leeds", text="Another meeting was held at the church.")]
    assert len(merged(*meetings)) == 2
    assert len(merged(*reversed(meetings))) == 1


def test_an_event_keeps_its_mentions_papers_and_numbers() -> None:
    (event,) = merged(
        told("rally: Leeds, City Hall", size="-4000", people="Ann Day"),
        told("rally: Leeds", report=2, size="3500-"),
        told("speech: Leeds", report=5, people="Ann Day"),
        told("rally: Leeds", report=4, size="4000", people="Bo Lind"),
    )
    assert [entry.id for entry in event.mentions] == [100, 101, 102, 103]
    assert (event.title, event.kind, event.first, event.last) == (
        "Rally, Leeds, City Hall",
        "rally",
        date(2019, 5, 11),
        date(2019, 5, 11),
    )
    assert (event.places, event.people) == (("Leeds", "City Hall"), ("Ann Day", "Bo Lind"))
    assert event.attendance == Bounds(low=3500, high=4000)
    assert event.conflicts == ()


def test_a_digest_is_a_source_but_no_paper() -> None:
    (event,) = merged(told("rally: Leeds"), told("rally: Leeds", report=5))
    assert (event.papers, event.sources) == (("valley herald",), ("valley herald", "weekly digest"))


def test_two_issues_of_a_paper_are_one_paper() -> None:
    (event,) = merged(told("rally: Leeds", size="300"), told("rally: Leeds", report=4, size="300"))
    assert event.papers == ("valley herald",)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (told("rally: Leeds", size="1000"), told("rally: Leeds", report=2, size="1400"), ("size",)),
        (told("rally: Leeds", size="1000"), told("rally: Leeds", report=2, size="1050"), ()),
        (told("rally: Leeds", size="1000"), told("rally: Leeds", report=4, size="1400"), ()),
        (
            told("rally: Leeds", "11", size="830", people="Ann Day"),
            told("rally: Leeds", "12", report=2, size="830", people="Ann Day"),
            ("day",),
        ),
        (
            told("rally: Kilburn, Ruach Church", size="830", people="Ann Day"),
            told("rally: Brent, Ruach Church", report=2, size="830", people="Ann Day"),
            ("place",),
        ),
    ],
)
def test_papers_that_contradict_each_other_are_flagged(one: Entry, other: Entry, conflict: tuple[str, ...]) -> None:
    (event,) = merged(one, other)
    assert event.conflicts == conflict


def test_days_on_which_papers_differ_are_not_averaged() -> None:
    rally = {"size": "830", "people": "Ann Day"}
    (event,) = merged(told("rally: Leeds", "11", **rally), told("rally: Leeds", "12", report=2, **rally))  # type: ignore[arg-type]
    assert (event.first, event.last) == (date(2019, 5, 11), date(2019, 5, 12))


def test_part_of_a_crowd_is_left_out_of_the_range() -> None:
    (event,) = merged(*ONE["the overflow of a rally"])
    assert event.attendance == Bounds(low=2000)


def test_a_week_with_two_rallies_in_the_town_joins_neither() -> None:
    days = [told("rally: Derby", day, people="Ann Day", report=report) for day, report in (("7", 1), ("10", 2))]
    assert len(merged(*days, told("rally: Derby", "6-12", people="Ann Day", report=3))) == 3


def test_the_order_of_the_mentions_does_not_matter() -> None:
    entries = [
        told("rally: Leeds", size="-4000", people="Ann Day"),
        told("meeting: Leeds", report=2, size="3500-"),
        told("rally: Leeds", "6-12", report=3, people="Ann Day"),
        told("march: Leeds", report=3, size="200"),
        told("rally: Hull", report=2),
    ]
    in_one_order = numbered(entries)
    expected = merge(in_one_order, ISSUES)
    assert [len(event.mentions) for event in expected] == [3, 1, 1]
    assert all(merge(order, ISSUES) == expected for order in permutations(in_one_order))


def test_every_mention_is_in_one_event() -> None:
    pool = [entry for pairs in (ONE, TWO) for pair in pairs.values() for entry in pair]
    entries = pool[::2] + pool[::-1] + pool[1::3]
    found = sorted(entry.id for event in merged(*entries) for entry in event.mentions)
    assert found == list(range(100, 100 + len(entries)))


@given(st.data())
def test_events_asked_for_are_those_of_the_whole_timeline(data: st.DataObject) -> None:
    pool = [entry for pairs in (ONE, TWO) for pair in pairs.values() for entry in pair]
    entries = numbered(data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=60)))
    some = st.sampled_from([entry.id for entry in entries])
    for one, other, together in data.draw(st.lists(st.tuples(some, some, st.booleans()), max_size=3)):
        entries[one - 100] = replace(entries[one - 100], ties=(Tie(other=other, together=together, said=1),))
    about = data.draw(st.sets(some, max_size=3))
    expected = [event for event in merge(entries, ISSUES) if any(entry.id in about for entry in event.mentions)]
    assert merge(entries, ISSUES, about) == expected


def test_what_a_person_joined_counts_also_where_it_is_not_asked_for() -> None:
    vote, rally, retold = numbered([told("vote: Leeds"), told("rally: Leeds"), told("rally: Leeds", report=2)])
    joined = replace(vote, ties=(Tie(other=rally.id, together=True, said=1),))
    (alone,) = merge([joined, rally, retold], ISSUES, {retold.id})
    (both,) = merge([joined, rally, retold], ISSUES, {rally.id})
    assert (alone.mentions, both.mentions) == ((retold,), (joined, rally))


def test_other_records_and_an_empty_timeline_give_no_event() -> None:
    issue = Entry(id=1, day=None, kind="issue", issue_id=None, certainty="unknown", record=ISSUES[1])
    assert merge([issue], ISSUES) == []
    assert merge([], {}) == []
