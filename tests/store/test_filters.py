from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from store.filters import DATE_HELP, FIELDS, STATE_HELP, Filter, FilterError, parse
from store.records import Bounds, Certainty, Context, Entry, Event, Figure, Issue, Quote, Time

ISSUE = Issue(
    text="Up to 900 marched. “We stay put,” Zoë Müller said.",
    context=Context(publication="The Harbour Gazette", issue="312", published=date(2016, 8, 23)),
    title="Docks’ night march",
)


def entry(record: Event | Figure | Quote | Time, day: date | None = None, **said: Any) -> Entry:
    kind = {Event: "event", Figure: "figure", Quote: "quote", Time: "time"}[type(record)]
    certainty: Certainty = "certain" if record.first else "unknown"
    return Entry(
        id=1,
        day=record.first or day,
        kind=kind,  # type: ignore[arg-type]
        issue_id=1,
        certainty=certainty,
        record=record,
        **said,
    )


MARCH = entry(
    Event(
        start=0,
        end=18,
        text="Up to 900 dockers’ families marched on Saturday—a record.",
        title="March for the docks, Tyne­mouth",
        kind="march",
        first=date(2016, 8, 20),
        last=date(2016, 8, 21),
        places=("Tynemouth", "North Shields"),
        people=("Zoë Müller", "Tomáš Novák"),
        attendance=Bounds(high=900),
    )
)
VOTE = entry(
    Event(start=0, end=5, text="The ballot will be held.", title="Ballot", kind="vote", planned=True), date(2016, 9, 24)
)
FUND = entry(
    Figure(
        start=0,
        end=5,
        text="more than £2,500",
        low=2500,
        high=None,
        kind="money",
        counted="strike fund",
        claimant="Anna Bell",
    ),
    corrected=True,
)
SPEECH = entry(
    Quote(
        start=20,
        end=32,
        text="We stay put, all of us",
        speaker="Zoë Müller",
        role="crane driver",
        first=date(2016, 8, 21),
    ),
    starred=True,
    note="To remember",
)
DATE = entry(
    Time(
        start=0, end=5, text="last summer", type="DATE", value="2015-SU", first=date(2015, 6, 1), last=date(2015, 8, 31)
    )
)
ALL = {"march": MARCH, "vote": VOTE, "fund": FUND, "speech": SPEECH, "date": DATE}


