"""Speakers whom the page itself names: a label before a turn or inside the marks, a signature below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.people import People
from importers.quotes.marks import Quotation
from importers.quotes.resolve import Source
from importers.quotes.transcripts import speaker_of
from store.records import Span

_SIGNATURE = re.compile(
    r"[.,]?[^\S\n]*+\n\s*+[-–—―]+ ?(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?=\.?\s*(?:\n|$|,))"
)
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,2}): ")


@dataclass(frozen=True, slots=True)
class Given:
    """What one quotation was given: its source, or the knowledge that there is none."""

    source: Source | None
    cue: str | None
    how: str
    continued: bool = False
    sure: bool = True
    """False where another speaker is thinkable."""


def labelled(text: str, quotation: Quotation, people: People) -> Given | None:
    """A turn of a transcript, printed in quotation marks with the label of its speaker: `“SMITH: No.”`."""
    if quotation.label is not None:
        return _turn(text, quotation, quotation.label, people)
    match = _LABEL.match(text, quotation.start, quotation.end)
    if match is None:
        return None
    person = people.by_family(match["name"])
    start, end = match.span("name")
    source = Source(start, end, person.name if person else match["name"], person=person)
    return Given(source, None, "named by the label in the quotation")


def _turn(text: str, quotation: Quotation, label: Span, people: People) -> Given:
    """A turn of a transcript without marks: `SMITH: No.`."""
    words = text[label[0] : label[1]]
    name = speaker_of(words)
    if name is None:
        return Given(None, None, f"'{words}' names nobody")
    person = people.by_family(name) or people.by_role(words)
    source = Source(*label, person.name if person else name, person=person)
    return Given(source, None, "named by the label before the turn", continued=quotation.continued)


def signed(text: str, quotation: Quotation, people: People) -> Given | None:
    """The name on a line of its own below a quotation: `― Ann Price`."""
    match = _SIGNATURE.match(text, min(quotation.end + 1, len(text)))
    if match is None:
        return None
    start, end = match.span("name")
    mention = people.at(start) or people.at(end - 1)
    name = mention.person.name if mention else match["name"]
    return Given(
        Source(start, end, name, person=mention.person if mention else None), None, "signature below the quotation"
    )
