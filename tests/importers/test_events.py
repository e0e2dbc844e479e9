from __future__ import annotations

from datetime import date

import pytest

from importers.blocks import read_document
from importers.documents import Block, Document
from importers.events.lexicon import taxonomy
from importers.pipeline import extract
from store.records import Bounds, Context, Event

TUESDAY = Context(publication="The Lantern", published=date(2016, 8, 23))


def events(text: str) -> tuple[Event, ...]:
    return extract(read_document(text), TUESDAY).events


def one(text: str) -> Event:
    [event] = events(text)
    return event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 300 people joined a rally in Luton on Saturday.", "rally"),
        ("Around 2,000 marched through Glasgow on Saturday.", "march"),
        ("Some 90 people came to a meeting in Derby last Thursday.", "meeting"),
        ("The two clashed at a hustings in Cardiff on Thursday.", "hustings"),
        ("Her campaign was launched in Leeds on Monday.", "launch"),
        ("Up to 300 refuse workers in Bradford walked out on Monday.", "strike"),
        ("Cleaners protested outside the council in Hove last Friday.", "protest"),
        ("The branch voted on Friday to back her.", "vote"),
        ("Luton CLP nominated her on Thursday.", "nomination"),
        ("Ballot papers went out on Monday.", "ballot"),
        ("The High Court ruled on Monday that members could vote.", "court ruling"),
        ("A poll on Friday put her ahead.", "poll"),
        ("The result will be known on 24 September.", "result"),
        ("The committee barred new members last week.", "decision"),
        ("Ann Other came out for him on Monday.", "endorsement"),
        ("Her team unveiled ten pledges on Wednesday.", "announcement"),
        ("The registration deadline was on Wednesday.", "deadline"),
        ("Ann Other was followed home by reporters on Friday.", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert one(text).kind == kind


def test_every_kind_of_the_taxonomy_has_a_trigger() -> None:
    triggered = {kind.name for kind, _ in taxonomy().words.values()}
    assert triggered == set(taxonomy().kinds)


def test_a_mention_has_day_place_size_and_a_title() -> None:
    event = one("Over 600 people packed a rally for Ann Other at Cobden Hall in Luton on Saturday.")
    assert (event.first, event.last) == (date(2016, 8, 20), date(2016, 8, 20))
    assert event.places == ("Cobden Hall", "Luton")
    assert event.attendance == Bounds(low=600, qualifier="over")
    assert event.title == "Rally for Other, Luton: over 600"
    assert not event.planned


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Some 90 met in Derby last Friday, and hundreds packed a hall in Hull on Monday.",
            [(("Derby",), "2016-08-19", 90), (("Hull",), "2016-08-22", 200)],
        ),
        (
            "On Saturday 2,000 rallied in Leeds, 600 marched in Cardiff and 300 protested in Hove.",
            [
                (("Leeds",), "2016-08-20", 2000),
                (("Cardiff",), "2016-08-20", 600),
                (("Hove",), "2016-08-20", 300),
            ],
        ),
        (
            "In Derby, where 3,000 heard her, and in Leeds, where over 2,000 did, spirits were high on Saturday.",
            [(("Derby",), "2016-08-20", 3000), (("Leeds",), "2016-08-20", 2000)],
        ),
        (
            "She spoke to 350 people in Derby on Friday and 800 in Swansea on Saturday.",
            [(("Derby",), "2016-08-19", 350), (("Swansea",), "2016-08-20", 800)],
        ),
    ],
)
def test_a_sentence_that_tells_several_happenings_is_cut(
    text: str, told: list[tuple[tuple[str, ...], str, float]]
) -> None:
    found = [(e.places, str(e.first), e.attendance.low if e.attendance else None) for e in events(text)]
    assert found == told


def test_a_sentence_that_tells_one_happening_in_many_clauses_stays_whole() -> None:
    text = "A queue snaked round Cobden Hall in Luton, as up to 700 people came to hear her on Sunday."
    event = one(text)
    assert (event.start, event.end) == (0, len(text))
    assert event.places == ("Cobden Hall", "Luton")


def test_a_crowd_takes_day_and_place_from_the_sentence_before() -> None:
    rally, crowd = events("The campaign held a rally in Luton on Saturday.\n\nAround 60 people turned out.")
    assert (crowd.first, crowd.places) == (rally.first, ("Luton",))
    assert crowd.attendance == Bounds(low=60, high=60, qualifier="around")


def test_a_sentence_that_only_gives_the_size_completes_the_mention() -> None:
    bare = one("The campaign held a meeting in Luton on Saturday. Just 40 people came.")
    assert (bare.kind, bare.attendance) == ("meeting", Bounds(low=40, high=40, qualifier="just"))
    event = one("A march in Luton on Saturday filled the streets. Police said 700 people joined the demonstration.")
    assert (event.kind, event.attendance) == ("march", Bounds(low=700, high=700))


def test_a_gathering_in_another_place_does_not_take_the_day() -> None:
    _, other = events(
        "A rally in Luton drew 900 people on Saturday. Meanwhile some 80 people attended a meeting in Derby."
    )
    assert (other.places, other.first) == (("Derby",), None)


