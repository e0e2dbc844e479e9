"""Lists of days: "Strike dates: Monday 5, Tuesday 6 and Thursday 8 March" tells one event for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from importers.events.clauses import Clause
from store.records import Time

_LINK = re.compile(r"(?:,|;|,? and|,? then|,? and then|,? plus|,? and again)(?: on)? (?:the )?")
_LINKS_ON = re.compile(rf"(?:{_LINK.pattern})\Z")
_STRETCH = 40
"""The longest end of a stretch, in code points: " to Friday 9 March, then "."""
_DATES = re.compile(r"\b(?:[Dd]ates|[Dd]ays)\b[^.,;]{0,24}\Z")


def days_apart(text: str, clause: Clause) -> list[Clause]:
    """The clause once for each day or run of days it lists; as it is where it lists none.

    "Tuesday and Wednesday" are one run, but not in a list of dates, which names each for itself.
    """
    if len(clause.times) < 2:
        return [clause]
    runs = _runs(text, clause)
    if len(runs) < 2 or len({run[0].first for run in runs}) < len(runs):
        return [clause]
    starts = [run[0].start for run in runs[1:]]
    edges = [clause.start, *starts, clause.end]
    lead = (clause.start, runs[0][0].start)
    return [
        replace(
            clause,
            start=edges[i],
            end=edges[i + 1],
            times=tuple(run),
            crowds=clause.crowds if not i else (),
            lead=lead,
        )
        for i, run in enumerate(runs)
    ]


def _runs(text: str, clause: Clause) -> list[list[Time]]:
    """The days of the list, those in a row together; empty where anything but a list stands between them."""
    each = _DATES.search(text, clause.start, clause.times[0].start) is not None
    runs: list[list[Time]] = []
    for time in clause.times:
        if runs and not (_LINK.fullmatch(text, runs[-1][-1].end, time.start) or _ranged(text, runs[-1][-1], time)):
            return []
        if runs and not each and _next_day(runs[-1], time):
            runs[-1].append(time)
        else:
            runs.append([time])
    return runs


def _ranged(text: str, last: Time, time: Time) -> bool:
    """True where a stretch ("Monday 5 to Friday 9") stands before the link."""
    gap = text[last.end : time.start]
    return last.first != last.last and len(gap) < _STRETCH and _LINKS_ON.search(gap) is not None


def _next_day(run: Sequence[Time], time: Time) -> bool:
    last = run[-1].last
    return (
        last is not None
        and time.first is not None
        and time.first - last == timedelta(days=1)
        and time.first == time.last
    )
