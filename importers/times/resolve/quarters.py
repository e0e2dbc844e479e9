"""Which season, quarter or half is meant, and what "a year ago" is in a report on one."""

from __future__ import annotations

import re
from datetime import date

from importers.times import intervals
from importers.times.forms import Duration, Expression, Grain, Latest, Quarter, Season, YearAgo
from importers.times.intervals import Interval
from importers.times.nouns import NOUN_BEHIND
from importers.times.resolve.choice import chosen, from_told, nearest_to_told
from importers.times.resolve.dates import year_pointed
from importers.times.resolve.long_past import held_by
from importers.times.scene import Anchor, Antecedent, Reading, Scene
from store.records import Alternative

NEAR = 1500
"""So far back, in code points, a quarter told is still what a report speaks of."""


def _reading(of: Interval, rule: str, anchor: Anchor | None, others: tuple[Alternative, ...] = ()) -> Reading:
    return Reading("DATE", of.value, rule, of.first, of.last, anchor, others, of)


def read_season(expression: Expression, form: Season, scene: Scene) -> Reading:
    """A season with its year, or the one that is meant now."""
    if form.era:
        return Reading("DATE", f"BC{form.year:04}-{form.code}", "season before our era")
    if form.year is not None:
        of = intervals.season(form.year, form.code)
        return Reading("DATE", of.value, "season of a year", of.first, of.last, interval=of, explicit=True)
    if form.pointer:
        found = year_pointed(form.pointer, scene)
        return (
            _reading(intervals.season(found[0], form.code), "season of a year pointed at", found[1])
            if found
            else Reading("DATE", f"XXXX-{form.code}", "season")
        )
    if form.reference == "bare" and _USUALLY.search(scene.before):
        return Reading("SET", f"XXXX-{form.code}", "season of every year")
    if form.reference == "bare" and not expression.definite and _is_kind(scene):
        return Reading("DATE", f"XXXX-{form.code}", "season of any year")
    anchor = scene.now
    if scene.narrative and scene.any and form.reference in {"bare", "same", "following", "next", "this"}:
        anchor = from_told(scene.any)
    elif scene.any and form.reference in {"previous", "following", "same"}:
        anchor = from_told(scene.any)  # "It began in October 1972. The following spring …"
    if anchor is None:
        return Reading("DATE", f"XXXX-{form.code}", "season without a day of writing")
    return _season_near(form, anchor, scene)


_DATED = re.compile(
    r"(?:\b(?:in|of|by|for|from|until|till|since|during|through|throughout|into|and|or|to|before|after|over|all|early|late|mid)[ -]+|^|[.!?:;,(] *)$"
)


_USUALLY = re.compile(r"\b(?:usually|normally|generally|typically|traditionally|always|every year)\b[^.;]*$")
"""“Sales are usually best in the fourth quarter”: in that of any year."""


def _is_kind(scene: Scene) -> bool:
    """Whether a season only says of what kind a thing is: "a summer school", "their winter coats"."""
    return NOUN_BEHIND.match(scene.after) is not None and _DATED.search(scene.before) is None


def _season_near(form: Season, anchor: Anchor, scene: Scene) -> Reading:
    at = anchor.day
    all_of_name = [intervals.season(at.year + step, form.code) for step in (-2, -1, 0, 1)]
    if form.reference in {"last", "past", "previous"}:
        # Written in summer, "last summer" is the one a year before.
        return _reading([of for of in all_of_name if of.last < at][-1], "last season of that name", anchor)
    if form.reference in {"next", "coming", "following"}:
        return _reading(
            next(of for of in [*all_of_name, intervals.season(at.year + 2, form.code)] if of.first > at),
            "next season of that name",
            anchor,
        )
    if form.reference == "this" or scene.narrative:
        return _reading(all_of_name[2], "season of this year", anchor)
    if told := held_by(scene):
        years = [told.interval.first.year + step for step in (-1, 0, 1)]
        of = nearest_to_told([intervals.season(year, form.code) for year in years], told)
        return _reading(of, "season nearest to the time told", from_told(told))
    of, rule, others = chosen(all_of_name[1:], at, scene.tense(), "season", scene.before)
    return _reading(of, rule, anchor, others)


def read_quarter(form: Quarter, scene: Scene) -> Reading:
    """A quarter or half with its year, or the last one of that number."""
    make = intervals.half if form.half else intervals.quarter
    if form.year is not None:
        of = make(form.year, form.number)
        return Reading("DATE", of.value, "quarter of a year", of.first, of.last, interval=of, explicit=True)
    if form.pointer:
        found = year_pointed(form.pointer, scene)
        return (
            _reading(make(found[0], form.number), "quarter of a year pointed at", found[1])
            if found
            else Reading("DATE", f"XXXX-Q{form.number}", "quarter")
        )
    letter = "H" if form.half else "Q"
    if _USUALLY.search(scene.before):
        return Reading("SET", f"XXXX-{letter}{form.number}", "quarter of every year")
    anchor = scene.now
    if anchor is None:
        return Reading("DATE", f"XXXX-{letter}{form.number}", "quarter without a day of writing")
    if scene.narrative and scene.any:
        return _reading(
            make(scene.any.interval.first.year, form.number), "quarter of the year told", from_told(scene.any)
        )
    candidates = [make(anchor.day.year + step, form.number) for step in (-1, 0, 1)]
    of, rule, others = chosen(candidates, anchor.day, scene.tense(), "quarter")
    if of.first > anchor.day and scene.tense() != "future":  # reports look back on quarters
        of, rule = [one for one in candidates if one.first <= anchor.day][-1], "last quarter of that number"
    return _reading(of, rule, anchor, others)


