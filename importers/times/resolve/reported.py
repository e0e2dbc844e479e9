"""What the business pages report on and set beside it: a quarter up to its last day, and the same one of last year."""

from __future__ import annotations

import re
from datetime import timedelta

from importers.times import intervals
from importers.times.forms import Quarter, Unit
from importers.times.intervals import Interval
from importers.times.nouns import NOUN_BEHIND
from importers.times.resolve.choice import from_told
from importers.times.resolve.quarters import near_quarter, year_earlier
from importers.times.scene import Antecedent, Reading, Scene

CLOSE = timedelta(days=7)
"""So near the end of a calendar quarter the books of many firms are closed: on its last Friday, or its last Sunday."""
_AMOUNT = r"[a-z]{0,2}[£$€#]\d[\d.,]*(?: ?(?:m|bn|million|billion|cents|pence))?"
_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|from|than) (?:(?:an?|the|its|net|operating|pretax|restated|earnings|income|profits?|loss|"
    rf"losses|gains?|sales|revenues?|of) ){{0,5}}{_AMOUNT} (?:in )?$"
)
"""“compared with a loss of $3 million last year”."""
_RESULT = re.compile(
    r"'s (?:[a-z-]+ ){0,2}(?:loss(?:es)?|results?|profits?|net|earnings|sales|revenues?|turnover|figures)\b"
)
_FROM = re.compile(r"\b(?:compared (?:with|to)|against|versus|from|than) $")
_OWN_AMOUNT = re.compile(rf"'s (?:[a-z-]+ ){{0,2}}{_AMOUNT}")
"""“up from last year's $2 million”."""


def read_up_to(form: Quarter | Unit, end: Antecedent, scene: Scene) -> Reading:
    """“the quarter ended 30 September”: three months up to that day.

    It keeps the number that the firm gives it. Without one it has that of the calendar, unless the books are closed at
    another time or the report has given it another number: then it is one of the year.
    """
    last = end.interval.first
    first = intervals.moved(last + timedelta(days=1), "month", -3)
    of = Interval(_value(form, end, scene), first, last, "quarter")
    return Reading("DATE", of.value, "quarter up to its last day", first, last, from_told(end), interval=of)


def _value(form: Quarter | Unit, end: Antecedent, scene: Scene) -> str:
    last = end.interval.first
    if isinstance(form, Quarter):
        return f"{last.year:04}-Q{form.number}"
    of = min(
        (intervals.around(last, "quarter"), intervals.around(last - CLOSE, "quarter")),
        key=lambda quarter: abs(quarter.last - last),
    )
    told = near_quarter(scene)
    agrees = told is None or told.interval.value == of.value
    return of.value if agrees and abs(of.last - last) <= CLOSE else f"{last.year:04}-QX"


def read_compared(form: Unit, scene: Scene) -> Reading | None:
    """“last year” beside a figure of a quarter: that quarter of last year; None where it is the year.

    “This quarter” whose result is told is the one that the report is about: the running one has none.
    """
    told = near_quarter(scene)
    if told is None:
        return None
    if form.grain == "quarter" and form.reference == "this" and _RESULT.match(scene.after):
        return _reading(told.interval, "quarter told", told)
    if form.grain != "year" or form.reference != "last" or form.fiscal or not _is_compared(scene):
        return None
    year = scene.by_grain.get("year")
    if "year" in told.text or (year is not None and year.span > told.span):
        return None  # "this year's third quarter ... last year": years are what is compared
    return _reading(year_earlier(told.interval), "year before what was told", told)


def _reading(of: Interval, rule: str, told: Antecedent) -> Reading:
    return Reading("DATE", of.value, rule, of.first, of.last, from_told(told), interval=of)


_SINCE = re.compile(r"\b(?:since|from|than(?: at)?) (?:the )?$")
_TOWARD = re.compile(r"\b(?:by|before|until|till|around|about|near|toward|towards) (?:the )?$")


def read_close(form: Unit, scene: Scene) -> Reading | None:
    """“year-end” as a day: the last of the year that is running, or of the one before where the clause looks back.

    None for what is no such day, and beside a noun: "year-end figures" are those of the year.
    """
    if not form.closes or scene.now is None or scene.narrative or NOUN_BEHIND.match(scene.after):
        return None
    running = intervals.around(scene.now.day, form.grain)
    past = scene.tense() in {"past", "told"} and not _TOWARD.search(scene.before)
    back = (past or _SINCE.search(scene.before)) and running.last > scene.now.day
    of = intervals.day(running.first - timedelta(days=1) if back else running.last)
    return Reading("DATE", of.value, f"last day of the {form.grain}", of.first, of.last, scene.now, interval=of)


def _is_compared(scene: Scene) -> bool:
    own = _FROM.search(scene.before) is not None and _OWN_AMOUNT.match(scene.after) is not None
    return own or _BESIDE.search(scene.before) is not None
