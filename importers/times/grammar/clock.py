"""Times of day: clock times, and parts of the day with and without their day."""

from __future__ import annotations

from importers.times.forms import Clock, Form, Recurring, Weekday
from importers.times.grammar import values
from importers.times.grammar.rules import EVENT, Groups, Rule
from importers.times.vocabulary import BEHIND_HOUR, NUMBERS, WORDS

_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NAMED_ZONE = r"(?P<zone>e[sd]?t|c[sd]t|m[sd]t|p[sd]t|gmt|bst|utc|cest|cet|ist|local time)\b"
_ZONE = rf"(?: ?(?:\({_NAMED_ZONE}\)|{_NAMED_ZONE}))?"
_UNIVERSAL = frozenset({"gmt", "utc"})
"""The time that ISO 8601 marks with a Z; which one others are depends on the country."""
_MERIDIEM = r"(?P<half>[ap])(?:m\b|\. ?m\b\.?| m\b\.?)"

_LED = (
    "(?:"
    + "|".join(
        (
            *(rf"(?<=\b{word}.)" for word in ("at", "by", "until", "till", "before", "after", "past")),
            *(rf"(?<=[.!?].{word}.)" for word in ("around", "about", "towards")),
        )
    )
    + ")"
)
_NEARLY = r"(?:(?:nearly|almost|just after|just before|shortly after|well after|well past|after|about|around) )?"
_NO_NOUN = rf"(?=$|[.,;:)\"'](?! ?\d)| (?:{BEHIND_HOUR})\b)"
"""“By eight the hall was full”, but not "by eight votes"."""
_NO_MEASURE = (
    r"(?![.,:]?\d|%| ?(?:per|percent|cents?|pence|p|m|bn|k|million|billion|points?|seconds?|metres?|meters?|miles?|km|kg|tons?|tonnes?|"
    r"crores?|lakhs?|pounds?|dollars?|rupees|euros?|francs|marks|yen|degrees|to \d+\.\d|a (?:share|barrel|pound|litre|gallon|ton|tonne|unit))\b)"
)


def _clock(g: Groups) -> Form | None:
    hour = int(g["hour"])
    minute = int(g.get("minute") or 0)
    half = g.get("half")
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    zone = "Z" if g.get("zone") in _UNIVERSAL else ""
    return Clock(f"{hour:02}:{minute:02}{zone}") if hour <= 24 and minute < 60 else None


def _oclock(g: Groups) -> Form | None:
    word = g["hour"]
    hour = int(word) if word.isdigit() else NUMBERS[word]
    later = (g.get("daypart") in {"afternoon", "evening"} or g.get("late")) and hour < 12
    return Clock(f"{hour + 12 if later else hour:02}:00") if hour <= 24 else None


def _past_hour(g: Groups) -> Form | None:
    word, part = g["hour"], g["minutes"]
    hour = int(word) if word.isdigit() else NUMBERS[word]
    minute = {"half": 30, "quarter": 15}.get(part) or int(values.number(part))
    if g["side"] == "to":
        hour, minute = (hour - 1) % 24, 60 - minute
    return Clock(f"{hour:02}:{minute:02}") if hour <= 12 else None


def _plain_hour(g: Groups) -> Form | None:
    word = g["hour"]
    hour = int(word) if word.isdigit() else NUMBERS[word]
    return Clock(f"{hour:02}:{'30' if g.get('half') else g.get('minute') or '00'}")


def _part(g: Groups) -> Form | None:
    ref = g.get("ref")
    return Clock(WORDS.part[g["daypart"]], values.reference(ref))


def _early_hours(g: Groups) -> Form | None:
    return Weekday(WORDS.weekday[g["weekday"]]) if g.get("weekday") else Clock("MO")