def kept(query: str) -> set[str]:
    keep = parse(query)
    return {name for name, each in ALL.items() if keep.matches(each, ISSUE)}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"march", "vote", "fund", "speech", "date"}),
        ("   ", {"march", "vote", "fund", "speech", "date"}),
        # words: the beginning of a word, in text, title, counted, places, people
        ("famil", {"march"}),
        ("amilies", set()),
        ("FAMILIES march", {"march"}),
        ("march AND families", {"march"}),
        ("dockers'", {"march"}),
        ("dockers’", {"march"}),
        ("tynemouth", {"march"}),
        ("zoe", {"march", "speech"}),
        ("ZOË", {"march", "speech"}),
        ("novak", {"march"}),
        ("strike", {"fund"}),
        ("£2,500", {"fund"}),
        ("crane", {"speech"}),
        ("saturday-a", {"march"}),
        # phrases: whole words, within one part of the record
        ('"stay put"', {"speech"}),
        ("“STAY  put”", {"speech"}),
        ('"stay pu"', set()),
        ('"of us" crane', {"speech"}),
        ('"us zoe"', set()),
        # fields
        ("who:muller", {"march", "speech"}),
        ('who:"zoe müller"', {"march", "speech"}),
        ("who:bell", {"fund"}),
        ("who:bell,novak", {"march", "fund"}),
        ("WHO:anna", {"fund"}),
        ("place:shields", {"march"}),
        ('place:"north shield"', set()),
        ("source:312", {"march", "vote", "fund", "speech", "date"}),
        ('source:"harbour gazette"', {"march", "vote", "fund", "speech", "date"}),
        ('source:"docks\' night"', {"march", "vote", "fund", "speech", "date"}),
        ("source:herald", set()),
        ("kind:event", {"march", "vote"}),
        ("kind:events", {"march", "vote"}),
        ("kind:march", {"march"}),
        ("kind:money", {"fund"}),
        ("kind:event,figure", {"march", "vote", "fund"}),
        ("kind:quote,money", {"fund", "speech"}),
        ('kind:"even"', set()),
        ("said:stay", {"speech"}),
        ("said:crane", set()),
        ("said:families", set()),
        ("is:planned", {"vote"}),
        ("is:undated", {"vote", "fund"}),
        ("is:corrected", {"fund"}),
        ("is:certain", {"march", "speech", "date"}),
        ("is:starred", {"speech"}),
        ("is:noted", {"speech"}),
        ("remember", {"speech"}),  # of the note
        ("is:conflict", set()),
        # spelt nearly so
        ("~marsh", {"march"}),
        ("~familys", {"march"}),
        ("~fanilys", set()),  # three letters
        ("~ay", set()),
        ("~al", set()),
        ("~all", {"speech"}),
        ("who:~muler", {"march", "speech"}),
        ("place:~tynmouth", {"march"}),
        ("said:~stai", {"speech"}),
        # combined
        ("kind:event -is:planned", {"march"}),
        ("kind:event −march", {"vote"}),
        ("--families", {"march"}),
        ("-(kind:event OR kind:time)", {"fund", "speech"}),
        ("ballot OR stay", {"vote", "speech"}),
        ("kind:event ballot OR stay", {"vote", "speech"}),
        ("kind:event (ballot OR stay)", {"vote"}),
        ("or", set()),
    ],
)
def test_query_keeps(query: str, names: set[str]) -> None:
    assert kept(query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("date:2016-08-20", {"march"}),
        ("date:2016-08-21", {"march", "speech"}),
        ("date:2016-08-22", set()),
        ("date:2016-08", {"march", "speech"}),
        ("date:2016", {"march", "vote", "speech"}),
        ("date:2015-8", {"date"}),
        ("date:2016-08-21..2016-09-24", {"march", "vote", "speech"}),
        ("date:2016-09..", {"vote"}),
        ("date:..2015", {"date"}),
        ("date:2015,2016-09", {"date", "vote"}),
        ("from:2016-08-21", {"march", "vote", "speech"}),
        ("from:2016-08-22", {"vote"}),
        ("to:2016-08-20", {"march", "date"}),
        ("to:2015-06", {"date"}),
        ("from:2015-09 to:2016-08", {"march", "speech"}),
        ('date:"2016-09"', {"vote"}),
        ("date:august", {"march", "speech", "date"}),
        ("date:Aug", {"march", "speech", "date"}),
        ('date:"august 2016"', {"march", "speech"}),
        ('date:"late August"', {"march", "speech", "date"}),
        ("date:mid-august", {"march", "date"}),
        ('date:"early august 2016"', set()),
        ('date:"the third week of August 2016"', {"march", "speech"}),
        ('date:"last week of august"', {"date"}),
        ('date:"20 august"', {"march", "date"}),
        ('date:"20th of August 2016"', {"march"}),
        ('date:"August 20, 2016"', {"march"}),
        ("date:september..october", {"vote"}),
        ("date:november..january", set()),
        ("date:summer", {"march", "speech", "date"}),
        ("date:winter", set()),
        ('date:"autumn 2016"', {"vote"}),
        ('from:"21 august 2016"', {"march", "vote", "speech"}),
        ('date:"august 2015..june 2016"', {"date"}),
    ],
)
def test_days_overlap(query: str, names: set[str]) -> None:
    assert kept(query) == names


def sized(low: float | None, high: float | None) -> Entry:
    return entry(Figure(start=0, end=1, text="x", low=low, high=high))


@pytest.mark.parametrize(
    ("query", "low", "high", "keeps"),
    [
        ("size:>1000", 1001, 1001, True),
        ("size:>1000", 1000, 1000, False),
        ("size:>1000", 1000, None, True),  # over 1,000
        ("size:>1000", 999, None, False),  # the text states no more than that
        ("size:>1000", None, 4000, True),  # up to 4,000
        ("size:>1000", None, 1000, False),
        ("size:>1000", 800, 1200, True),
        ("size:>=1,000", 1000, 1000, True),
        ("size:≥1k", 1000, 1000, True),
        ("size:<1000", 800, 1200, True),
        ("size:<1000", None, 1000, False),
        ("size:<1000", None, 900, True),
        ("size:<=1000", None, 1000, True),
        ("size:<1000", 2000, None, False),
        ("size:300", 300, 300, True),
        ("size:=300", 200, 400, True),
        ("size:300", 301, 400, False),
        ("size:1.5m", 1_500_000, 1_500_000, True),
        ("size:1000..4,000", 3000, 3000, True),
        ("size:4000..1000", 3000, 3000, True),
        ("size:1000..4000", 5000, 5000, False),
        ("size:>0", None, None, False),
    ],
)
def test_size(query: str, low: float | None, high: float | None, *, keeps: bool) -> None:
    assert parse(query).matches(sized(low, high), None) is keeps


