from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.safe_text import safe


def harmful(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_no_harmful_code_point_survives() -> None:
    survivors = [hex(code) for code in range(sys.maxunicode + 1) if harmful(safe(chr(code)))]
    assert survivors == []


def test_plain_text_is_looked_at_as_closely_as_any_other() -> None:
    # A control character at the front: the text can not be plain.
    differ = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if safe(f"a{chr(code)}", newlines=True) != safe(f"\x00a{chr(code)}", newlines=True)[1:]
    ]
    assert differ == []
    assert safe("e\u0301\u0302\u0303\u0304") == "e\u0301\u0302\u0303◌"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [sic] “quoted” – naïve €5 日本", "plain [sic] “quoted” – naïve €5 日本"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x1b[31mred\x7f", "␛[31mred␡"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("a\u202eb\u2066c\u200bd\ufeffe\u00adf", "a◌b◌c◌d◌e◌f"),
        ("one\ttwo\r\nthree\u2028four", "one two  three four"),
        ("half \ud83d pair", "half \N{REPLACEMENT CHARACTER} pair"),
        ("e\u0301", "e\u0301"),
        ("z" + "\u0335" * 6, "z" + "\u0335" * 3 + "◌◌◌"),
    ],
)
def test_stand_ins(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_newlines_stay_where_asked() -> None:
    assert safe("one\ntwo\r\n\x1bthree\t", newlines=True) == "one\ntwo \n␛three "


@given(st.text(st.characters(codec=None)))
def test_offsets_stay_and_twice_changes_nothing(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert safe(safe(text)) == safe(text)
    assert not any(map(harmful, safe(text)))
