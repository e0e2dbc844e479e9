"""On which day a named day falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from importers.calendar_words import weekday_number
from importers.times import intervals
from importers.times.forms import Holiday
from importers.times.grammar.holidays import HOLIDAYS, Named
from importers.times.intervals import Interval
from importers.times.resolve.choice import chosen, from_told
from importers.times.resolve.dates import year_pointed
from importers.times.resolve.long_past import held_by
from importers.times.scene import Anchor, Reading, Scene

CALLED = timedelta(days=100)
"""How far an election day may be from the day of writing that speaks of it without a year."""


def read_holiday(form: Holiday, scene: Scene) -> Reading:
    """The named day of the year that is written, pointed at or nearest; or the days off around it."""
    reading = _read(form, scene)
    if form.eve and reading.first is not None:
        of = intervals.day(reading.first - timedelta(days=1))
        return replace(reading, value=of.value, first=of.first, last=of.last, interval=of)
    if not (form.weekend or form.week) or reading.first is None or reading.first != reading.last:
        return reading
    of = _days_off(reading.first) if form.weekend else intervals.week(reading.first)
    return replace(reading, value=of.value, first=of.first, last=of.last, interval=of)


def _days_off(day: date) -> Interval:
    """Saturday to a holiday on Monday, a holiday on Friday to Sunday, Good Friday to Easter Monday."""
    before, after = {0: (2, 0), 4: (0, 2)}.get(day.weekday(), (0, 0))
    if day == easter(day.year):
        before, after = 2, 1
    if not before and not after:
        return intervals.weekend(day)
    within = day if day.weekday() else day - timedelta(days=2)
    return Interval(
        intervals.weekend(within).value, day - timedelta(days=before), day + timedelta(days=after), "weekend"
    )


def _read(form: Holiday, scene: Scene) -> Reading:
    named = _named(form.name, scene.country)
    if named is None:
        return Reading("DATE", "XXXX-XX-XX", "named day of another country")
    year, anchor = form.year, scene.now
    if form.pointer:
        found = year_pointed(form.pointer, scene)
        year, anchor = found or (None, None)
    if year is None and scene.any and (scene.narrative or form.reference == "same" or held_by(scene)):
        year, anchor = (
            scene.any.interval.first.year,
            from_told(scene.any),
        )
    if year is not None:
        days = falls(named, year)
        return (
            _reading(days[0], "named day of a year", anchor)
            if days
            else Reading("DATE", f"{year:04}-XX-XX", "named day")
        )
    if anchor is None:
        return Reading("DATE", "XXXX-XX-XX", "named day without a day of writing")
    return _near(form, named, anchor, scene)


def _near(form: Holiday, named: Named, anchor: Anchor, scene: Scene) -> Reading:
    at = anchor.day
    days = [day for step in range(-2, 3) for day in falls(named, at.year + step)]
    if named.days:  # days that were called, not days of the calendar: only one near can be meant
        days = [day for day in days if abs(day - at) <= CALLED]
    if not days:
        return Reading("DATE", "XXXX-XX-XX", "named day", anchor=anchor)
    if form.reference in {"last", "past", "previous"}:
        days = [day for day in days if day < at][-1:] or days
    elif form.reference in {"next", "coming", "following"}:
        days = [day for day in days if day > at][:1] or days
    elif form.reference == "this":
        days = [day for day in days if day.year == at.year] or days
    # A week that has begun has been, though its holiday lies ahead: "it was quiet as Easter week began".
    stretches = [intervals.week(day) if form.week else _off(form, day) for day in days]
    of, rule, others = chosen(stretches, at, scene.tense(), "holiday", scene.before)
    return Reading("DATE", of.value, f"named day, {rule}", of.first, of.last, anchor, others, of)


def _off(form: Holiday, day: date) -> Interval:
    """The day, or the days off around it."""
    return _days_off(day) if form.weekend else intervals.day(day)


def _reading(at: date, rule: str, anchor: Anchor | None) -> Reading:
    of: Interval = intervals.day(at)
    return Reading("DATE", of.value, rule, at, at, anchor, interval=of)


def _named(name: str, country: str) -> Named | None:
    own = [holiday for holiday in HOLIDAYS if name in holiday.names]
    return (
        next((one for one in own if country in one.country), None)
        or next((one for one in own if not one.country), None)
        or (own[0] if own else None)
    )


def falls(named: Named, year: int) -> list[date]:
    """The days on which it falls in a year."""
    if named.days:
        return [date.fromisoformat(day) for day in named.days if int(day[:4]) == year]
    return [_falls(rule.strip(), year) for rule in named.rule.split(",")]


def _falls(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    words = rule.split()
    if len(words) == 1:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    weekday, count = weekday_number(words[1]), words[-1]
    if "after" in words:  # the first such weekday after a day of the month
        opens = date(year, int(words[0]), int(count)) + timedelta(days=1)
        return opens + timedelta(days=(weekday - opens.weekday()) % 7)
    number = int(count)
    start = (
        date(year, int(words[0]), 1) if number > 0 else date(year, int(words[0]), 1) + relativedelta(months=1, days=-1)
    )
    if number > 0:
        return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (number - 1))
    return start - timedelta(days=(start.weekday() - weekday) % 7 + 7 * (-number - 1))
