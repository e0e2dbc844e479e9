"""The line that stands for an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Some 90 came to the launch of the Save Our Baths campaign in Hove on Friday.",
            "Launch of the Save Our Baths campaign, Hove: some 90",
        ),
        ("Ann Other launched her manifesto in Luton on Friday.", "Launch of her manifesto, Luton"),
        ("The petition was formally launched in Hove on Friday.", "Launch of the petition, Hove"),
        ("SOME 900 people joined a rally in Luton on Friday.", "Rally, Luton: some 900"),
        ("The hearing is set for 5 September.", "The hearing"),
        ("The by-election is on 5 September.", "The by-election"),
        (
            "Some 300 people joined a demo against library cuts in Hove on Friday.",
            "Demonstration against library cuts, Hove: some 300",
        ),
        ("Cleaners walked out over pay in Hove on Friday.", "Walkout over pay, Hove"),
        ("Nurses held a silent vigil in Hove on Friday.", "Silent vigil, Hove"),
        ("Between 6,500 and 9,000 people marched through Luton on Friday.", "March, Luton: 6,500 to 9,000"),
        ("The two will debate on 5 September in Hove.", "Debate, Hove"),
        ("Monday’s debate was watched by few.", "Debate"),
        ("From Thursday to Sunday drivers quit the union.", "From Thursday to Sunday drivers quit the union"),
        (
            "Some 90 people came to a meeting in Hove on Friday with the shadow chancellor, John Teal.",
            "Meeting with John Teal, Hove: some 90",
        ),
        ("A lobby of the council is to be held on 5 September.", "A lobby of the council"),
        (
            "Some 900 people marched in Hove on Friday in solidarity with Derby.",
            "March in solidarity with Derby, Hove: some 900",
        ),
        ("THE council quit the scheme on Monday.", "The council quit the scheme"),
        ("LUTON, England (AP) — Dockers quit the union on Monday.", "Dockers quit the union"),
        (
            "Ann Other quit the county council on Monday following weeks of argument over the price of the new swimming baths.",
            "Ann Other quit the county council",
        ),
        (
            "Ann Other claimed that the borough council had suspended forty of its own cleaners on Monday.",
            "The borough council had suspended forty of its own cleaners",
        ),
        (
            "The branch voted on Friday to back her, 61 votes to 20.",
            "The branch voted to back her, 61 votes to 20",
        ),
    ],
)
def test_title_is_what_a_person_would_write(events: Reader, text: str, title: str) -> None:
    [event] = events(text)
    assert event.title == title


def test_a_pronoun_at_its_head_is_named(events: Reader) -> None:
    *_, quit_, backed = events(
        "Jane Charles led the branch for years. She quit the party on Friday. Her brother backed the strike fund on Monday."
    )
    assert quit_.title == "Jane Charles quit the party"
    assert backed.title.startswith("Jane Charles’s brother backed")


def test_a_place_in_capitals_is_written_as_a_name(events: Reader) -> None:
    [rally] = events("LUTON — Some 900 people joined a rally here on Friday.")
    assert (rally.places, rally.title) == (("Luton",), "Rally, Luton: some 900")


def test_what_will_now_be_held_has_the_name_it_had(events: Reader) -> None:
    off, held = events(
        "A concert in Hove, planned for Friday, had to be called off. It will now be held on 4 September."
    )
    assert (off.title, held.title) == ("Concert called off, Hove", "Concert, Hove")
    assert (held.kind, str(held.first)) == ("meeting", "2016-09-04")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("At Monday’s presidential debate, Ann Other spoke of her youth.", "Presidential debate"),
        ("During a rally in Hove on Friday, Ann Other spoke of her youth.", "Rally, Hove"),
        ("In a speech in Hove on Friday, Ann Other set out her plans.", "Speech, Hove"),
    ],
)
def test_where_a_gathering_is_only_the_occasion_it_is_the_title(events: Reader, text: str, title: str) -> None:
    [event] = events(text)
    assert event.title == title
