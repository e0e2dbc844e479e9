from __future__ import annotations

import pytest

from importers.people.roles import plain_role


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("shadow chancellor", "shadow chancellor"),
        ("a driver from Hull", "driver from Hull"),
        ("Hull MP Sir", "Hull MP"),
        ("Vermont Sen.", "Vermont Senator"),
        ("and Councillor", "Councillor"),
        ("Tom Field and deputy leader", "deputy leader"),
        ("President Field and Vice President", "Vice President"),
        ("then a student in Leeds", "student in Leeds"),
        ("2012 nominee", "2012 nominee"),
        ("Labour member and student", "Labour member and student"),
        ("councillor in Leeds and former leader", "councillor in Leeds and former leader"),
    ],
)
def test_a_role_stands_behind_a_name(said: str, role: str) -> None:
    assert plain_role(said) == role


@pytest.mark.parametrize(
    "said",
    ["Mr", "his wife", "Vermont", "told members in Leeds", "when leaders met", "31 members", "was a leader", "and", ""],
)
def test_words_that_are_no_role(said: str) -> None:
    assert plain_role(said) == ""
