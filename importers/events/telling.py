"""Whether a clause tells a happening at all: done, or announced for a day to come, and not denied or only summed up."""

from __future__ import annotations

import re
from datetime import date

from importers.events.clauses import Clause
from importers.events.lexicon import Trigger
from importers.events.verbs import is_past, is_to_come
from importers.events.when import days_long
from store.records import Time

_ASIDE = re.compile(r",? (?:who|which|that|whose)\b[^,]*\Z|\b(?:if|whether|unless|would)\b[^,]*\Z")
_SUMMARY = re.compile(r"(?:It|This|That|These|They) (?:was|is|were|are)\b")
_NEVER = re.compile(r"\b(?:ha(?:s|ve|d)(?:n['’]t| not| never)|never|not (?:been|missed|held|joined))\b[^,;]*\Z")
_LOOKS_BACK = re.compile(
    r"\b(?:had|has|have|would|will|could|should|may|might|never|always|usually|often|if|when|since|until|before|after|ago|once|already|used to|who|which|that)\b"
)
_WEEK = 7


def tells(text: str, clause: Clause, time: Time, published: date | None) -> bool:
    """True where a clause without a trigger tells a happening of that day: done or announced, the day in no aside."""
    before = text[clause.start : time.start]
    ahead = published is not None and time.first is not None and time.first > published
    told = is_past(text, clause.start, clause.end) or (ahead and is_to_come(text, clause.start, clause.end))
    return days_long(time) <= _WEEK and told and not _ASIDE.search(before)


def sums_up(text: str, clause: Clause, trigger: Trigger | None) -> bool:
    """True for "It was the second of three rallies": words on gatherings already told."""
    return trigger is not None and trigger.kind.gathering and _SUMMARY.match(text, clause.start) is not None


def is_denied(text: str, clause: Clause, trigger: Trigger) -> bool:
    """True for a gathering of which the clause says that it has not been: "has not missed a march"."""
    return trigger.kind.gathering and _NEVER.search(text, clause.start, trigger.start) is not None


def goes_on(text: str, clause: Clause, trigger: Trigger) -> bool:
    """True for a clause that tells what was done next: a verb in the past, no look back and no general remark."""
    if trigger.noun or trigger.kind.gathering or not is_past(text, trigger.start, trigger.end):
        return False
    return _LOOKS_BACK.search(text, clause.start, clause.end) is None


def was_done(text: str, clause: Clause, trigger: Trigger | None) -> bool:
    """True for a clause that tells in the past what a verb or a sure noun names."""
    sure = trigger is not None and not (trigger.loose and trigger.noun)
    return sure and is_past(text, clause.start, clause.end)


def is_sure(trigger: Trigger | None, clause: Clause) -> bool:
    """True where a word surely names a happening, or people came together: enough to tell what is long past."""
    return bool(clause.crowds) or (trigger is not None and not trigger.loose and not trigger.kind.word)
