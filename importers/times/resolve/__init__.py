"""Turn what an expression says into days, given the scene it stands in.

One function a form, in the module of its kind; what cannot be known stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from importers.times.forms import (
    Century,
    Clock,
    Date,
    DayWord,
    Decade,
    Duration,
    Expression,
    Holiday,
    Latest,
    Nth,
    Offset,
    OfMonth,
    Quarter,
    Recurring,
    Reference,
    Season,
    Then,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    YearAgo,
    Years,
)  # fmt: skip
from importers.times.resolve.choice import from_told
from importers.times.resolve.clock import read_clock
from importers.times.resolve.dates import read_century, read_date, read_decade, read_years
from importers.times.resolve.holidays import read_holiday
from importers.times.resolve.quarters import read_latest, read_quarter, read_season, read_year_ago
from importers.times.resolve.reported import read_up_to
from importers.times.resolve.units import read_duration, read_nth, read_offset, read_unit
from importers.times.resolve.weekdays import read_day_word, read_weekday
from importers.times.resolve.within_months import read_of_month, read_week_of
from importers.times.scene import UNANCHORED, Anchor, Antecedent, Reading, Scene

_DURING = re.compile(r"\b(?:during|in|over|within|throughout) +$")
"""“It lasted for five years. During that time …”."""
_HALF_YEAR = 6
_NO_SUCH_DAY = Reading("DATE", "XXXX-XX-XX", "no such day in the calendar")
"""31 February, or a million years ago: said, but no day."""
_SOME_DAY = Anchor(date(2000, 1, 3), "any day of publication")
"""With it one sees whether a day of publication is all that a reading wants."""


def resolve(expression: Expression, scene: Scene) -> Reading:
    """The reading of `expression` in `scene`; days that no calendar has are left open."""
    reading = _dated(expression, scene)
    if reading.first is None and scene.now is None and _dated(expression, replace(scene, now=_SOME_DAY)).first:
        return replace(reading, rule=UNANCHORED)
    return reading


def resolve_beside(expression: Expression, day: Antecedent, side: Reference, scene: Scene) -> Reading:
    """The weekday `expression` before, after or last up to a `day` that stands beside it; other days and nights likewise."""
    form = expression.form
    if isinstance(form, Unit | Clock):
        return resolve(replace(expression, form=replace(form, reference=side)), replace(scene, day=day))
    if not isinstance(form, Weekday):
        return resolve(expression, scene)
    return resolve(replace(expression, form=replace(form, reference=side)), replace(scene, day=day))


def resolve_in_row(expression: Expression, told: Antecedent, scene: Scene) -> Reading:
    """The date `expression` in the year of the one told right before it, or in the next where the row goes on over New Year."""
    form, at = expression.form, told.interval.first
    if not isinstance(form, Date):
        return resolve(expression, scene)
    over = at.month - (form.month or at.month) >= _HALF_YEAR
    reading = resolve(replace(expression, form=replace(form, year=at.year + over)), scene)
    return replace(reading, rule="date in a row of dates", anchor=from_told(told), explicit=False)


def resolve_up_to(expression: Expression, end: Antecedent, scene: Scene) -> Reading:
    """The quarter `expression` that ends on the day `end` behind it."""
    form = expression.form
    if not isinstance(form, Quarter | Unit):
        return resolve(expression, scene)
    try:
        return read_up_to(form, end, scene)
    except (ValueError, OverflowError):
        return _NO_SUCH_DAY


def _dated(expression: Expression, scene: Scene) -> Reading:
    try:
        reading = _read(expression, scene)
    except (ValueError, OverflowError):
        return _NO_SUCH_DAY
    if expression.part and reading.interval and reading.interval.grain == "day":
        return replace(reading, type="TIME", value=f"{reading.interval.first}{expression.part}")
    return reading


def _read(expression: Expression, scene: Scene) -> Reading:
    form = expression.form
    match form:
        case Date():
            return read_date(expression, form, scene)
        case Weekday():
            return read_weekday(form, scene)
        case DayWord():
            return read_day_word(form, scene)
        case Unit():
            return read_unit(expression, form, scene)
        case Duration():
            return read_duration(form, scene)
        case Nth():
            return read_nth(form, scene)
        case Offset():
            return read_offset(form, scene)
        case Season():
            return read_season(expression, form, scene)
        case Quarter():
            return read_quarter(form, scene)
        case Clock():
            return read_clock(expression, form, scene)
        case Vague():
            return Reading(form.type, form.value, "vague reference")
        case Recurring():
            return Reading("SET", form.value, "what comes again")
        case Then():
            return _then(form, scene)
        case Holiday():
            return read_holiday(form, scene)
        case Years():
            return read_years(form)
        case Decade():
            return read_decade(form, scene)
        case Century():
            return read_century(form)
        case WeekOf():
            return read_week_of(expression, form, scene)
        case OfMonth():
            return read_of_month(expression, form, scene)
        case YearAgo():
            return read_year_ago(form, scene)
        case Latest():
            return read_latest(form, scene)


def _then(form: Then, scene: Scene) -> Reading:
    if scene.length and not form.since and _DURING.search(scene.before) and not scene.after.startswith(" and place"):
        return Reading("DURATION", scene.length, "the length of time told")
    told = scene.any
    if form.told and told is not None:
        of = told.interval
        return Reading("DATE", of.value, "the time told before", of.first, of.last, from_told(told))
    if not form.since or told is None:
        return Reading("DATE", "PAST_REF", "the time told before")
    anchor = from_told(told)
    of = told.interval
    last = max(of.last, scene.now.day) if scene.now else of.last
    return Reading("DATE", of.value, "since the time told", of.first, last, anchor)


__all__ = ["resolve", "resolve_beside", "resolve_in_row", "resolve_up_to"]
