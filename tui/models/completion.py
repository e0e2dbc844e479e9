"""How a filter may go on: fields, fixed values, and names that occur in the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from store.filters import FIELDS

_FIELD = re.compile(r"(?:^|[\s(])-?([a-z]{2,})$", re.IGNORECASE)
_VALUE = re.compile(r"(?:^|[\s(])-?([a-z]+):(?:[^\s\"]*,|\"[^\"]*\",)*(\"?)([^\",\s]?(?:[^\",]*))$", re.IGNORECASE)


def completed(query: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The query as it may go on, beginning with what is typed; None where nothing fits.

    `names`: field -> values that occur, the likeliest first. A quoted value goes on to the whole name,
    a bare one to a word of it, which is enough for the filter to find it.
    """
    value = _VALUE.search(query)
    if value is not None:
        field, quote, begun = value[1].lower(), value[2], value[3]
        if field not in FIELDS or not begun or (not quote and " " in begun):
            return None
        choices = (*FIELDS[field].choices, *names.get(field, ()))
        found = _first(_folded(choices) if quote else _words(choices), begun)
        return f"{query}{found[len(begun) :]}{quote}" if found else None
    name = _FIELD.search(query)
    found = _first(_folded(tuple(FIELDS)), name[1]) if name else None
    return f"{query}{found[len(name[1]) :]}:" if name and found else None


def _first(choices: Iterable[tuple[str, str]], begun: str) -> str | None:
    low = begun.casefold()
    return next((choice for folded, choice in choices if folded.startswith(low) and folded != low), None)


@lru_cache(maxsize=16)
def _folded(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each name without regard to capitals, and as it is."""
    return tuple((name.casefold(), name) for name in names)


@lru_cache(maxsize=16)
def _words(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The different words of the names, likewise: a thousand names are looked through at every key."""
    words = dict.fromkeys(word for name in names for word in re.findall(r"[^\s\"(),]+", name))
    return _folded(tuple(words))
