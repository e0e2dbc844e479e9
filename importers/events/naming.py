"""Which of the trigger words of a clause names what happened."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.events.clauses import Clause, relatives
from importers.events.lexicon import Trigger, taxonomy
from store.records import Time

_SEQUENCE = re.compile(r"\b(?:before|until|after|since|ahead of|following)\b")
_SUBORDINATES = re.compile(
    r"\b(?:who|whose|which|because|in which|saying|blaming|citing|after|as|while|whether|if)\b[^,;]*\Z"
)
_MEANWHILE = re.compile(r"\s(?:as|while)\s(?!.*\b(?:who|whose|which|because|saying|after|if|whether)\b)[^,;]*")
"""Between a day and a word these open a clause that tells of the same day: "on Friday as drivers walked out"."""
_SEAT = re.compile(r"\b(?:held|kept|retained|took|gained|captured|won|lost)\b[^.,;]{0,60}?\bseat\b")
_OF_ELECTION = re.compile(
    r"['’]?s? ?(?:(?:is|was|are|were|will be|to be|takes? place|held|called|due|set|scheduled|on|in|of|for|for the|the|by|general|presidential|parliamentary"
    r"|local|council|district|county|mayoral|leadership|primary|early|snap|state|Scottish|Welsh|European|parliament|assembly|,)(?: |\Z))*"
)
_NOTHING = re.compile(r"[.\s]*")
_SOURCE = re.compile(r", [^,;]{2,48} \Z")
_IT_WAS = re.compile(
    r"(?:\b(?:said|says|that|called) (?:it|this|that) (?:was|is)|\bcalled it) (?:not )?(?:a|an) (?:[\w’'-]+ ){0,2}\Z"
)
"""Before a noun it says what somebody thinks of a happening: "said it was a protest that would pass"."""
_SHARED = frozenset({"vote", "result", "decision"})
_DECIDING = frozenset({"court ruling", "vote"})
_INDOORS = re.compile(
    r"\b(?:[Hh]all|[Rr]oom|[Cc]hurch|[Cc]hapel|[Cc]lub|[Ss]chool|[Ll]ibrary|[Tt]heatre|[Cc]entre|[Pp]ub|[Hh]otel|[Cc]ollege|[Ll]ounge)\b"
)
_OUTDOORS = re.compile(
    r"\b(?:[Ss]quare|[Pp]ark|[Ss]treets?|[Gg]reen|[Cc]ommon|[Ff]ields?|[Bb]each|[Mm]arket ?place|[Oo]utside|[Ss]teps|[Ss]tadium)\b"
)


def head_of(text: str, clause: Clause) -> Trigger | None:
    """The trigger that names what happened: with a crowd the gathering, else the first that is not mere speech.

    Who "spoke at a meeting" is told of by the meeting; in "before the vote closes on Monday" the day is that of the
    vote; who "packed the hall to hear" came to a meeting.
    """
    clause = _without_relatives(text, clause)
    gatherings = [t for t in clause.triggers if t.kind.gathering]
    if clause.crowds and gatherings:
        return _of_crowd(text, clause, gatherings)
    counting = [t for t in clause.triggers if not t.with_crowd and _is_near(text, clause, t)]
    counting = counting or [t for t in clause.triggers if not t.with_crowd and _is_meanwhile(text, clause, t)]
    told = [t for t in counting if not t.kind.word] or [t for t in counting if not _is_tail(text, clause, t)]
    if told and clause.times:
        links = list(_SEQUENCE.finditer(text, clause.start, clause.times[0].start))
        told = [t for t in told if links and links[-1].end() <= t.start < clause.times[0].start] or told
    told = [t for t in told if not t.loose] or told
    if told and told[0].kind.name == "speech":
        return next((t for t in gatherings if t.noun and t.kind.name != "speech"), told[0])
    return _by_what_it_says(text, clause, counting, told[0]) if told else None


def _without_relatives(text: str, clause: Clause) -> Clause:
    """Without the words of asides that only say who somebody is, where there are others."""
    asides = relatives(text, clause) if len(clause.triggers) > 1 else ()
    kept = tuple(t for t in clause.triggers if not any(start <= t.start < end for start, end in asides))
    return replace(clause, triggers=kept) if kept else clause


def _by_what_it_says(text: str, clause: Clause, triggers: list[Trigger], head: Trigger) -> Trigger:
    """A verb that courts and meetings share is told of whichever the clause has for its subject.

    "The High Court rejected" is a ruling, "a motion was defeated" a vote; "held the seat by 90 votes" is a result.
    """
    if head.loose and head.kind.name == "vote" and _SEAT.search(text, clause.start, clause.end):
        return replace(head, kind=taxonomy().kinds["result"])
    if head.noun or head.kind.name not in _SHARED:
        return head
    before = [t for t in triggers if t.loose and t.noun and t.end <= head.start and t.kind.name in _DECIDING]
    return replace(head, kind=before[0].kind) if before else head


def _is_near(text: str, clause: Clause, trigger: Trigger) -> bool:
    """False for a word that another clause holds than the one with the day, where it is no noun for a gathering.

    An election is told where its own day is given, not wherever one is spoken of.
    """
    if trigger.noun and _IT_WAS.search(text, clause.start, trigger.start):
        return False
    if not clause.times or (trigger.noun and (trigger.kind.gathering or trigger.kind.name == "visit")):
        return True
    gaps = [_between(text, trigger, time) for time in clause.times]
    if trigger.kind.name == "election" and trigger.loose:
        return any(_OF_ELECTION.fullmatch(gap) for gap in gaps)
    return not all(_SUBORDINATES.search(gap) for gap in gaps)


def _is_meanwhile(text: str, clause: Clause, trigger: Trigger) -> bool:
    """True for a word of a clause that tells what happened at the same time, right behind the day."""
    return any(
        time.end <= trigger.start and _MEANWHILE.fullmatch(text, time.end, trigger.start) for time in clause.times
    )


def _is_tail(text: str, clause: Clause, trigger: Trigger) -> bool:
    """True for the verb of an attribution behind what is told with its day: "They will be back on Wednesday, she said"."""
    if trigger.noun or not clause.times or clause.times[-1].end > trigger.start:
        return False
    return (
        _NOTHING.fullmatch(text, trigger.end, clause.end) is not None
        and _SOURCE.search(text, clause.times[-1].end, trigger.start) is not None
    )


def _between(text: str, trigger: Trigger, time: Time) -> str:
    return text[trigger.end : time.start] if trigger.end <= time.start else text[time.end : trigger.start]


def _of_crowd(text: str, clause: Clause, gatherings: list[Trigger]) -> Trigger:
    named = [t for t in gatherings if t.noun and not t.loose]
    indoors = [t for t in gatherings if t.kind.name == "meeting"]
    if not named and indoors and _INDOORS.search(text, clause.start, clause.end):
        return indoors[0]
    head = min(gatherings, key=lambda t: (not t.noun, t.loose, t.kind.rank))
    if not named and head.kind.name == "meeting" and _OUTDOORS.search(text, clause.start, clause.end):
        return replace(head, kind=taxonomy().kinds["rally"])
    return head