def test_the_place_in_a_heading_holds_for_its_section() -> None:
    text = "Hove\n\nAround 150 people marched on Saturday against cuts."
    end = len("Hove")
    blocks = (Block("crosshead", 0, end, section=1), Block("paragraph", end + 2, len(text), section=1))
    [march] = extract(Document(text, blocks), TUESDAY).events
    assert march.places == ("Hove",)


def test_a_headline_takes_the_day_of_the_gathering_of_its_size() -> None:
    head, body = "Over 900 at rally", "Over 900 people joined a rally in Luton on Saturday."
    text = f"{head}\n\n{body}"
    blocks = (Block("headline", 0, len(head)), Block("paragraph", len(head) + 2, len(text)))
    first, second = extract(Document(text, blocks), TUESDAY).events
    assert (first.first, first.places) == (second.first, ("Luton",))


def test_a_gathering_that_only_dates_another_lends_it_neither_place_nor_day() -> None:
    text = "Some 900 rallied in Luton on Saturday. The day after the Luton rally 300 marched in Derby."
    assert events(text)[-1].places == ("Derby",)


def test_two_days_to_come_in_one_sentence_are_two_events() -> None:
    close, result = events("Ballots close on 21 September and the winner will be named in Hove on 24 September.")
    assert (close.kind, close.first) == ("ballot", date(2016, 9, 21))
    assert (result.kind, result.first, result.places) == ("result", date(2016, 9, 24), ("Hove",))


def test_the_pieces_of_a_sentence_share_the_day_they_carry_on() -> None:
    text = "Guards walked out on Friday. There were pickets of 20 at Hove and 15 at Luton."
    assert [(e.places, e.first) for e in events(text)[1:]] == [
        (("Hove",), date(2016, 8, 19)),
        (("Luton",), date(2016, 8, 19)),
    ]


def test_a_count_of_votes_is_of_the_meeting_told_before_or_undated() -> None:
    meeting, vote = events("Some 100 members met in Luton on 9 August. She won by 67 votes to 21.")
    assert (vote.first, vote.places) == (meeting.first, ("Luton",))
    assert one("Luton and Hove branches nominated her by 77 to 21 and 102 to 34.").first is None


def test_an_event_named_again_by_its_place_is_known() -> None:
    text = "Some 900 rallied in Luton on Saturday.\n\nMembers talk of little else.\n\nAt the Luton rally Ann Other was cheered."
    again = events(text)[-1]
    assert (again.kind, again.first) == ("rally", date(2016, 8, 20))


def test_day_and_place_do_not_leak_into_the_next_report() -> None:
    first = "The campaign held a rally in Luton on Saturday."
    second = "Around 60 people turned out."
    text = f"{first}\n\n{second}"
    blocks = (
        Block("paragraph", 0, len(first), section=0),
        Block("paragraph", len(first) + 2, len(text), section=1),
    )
    crowd = extract(Document(text, blocks), TUESDAY).events[-1]
    assert (crowd.first, crowd.places) == (None, ())


def test_two_days_in_a_row_are_one_stretch() -> None:
    strike = one("Drivers in Hove walked out on Wednesday and Thursday of last week.")
    assert (strike.first, strike.last) == (date(2016, 8, 17), date(2016, 8, 18))


def test_the_month_of_march_is_no_march() -> None:
    assert "march" not in {event.kind for event in events("Twice as many came as in March.")}


def test_the_arrested_are_not_the_size_of_a_protest() -> None:
    assert all(e.attendance is None for e in events("Police arrested 12 people at a protest in Hove on Friday."))


def test_what_is_to_come_is_planned() -> None:
    assert one("She will speak at a rally in Plymouth on 3 September.").planned
    assert not one("She spoke at a rally in Plymouth on Saturday.").planned


@pytest.mark.parametrize(
    "text",
    [
        "Last year’s conference in Brighton heard her speak.",
        "In 1985 the miners marched back to work.",
        "“We marched on Saturday and it was great,” she said.",
        "“Rallies win arguments in Leeds,” she said.",
        "Rallies win arguments.",
        "Members are angry about what happened.",
    ],
)
def test_background_opinion_and_quotation_are_no_events(text: str) -> None:
    assert events(text) == ()


def test_a_place_in_the_name_of_an_organisation_yields_to_where_it_met() -> None:
    assert one("Some 80 came to a Greenwich Momentum rally in Eltham on Thursday.").places == ("Eltham",)
    assert one("Luton and Hove CLP voted on Thursday to back her.").places == ("Luton", "Hove")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 12 August, the branch voted to back her by 61 to 20.", "The branch voted to back her by 61 to 20"),
        ("Support grew as ballot papers went out on Monday.", "Ballot papers went out"),
        ("Some 80 people came to a meeting with Ann Other in Hove on Monday.", "Meeting with Ann Other, Hove: some 80"),
        ("The Hove4Other rally on 20 August was lively.", "Rally for Other, Hove"),
        ("Ann Other has gained since her public launch event on Saturday.", "Public launch event"),
    ],
)
def test_title_is_what_a_person_would_write(text: str, title: str) -> None:
    assert one(text).title == title


def test_people_of_a_mention_are_named_in_full() -> None:
    text = "Ann Charles spoke at length. Some 400 came to hear Charles in Luton on Saturday."
    assert "Ann Charles" in events(text)[-1].people
