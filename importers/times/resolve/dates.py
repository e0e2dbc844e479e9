"""Which day, month or year a date of the calendar means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from importers.times import intervals
from importers.times.forms import Century, Date, Decade, Expression, Reference, YearReference, Years
from importers.times.intervals import Interval
from importers.times.nouns import ARTICLE_BEFORE, NOUN_BEHIND
from importers.times.resolve.choice import chosen, distance, fits, from_told, nearest, nearest_to_told
from importers.times.resolve.long_past import NEAR, held_by
from importers.times.scene import Anchor, Antecedent, Reading, Scene

_AMERICAN = frozenset({"US"})


def read_date(expression: Expression, form: Date, scene: Scene) -> Reading:
    """A date, as full as it is written."""
    if form.era:
        value = f"BC{form.year:04}" + (f"-{form.month:02}" if form.month else "")
        return Reading("DATE", value, "date before our era", explicit=True)
    if expression.rule == "numeric date":
        form = _by_country(form, scene)
    if form.pointer:
        return _pointed(form, form.pointer, scene)
    if form.year is not None:
        return _with_year(expression, form)
    if form.month is None:
        return _day_alone(form, scene)
    if form.day is None:
        return _month(expression, form, scene)
    return _day_and_month(expression, form, scene)


def _by_country(form: Date, scene: Scene) -> Date:
    day, month = form.day or 0, form.month or 0
    if (scene.country in _AMERICAN and day <= 12) or month > 12:
        day, month = month, day
    return Date(form.year, month, day)


def _with_year(expression: Expression, form: Date) -> Reading:
    year, month = form.year or 0, form.month
    if month is None:
        return _reading(intervals.year(year), "year", None, explicit=True)
    if form.day is None:
        return _month_reading(expression, intervals.month(year, month), "month and year", None, explicit=True)
    return _span(form, intervals.day(date(year, month, form.day)), "full date", None, explicit=True)


def _span(form: Date, at: Interval, rule: str, anchor: Anchor | None, *, explicit: bool = False) -> Reading:
    if form.last_day is None:
        return _reading(at, rule, anchor, explicit=explicit)
    last = at.first.replace(day=form.last_day)
    if last <= at.first:
        return _reading(at, rule, anchor, explicit=explicit)
    of = Interval(f"{at.first}/{last}", at.first, last, "day")
    return Reading("DATE", of.value, f"{rule}, range", of.first, of.last, anchor, interval=of, explicit=explicit)


def _reading(of: Interval, rule: str, anchor: Anchor | None, *, explicit: bool = False) -> Reading:
    return Reading("DATE", of.value, rule, of.first, of.last, anchor, interval=of, explicit=explicit)


def _month_reading(
    expression: Expression, of: Interval, rule: str, anchor: Anchor | None, *, explicit: bool = False
) -> Reading:
    first, last = intervals.part_of_month(of, expression.mod)
    return Reading("DATE", of.value, rule, first, last, anchor, interval=of, explicit=explicit)


def year_pointed(pointer: YearReference, scene: Scene) -> tuple[int, Anchor] | None:
    """The year of "of last year", "of that year", with what it is counted from."""
    told = scene.any
    named = scene.by_grain.get("year")
    if pointer.reference == "same" and named and (told is None or named.span > told.span):
        told = named  # a year told in passing is what "of that year" takes up
    if pointer.reference in {"previous", "following", "same"} and told:
        step = {"previous": -1, "following": 1}.get(pointer.reference, 0)
        return told.interval.first.year + step, from_told(told)
    if scene.now is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(pointer.reference, 0)
    return scene.now.day.year + step, scene.now


def _pointed(form: Date, pointer: YearReference, scene: Scene) -> Reading:
    found = year_pointed(pointer, scene)
    month = form.month or 1
    if found is None:
        return Reading("DATE", f"XXXX-{month:02}" + (f"-{form.day:02}" if form.day else ""), "year pointed at")
    year, anchor = found
    of = intervals.month(year, month) if form.day is None else intervals.day(date(year, month, form.day))
    return _reading(of, "year pointed at", anchor)


def _month(expression: Expression, form: Date, scene: Scene) -> Reading:
    number = form.month or 1
    anchor = scene.now
    if form.reference in {"previous", "following", "same"} and scene.any is not None:
        anchor = from_told(scene.any)
    if form.reference != "bare" and anchor is not None:
        return _modified_month(expression, form, anchor)
    if told := held_by(scene):
        of = nearest_to_told([intervals.month(year, number) for year in _years_around(told)], told)
        return _month_reading(expression, of, "month nearest to the time told", from_told(told))
    if anchor is None:
        return Reading("DATE", f"XXXX-{number:02}", "month without a year")
    candidates = _over([intervals.month(anchor.day.year + step, number) for step in (-1, 0, 1)], anchor.day, scene)
    of, rule, others = chosen(candidates, anchor.day, scene.tense(), "month", scene.before)
    first, last = intervals.part_of_month(of, expression.mod)
    return Reading("DATE", of.value, rule, first, last, anchor, others, of)


def _modified_month(expression: Expression, form: Date, anchor: Anchor) -> Reading:
    number, at = form.month or 1, anchor.day
    years = [at.year + step for step in (-2, -1, 0, 1, 2)]
    candidates = [intervals.month(year, number) for year in years]
    if form.reference in {"last", "past", "previous"}:
        # Of the month before one would say "last month".
        over = [month for month in candidates if month.last < at]
        of = over[-2] if (number, over[-1].first.year) == (at.month - 1, at.year) else over[-1]
    elif form.reference in {"next", "coming", "following"}:
        of = next(month for month in candidates if month.first > at)
    else:
        of = candidates[2]
    return _month_reading(expression, of, f"{form.reference} month of that name", anchor)


def _pointed_to(candidates: list[Interval], reference: Reference, at: date) -> list[Interval]:
    """Only what lies behind or ahead, where a modifier says so: "last October 23"."""
    if reference in {"last", "past"}:
        return [of for of in candidates if of.last < at] or candidates
    if reference in {"next", "coming"}:
        return [of for of in candidates if of.first > at] or candidates
    return candidates


SOON = 120
"""So many days off a date that tells which one is meant is taken for the nearest, whatever the clause says."""


def _names_which(candidates: list[Interval], at: date, scene: Scene) -> bool:
    """Whether the date tells which one is meant, and not when the clause plays: "kept off the 15 March ballot"."""
    if min(distance(of, at) for of in candidates) > SOON:
        return False
    return ARTICLE_BEFORE.search(scene.before) is not None and NOUN_BEHIND.match(scene.after) is not None


_BACK_TO = re.compile(r"\b(?:retroactive|backdated|back|dat(?:es|ed|ing)) (?:to|from) +$")
_EFFECTIVE = re.compile(r"\b(?:effective|payable|as from|with effect from) +(?:on +|from +)?$")
_ENDED = re.compile(r"\bended +(?:on +|in +)?$")


def _over(candidates: list[Interval], at: date, scene: Scene) -> list[Interval]:
    """Only what lies behind, or ahead, where the words say so: "the year ended 31 January", "effective 1 June"."""
    if _ENDED.search(scene.before):
        return [of for of in candidates if of.last <= at] or candidates
    if _EFFECTIVE.search(scene.before):
        return [of for of in candidates if of.first >= at] or candidates
    return candidates


def _years_around(told: Antecedent) -> tuple[int, ...]:
    year = told.interval.first.year
    return (year,) if told.interval.grain == "year" else (year - 1, year, year + 1)


def _day_and_month(expression: Expression, form: Date, scene: Scene) -> Reading:
    month, day = form.month or 1, form.day or 1
    anchor = scene.now
    if told := held_by(scene):
        days = [found for year in _years_around(told) if (found := _possible(year, month, day))]
        of = nearest_to_told([intervals.day(found) for found in days], told)
        if not _goes_on_later(of, days, told, scene):
            return _span(form, of, "day nearest to the time told", from_told(told))
    if anchor is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "day and month without a year")
    candidates = [
        intervals.day(found) for step in (-1, 0, 1) if (found := _possible(anchor.day.year + step, month, day))
    ]
    candidates = _over(_pointed_to(candidates, form.reference, anchor.day), anchor.day, scene)
    if form.weekday is not None:
        agreeing = [one for one in candidates if one.first.weekday() == form.weekday]
        if len(agreeing) == 1:
            return _span(form, agreeing[0], "weekday fixes the year", anchor)
    if not candidates:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "no such day")
    of, rule, others = chosen(
        candidates,
        anchor.day,
        None if "list" in expression.rule or _names_which(candidates, anchor.day, scene) else scene.tense(),
        "day",
        scene.before,
    )
    spanned = _span(form, of, rule, anchor)
    return Reading("DATE", spanned.value, spanned.rule, spanned.first, spanned.last, anchor, others, spanned.interval)


def _goes_on_later(of: Interval, days: list[date], told: Antecedent, scene: Scene) -> bool:
    """“The report came in June of last year, and the day was fixed only on 28 March”: not the March before that June."""
    if scene.now is None or told.interval.grain != "month" or "year" not in told.text or of.last >= told.interval.first:
        return False
    last, year = told.interval.last, timedelta(days=366)
    return any(last < day <= scene.now.day and scene.now.day - day < year for day in days)


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_alone(form: Date, scene: Scene) -> Reading:
    """“Saturday 27th”, “the 15th”: the nearest day of that number."""
    number = form.day or 1
    if form.reference != "bare":
        return _day_of_month_pointed_at(form, scene)
    month = scene.any
    if month and month.interval.grain == "month" and 0 <= scene.start - month.span[1] <= NEAR:
        of = month.interval
        named = _possible(of.first.year, of.first.month, number)
        if named and form.weekday in {None, named.weekday()}:
            return _reading(intervals.day(named), "day of the month named", from_told(month))
    anchor = from_told(scene.day) if scene.day else scene.now
    if anchor is None:
        return Reading("DATE", f"XXXX-XX-{number:02}", "day of the month without a month")
    near = [anchor.day + relativedelta(months=step) for step in (-2, -1, 0, 1, 2)]
    days = [found for at in near if (found := _possible(at.year, at.month, number))]
    if form.weekday is not None:
        days = [found for found in days if found.weekday() == form.weekday] or days
    if scene.now is not None and form.weekday is None and not _BACK_TO.search(scene.before):
        days = [found for found in days if fits(intervals.day(found), scene.now.day, scene.tense())] or days
    within = [
        found
        for found in days
        if (found.year, found.month) == (anchor.day.year, anchor.day.month) and found >= anchor.day
    ]
    if scene.day and within and form.weekday is None:
        return _reading(intervals.day(within[0]), "day of the month told", anchor)
    return _reading(intervals.day(nearest(days, anchor.day)), "nearest day of that number", anchor)


def _day_of_month_pointed_at(form: Date, scene: Scene) -> Reading:
    """“the 4th inst.”, “the 29th ult.”, “the tenth of this month”."""
    number, anchor = form.day or 1, scene.now
    if form.reference == "same" and scene.any is not None:
        anchor = from_told(scene.any)
    if anchor is None:
        return Reading("DATE", f"XXXX-XX-{number:02}", "day of the month without a month")
    month = anchor.day + relativedelta(months={"last": -1, "past": -1, "next": 1}.get(form.reference, 0))
    return _reading(intervals.day(date(month.year, month.month, number)), "day of a month pointed at", anchor)


def read_years(form: Years) -> Reading:
    """“1984-85” from the first day of the one to the last of the other."""
    first, last = intervals.year(form.first), intervals.year(form.last)
    of = Interval(f"{form.first}/{form.last}", first.first, last.last, "year")
    return Reading("DATE", of.value, "years from one to the other", of.first, of.last, interval=of, explicit=True)


def read_decade(form: Decade, scene: Scene) -> Reading:
    """A decade; one without its century is the last of that name."""
    number = form.number
    if form.short:
        hundreds = 19 if scene.now is None else scene.now.day.year // 100
        number += 10 * hundreds
        if scene.now is not None and 10 * number > scene.now.day.year:
            number -= 10
    return _reading(intervals.decade(number), "decade", None, explicit=not form.short)


def read_century(form: Century) -> Reading:
    """The nineteenth century has the value 18."""
    if form.era:
        return Reading("DATE", f"BC{form.number - 1:02}", "century before our era")
    return _reading(intervals.century(form.number - 1), "century", None, explicit=True)
