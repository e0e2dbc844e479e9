"""The kinds that `kind:` knows: of records, of figures, and of the taxonomy of events in `data/events.toml`."""

from __future__ import annotations

from functools import cache

import data

RECORDS = ("event", "figure", "quote", "time")
FIGURES = ("attendance", "membership", "votes", "money", "audience", "contacts", "duration", "share", "other")
"""As `store.records.Figure.kind` lists them."""


@cache
def events() -> tuple[str, ...]:
    """The kinds of events, in alphabetical order."""
    import tomllib  # costs 3 ms, and not every start needs it

    with data.path("events.toml").open("rb") as file:
        return tuple(sorted(tomllib.load(file)))


def is_known(begun: str) -> bool:
    """Whether some kind begins so, or this is the plural of one."""
    return any(kind.startswith(begun) or begun == f"{kind}s" for kind in (*RECORDS, *FIGURES, *events()))
