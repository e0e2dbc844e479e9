"""Which of the trigger words of a clause names what happened."""

from __future__ import annotations

import re

from importers.events.clauses import Clause
from importers.events.lexicon import Trigger

_SEQUENCE = re.compile(r"\b(?:before|until|after|since|ahead of|following)\b")
_INDOORS = re.compile(
    r"\b(?:[Hh]all|[Rr]oom|[Cc]hurch|[Cc]hapel|[Cc]lub|[Ss]chool|[Ll]ibrary|[Tt]heatre|[Cc]entre|[Pp]ub|[Hh]otel|[Cc]ollege|[Ll]ounge)\b"
)


def head_of(text: str, clause: Clause) -> Trigger | None:
    """The trigger that names what happened: with a crowd the gathering, else the first that is not mere speech.

    Who "spoke at a meeting" is told of by the meeting; in "before the vote closes on Monday" the day is that of the
    vote; who "packed the hall to hear" came to a meeting.
    """
    gatherings = [t for t in clause.triggers if t.kind.gathering]
    if clause.crowds and gatherings:
        return _of_crowd(text, clause, gatherings)
    told = [t for t in clause.triggers if not t.kind.word] or list(clause.triggers)
    if told and clause.times:
        links = list(_SEQUENCE.finditer(text, clause.start, clause.times[0].start))
        told = [t for t in told if links and links[-1].end() <= t.start < clause.times[0].start] or told
    told = [t for t in told if not t.loose] or told
    if told and told[0].kind.name == "speech":
        return next((t for t in gatherings if t.noun and t.kind.name != "speech"), told[0])
    return told[0] if told else None


def _of_crowd(text: str, clause: Clause, gatherings: list[Trigger]) -> Trigger:
    named = [t for t in gatherings if t.noun and not t.loose]
    indoors = [t for t in gatherings if t.kind.name == "meeting"]
    if not named and indoors and _INDOORS.search(text, clause.start, clause.end):
        return indoors[0]
    return min(gatherings, key=lambda t: (not t.noun, t.loose, t.kind.rank))
