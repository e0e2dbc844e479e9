"""On which day a time of day lies: "at 5pm", "that evening", "overnight", "the next morning"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from importers.times.forms import Clock, Expression
from importers.times.intervals import Interval
from importers.times.nouns import NOUN_BEHIND
from importers.times.resolve.choice import from_told
from importers.times.scene import Anchor, Antecedent, Reading, Scene

_NAMED = re.compile(
    r"\b(?!(?:at|by|in|on|this|that|the|all|every|each|from|until|till|to|and|or|of|before|after|around|about|since|during|"
    r"same|next|previous|following|last|late|early|mid|a|an|its|their|for|but|when|then|it|came|broke|fell)\b)[a-z]+ +$"
)
"""A word before a part of the day that makes it one of its own: "election night", "several lunchtime walkouts"."""
_BROADCAST = re.compile(r" (?:\w+ )?(?:shows?|programmes?|programs?|news|newspapers?|papers|bulletins?|editions?)\b")
"""“the morning news shows”."""
_NIGHT_RAID = re.compile(
    r"-\w| (?!(?:and|or|of|in|on|to|from|for|with|at|as|but|when|he|she|they|was|is|by|the)\b)(?:tv\b|[a-z]{3,})"
)
_ON_NIGHTS = re.compile(
    r" (?:shifts?|service|bus(?:es)?|tubes?|trains?|sleeper|porters?|nurses?|staff|crews?|duty|workers?|cleaners?|economy|sky|schools?|shelters?)\b"
)
"""“the night shift”: work of any night."""
_WHEN = re.compile(
    r" (?:that|when|he|she|they|we|i|you|the [a-z]+ (?!of\b)[a-z]+|(?:his|her|their|our|my) [a-z]+ [a-z]+ed)\b"
)
"""“They remember the night the pit fell in”: the night of something that is told by it alone."""
_IN_THE = re.compile(r"\b(?:in|during|by|at|until|till|later|early|late) +$")
AFTER_MIDNIGHT = "time after midnight of the day told"
_A = re.compile(r"\ban? +$")
"""“a 3 a.m. call” is at that hour of some night."""
_NOON, _DAWN, _EVENING = "12:00", "05:00", "20:00"
_STAYED = re.compile(
    r"\b(?:stayed|slept|camped|remained|queued|waited|sat)(?: (?:in|on|out|there|outside|behind|put))? +$"
)
"""“On Tuesday they took the hall. Some stayed overnight”: the night of the day told."""
_AFTER = re.compile(r"\b(?:after|following|by|from|despite|because of) +(?:(?:an|the|their|its) +)?$")
_BESIDE = {"previous": -1, "following": 1, "same": 0}
_IN_WORDS = {
    "hour and half past",
    "hour alone",
    "hour and minutes",
    "half the hour",
    "minutes to the hour",
    "hour when it happened",
    "so many to the hour",
}
"""Rules of hours that do not say which half of the day they are of."""
_HOURS = {"clock time", "24-hour clock", "hour in the morning", *_IN_WORDS}
_SINCE = re.compile(r"\b(?:since|from|before) +(?:about +|around +)?$")
_PAST_MIDNIGHT = re.compile(r"\b(?:after|past) +$")
"""“They sang until after midnight.”"""
_AT_NIGHT = re.compile(r"\b(?:at|by|during) +$")


def read_clock(expression: Expression, form: Clock, scene: Scene) -> Reading:
    """A time of day: on the day of the passage, or beside it ("the previous night", "last night")."""
    told = scene.day
    if rule := _of_no_day(expression, form, scene):
        return Reading("TIME", f"XXXX-XX-XXT{form.code}", rule)
    if form.reference == "next" and (expression.definite or (told is not None and scene.tense() in {"past", "told"})):
        form = Clock(form.code, "following")
    if form.reference in {"previous", "following", "same"} and told is not None:
        at = told.interval.first + timedelta(days=_BESIDE[form.reference])
        return _timed(at, form, "time of day beside the day told", from_told(told))
    if scene.now is None:
        return Reading("TIME", f"XXXX-XX-XXT{form.code}", "time of day without a day")
    if told is not None and told.interval.first <= scene.now.day and _led_to(expression, scene):
        return _timed(told.interval.first - timedelta(days=1), form, "night before the day told", from_told(told))
    stayed = expression.rule == "overnight" and _STAYED.search(scene.before) is not None
    if told is not None and (form.reference == "bare" or stayed):
        return _on_day_told(expression, form, told, scene)
    return _around(form, scene.now)


def _of_no_day(expression: Expression, form: Clock, scene: Scene) -> str | None:
    """The name of the rule by which it is a time of no certain day; None for one that is."""
    if form.reference != "bare":
        return None
    if not expression.definite:
        if form.code in {"NI", "DT"} and (_AT_NIGHT.search(scene.before) or _NIGHT_RAID.match(scene.after)):
            return "any night or day"
        if expression.rule == "the part of the day" and _NAMED.search(scene.before):
            return "part of some day"
    if _BROADCAST.match(scene.after) or (form.code == "NI" and _ON_NIGHTS.match(scene.after)):
        return "part of some day"
    if expression.definite and _WHEN.match(scene.after) and not _IN_THE.search(scene.before):
        return "part of the day of an event"
    return "time of day that comes again" if scene.again else None


def _led_to(expression: Expression, scene: Scene) -> bool:
    """Whether a night went before what the passage tells: "on Friday they voted, after an overnight meeting"."""
    if expression.rule != "overnight" or _AFTER.search(scene.before) is None:
        return False
    return NOUN_BEHIND.match(scene.after) is not None


def _on_day_told(expression: Expression, form: Clock, told: Antecedent, scene: Scene) -> Reading:
    source = from_told(told)
    in_words = expression.rule in _IN_WORDS
    if expression.rule in _HOURS and not _A.search(scene.before) and _small_hours(form, told, scene, in_words=in_words):
        return _timed(told.interval.first + timedelta(days=1), form, AFTER_MIDNIGHT, source)
    if form.code == "24:00" and _PAST_MIDNIGHT.search(scene.before) and not told.part.startswith("0"):
        return _timed(told.interval.first + timedelta(days=1), form, AFTER_MIDNIGHT, source)
    return _timed(told.interval.first, form, "time within the day told", source)


def _around(form: Clock, now: Anchor) -> Reading:
    """“last night”, “next morning”, “this evening”, counted from the day of writing."""
    if form.reference in {"last", "past", "previous"}:
        return _timed(now.day - timedelta(days=1), form, "last night", now)
    if form.reference in {"next", "coming", "following"}:
        return _timed(now.day + timedelta(days=1), form, "next morning", now)
    rule = "this part of the day" if form.reference == "this" else "time within the day of writing"
    return _timed(now.day, form, rule, now)


def _small_hours(form: Clock, told: Antecedent, scene: Scene, *, in_words: bool) -> bool:
    """Whether the night went on: "they were held last night until 1am" (but not "up since 3am")."""
    # "half past one" may be of the afternoon, 1am is not.
    late = told.part in {"EV", "NI"} or (_EVENING if in_words else _NOON) <= told.part <= "24:00"
    early = form.code < _DAWN or (in_words and form.code.startswith("12"))
    return late and early and not _SINCE.search(scene.before)


def _timed(at: date, form: Clock, rule: str, anchor: Anchor) -> Reading:
    of = Interval(at.isoformat(), at, at, "day")
    return Reading("TIME", f"{at}T{form.code}", rule, at, at, anchor, interval=of)
