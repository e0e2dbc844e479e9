"""Whether a clause tells a happening at all: done, or announced for a day to come, and not denied or only summed up."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache

import data
from importers.events.clauses import Clause
from importers.events.lexicon import Trigger
from importers.events.when import days_long
from importers.word_pattern import exact_pattern
from store.records import Time

_ASIDE = re.compile(r",? (?:who|which|that|whose)\b[^,]*\Z|\b(?:if|whether|unless|would)\b[^,]*\Z")
_SUMMARY = re.compile(r"(?:It|This|That|These|They) (?:was|is|were|are)\b")
_NEVER = re.compile(r"\b(?:ha(?:s|ve|d)(?:n['’]t| not| never)|never|not (?:been|missed|held|joined))\b[^,;]*\Z")
_WEEK = 7


@cache
def _words(name: str) -> re.Pattern[str]:
    raw = tomllib.loads(data.path("telling.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{exact_pattern(raw[name])})\b")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{_words('past').pattern}|\b[a-z]{{2,}}ed\b")


def looks_ahead(words: str) -> bool:
    """True where a clause without a day speaks of what is to come."""
    return _words("ahead").search(words) is not None


def tells(text: str, clause: Clause, time: Time, published: date | None) -> bool:
    """True where a clause without a trigger tells a happening of that day: done or announced, the day in no aside."""
    before = text[clause.start : time.start]
    whole = text[clause.start : clause.end]
    ahead = published is not None and time.first is not None and time.first > published
    told = _past().search(whole) or (ahead and _words("to_come").search(whole))
    return days_long(time) <= _WEEK and bool(told) and not _ASIDE.search(before)


def sums_up(text: str, clause: Clause, trigger: Trigger | None) -> bool:
    """True for "It was the second of three rallies": words on gatherings already told."""
    return trigger is not None and trigger.kind.gathering and _SUMMARY.match(text, clause.start) is not None


def is_denied(text: str, clause: Clause, trigger: Trigger) -> bool:
    """True for a gathering of which the clause says that it has not been: "has not missed a march"."""
    return trigger.kind.gathering and _NEVER.search(text, clause.start, trigger.start) is not None
