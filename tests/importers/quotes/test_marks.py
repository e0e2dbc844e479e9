from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from importers.documents import Block, Document
from importers.quotes import Quotation, find_quotations

Found: TypeAlias = Callable[[str], list[tuple[str, Quotation]]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said: “We are staying.” He left.", ["We are staying."]),
        ('She said: "We are staying." He left.', ["We are staying."]),
        ("She said: «We are staying.» He left.", ["We are staying."]),
        ("She said: ‘We’re staying.’ He left.", ["We’re staying."]),
        ("She said: 'We're staying.' He left.", ["We're staying."]),
        ("They called it ‘cruel’ and “daft”.", ["cruel", "daft"]),
        ("He said “ not today ” and left.", ["not today"]),
        ("It read ““No cuts””, twice.", ["No cuts"]),
        ("The sign read ``No cuts''.", ["No cuts"]),
    ],
)
def test_every_kind_of_mark_opens_and_closes(found: Found, text: str, words: list[str]) -> None:
    assert [inside for inside, _ in found(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The members’ vote isn’t over, and it’s the union’s turn.",
        "The members' vote isn't over, and it's the union's turn.",
        "Rock 'n' roll in the '90s, and get 'em while it lasts.",
        "The dockers’ and the miners’ banners hung there.",
        "O’Neill met D’Arcy.",
        'A board of 12" by 20" was used.',
        "Nothing is quoted here.",
        "“” and “ ” hold nothing.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(found: Found, text: str) -> None:
    assert found(text) == []


def test_a_plural_apostrophe_does_not_close_a_single_quotation(found: Found) -> None:
    assert [inside for inside, _ in found("He praised ‘the nurses’ courage’ at length.")] == ["the nurses’ courage"]


def test_a_quotation_inside_another_stays_inside(found: Found) -> None:
    text = "“He asked, ‘Why now?’ and I left,” she said. 'They shouted \"shame\" at him.'"
    assert [inside for inside, _ in found(text)] == [
        "He asked, ‘Why now?’ and I left,",
        'They shouted "shame" at him.',
    ]


def test_a_running_quotation_opens_in_each_paragraph_and_closes_in_the_last(found: Found) -> None:
    one, two, three = found("He said: “First.\n“Second.\n“Third.”")
    assert [inside for inside, _ in (one, two, three)] == ["First.", "Second.", "Third."]
    assert [quotation.closed for _, quotation in (one, two, three)] == [False, False, True]
    assert [quotation.continued for _, quotation in (one, two, three)] == [False, True, True]


def test_a_quotation_that_opens_after_a_closed_one_is_not_continued(found: Found) -> None:
    assert [quotation.continued for _, quotation in found("“First,” he said.\n“Second,” she said.")] == [False, False]


def test_a_lost_paragraph_break_splits_the_quotation(found: Found) -> None:
    (first, one), (second, two) = found("He said: “We will fight on.“Nobody thinks otherwise.”")
    assert (first, second) == ("We will fight on.", "Nobody thinks otherwise.")
    assert not one.closed
    assert two.closed
    assert two.continued


def test_a_closing_mark_without_opening_takes_the_paragraph(found: Found) -> None:
    ((inside, quotation),) = found("Marchers gathered.\nWe need many more days like this one.”")
    assert inside == "We need many more days like this one."
    assert not quotation.opened


def test_a_wrong_closing_mark_closes_all_the_same(found: Found) -> None:
    assert [inside for inside, _ in found("They saw “Frozen“ and went home.")] == ["Frozen"]


def test_two_apostrophes_are_a_family_of_their_own(found: Found) -> None:
    ((inside, quotation),) = found("''Never again,'' she said.")
    assert inside == "Never again,"
    assert quotation.mark == "''"


def test_blocks_that_tell_nothing_hold_no_quotation() -> None:
    text = "“Subscribe”\n“We won,” she said."
    blocks = (Block("furniture", 0, 11), Block("paragraph", 12, len(text)))
    (only,) = find_quotations(Document(text, blocks))
    assert text[only.start : only.end] == "We won,"


def test_speech_in_single_marks_runs_over_a_paragraph(found: Found) -> None:
    first, second = found("Ann Price said: ‘They told the members’ meeting by letter.\n‘We don’t mind.’")
    assert [first[0], second[0]] == ["They told the members’ meeting by letter.", "We don’t mind."]
    assert (first[1].closed, first[1].continued) == (False, False)
    assert (second[1].closed, second[1].continued) == (True, True)


def test_an_unclosed_single_mark_before_plain_prose_is_none(found: Found) -> None:
    assert found("Ann Price said: ‘They told us by letter.\nNobody minds.") == []