def test_size_is_the_attendance_of_an_event() -> None:
    assert kept("size:>500 kind:event") == {"march"}


def test_a_record_without_its_issue_has_no_source() -> None:
    assert not parse("source:312").matches(MARCH, None)


def test_a_report_of_an_unknown_paper_is_found_by_the_name_of_its_file() -> None:
    nameless = Issue(text="They marched.", context=Context(), source="notes/harbour-1.txt")
    named = Issue(text="They marched.", context=Context(publication="Gazette"), source="notes/harbour-1.txt")
    wanted = parse('source:"notes/harbour-1.txt"')
    assert wanted.matches(MARCH, nameless)
    assert not wanted.matches(MARCH, named)


def test_an_issue_is_its_own_source() -> None:
    whole = Entry(id=1, day=date(2016, 8, 23), kind="issue", issue_id=None, certainty="reported", record=ISSUE)
    assert parse("source:gazette marched").matches(whole, None)
    assert not parse("is:undated").matches(whole, None)


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ('corbyn "social', 7, "never closed"),
        ("(march", 0, "never closed"),
        ("march ()", 6, "nothing between"),
        ("march)", 5, "closes nothing"),
        ("march OR", 6, "both sides"),
        ("OR march", 0, "both sides"),
        ("march OR OR ballot", 6, "both sides"),
        ("(AND march)", 1, "both sides"),
        ("march -", 7, "a word is missing here; after a minus"),
        ("march (", 7, "a word is missing here"),
        ("(march -)", 8, "before this bracket"),
        ("march who:", 10, "as in who:corbyn"),
        ("march who: muller", 10, "right behind the colon"),
        ("march colour:red", 6, "there is no field colour:, only who:"),
        ('""', 1, "nothing to look for"),
        ("who:\u200b", 4, "nothing to look for"),
        ("is:starry", 3, "is:planned or is:undated"),
        ("march kind:riot", 11, "there is no kind “riot”, only event, figure, quote, time, announcement"),
        ("kind:~rally", 5, "there is no kind"),
        ("~", 0, "right behind it, as in ~corbin"),
        ("march ~o'neil", 6, "~ is for one word"),
        ("from:august", 5, "“august” is in every year; write the year too"),
        ('date:"40 august"', 6, "is no date"),
        ('date:"first 3 august 4"', 6, "is no date"),
        ('date:"last friday"', 6, "“last friday” is no date here; write 2016-08-21"),
        ("date:2016-13", 5, "there is no 2016-13 in the calendar"),
        ("date:2016-02-30", 5, "there is no 2016-02-30"),
        ("date:0000", 5, "there is no 0000"),
        ("date:..", 5, "at least one end"),
        ("date:2016-08-07..2016-08-01", 5, "ends before it begins; write 2016-08-01..2016-08-07"),
        ("date:2016-08-01..soon", 17, "“soon” is no date"),
        ("from:2016..2017", 5, "is no date"),
        ("size:many", 5, "“many” is no size"),
        ("size:1,00", 5, "is no size"),
        ("(" * 51 + "a" + ")" * 51, 50, "brackets inside each other"),
    ],
)
def test_error_says_where_and_what_to_do(query: str, position: int, says: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(query)
    assert caught.value.position == position
    assert says in caught.value.message
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("", ""),
        ("  Corbyn   RALLY ", "corbyn rally"),
        ("“Social  Movement”", '"social movement"'),
        ("a (b c)", "a b c"),
        ("(a OR (b OR c)) d", "(a OR b OR c) d"),
        ("a a", "a"),
        ("-(a)", "-a"),
        ("-(a b)", "-(a b)"),
        ("kind:event,figure", "kind:event OR kind:figure"),
        ("kind:event,figure x", "(kind:event OR kind:figure) x"),
        ("date:2016-08-01..2016-08-31", "date:2016-08"),
        ("date:2016", "date:2016-01-01..2016-12-31"),
        ("date:2016-8-1", "date:2016-08-01"),
        ("date:2016-08..", "from:2016-08-01"),
        ("size:1k..2k", "size:>=1000 size:<=2000"),
        ("size:1.5", "size:1.5"),
        ("~Corbín", "~corbin"),
        ("who:~corbin,smith", "who:~corbin OR who:smith"),
        ("date:Aug", "date:august"),
        ('date:"The last week in AUGUST"', 'date:"last week of august"'),
        ('date:"1st june..aug"', 'date:"1 june..august"'),
        ('date:"sept 2016"', "date:2016-09"),
    ],
)
def test_canonical_form(query: str, written: str) -> None:
    assert str(parse(query)) == written
    assert parse(written) == parse(query)


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [*"()-,:\"'“” ", " OR ", " AND ", " -", "\u0301", "\u200b", "é", "…", "ﬁ", "İ", "2016-08", "..", ">9"]
        ),
        st.sampled_from([f"{name}:" for name in FIELDS]),
        st.text(max_size=4),
    ),
    max_size=12,
)


