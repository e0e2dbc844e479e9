"""Which day a weekday, "yesterday" or "tomorrow" means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from importers.times import intervals
from importers.times.forms import DayWord, Reference, Weekday
from importers.times.nouns import NOUN_BEHIND
from importers.times.resolve.choice import from_told
from importers.times.scene import Anchor, Reading, Scene
from store.records import Alternative

_ON_THE = re.compile(r"\b(?:on|by) +the +$")
"""“They struck last week. On the Tuesday 300 marched”."""
_LATE = {"TEV", "TNI"}
_HAD = re.compile(
    r"\bhad (?!been (?:due|expected|scheduled|set|planned)\b)"
    r"(?!(?:due|expected|scheduled|set|planned|hoped|said|told|an?|the|to|no|some|his|her|their|its)\b)"
    r"[a-z]+(?: (?!(?:by|until|till|since|before|after|from)\b)[\w:.]+){0,5} $"
)
_HAD_LONG = re.compile(
    r"\bhad (?!been (?:due|expected|scheduled|set|planned)\b)(?!an?\b|the\b|to\b|no\b|some\b|his\b|her\b|their\b|its\b)[a-z]+ [^,.;:]*\bthe +$"
)
_AFTER = re.compile(r", (?:right |just |soon |hours |shortly )?after (?:(?!\w+day\b)[\w'-]+ ){1,8}(?:on )?$")
"""“They walked out on Friday, after the board had met on Thursday”: what came after has been told first."""
_HOUR = re.compile(r"T\d")
_STEPS: dict[Reference, int] = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def _day(at: date, rule: str, anchor: Anchor, others: tuple[Alternative, ...] = ()) -> Reading:
    of = intervals.day(at)
    return Reading("DATE", of.value, rule, at, at, anchor, others, of)


def _other(at: date, because: str) -> Alternative:
    return Alternative(first=at, last=at, because=because)


def read_day_word(form: DayWord, scene: Scene) -> Reading:
    """today, yesterday, tomorrow, the day after tomorrow."""
    if scene.now is None:
        return Reading("DATE", "XXXX-XX-XX", "day counted from the day of writing")
    return _day(scene.now.day + timedelta(days=form.days), "day counted from the day of writing", scene.now)


def last_of(number: int, at: date) -> date:
    """The last day with this weekday, `at` counted in."""
    return at - timedelta(days=(at.weekday() - number) % 7)


def next_of(number: int, at: date) -> date:
    """The next day with this weekday, `at` counted in."""
    return at + timedelta(days=(number - at.weekday()) % 7)


def read_weekday(form: Weekday, scene: Scene) -> Reading:
    """A day of the week by its modifier, or by where its clause looks."""
    if form.reference in {"previous", "following", "same"} and scene.day is not None:
        return _told(form, scene)
    anchor = scene.now
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{form.number + 1}", "weekday without a day of writing")
    if form.week is not None:
        return _in_week(form, form.week, scene, anchor)
    if form.weeks_on:
        return _weeks_on(form, anchor)
    if form.reference == "bare" and _ON_THE.search(scene.before) and (beside := _in_story(form, scene, anchor)):
        return beside
    if form.reference in {"bare", "same"}:
        return _bare(form, scene, anchor)
    return _modified(form, anchor)


def _in_story(form: Weekday, scene: Scene, anchor: Anchor) -> Reading | None:
    """“They met on Thursday 5 May. On the Saturday they marched”: the next such day of the story, or that of the week told."""
    told = scene.any
    if told is not None and told.interval.grain == "week":
        return _day(told.interval.first + timedelta(days=form.number), "weekday of the week told", from_told(told))
    told = scene.day
    if told is None or NOUN_BEHIND.match(scene.after):
        return None
    if _HAD_LONG.search(scene.before) and told.interval.first <= anchor.day:
        at = last_of(form.number, told.interval.first - timedelta(days=1))
        return _day(at, "weekday before the day told", from_told(told))
    at = next_of(form.number, told.interval.first + timedelta(days=1))
    if at > anchor.day and told.interval.first <= anchor.day:
        return None
    return _day(at, "weekday after the day told", from_told(told))


def _told(form: Weekday, scene: Scene) -> Reading:
    told = scene.day
    if told is None:
        return Reading("DATE", f"XXXX-WXX-{form.number + 1}", "weekday beside the day told")
    at = told.interval.first
    source = from_told(told)
    if form.reference == "previous":
        return _day(last_of(form.number, at - timedelta(days=1)), "weekday before the day told", source)
    if form.reference == "following":
        return _day(next_of(form.number, at + timedelta(days=1)), "weekday after the day told", source)
    return _day(last_of(form.number, at), "the weekday told", source)


def _in_week(form: Weekday, week: Reference, scene: Scene, anchor: Anchor) -> Reading:
    step = _STEPS.get(week, 0)
    if week in {"previous", "following", "same"} and scene.any is not None:
        anchor = from_told(scene.any)
    of = intervals.week(anchor.day + timedelta(weeks=step + form.weeks_on))
    return _day(of.first + timedelta(days=form.number), f"weekday of {week} week", anchor)


def _weeks_on(form: Weekday, anchor: Anchor) -> Reading:
    if form.weeks_on < 0:
        at = last_of(form.number, anchor.day - timedelta(days=1)) + timedelta(weeks=form.weeks_on)
        return _day(at, "weeks before a weekday", anchor)
    at = next_of(form.number, anchor.day + timedelta(days=1)) + timedelta(weeks=form.weeks_on)
    return _day(at, "weeks after a weekday", anchor)


def _bare(form: Weekday, scene: Scene, anchor: Anchor) -> Reading:
    back, forth = last_of(form.number, anchor.day), next_of(form.number, anchor.day)
    if (before := _before_told(form, scene, back)) is not None:
        return before
    if back == forth:
        printed = scene.part in _LATE and (scene.printed or scene.says_yesterday())
        if printed and scene.tense() in {"past", "told"}:
            return _day(back - timedelta(weeks=1), "evening before a paper of that weekday", anchor)
        return _day(back, "bare weekday", anchor)
    tense = scene.tense()
    if tense == "future":
        return _day(forth, "weekday in a clause that looks ahead", anchor, (_other(back, "the clause looks ahead"),))
    if tense is None and scene.part and _HOUR.match(scene.part):
        return _day(forth, "weekday and hour of a notice", anchor, (_other(back, "a notice looks ahead"),))
    return _day(back, "bare weekday", anchor, (_other(forth, "nothing in the clause looks ahead"),))


def _before_told(form: Weekday, scene: Scene, back: date) -> Reading | None:
    """“It ended on Thursday. They had walked out on Sunday”: what had been lies before the day told."""
    told = scene.day
    if told is None or not (_HAD.search(scene.before) or _AFTER.search(scene.before)):
        return None
    at = last_of(form.number, told.interval.first)
    if not at < told.interval.first < back:
        return None
    return _day(at, "weekday before the day told", from_told(told), (_other(back, "it had been before the day told"),))


def _modified(form: Weekday, anchor: Anchor) -> Reading:
    at, number = anchor.day, form.number
    if form.reference in {"last", "past", "previous"}:
        near = 1 if form.reference == "past" else 2  # "last Monday" is not yesterday
        return _day(last_of(number, at - timedelta(days=near)), f"{form.reference} weekday", anchor)
    if form.reference == "next":
        soon = next_of(number, at + timedelta(days=1))
        return _day(soon, "next weekday", anchor, (_other(soon + timedelta(weeks=1), "the coming one is nearer"),))
    if form.reference in {"coming", "following"}:
        return _day(next_of(number, at + timedelta(days=1)), f"{form.reference} weekday", anchor)
    of = intervals.week(at)
    return _day(of.first + timedelta(days=number), "weekday of this week", anchor)