_THAN = re.compile(
    r"\b(?:after|following|from|than|since|unlike|like|of|in) +(?:(?:an?|the|its|this|last) +)?(?:[a-z]+ +)?$"
)


def is_beside(told: Antecedent, kept: Antecedent | None, published: date | None, before: str) -> bool:
    """Whether a quarter is not the one a report is about, which is `kept`.

    It lies ahead ("a fourth-quarter charge"), or it is an earlier one ("after a flat second quarter"). `before` are the
    words that lead up to it.
    """
    if kept is None or told.span[0] - kept.span[1] > NEAR:
        return False
    if published is not None and told.interval.last >= published > kept.interval.last:
        return True
    return told.interval.first < kept.interval.first and _THAN.search(before) is not None


def counts_months(expression: Expression) -> bool:
    """Whether the report goes on from a quarter to more of the year: "for the nine months"."""
    form = expression.form
    return isinstance(form, Duration) and form.grain == "month" and expression.definite and form.count in {6, 9, 12}


def read_year_ago(form: YearAgo, scene: Scene) -> Reading:
    """“the year-ago quarter”: the stretch told, a year earlier."""
    if form.year is not None:
        quarter = scene.by_grain.get("quarter")
        if quarter is None:
            return _quarter_alone(form.year, scene) if form.grain else _reading(intervals.year(form.year), "year", None)
        return _reading(_in_year(quarter.interval, form.year), "quarter told, in a year", from_told(quarter))
    if form.period and scene.counted:
        return Reading("DURATION", scene.counted, "so many months of the year before")
    told = scene.by_grain.get("quarter") or (scene.by_grain.get("half") or scene.any if form.grain is None else None)
    if told is None or told.interval.grain == "day" or _is_before(told, scene.now):
        if scene.now is None:
            return Reading("DATE", "XXXX-QX" if form.grain else "XXXX", "year before")
        if form.grain == "quarter":
            before = intervals.around(intervals.moved(scene.now.day, "quarter", -1), "quarter")
            return _reading(
                intervals.around(intervals.moved(before.first, "year", -1), "quarter"), "year before", scene.now
            )
        return _reading(intervals.year(scene.now.day.year - 1), "year before", scene.now)
    return _reading(year_earlier(told.interval), "year before what was told", from_told(told))


def near_quarter(scene: Scene) -> Antecedent | None:
    """The quarter told last, where it is not too far back."""
    told = scene.by_grain.get("quarter")
    return told if told and scene.start - told.span[1] <= NEAR else None


def _is_before(told: Antecedent, now: Anchor | None) -> bool:
    """Whether it is a year that is over, and so itself what the report compares with."""
    return now is not None and told.interval.grain == "year" and told.interval.first.year < now.day.year


def _quarter_alone(year: int, scene: Scene) -> Reading:
    """“the 1988 quarter” where none was told: the one that is over on the day of writing, in that year."""
    if scene.now is None:
        return _reading(intervals.year(year), "year", None)
    over = intervals.around(intervals.moved(scene.now.day, "quarter", -1), "quarter")
    return _reading(intervals.quarter(year, (over.first.month + 2) // 3), "last complete quarter", scene.now)


def year_earlier(of: Interval) -> Interval:
    """The same stretch, a year before."""
    if of.grain == "quarter":
        return _in_year(of, int(of.value[:4]) - 1)
    return intervals.around(intervals.moved(of.first, "year", -1), of.grain)


def _in_year(of: Interval, year: int) -> Interval:
    """The same quarter of another year; the three months may be other ones than those of the calendar."""
    step = year - int(of.value[:4])
    first, last = (intervals.moved(day, "year", step) for day in (of.first, of.last))
    return Interval(f"{year:04}{of.value[4:]}", first, last, "quarter")


def read_latest(form: Latest, scene: Scene) -> Reading:
    """“the latest quarter”: the one told, else the last that was over on the day of writing."""
    told = scene.by_grain.get("quarter")
    if form.grain != "year" and told:
        return _reading(told.interval, "quarter told", from_told(told))
    if scene.now is None:
        return Reading("DATE", "XXXX-QX", "latest quarter")
    grain: Grain = form.grain or "quarter"
    return _reading(
        intervals.around(intervals.moved(scene.now.day, grain, -1), grain), f"last complete {grain}", scene.now
    )