@given(PIECES)
def test_whatever_is_typed_is_a_filter_that_writes_itself_or_one_error(pieces: list[str]) -> None:
    query = "".join(pieces)
    try:
        found = parse(query)
    except FilterError as error:
        event(f"refused: {error.message[:20]}")
        position = error.position
    else:
        position = 0
        assert parse(str(found)) == found
        assert str(parse(str(found))) == str(found)
        assert {found.matches(each, ISSUE) for each in ALL.values()} <= {True, False}
    assert 0 <= position <= len(query)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("\u0301-rally", "-rally"),
        ("\u200b~corbin", "~corbin"),
        ("who:\u0301~corbin", "who:~corbin"),
        ("\u0301(a)", "a"),
    ],
)
def test_a_sign_behind_an_accent_without_a_letter_is_a_sign(query: str, same: str) -> None:
    assert parse(query) == parse(same) == parse(str(parse(query)))


def test_filters_are_values() -> None:
    assert parse("Müller OR b") == parse("muller OR (b)")
    assert hash(parse("a b")) == hash(parse("a  b"))
    assert parse("a") != parse('"a"')
    assert parse("").keeps_all
    assert parse("") == Filter()
    assert not parse("a").keeps_all


@pytest.mark.parametrize(
    ("query", "asked"),
    [("kind:time", True), ("kind:quote,times x", True), ("-kind:time", False), ("time", False), ("kind:event", False)],
)
def test_asks_for_kind(query: str, *, asked: bool) -> None:
    assert parse(query).asks_for_kind("time") is asked


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_help_and_an_example_that_parses(name: str) -> None:
    field = FIELDS[name]
    assert field.name == name
    assert field.help
    assert "\n" not in field.help
    assert field.example.startswith(f"{name}:")
    assert not parse(field.example).keeps_all


def test_what_help_tells_of_dates_and_states_can_be_asked() -> None:
    assert tuple(STATE_HELP) == FIELDS["is"].choices
    for example in DATE_HELP:
        assert not parse(example).keeps_all


def test_every_choice_parses() -> None:
    for field in FIELDS.values():
        for choice in field.choices:
            assert str(parse(f"{field.name}:{choice}")) == f"{field.name}:{choice}"


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("", None, None),
        ("march", None, None),
        ("date:2016-08-20", date(2016, 8, 20), date(2016, 8, 20)),
        ("march from:2016-08", date(2016, 8, 1), None),
        ("from:2016-08 to:2016-09 date:2016-08-20..", date(2016, 8, 20), date(2016, 9, 30)),
        ("date:2016-08-21 date:2016-08-20", date(2016, 8, 20), date(2016, 8, 21)),
        ("-date:2016", None, None),
        ("date:2016 OR march", None, None),
    ],
)
def test_days_that_need_be_looked_at(query: str, first: date | None, last: date | None) -> None:
    assert parse(query).days == (first, last)
