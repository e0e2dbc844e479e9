"""Which day or week is meant by its place in a month: "the first Saturday in July", "the week of 6 March"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from importers.times import intervals
from importers.times.forms import Expression, OfMonth, WeekOf
from importers.times.intervals import Interval
from importers.times.resolve.dates import read_date
from importers.times.scene import Reading, Scene

_HELD = re.compile(
    r"\b(?:meets?|gathers?|opens?|runs?|takes? place|(?:is|are) (?:held|open)|(?<!will )(?<!to )come|every|each|usually|always|normally)\b[^.;]*$"
)
"""“The branch meets on the first Monday of the month”."""


def read_of_month(expression: Expression, form: OfMonth, scene: Scene) -> Reading:
    """The nth weekday, week or weekend of a month."""
    if expression.rule == "weekday of the month" and _HELD.search(scene.before):
        return Reading("SET", "P1M", "what comes again")
    if form.month.month is None:
        if scene.now is None:
            return Reading("DATE", "XXXX-XX", "nth of a month")
        step = {"last": -1, "next": 1}.get(form.reference, 0)
        if (
            form.reference == "bare"
            and scene.tense() == "future"
            and _nth(form, intervals.around(scene.now.day, "month")).last < scene.now.day
        ):
            step = 1
        at = scene.now.day + relativedelta(months=step)
        month = intervals.month(at.year, at.month)
        inner = Reading("DATE", month.value, "month", month.first, month.last, scene.now, interval=month)
    else:
        inner = read_date(expression, form.month, scene)
    of = inner.interval
    if of is None:
        return Reading("DATE", inner.value, "nth of a month")
    if form.nth == 0:
        return Reading(
            "DATE", f"{of.value}-XX", "some day of a month", of.first, of.last, inner.anchor, inner.alternatives, of
        )
    found = _nth(form, of)
    return Reading(
        "DATE", found.value, "nth of a month", found.first, found.last, inner.anchor, inner.alternatives, found
    )


def _nth(form: OfMonth, of: Interval) -> Interval:
    if form.weekday is None:
        first = of.last - timedelta(days=6) if form.nth < 0 else of.first + timedelta(days=7 * (form.nth - 1))
        last = min(first + timedelta(days=6), of.last)
        return Interval(intervals.week(first + timedelta(days=3)).value, first, last, "week")
    if form.nth < 0:
        day = of.last - timedelta(days=(of.last.weekday() - form.weekday) % 7)
    else:
        day = of.first + timedelta(days=(form.weekday - of.first.weekday()) % 7 + 7 * (form.nth - 1))
    return intervals.weekend(day) if form.weekend else intervals.day(day)


def read_week_of(expression: Expression, form: WeekOf, scene: Scene) -> Reading:
    """The week, or weekend, that a date lies in."""
    inner = read_date(expression, form.inner, scene)
    if inner.first is None:
        return Reading("DATE", "XXXX-WXX", "week of a date")
    at = inner.first
    of = intervals.weekend(at) if form.weekend else intervals.week(at)
    if form.weekend and at.weekday() < 4:
        of = Interval(of.value, at, at + timedelta(days=1), "weekend")
    return Reading("DATE", of.value, "week of a date", of.first, of.last, inner.anchor, inner.alternatives, of)
