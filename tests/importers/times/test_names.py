"""Words of time within names."""

from __future__ import annotations

from datetime import date

import pytest

from importers.documents import Block, Document
from importers.times import read_times
from store.records import Context

TUESDAY = Context(published=date(2016, 8, 23))


def found(text: str) -> list[str]:
    return [time.text for time in read_times(Document(text, (Block("paragraph", 0, len(text)),)), TUESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "They sang of the October Revolution.",
        "Members of the 1922 Committee met.",
        "It was signed under the Good Friday Agreement.",
        "She reads the May Day Manifesto.",
        "She told the Today programme so.",
        "They ran a summer school.",
        "Winter fuel payments are cut.",
        "He writes for an Evening Standard column.",
        "It came at the eleventh hour.",
        "Three-quarters voted yes.",
        "The Monday Club backed him.",
        "She runs a firm called Harbour 1991.",
        "He said so on “This Week With Ann Lee”.",
        "These are the leaders of tomorrow.",
        "The furnace burns night and day.",
    ],
)
def test_a_name_is_no_day(text: str) -> None:
    assert not [time for time in _dated(text) if time]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They called the 1991 strike off.", ["1991"]),
        ("“This week Ann Lee goes,” he said.", ["This week"]),
        ("Speakers at the rally of tomorrow are known.", ["tomorrow"]),
        ("She leads the youth of tomorrow's march.", ["tomorrow"]),
    ],
)
def test_what_only_looks_like_one_is_a_day(text: str, days: list[str]) -> None:
    assert found(text) == days


def _dated(text: str) -> list[date | None]:
    return [time.first for time in read_times(Document(text, (Block("paragraph", 0, len(text)),)), TUESDAY)]


def test_a_minister_of_that_name_is_no_month() -> None:
    text = "Theresa May took over. A letter from May came, and May's cabinet met. Since May became leader it is quiet."

    assert found(text) == []
    assert found(f"{text} In May they met, and in early May they spoke.") == ["May", "early May"]


@pytest.mark.parametrize("text", ["A letter from May came.", "By May it was over."])
def test_without_her_it_is_the_month(text: str) -> None:
    assert found(text) == ["May"]
