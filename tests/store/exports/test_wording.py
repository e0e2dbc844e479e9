from __future__ import annotations

import sys
import tomllib
import unicodedata
from datetime import date

import pytest

import data
from store.exports.harmless import escape_json, one_line
from store.exports.wording import bounds_in_words, day_in_words, days_in_words, is_loose, source_in_words
from store.records import Bounds, Context, Issue


def test_a_day() -> None:
    assert day_in_words(date(2016, 8, 21)) == "Sunday 21 August 2016"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2016, 8, 21), date(2016, 8, 21), "21 August 2016"),
        (date(2016, 8, 8), date(2016, 8, 14), "8 to 14 August 2016"),
        (date(2016, 7, 30), date(2016, 8, 2), "30 July to 2 August 2016"),
        (date(2015, 12, 30), date(2016, 1, 2), "30 December 2015 to 2 January 2016"),
        (date(2015, 8, 30), date(2016, 8, 30), "30 August 2015 to 30 August 2016"),
    ],
)
def test_days(first: date, last: date, words: str) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3000, 3000, "3,000"),
        (2.5, 2.5, "2.5"),
        (2000.0, None, "at least 2,000"),
        (None, 4000, "at most 4,000"),
        (2000, 3000, "2,000 to 3,000"),
        (None, None, ""),
    ],
)
def test_bounds(low: float | None, high: float | None, words: str) -> None:
    assert bounds_in_words(Bounds(low=low, high=high)) == words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (500, 500, "around", "around 500"),
        (None, 4000, "up to", "up to 4,000"),
        (1000, None, "well over", "well over 1,000"),
        (200, None, "or more", "200 or more"),
        (50, None, "+", "50+"),
        (200, 200, "odd", "200 odd"),
        (500, None, "another and more", "another 500 and more"),
        (24, None, "about", "at least 24"),
        (200, None, None, "at least 200"),
        (200, 300, "between", "200 to 300"),
        (None, None, "about", ""),
    ],
)
def test_bounds_in_their_own_words(low: int | None, high: int | None, qualifier: str | None, words: str) -> None:
    assert bounds_in_words(Bounds(low=low, high=high, qualifier=qualifier)) == words


@pytest.mark.parametrize(
    ("qualifier", "loose"),
    [("around", True), ("or so", True), ("only about", True), ("only", False), ("another", False), (None, False)],
)
def test_words_that_make_a_number_inexact(qualifier: str | None, *, loose: bool) -> None:
    assert is_loose(qualifier) is loose


def test_a_sign_of_money_goes_before_each_number() -> None:
    assert bounds_in_words(Bounds(low=10, high=20), "£") == "£10 to £20"
    assert bounds_in_words(Bounds(low=10, qualifier="over"), "£") == "over £10"


@pytest.mark.parametrize(
    ("issue", "words"),
    [
        (None, "source unknown"),
        (Issue(text="", context=Context()), "source unknown"),
        (Issue(text="", context=Context(), source="a.txt"), "a.txt"),
        (Issue(text="", context=Context(), title="March", source="a.txt"), "March"),
        (Issue(text="", context=Context(publication="Gazette", published=date(2016, 8, 2))), "Gazette, 2 August 2016"),
    ],
)
def test_source(issue: Issue | None, words: str) -> None:
    assert source_in_words(issue) == words


def test_one_line() -> None:
    assert one_line(" a\r\n\tb\x1b[0m\u2028c\ud800 \u00a0 d\x85e\x9f\u202e ") == "a b\ufffd[0m c\ufffd d e\ufffd\ufffd"


def test_every_harmful_character_is_caught_wherever_it_stands() -> None:
    harmful = {"Cc", "Cs", "Zl", "Zp"}
    bidi = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in harmful or character in bidi:
            assert character not in one_line(f"a{character}b")
            assert code < 0x20 or character not in escape_json(f'"a{character}b"')


def test_json_escapes_beyond_the_first_plane() -> None:
    assert escape_json('"a\x7fé\u202e\U000e0041"') == '"a\\u007fé\\u202e\\udb40\\udc41"'


@pytest.mark.parametrize("where", ["before", "after"])
def test_every_qualifier_that_figures_are_read_with_is_told_for_what_it_is(where: str) -> None:
    with data.path("units.toml").open("rb") as file:
        read = {
            bound: [phrase.lstrip("-") for phrase in phrases] for bound, phrases in tomllib.load(file)[where].items()
        }
    for phrase in {*read["about"]} - {"very low", "very high"}:
        assert is_loose(phrase), phrase
    for phrase in (*read["at_least"], *read["at_most"]):
        assert "at " not in bounds_in_words(Bounds(low=5, qualifier=phrase)).replace(phrase, ""), phrase
    for phrase in read.get("exact", ()):
        assert bounds_in_words(Bounds(low=5, qualifier=phrase)) == "at least 5", phrase
        assert not is_loose(phrase), phrase
