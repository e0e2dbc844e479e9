from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.documents import Block, BlockKind, Document
from importers.figures import read_figures
from store.records import Figure, Time

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def document(text: str, kind: BlockKind = "paragraph") -> Document:
    return Document(text, (Block(kind, 0, len(text)),))


def figures(text: str, *times: Time) -> tuple[Figure, ...]:
    return read_figures(document(text), times)


def bounds(text: str) -> list[tuple[float | None, float | None]]:
    return [(figure.low, figure.high) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Some 600 nurses were there.", 600, 600),
        ("Roughly 90 people came.", 90, 90),
        ("An estimated 4,000 students marched.", 4000, 4000),
        ("Over 700 packed the theatre.", 700, None),
        ("More than two million voters registered.", 2_000_000, None),
        ("At least one councillor resigned.", 1, None),
        ("No fewer than 30 branches affiliated.", 30, None),
        ("300-plus trade unionists turned up.", 300, None),
        ("150+ activists joined the call.", 150, None),
        ("It drew 200 people or more.", 200, None),
        ("Up to 5,000 people filled the square.", None, 5000),
        ("Nearly 650 copies were sold.", None, 650),
        ("As many as 80 teachers walked out.", None, 80),
        ("Just under 400 delegates voted.", None, 400),
        ("Fewer than a dozen hecklers came.", None, 12),
        ("Between 200 and 300 people queued.", 200, 300),
        ("From 40 to 50 members attended.", 40, 50),
        ("A crowd of 200-250 gathered.", 200, 250),
        ("Two to three million people watched.", 2_000_000, 3_000_000),
        ("Some 10-15,000 people marched.", 10_000, 15_000),
        ("Five or six pickets stood outside.", 5, 6),
        ("Five or six hundred stood outside.", 500, 600),
        ("Two to three hundred people came.", 200, 300),
        ("Between 2 and 300 people came.", 2, 300),
        ("A delegation of six handed it in.", 6, 6),
        ("They poured in, an estimated crowd at between 100,000 and 120,000.", 100_000, 120_000),
        ("That makes seven out of a crew stuck there.", 7, 7),
        ("Quarter of trains to run", 25, 25),
        ("Rail strike: Quarter of trains to run", 25, 25),
        ("Some 2-300 people came.", 200, 300),
        ("It attracted 4-5,000 people.", 4000, 5000),
        ("The crowd, estimated at between 2,000 and 3,000, cheered.", 2000, 3000),
        ("Up to a quarter of a million joined.", None, 250_000),
        ("Just one person objected.", 1, 1),
        ("Scores (over 50) were held.", 50, None),
        ("We need a £10-an-hour wage.", 10, 10),
        ("One in five households is cold.", 20, 20),
        ("Nearly two thirds of them left.", None, 66.67),
        ("More than half of the members stayed away.", 50, None),
        ("Nine out of ten agree.", 90, 90),
        ("One tram in four is running.", 25, 25),
        ("Bring twice as many leaflets.", 2, 2),
        ("Fees rose tenfold.", 10, 10),
        ("Some two lakh farmers came.", 200_000, 200_000),
        ("It cost Rs. 3 lakh crore.", 3e12, 3e12),
        ("The fund holds Rs500.", 500, 500),
        ("About 2,50,000 workers struck.", 250_000, 250_000),
        ("A score of pickets stood there.", 20, 20),
        ("It cost less than $100 or more than that.", None, 100),
        ("Three of her neighbours came.", 3, 3),
        ("Our branch had twelve out last time.", 12, 12),
        ("In the 1980s thousands were sacked.", 2000, None),
        ("Hundreds of cleaners struck.", 200, None),
        ("Tens of thousands took to the streets.", 20_000, None),
        ("Several hundred residents signed.", 300, None),
        ("A couple of thousand people came.", 2000, None),
        ("Dozens queued in the rain.", 24, None),
        ("Some 40, 000 people joined.", 40_000, 40_000),
        ("Another 300 listened outside.", 300, 300),
        ("The 3,000-strong demonstration set off.", 3000, 3000),
        ("Half a million people marched.", 500_000, 500_000),
    ],
)
def test_bounds_are_those_the_wording_states(text: str, low: float | None, high: float | None) -> None:
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They raised £1,250 for the strike fund.", "GBP"),
        ("Tickets cost £ 10.", "GBP"),
        ("The firm made $3.4bn last year.", "USD"),
        ("The grant was worth €200.", "EUR"),
        ("It costs 25p.", "pence"),
        ("Some 35 per cent backed it.", "percent"),
        ("Turnout was 48%.", "percent"),
        ("She leads by 12 percentage points.", "percentage points"),
        ("We sold 45 copies of the paper.", "copies"),
        ("It won 610 votes.", "votes"),
        ("A 1,200-seat hall was booked.", "seats"),
        ("The march covered 200 miles.", "miles"),
        ("They held a two-hour meeting.", "hours"),
        ("Some 30 trade unionists came.", "people"),
        ("Around 60 bus workers were out.", "people"),
        ("There were 14 stalls.", None),
        ("It cost ₹90.", "INR"),
        ("The bomb left nine dead last year.", "people"),
        ("It has a population of 7,300.", "people"),
        ("She earns A$97.", "AUD"),
        ("A 14-km queue formed.", "kilometres"),
        ("The mother of three spoke.", "people"),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    assert [figure.unit for figure in figures(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the largest rallies in years.",
        "Zero-hour contracts must go.",
        "In 2015 the party lost.",
        "Issue 2514 is out.",
        "See page 7 of the leaflet.",
        "The G20 met behind fences.",
        "Nobody wants to trigger Article 50 today.",
        "They spoke on Radio 4 about it.",
        "Ring 020 7123 4567 for details.",
        "He lives at 10 Downing Street now.",
        "Doors open at 7pm.",
        "Amina, 24, joined the march.",
        "A 17-year-old pupil spoke.",
        "One argument is about tactics.",
        "One Labour supporter asked why.",
        "If one side gives way the other wins.",
        "We want a society for the millions.",
        "It is a two-way street.",
        "1. Read the leaflet.",
        "The first half of the year was quiet.",
        "We are in the third quarter.",
        "The match ended 31-8 in the rugby.",
        "He joined the party at 16.",
        "Year 11 pupils walked out.",
        "Only the 86 and the X4 got into town.",
        "She spoke three days before the vote.",
        "The two sides met.",
        "Among voters younger than 30 it led.",
        "John and Brian Field, 22 and 19, came.",
        "Tom Field (left), 40, spoke.",
        "One voter, Anna Price, stayed away.",
        "On Monday Field Scores Direct Hit On Rival",
        "See Isaiah 45:1 for more.",
        "It is one of Hull's oldest halls.",
        "Hecklers were outnumbered by five to one.",
        "The 100th person to join got a badge.",
        "The advice is for people under 30.",
        "At one point the lights went out.",
        "The 12-nation pact is dead.",
        "The movement #KeepLeft99 grew.",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_vote_is_two_figures_and_no_range() -> None:
    ours, theirs = figures("The branch voted to back her by 94 to 33.")
    assert [(f.low, f.high, f.unit) for f in (ours, theirs)] == [(94, 94, "votes"), (33, 33, "votes")]
    assert bounds("The motion was lost 33 to 94.") == [(33, 33), (94, 94)]
    assert [f.unit for f in figures("Members chose him by 61% to 39%.")] == ["percent", "percent"]
    assert bounds("The vote was 18 for, 4 against and 2 abstentions.") == [(18, 18), (4, 4), (2, 2)]
    assert bounds("The poll put Smith on 60 percent, Other 40.") == [(60, 60), (40, 40)]


def test_a_bare_number_leans_on_its_neighbours() -> None:
    inside, outside = figures("As 1,600 crammed into the hall, she addressed some 600 outside.")
    assert (inside.unit, outside.unit) == ("people", "people")
    cast, rest = figures("She took 205 votes and the remaining 104 went to him.")
    assert (cast.unit, rest.unit, rest.text) == ("votes", "votes", "the remaining 104")
    assert [f.unit for f in figures("She spoke to a packed room of 400.")] == ["people"]
    assert [f.unit for f in figures("Stewards counted 1,500 marchers. Police said it was 800.")] == ["people", "people"]
    assert [f.unit for f in figures("Some 58 branches nominated him, while 285 have backed her.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("170 new comrade MPs are needed.", "new comrade MPs"),
        ("Two Ann Other supporters came.", "Ann Other supporters"),
        ("Another 9,000 party members and supporters were phoned.", "party members and supporters"),
        ("Thousands of young people joined.", "young people"),
        ("1,000 more supporters waited.", "supporters"),
        ("Six sales workers walked out.", "sales workers"),
        ("Some 900 football and rugby fans came.", "football and rugby fans"),
        ("We sold 45 copies of the Lantern.", "copies of the Lantern"),
        ("Some 80 crammed in.", None),
    ],
)
def test_counted_noun_phrase(text: str, counted: str | None) -> None:
    assert [figure.counted for figure in figures(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 300 people joined a rally in the park.", "attendance"),
        ("Some 130,000 members were barred.", "membership"),
        ("It took 5,000 votes.", "votes"),
        ("Members paid £25 each.", "money"),
        ("A million people watched online.", "audience"),
        ("Volunteers contacted 10,000 people by phone.", "contacts"),
        ("The strike lasted three days.", "duration"),
        ("Some 40% agreed.", "share"),
        ("There were 14 stalls.", "other"),
        ("Her party came third.", "other"),
        ("By telephone, helpers have spoken to 700 members.", "contacts"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [figure.kind for figure in figures(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Organisers said that over 1,000 people joined.", "Organisers"),
        ("Police put the crowd at 500 people.", "Police"),
        ("According to union officials, 300 workers walked out.", "union officials"),
        ("Some 2,000 people came, stewards said.", "stewards"),
        ("Some 2,000 people came, according to the Department of Works.", "the Department of Works"),
        ("The PZA agency said 28 trains ran.", "The PZA agency"),
        ("The municipality put the number at fewer than 6,000.", "The municipality"),
        ("Organisers spoke of 6,000 people.", "Organisers"),
        ("The police count 2,000 people.", "The police"),
        ("Over 3,000 people, by the marshal’s own count, came.", "the marshal"),
        ("Mr. Ben Price, the branch secretary, claimed 1,400.", "Ben Price"),
        ("Some 43 were held, Commissioner of Police Ann Price said.", "Commissioner of Police Ann Price"),
        ("Ann Price said as 300 people cheered.", None),
        ("Ann Price, 25, said while some 300 people cheered.", None),
        ("Some 2,000 people came.", None),
    ],
)
def test_claimant(text: str, claimant: str | None) -> None:
    assert [figure.claimant for figure in figures(text)] == [claimant]


def test_an_expression_that_tells_when_holds_no_figure_but_a_bare_length_is_one() -> None:
    text = "It ended two weeks ago after 30 minutes."
    ago = Time(start=9, end=22, text="two weeks ago", type="DATE", value="2016-W32")
    length = Time(start=29, end=39, text="30 minutes", type="DURATION", value="PT30M")
    assert [figure.text for figure in figures(text, ago, length)] == ["30 minutes"]
    anchored = Time(
        start=29,
        end=39,
        text="30 minutes",
        type="DURATION",
        value="PT30M",
        first=date(2016, 8, 1),
        last=date(2016, 8, 1),
    )
    assert figures(text, ago, anchored) == ()


def test_blocks_that_tell_nothing_hold_no_figures() -> None:
    assert read_figures(document("We need £10,201", "furniture"), ()) == ()
    assert read_figures(document("Some 500 people came", "copy"), ()) == ()


def check_sound(text: str) -> None:
    last = 0
    for figure in figures(text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        last = figure.end


@given(st.text(alphabet=st.sampled_from("0123456789,. £$%aA-–()nohtusdreipl½²’\n+<>")) | st.text())
def test_any_text_gives_sound_figures(text: str) -> None:
    check_sound(text)


@pytest.mark.parametrize(
    "piece", ["1,", "one ", "hundreds of ", "94 to 33 ", "more than ", "some 5 people said ", "a 3-day ", "(5) ", "£"]
)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    check_sound(piece * 10_000)


def score(gold: Path) -> tuple[float, float, float]:
    """Recall, precision and the share of right bounds over a file of gold documents."""
    hit = right = wanted = found = 0
    for line in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        seen = figures(record["text"])
        found += len(seen)
        for gold_figure in record["figures"]:
            wanted += 1
            over = [f for f in seen if f.start < gold_figure["end"] and gold_figure["start"] < f.end]
            hit += bool(over)
            right += any((f.low, f.high) == (gold_figure["low"], gold_figure["high"]) for f in over)
    return hit / wanted, hit / found, right / wanted


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development data beside the repository is missing")
def test_floor_on_phrases() -> None:
    recall, precision, right = score(SHARED / "gold" / "figures-phrases.jsonl")
    assert recall >= 0.985
    assert precision >= 0.985
    assert right >= 0.985


@pytest.mark.parametrize("number", ["3\u200b,000", "3,\u200b000", "\u200b3,\u2060000", "3,00\u00ad0\u200d"])
def test_signs_nobody_sees_break_no_number(number: str) -> None:
    text = f"Some {number} people marched."
    (figure,) = figures(text)
    assert (figure.low, figure.unit, figure.text) == (3000, "people", text[figure.start : figure.end])


def test_what_changed_is_told_by_two_figures() -> None:
    assert bounds("Classes have grown from 24 to 38.") == [(24, 24), (38, 38)]
    assert bounds("They agreed on six of the 49 articles.") == [(6, 6), (49, 49)]
    assert bounds("It was the first of two 48-hour strikes.") == [(2, 2), (48, 48)]
    assert bounds("It pays 2% over 18 months.") == [(2, 2), (18, 18)]


def test_who_is_counted() -> None:
    assert [
        f.unit for f in figures("Some 1,200 Orangemen walked; 40,000, by the chief’s estimate, filled the square.")
    ] == [
        "people",
        "people",
    ]
    assert [f.unit for f in figures("Police said numbers peaked at around 5,500.")] == ["people"]
    assert bounds("About 90 people, many of them under ten, came.") == [(90, 90)]
    assert [f.unit for f in figures("They took 30 specimen.")] == [None]


def test_parts_of_a_count_are_figures() -> None:
    assert bounds("Of 163 people who spoke, four were in favour.") == [(163, 163), (4, 4)]
    assert bounds("By Friday he had 280 nominations to Ms Price’s 131.") == [(280, 280), (131, 131)]
    assert bounds("Members assemble 10.30.") == []


def test_a_count_takes_up_people_counted_further_above() -> None:
    text = "Some 110 people came and one left after 20 minutes. Organisers put the figure at 150."
    assert figures(text)[-1].unit == "people"
    assert (
        figures("The union says 15,000 workers are out. It put the number at fewer than 6,000 a day ago.")[1].unit
        == "people"
    )
    assert figures("An aide estimated the overflow crowd outside at 1,000.")[0].unit == "people"


def test_a_large_number_behind_an_article_counts_as_a_small_one_names() -> None:
    assert bounds("She polled 8,211 to the 8,117 of her rival.") == [(8211, 8211), (8117, 8117)]
    assert bounds("They took the 86 into town.") == []


def test_those_who_voted_for_somebody_are_votes() -> None:
    text = "Some 120 members came. At the end 80 voted for Ann Price and 31 for Tom Field."
    assert [figure.unit for figure in figures(text)] == ["people", "votes", "votes"]
    (members,) = figures("The 90 members who voted for Ann Price left.")
    assert members.unit == "people"
