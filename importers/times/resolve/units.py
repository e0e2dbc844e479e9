"""Which week, month or year is pointed at, what lies so many units off, and how long something lasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from importers.times import intervals
from importers.times.forms import Duration, Expression, Grain, Nth, Offset, Reference, Unit
from importers.times.grammar import values
from importers.times.intervals import Interval
from importers.times.resolve.choice import from_told
from importers.times.resolve.quarters import near_quarter, year_earlier
from importers.times.resolve.reported import read_close, read_compared
from importers.times.scene import Anchor, Antecedent, Reading, Scene
from store.records import Alternative

_STEPS: dict[Reference, int] = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_TOLD: frozenset[Reference] = frozenset({"previous", "following", "same"})
_OVER = re.compile(r"\b(?:for|in|over|during|within|throughout|of|from|across) +$")
_RATE = re.compile(
    r"(?:\d[\d,.]*(?:p|k|m|bn)?|\b(?:hundred|thousand|million|billion|pounds|dollars|pence|cents|hours|miles|copies|flights|barrels|tons|tonnes|seats|percent|%|salary of \S+)) +$"
)
_COUNTED_RATE = re.compile(
    r"(?:[£$€]?\d[\d,.]*(?:p|k|m|bn)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|dozen|hundreds?|thousands?|millions?)) "
    r"(?:(?!(?:in|on|for|after|before|since|by|at|to|with|and|within|over|took|takes|ago|later|january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"[a-z'-]+ ){1,2}$"
)
"""“nine people a night”: so many of something, and then the unit."""
_WEEK_OF = re.compile(r" (?:of|long|apart|into|earlier|each)\b")
_MIDWEEK = 2
"""Up to Wednesday the middle of the week that is over is the one of the week before."""
_ONE: dict[Grain, str] = {
    "week": "P1W",
    "month": "P1M",
    "quarter": "P3M",
    "year": "P1Y",
    "decade": "P10Y",
    "century": "P100Y",
}
_UNKNOWN: dict[Grain, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
    "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX-XX", "hour": "XXXX-XX-XXTXX:XX", "minute": "XXXX-XX-XXTXX:XX",
    "second": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


def _reading(of: Interval, rule: str, anchor: Anchor | None, others: tuple[Alternative, ...] = ()) -> Reading:
    return Reading("DATE", of.value, rule, of.first, of.last, anchor, others, of)


def read_unit(expression: Expression, form: Unit, scene: Scene) -> Reading:
    """A unit of the calendar pointed at."""
    lasting = _lasting(expression, form, scene)
    if lasting:
        return read_duration(lasting, scene)
    if (reported := read_compared(form, scene) or read_close(form, scene)) is not None:
        return reported
    told = scene.by_grain.get("quarter")
    if told and form.grain == "quarter" and form.reference in {"bare", "same"}:
        return _reading(told.interval, "quarter told", from_told(told))
    anchor = _anchor_of_unit(form, scene)
    if expression.rule == "the day told" and scene.tense() not in {"past", "told"}:
        anchor = scene.now  # "we will finish in the course of the day"
    if form == Unit("day", "same") and anchor is scene.now:
        return Reading("DATE", _UNKNOWN["day"], "same day, and none told")
    if anchor is None:
        return Reading("DATE", _UNKNOWN[form.grain], "unit without a day of writing")
    step = _STEPS.get(form.reference, 0)
    if expression.rule == "midweek" and anchor.day.weekday() <= _MIDWEEK and scene.tense() in {"past", "told"}:
        step = -1
    at = intervals.moved(anchor.day, form.grain, step)
    of = intervals.around(at, form.grain)
    if form.grain == "weekend":
        of = _weekend(form, anchor.day, scene)
    first, last = intervals.part_of_month(of, expression.mod)
    return Reading(
        "DATE",
        of.value,
        f"{form.reference} {form.grain}" if form.reference != "bare" else f"the {form.grain}",
        first,
        last,
        anchor,
        interval=of,
    )


def _lasting(expression: Expression, form: Unit, scene: Scene) -> Duration | None:
    """“over the last year” is a length of time, “last year” a year of the calendar."""
    if (
        not expression.definite
        or form.reference not in {"last", "past", "next", "coming"}
        or form.grain in {"day", "weekend"}
    ):
        return None
    if form.reference != "past" and not _OVER.search(scene.before):
        return None
    return Duration(_ONE[form.grain], form.grain, 1, form.reference)


_RANKS: tuple[Grain, ...] = (
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)


def told_within(grain: Grain, scene: Scene) -> Antecedent | None:
    """The last time told that lies within one unit of this grain."""
    told = scene.day if grain == "day" else scene.any
    if told and _RANKS.index(told.interval.grain) <= _RANKS.index(grain):
        return told
    return scene.by_grain.get(grain)


def _anchor_of_unit(form: Unit, scene: Scene) -> Anchor | None:
    told = told_within(form.grain, scene)
    if (
        told is None
        and form.grain == "day"
        and form.reference in _TOLD
        and scene.any
        and scene.any.interval.grain == "day"
    ):
        told = scene.any  # the day of the telling: "said Thursday it had risen from 20 the day before"
    if told is None and form.grain == "week" and form.reference in _TOLD:
        told = scene.day  # "They marched on Saturday. The week before they had met in a shed."
    if form.grain == "quarter" and form.reference == "bare":
        return _quarter_before(scene.now)
    anaphoric = form.reference in _TOLD or (form.grain == "day" and form.reference in {"next", "bare", "last"})
    if told and (anaphoric or (scene.narrative and form.reference in {"bare", "next", "this"})):
        return from_told(told)
    return scene.now


def _quarter_before(now: Anchor | None) -> Anchor | None:
    """“the quarter” of a report is the one that is over."""
    return None if now is None else Anchor(intervals.moved(now.day, "quarter", -1), now.source, now.span)


def _weekend(form: Unit, at: date, scene: Scene) -> Interval:
    """“last weekend” is the last one that is over; “the weekend” the last, or the coming one where the clause looks ahead."""
    this = intervals.weekend(at)
    if form.reference in {"last", "past", "previous"}:
        return this if at > this.last else intervals.weekend(at - timedelta(weeks=1))
    if form.reference in {"next", "coming", "following"}:
        return this if at < this.first else intervals.weekend(at + timedelta(weeks=1))
    if this.holds(at) or scene.tense() == "future" or (form.reference == "this" and scene.tense() != "past"):
        return this
    return intervals.weekend(at - timedelta(weeks=1))


def read_offset(form: Offset, scene: Scene) -> Reading:
    """So many units before or after the day of writing, or the time told."""
    if form.count is None and form.grain not in {"hour", "minute", "second"}:
        if form.direction > 0 and not form.deictic and not scene.narrative and scene.tense() != "future":
            return Reading("DATE", _UNKNOWN[form.grain], "units later than what is not told")
        return Reading("DATE", "PAST_REF" if form.direction < 0 else "FUTURE_REF", "uncounted units off")
    told = _told_for(form, scene)
    ahead = form.direction > 0 and not form.deictic and form.grain not in {"second", "minute", "hour"}
    if told is None and ahead and scene.tense() != "future":
        return Reading("DATE", _UNKNOWN[form.grain], "units later than what is not told")
    anchor = from_told(told) if told and not form.deictic else scene.now
    if anchor is None:
        return Reading("DATE", _UNKNOWN[form.grain], "units off without a day of writing")
    if form.grain in {"second", "minute", "hour"}:
        return _hours(anchor)
    if (
        told
        and form.grain == "year"
        and form.count == 1
        and form.direction < 0
        and told.interval.grain in {"quarter", "half", "month"}
    ):
        return _reading(year_earlier(told.interval), "year before what was told", from_told(told))
    count, grain = _whole(form)
    at = intervals.moved(anchor.day, grain, count)
    if form.exact:
        return _reading(intervals.day(at), "exactly so many units", anchor)
    if told and not form.deictic and told.interval.grain == "day" and grain in {"week", "day"}:
        return _reading(intervals.day(at), "units from the day told", anchor)
    return _reading(
        intervals.around(at, grain),
        "units from the day of writing" if anchor is scene.now else "units from the time told",
        anchor,
    )


_SMALLER: dict[Grain, tuple[Grain, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "week": ("day", 7),
}


def _whole(form: Offset) -> tuple[int, Grain]:
    """A whole number of steps: "a decade ago" is ten years back, "half a year ago" six months."""
    count, grain = form.count or 0, form.grain
    if grain in {"century", "decade"} or (count % 1 and grain in _SMALLER):
        grain, scale = _SMALLER[grain]
        count *= scale
    return int(count) * form.direction, grain


def _told_for(form: Offset, scene: Scene) -> Antecedent | None:
    if form.deictic:
        # "a year ago" in a report on a quarter means that quarter.
        return near_quarter(scene) if form.grain == "year" and form.count == 1 else None
    if form.grain in {"day", "week", "hour", "minute", "second"}:
        return scene.day
    return near_quarter(scene) or scene.any


def _hours(anchor: Anchor) -> Reading:
    of = intervals.day(anchor.day)
    return Reading("TIME", f"{of.value}TXX:XX", "hours off", of.first, of.last, anchor)


_SINCE_WHEN = re.compile(r" (?:that|when|he|she|they|we|i|you|it|the \w+ (?!of\b)\w+)\b")
"""“the first day the president signed this bill”: the day of another telling."""
_IN_OFFICE = re.compile(
    r" (?:in|at|on) (?:the |his |her |their )?(?:office|job|post|power|work|school|parliament|charge)\b"
)
"""“They will repeal it on their first day in office”: in another row of days than that of the sentence."""
_TODAY = re.compile(
    r"\b(?:today|it|this|that) ?(?:'s|is|was|marks?|marked) +(?:now |only )?(?:in )?$|\b(?:now|entering|enters) +(?:in |into |on )?$"
)


def read_nth(form: Nth, scene: Scene) -> Reading:
    """“the third day”: the day that its sentence names, or the one of writing; of longer units only the length is known."""
    if form.unit != "D":
        return Reading("DURATION", values.duration(1, form.unit), "unit of a row")
    if scene.beside is not None and not _SINCE_WHEN.match(scene.after) and not _IN_OFFICE.match(scene.after):
        return _reading(
            intervals.day(scene.beside.interval.first), "day of a row, the day named", from_told(scene.beside)
        )
    if scene.now is not None and _TODAY.search(scene.before):
        return _reading(intervals.day(scene.now.day), "day of a row, the day of writing", scene.now)
    return Reading("DATE", _UNKNOWN["day"], "day of a row")


def read_duration(form: Duration, scene: Scene) -> Reading:
    """A length of time; "the last year" ends on the day of writing, "the next two weeks" begin there."""
    if (
        form.article
        and (_RATE.search(scene.before) or _COUNTED_RATE.search(scene.before))
        and not _WEEK_OF.match(scene.after)
    ):
        return Reading("SET", form.value, "so much a unit")
    anchor = scene.now
    if (
        anchor is None
        or form.count is None
        or form.reference not in {"last", "past", "next", "coming"}
        or scene.narrative
    ):
        return Reading("DURATION", form.value, "length of time")
    back = form.reference in {"last", "past"}
    end = _stepped(anchor.day, form, -1 if back else 1)
    first, last = (end, anchor.day) if back else (anchor.day, end)
    rule = "length of time up to the day of writing" if back else "length of time from the day of writing"
    return Reading("DURATION", form.value, rule, first, last, anchor)


def _stepped(at: date, form: Duration, direction: int) -> date:
    count = form.count or 0
    weeks = 2 if form.value.startswith("P") and form.grain == "week" and form.value == f"P{2 * count:g}W" else 1
    return intervals.moved(at, form.grain, int(count) * weeks * direction)
