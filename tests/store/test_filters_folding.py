from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.filters.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tomáš’s  “Night”—shift", 'tomas\'s "night"-shift'),
        ("Toma\u0301s\u030c", "tomas"),
        ("STRASSE straße", "strasse strasse"),
        ("Łódź Ørsted", "lodz orsted"),
        ("oﬃce", "office"),
        ("re\u00adelect\u200b", "reelect"),
        ("one\r\n\ttwo\u00a0three", "one two three"),
        ("日本 Ж", "日本 ж"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_does_not_count(text: str) -> None:
    assert fold(text.casefold()) == fold(text)
