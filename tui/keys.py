"""Keys: Textual's names of them, and how people write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

SIGNS_OF_KEYS = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "space": "Space",
    "backspace": "Backspace",
    "insert": "Insert",
    "delete": "Delete",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
"""Textual's names of keys -> what is printed on them."""

PUNCTUATION = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name of a character is not that of Unicode."""

RESERVED = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that always do the same, whatever else goes wrong."""

_MODIFIERS = ("ctrl", "alt", "shift")


def name_of_character(character: str) -> str:
    """Textual's name of the key that types a character: "slash" for "/"; letters and digits are their own."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return PUNCTUATION.get(name, name)


_CHARACTERS = {name_of_character(chr(code)): chr(code) for code in range(0x21, 0x7F)}
_NAMES = {sign.casefold(): key for key, sign in SIGNS_OF_KEYS.items()}


@cache
def sign(key: str) -> str:
    """A key as people write it: "Ctrl-u", "[", "←"."""
    if key in SIGNS_OF_KEYS:
        return SIGNS_OF_KEYS[key]
    *modifiers, last = key.split("+")
    printed = SIGNS_OF_KEYS.get(last) or _CHARACTERS.get(last) or (last.upper() if _is_function(last) else last)
    return "-".join([*(modifier.capitalize() for modifier in modifiers), printed])


def key_named(words: str) -> str | None:
    """Textual's name of a key as people write it ("Ctrl-u", "ctrl+u", "[", "Left", "F5"); None where there is none."""
    typed = words.strip()
    *modifiers, last = re.split(r"(?<=.)[+-](?=.)", typed)
    modifiers = [modifier.strip().casefold() for modifier in modifiers]
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    # With a modifier, terminals do not tell upper case from lower.
    bare = last.casefold() if modifiers else last
    key = _named(bare)
    return "+".join([*sorted(modifiers), key]) if key else None


def _named(word: str) -> str | None:
    low = word.casefold()
    if low in _NAMES:
        return _NAMES[low]
    if len(word) == 1:
        return name_of_character(word) or None
    if low in SIGNS_OF_KEYS or low in _CHARACTERS or _is_function(low):
        return low
    return None


def _is_function(key: str) -> bool:
    return re.fullmatch(r"f([1-9]|1[0-2])", key) is not None
