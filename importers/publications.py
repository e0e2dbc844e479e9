"""The papers we know: names, countries and calendars, from `data/publications.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

import data


class Publication(msgspec.Struct, frozen=True):
    """A paper and what is known of its calendar."""

    title: str
    country: str
    aliases: tuple[str, ...] = ()


@cache
def publications() -> dict[str, Publication]:
    """Every paper we know, by its key in the data file."""
    return msgspec.toml.decode(data.path("publications.toml").read_bytes(), type=dict[str, Publication])


@cache
def _by_name() -> dict[str, Publication]:
    return {_key(name): paper for paper in publications().values() for name in (paper.title, *paper.aliases)}


def find_publication(name: str) -> Publication | None:
    """The paper of this title or alias, upper and lower case and a leading "the" aside; None for one we do not know."""
    return _by_name().get(_key(name))


def is_masthead(words: str) -> bool:
    """Whether the line is nothing but the name of a paper we know."""
    return len(words) <= 80 and find_publication(words) is not None


def _key(name: str) -> str:
    plain = " ".join(name.casefold().split()).strip(" .,:|–—-")
    return plain.removeprefix("the ")
