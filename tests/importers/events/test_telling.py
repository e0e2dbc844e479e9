"""Which clauses tell a happening, and which words name one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The council meets on Friday.",
        "The offices will be closed on Friday.",
        "The inquiry resumes on 5 September.",
        "The fair is set for 5 September.",
    ],
)
def test_what_is_announced_for_a_day_to_come_is_an_event(events: Reader, text: str) -> None:
    [event] = events(text)
    assert event.planned


@pytest.mark.parametrize(
    "text",
    [
        "Ann Other has not missed a march since Monday.",
        "The two had never joined a picket until Thursday.",
        "It was the second of three rallies on Saturday.",
        "Those who would come on Friday know why.",
    ],
)
def test_what_has_not_been_or_only_sums_up_is_none(events: Reader, text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    "text", ["Twice as many came as in March.", "Talks open on 4 March.", "It was known since last March."]
)
def test_the_month_is_no_march(events: Reader, text: str) -> None:
    assert "march" not in {event.kind for event in events(text)}


def test_a_march_with_a_capital_is_one(events: Reader) -> None:
    [march] = events("Thousands joined the People’s March in Luton on Saturday.")
    assert march.kind == "march"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polling stations open at seven on 5 September.", "election"),
        ("Pensioners besieged the bank in Hove on Friday.", "protest"),
        ("Dockers in Hull stopped work on Friday.", "strike"),
        ("The two sides will meet on 5 September.", "meeting"),
        ("Passengers waited on Friday as guards walked out.", "strike"),
        ("Polling day is 8 September.", "election"),
        ("Democrats in Iowa caucused on Friday.", "election"),
        ("Ann Other opened on Friday at a pancake breakfast in Hove.", "meeting"),
        ("The resignation of Ann Other on Friday came late.", "decision"),
        ("Labour on Friday held the seat by 94 votes.", "result"),
    ],
)
def test_words_that_name_a_kind(events: Reader, text: str, kind: str) -> None:
    [event] = events(text)
    assert event.kind == kind


def test_those_affected_are_no_attendance(events: Reader) -> None:
    found = events("A strike in Hove on Friday affecting 4,000 passengers ended at noon.")
    assert all(event.attendance is None for event in found)


def test_a_country_in_letters_before_a_noun_is_no_place(events: Reader) -> None:
    [march] = events("Students marched past the US embassy in Luton on Friday.")
    assert march.places == ("Luton",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Parents walked out of a meeting in Hove on Friday.", "meeting"),
        ("The mayor of Hove met the strike committee on Friday.", "meeting"),
        ("The Court of Appeal fined the union on Friday.", "court ruling"),
        ("Over 300 people packed the hall of a school in Hove on Friday to hear the case.", "meeting"),
        ("Over 300 people packed the square in Hove on Friday to hear the case.", "rally"),
        ("Ann Other cancelled a rally in Hove on Friday.", "rally"),
        ("The two rivals met in a debate in Hove on Friday.", "hustings"),
        ("The polls closed at ten on Thursday.", "election"),
    ],
)
def test_the_word_that_names_it_wins(events: Reader, text: str, kind: str) -> None:
    [event] = events(text)
    assert event.kind == kind


@pytest.mark.parametrize("text", ["She polled 6,310 on Thursday.", "Some 2,000 workers lost their jobs on Thursday."])
def test_who_polls_or_loses_something_is_no_poll_or_result(events: Reader, text: str) -> None:
    assert not {event.kind for event in events(text)} & {"poll", "result"}


def test_what_is_to_come_later_on_the_day_of_publication_is_planned(events: Reader) -> None:
    [result] = events("The results will be declared this afternoon.")
    assert result.planned
    [hustings] = events("The last hustings takes place in Hove tonight.")
    assert hustings.planned
    [march] = events("Ann Other spoke.\n\nToday, Tuesday: march from Castle Park, 3.45pm.")
    assert march.planned


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 300 people joined a rally in Luton on Saturday.", "rally"),
        ("The crowds converged on the square in Luton on Saturday.", "rally"),
        ("Around 2,000 joined a procession in Glasgow on Saturday.", "march"),
        ("Some 90 people came to a fundraiser in Derby last Thursday.", "meeting"),
        ("Talks opened in Derby last Thursday.", "meeting"),
        ("The two will debate in Cardiff on 1 September.", "hustings"),
        ("The candidates clashed at a debate in Cardiff on Thursday.", "hustings"),
        ("The campaign kicked off in Leeds on Monday.", "launch"),
        ("She gave the closing speech in Leeds on Monday.", "speech"),
        ("Delegates carried a motion in Leeds on Monday.", "vote"),
        ("Luton CLP nominated her on Thursday.", "nomination"),
        ("Drivers in Bradford downed tools on Monday.", "strike"),
        ("A walkout shut the depot in Bradford on Monday.", "strike"),
        ("A hartal was held in Kochi on Monday.", "strike"),
        ("Tenants formed a human chain in Hove on Friday.", "protest"),
        ("A hunger strike began in Hove on Friday.", "protest"),
        ("The Supreme Court overturned the ban on Monday.", "court ruling"),
        ("The tribunal found for the cleaners on Monday.", "court ruling"),
        ("An opinion poll on Friday put her ahead.", "poll"),
        ("The minister warned on Friday that pay would fall.", "statement"),
        ("The bakers’ union endorsed her on Friday.", "endorsement"),
        ("The council published its plans on Friday.", "announcement"),
        ("The closing date for nominations was on Friday.", "deadline"),
        ("She was elected on Friday.", "result"),
        ("The recount was on Friday.", "election"),
        ("Voters went to the polls on Thursday.", "election"),
        ("The annual conference opened in Hove on Friday.", "conference"),
        ("Ann Other toured the north on Friday.", "visit"),
        ("Ballots were posted out on Friday.", "ballot"),
        ("The leader resigned on Friday.", "decision"),
    ],
)
def test_every_kind_has_its_cues(events: Reader, text: str, kind: str) -> None:
    [event] = events(text)
    assert event.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Other resigned on Friday, saying that the judgment of her rival was poor.", "decision"),
        ("Ann Other grilled the banker on Friday for a scheme in which clerks opened accounts.", "other"),
        ("The by-election campaign opened on Friday.", "deadline"),
        ("The mayor appealed for calm on Friday.", "other"),
        ("A petition was carried to the palace on Friday.", "other"),
        ("Ann Other on Friday told of calls for the resignation of her rival.", "statement"),
        ("The police counted on Friday, but count 2,500 in all.", "other"),
        ("They picketed on polling day, 11 August.", "protest"),
        ("Congress quit the talks on Friday.", "decision"),
        ("The general election is on 8 September.", "election"),
        ("With the general election near, Ann Other left the council on Friday.", "other"),
        ("Over 300 people filled the market place in Hove on Friday.", "rally"),
        ("Over 300 people filled the town hall in Hove on Friday.", "meeting"),
    ],
)
def test_a_word_of_another_clause_names_nothing(events: Reader, text: str, kind: str) -> None:
    assert [event.kind for event in events(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The High Court rejected an attempt to stop it on Friday.", "court ruling"),
        ("The branch rejected the offer on Friday.", "vote"),
        ("A motion of censure was defeated on Friday.", "vote"),
        ("Ann Other was defeated on Friday.", "result"),
        ("Ann Other took the seat on Friday with a majority of 800.", "result"),
        ("The appeal was thrown out on Friday.", "court ruling"),
        ("Polling takes place on 8 September.", "election"),
        ("Ann Other, who came on Friday, said it was a protest that would pass.", "statement"),
    ],
)
def test_a_verb_that_kinds_share_is_told_of_its_subject(events: Reader, text: str, kind: str) -> None:
    assert [event.kind for event in events(text)] == [kind]


def test_who_was_spoken_to_by_telephone_came_to_no_speech(events: Reader) -> None:
    rally = "About 900 people came to a rally in Hove on Friday."
    assert len(events(f"{rally}\n\nOn the phone, helpers have so far spoken to more than 4,000 members.")) == 1
    assert len(events(f"{rally} Helpers spoke to 700 supporters by phone.")) == 1
    [speech] = events("Ann Price spoke to 700 supporters in Hove on Friday.")
    assert (speech.kind, speech.attendance.low if speech.attendance else None) == ("speech", 700)
