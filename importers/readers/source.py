"""A source: one text with what was said about it before anybody read it."""

from __future__ import annotations

from dataclasses import dataclass

from importers.context import Given
from importers.readers.front_matter import BYLINE, CONTEXT, DIGEST, TITLE, split_front_matter


@dataclass(frozen=True)
class Source:
    """A text as read, without front matter, and what is given about it; plain values that travel to any worker."""

    name: str
    """The file or address it was read from."""
    text: str
    given: tuple[Given, ...] = ()
    title: str | None = None
    byline: str | None = None
    digest: bool = False
    """True where the front matter says that the text is a digest of a report."""


def source_of(name: str, text: str, given: tuple[Given, ...] = ()) -> Source:
    """A source from a decoded text: its front matter, if any, joins what is given.

    Raises ValueError, as half a sentence, where the front matter is not closed, a value of it cannot be read or no text is below it.
    """
    values, body = split_front_matter(text)
    if not body.strip():
        message = "is empty" if not values else "has a front matter and no text below it"
        raise ValueError(message)
    if not values:
        return Source(name, text, given)
    try:
        matter = Given.read("front matter", *(_first(values, *keys) for keys in CONTEXT))
    except ValueError as error:
        message = f"front matter: published {error}"
        raise ValueError(message) from error
    return Source(
        name,
        body,
        (matter, *given),
        title=_first(values, *TITLE),
        byline=_first(values, *BYLINE),
        digest=_truth(values.get(DIGEST, "")),
    )


def _first(values: dict[str, str], *keys: str) -> str | None:
    return next((values[key] for key in keys if values.get(key)), None)


def _truth(value: str) -> bool:
    if value.casefold() in {"", "false", "no"}:
        return False
    if value.casefold() in {"true", "yes"}:
        return True
    message = f'front matter: digest is "{value[:40]}"; write true or false'
    raise ValueError(message)
