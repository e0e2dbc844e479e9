"""On whose word an event stands: pairs of sentences, the second of which is told otherwise than the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.records import Event

Reader = Callable[[str], tuple[Event, ...]]

PAIRS = [
    ("The rally in Luton on Friday drew 900 people.", "The rally in Luton on Friday was called off.", "called off"),
    (
        "A rally planned for the steps of the court in Luton was held on Friday.",
        "A rally planned for the steps of the court in Luton was cancelled on Friday.",
        "called off",
    ),
    (
        "Marsh opened a meeting in Hove on Friday.",
        "Marsh cancelled a meeting in Hove on Friday.",
        "called off",
    ),
    ("The march in Hove will take place on Friday.", "The march in Hove will not take place on Friday.", "called off"),
    (
        "Talks had been due to take place last Thursday and did.",
        "Talks had been due to take place last Thursday but were called off by the firm.",
        "called off",
    ),
    (
        "A rally in Luton on Friday heard that 40 workers had been suspended.",
        "A strike in Luton on Friday was suspended.",
        "called off",
    ),
    ("The fair in Hove on Friday was a success.", "The fair in Hove on Friday has been called off.", "called off"),
    ("A march took place in Hove on Friday.", "No march took place in Hove on Friday.", "denied"),
    ("Drivers in Hove struck on Friday.", "Drivers in Hove did not strike on Friday.", "denied"),
    (
        "Not only did nurses in Hove march on Friday, they sang.",
        "Nurses in Hove did not march on Friday.",
        "denied",
    ),
    (
        "The company confirmed on Friday that its guards had blockaded the gate.",
        "The company denied that its guards had blockaded the gate on Friday.",
        "denied",
    ),
    (
        "The council held a meeting in private in Hove on Friday.",
        "The council denied claims that a meeting was held in private in Hove on Friday.",
        "denied",
    ),
    (
        "Police banned the march in Hove on Friday.",
        "Reports that police had banned the march in Hove on Friday are wrong.",
        "denied",
    ),
    (
        "Some 900 people marched through Hove on Friday.",
        "Police said 900 people marched through Hove on Friday.",
        "claimed",
    ),
    (
        "Ann Other said at a rally in Hove on Friday that pay was low.",
        "Ann Other said that cleaners had rallied in Hove on Friday.",
        "claimed",
    ),
    (
        "Ann Other told a rally in Hove on Friday that pay was low.",
        "Ann Other claimed that 300 cleaners rallied in Hove on Friday.",
        "claimed",
    ),
    (
        "Police said the march in Hove on Friday drew 900 people.",
        "Police said a march in Hove on Friday drew 900 people.",
        "claimed",
    ),
    (
        "Some 900 people marched through Hove on Friday, singing.",
        "Some 900 people marched through Hove on Friday, police said.",
        "claimed",
    ),
    (
        "In the eyes of the union, 900 people marched in Hove on Friday.",
        "According to the union, 900 people marched in Hove on Friday.",
        "claimed",
    ),
    (
        "Guards openly blockaded the gate in Hove on Friday.",
        "Guards allegedly blockaded the gate in Hove on Friday.",
        "claimed",
    ),
    (
        "The leaders of the two unions met in Hove on Friday.",
        "It is understood that the leaders of the two unions met in Hove on Friday.",
        "claimed",
    ),
    (
        "She said that she was tired; some 300 marched in Hove on Friday.",
        "She said that some 300 marched in Hove on Friday.",
        "claimed",
    ),
    (
        "Campaigners say they will go on after 500 people marched in Hove on Friday.",
        "Campaigners say that 500 people marched in Hove on Friday.",
        "claimed",
    ),
    (
        "Even if it rains, drivers will strike on 2 September.",
        "If talks fail, drivers will strike on 2 September.",
        "conditional",
    ),
    (
        "Drivers will strike on 2 September.",
        "Drivers will strike on 2 September unless the firm gives way.",
        "conditional",
    ),
    (
        "Drivers have voted to strike on 2 September.",
        "Drivers have threatened to strike on 2 September.",
        "conditional",
    ),
]


@pytest.mark.parametrize(("plain", "marked", "standing"), PAIRS)
def test_standing(events: Reader, plain: str, marked: str, standing: str) -> None:
    assert {event.standing for event in events(plain)} == {"told"}
    assert {event.standing for event in events(marked)} == {standing}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Charles spoke at length. Charles claimed that 300 cleaners rallied in Hove on Friday.", "Ann Charles"),
        ("Some 900 people marched through Hove on Friday, police said.", "police"),
        ("According to the bakers’ union, 900 people marched in Hove on Friday.", "the bakers’ union"),
        ("The council has denied that a meeting was held in private in Hove on Friday.", "The council"),
        ("Guards allegedly blockaded the gate in Hove on Friday.", None),
        ("She claimed that 300 cleaners rallied in Hove on Friday.", None),
    ],
)
def test_whose_word_it_is(events: Reader, text: str, who: str | None) -> None:
    assert events(text)[-1].claimant == who


def test_an_if_in_what_is_denied_says_nothing_of_the_rest(events: Reader) -> None:
    [speech] = events("Ann Price, who spoke in Hove on Friday, denied that she would quit if the seat was lost.")
    assert speech.standing == "told"


def test_what_is_thought_of_a_branch_says_nothing_of_its_vote(events: Reader) -> None:
    [vote] = events("Hull, thought to be safe for him, backed her by 41 to 38 on Thursday.")
    assert vote.standing == "told"


def test_what_was_said_was_said(events: Reader) -> None:
    [said] = events("The minister claimed on Friday that pay had risen.")
    assert (said.kind, said.standing) == ("statement", "told")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A rally for Ann Other in Luton on Friday was called off.", "Rally for Other called off, Luton"),
        ("No march took place in Hove on Friday.", "No march took place in Hove"),
    ],
)
def test_the_title_says_that_it_was_not(events: Reader, text: str, title: str) -> None:
    [event] = events(text)
    assert event.title == title


def test_what_is_claimed_and_hangs_on_an_if_is_conditional(events: Reader) -> None:
    [back] = events("If the firm does not act, the porters will be back on 2 September, leaders said.")
    assert (back.standing, back.claimant) == ("conditional", "leaders")
    assert back.kind != "statement"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Scarcely an evening of last week went by without a march in Hove.", "told"),
        ("There wasn’t a day last week without a picket in Hove.", "told"),
        ("The dispute ended on Friday without a march in Hove.", "denied"),
    ],
)
def test_two_denials_affirm(events: Reader, text: str, standing: str) -> None:
    [event] = events(text)
    assert event.standing == standing