CLOCK: tuple[Rule, ...] = (
    Rule(
        "early hours of a day",
        r"(?:the )?(?:early|small) (?:morning )?hours(?: of (?:the )?(?:<weekday>(?: <part>)?|morning)| on <weekday>)?",
        _early_hours,
        ("units",),
    ),
    Rule(
        "clock time",
        rf"{{approx?}}(?P<hour>\d{{1,2}})(?:[:.] ?(?P<minute>\d\d))? ?{_MERIDIEM}{_ZONE}",
        _clock,
        ("clock",),
    ),
    Rule(
        "24-hour clock",
        rf"{{approx?}}(?P<hour>\d{{1,2}}): ?(?P<minute>\d\d)(?! ?[ap]\.? ?m|[:/\d])(?: ?hrs?\b)?{_ZONE}",
        _clock,
        ("clock",),
    ),
    Rule(
        "four-figure clock",
        rf"{{approx?}}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?= ?(?:gmt|bst|utc|hrs?|hours)\b)(?: ?(?:hrs?|hours)\b)?{_ZONE}",
        _clock,
        ("clock",),
    ),
    Rule(
        "o'clock",
        rf"{{approx?}}(?P<hour>\d{{1,2}}|{_HOURS}) o'clock(?: (?:in the|this|that) (?P<daypart>morning|afternoon|evening|night))?",
        _oclock,
        ("o'clock",),
    ),
    Rule(
        "hour and half past",
        rf"(?:a )?(?P<minutes>half|quarter|five|ten|twenty|twenty-five) (?P<side>past) (?P<hour>\d{{1,2}}|{_HOURS})",
        _past_hour,
        ("past",),
    ),
    Rule(
        "quarter to the hour",
        rf"(?:(?<=at.)|(?<=by.)|(?<=from.)|(?<=until.)|(?<=about.)|(?<=around.))(?:a )?(?P<minutes>quarter) (?P<side>to) (?P<hour>\d{{1,2}}|{_HOURS})(?! per ?cent|%| million)",
        _past_hour,
        ("unit",),
    ),
    Rule(
        "minutes to the hour",
        rf"(?P<minutes>\d{{1,2}}|five|ten|twenty|twenty-five) minutes (?P<side>past|to) (?P<hour>\d{{1,2}}|{_HOURS}){_NO_NOUN}",
        _past_hour,
        ("units",),
    ),
    Rule(
        "so many to the hour",
        rf"{_LED}{_NEARLY}(?P<minutes>five|ten|twenty|twenty-five) (?P<side>to) (?P<hour>(?!one\b){_HOURS}){_NO_NOUN}",
        _past_hour,
        ("hour alone",),
    ),
    Rule(
        "hour and minutes",
        rf"(?:{_LED}{_NEARLY}|(?<=from.)|(?<=\w,.)(?=\d\d?\.(?:[03]0|[14]5)(?:[.;)]|$)))(?P<hour>1\d|2[0-3]|[1-9])\.(?P<minute>[0-5]\d){_NO_MEASURE}",
        _plain_hour,
        ("hour alone",),
    ),
    Rule("half the hour", rf"{_LED}{_NEARLY}(?P<half>half) (?P<hour>{_HOURS}){_NO_NOUN}", _plain_hour, ("half",)),
    Rule("hour alone", rf"{_LED}{_NEARLY}(?P<hour>1[0-2]|[1-9]|{_HOURS}){_NO_NOUN}", _plain_hour, ("hour alone",)),
    Rule(
        "hour when it happened",
        rf"(?<=\bit.was.)(?:(?:nearly|almost|about|around|just after|past|gone|only) )(?P<hour>1[0-2]|[1-9]|{_HOURS})(?= (?:when|before|by the time)\b)",
        _plain_hour,
        ("hour alone",),
    ),
    Rule("noon in figures", r"(?:12|twelve) (?P<daypart>noon|midday|midnight)", _part, ("part",)),
    Rule(
        "hour in the morning",
        rf"(?P<hour>\d{{1,2}}|{_HOURS}) (?:in the (?P<daypart>morning|afternoon|evening)|at (?P<late>night))",
        _oclock,
        ("part",),
    ),
)


def _every_part(g: Groups) -> Form | None:
    return Recurring(f"XXXX-XX-XXT{WORDS.part[g['daypart']]}")


def _beside(g: Groups) -> Form | None:
    return Clock(WORDS.part[g["daypart"]], "previous" if g["side"] == "before" else "following")


_COUNT = (
    r"\d[\d,]+(?= [a-z])(?! (?:a\.?m|p\.?m|o'clock|noon|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sept?\b|oct|nov|dec))"
)
"""“The night before 1,500 heard him”, but not "the night before 15 August"."""

PARTS: tuple[Rule, ...] = (
    Rule(
        "every part of the day",
        r"(?:every|each)(?: single)? <part:daypart>|most <part:daypart>s",
        _every_part,
        ("part", "parts"),
    ),
    Rule(
        "the night before, the morning after",
        r"the <part:daypart> (?P<side>before|after)(?=[,.;:)\"']|$| (?:and|but|when|while|at|in|he|she|they|it|we|there|some|several|many|a few|hundreds|thousands|dozens|more than|over \d|up to|nearly|almost|about|around|also|only)\b"
        rf"| {_COUNT})",
        _beside,
        ("part",),
    ),
    Rule(
        "the night before an event",
        rf"the <part:daypart> (?P<side>before|after)(?= {EVENT})",
        _beside,
        ("part",),
    ),
    Rule(
        "part of a day pointed at",
        r"(?:(?:early|earlier|late|later) )?(?:the )?(?:very )?(?:that (?=same|very)|this (?=past|last|coming))?<ref> (?:early~|late~)?<part:daypart>",
        _part,
        ("part",),
    ),
    Rule("early morning hours", r"the early[ -](?P<daypart>morning) hours", _part, ("part",)),
    Rule("overnight", r"overnight", lambda _: Clock("NI", "last"), ("overnight",)),
    Rule(
        "the part of the day",
        r"(?:(?:early|late|later) in )?(?:the )?(?:early~|late~|mid~)?<part:daypart>",
        _part,
        ("part",),
    ),
)
