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
