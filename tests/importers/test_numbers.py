from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.numbers import Form, find_numbers


def read(text: str) -> list[tuple[str, float, Form]]:
    return [(text[n.start : n.end], n.value, n.form) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,800", 1800),
        ("40, 000", 40000),
        ("1.4m", 1_400_000),
        ("2bn", 2 * 10**9),
        ("3k", 3000),
        ("3 hundred thousand", 300_000),
        ("two million", 2_000_000),
        ("two hundred and fifty thousand", 250_000),
        ("nineteen hundred", 1900),
        ("one hundred and two", 102),
        ("twenty-five", 25),
        ("One-hundred", 100),
        ("TEN", 10),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("a thousand", 1000),
        ("a dozen", 12),
        ("three dozen", 36),
        ("five thousand and one", 5001),
        ("1.1 million", 1_100_000),
        ("0.1", 0.1),
    ],
)
def test_exact_number(text: str, value: float) -> None:
    [(surface, got, form)] = read(text)
    assert (surface, got) == (text, value)
    assert form in {"digits", "words"}


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("hundreds", 200),
        ("Thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("thousands upon thousands", 2000),
        ("dozens", 24),
        ("scores", 40),
        ("several hundred", 300),
        ("a few thousand", 3000),
        ("a couple of thousand", 2000),
        ("100s", 200),
    ],
)
def test_vague_number_gives_the_least_it_can_mean(text: str, least: float) -> None:
    assert read(text) == [(text, least, "vague")]


@pytest.mark.parametrize("text", ["G20", "4x4", "1st", "3D", "#99", "a half-hearted", "a few", "a couple", "someone"])
def test_digits_and_letters_that_are_no_number(text: str) -> None:
    assert read(text) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [value for _, value, _ in read("between two and three hundred, 94 to 33, six-seven")] == [
        2,
        300,
        94,
        33,
        6,
        7,
    ]


def check_sound(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert number.value >= 0
        last = number.end


@given(st.text(alphabet=st.sampled_from("0123456789,. aA-nohtusdreidf½²٣é£\n")) | st.text())
def test_numbers_are_in_order_and_inside_the_text(text: str) -> None:
    check_sound(text)


@pytest.mark.parametrize("piece", ["1,", "one ", "hundreds of ", "1", "two hundred and ", "1.1", "half a ", "several "])
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    check_sound(piece * 40_000)
