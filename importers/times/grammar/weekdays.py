"""Days of the week, and the words for the days around today."""

from __future__ import annotations

from importers.times.forms import DayWord, Form, Recurring, Weekday
from importers.times.grammar import values
from importers.times.grammar.rules import Groups, Rule
from importers.times.vocabulary import WORDS

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WEEKS = {"week": 1, "fortnight": 2}
_HYPHENED = r"(?<![\w-])to-"
"""“to-day”, “to-morrow”: the spelling of the papers into the 1930s, but not "day-to-day"."""


def _weekday(g: Groups) -> Form | None:
    number = WORDS.weekday[g["weekday"]]
    week = g.get("week_ref")
    return Weekday(number, values.reference(g.get("ref")), values.reference(week) if week else None)


def _weekday_last(g: Groups) -> Form | None:
    # "Friday last" may be yesterday, which "last Friday" is not.
    return Weekday(WORDS.weekday[g["weekday"]], "past" if g["behind"] == "last" else "next")


def _weeks_on(g: Groups) -> Form | None:
    count = values.number(g["number"]) if g.get("number") else 1
    return Weekday(WORDS.weekday[g["weekday"]], weeks_on=int(count or 1) * _WEEKS[g.get("unit", "week").rstrip("s")])


def _weeks_back(g: Groups) -> Form | None:
    count = values.number(g["number"]) if g.get("number") else 1
    return Weekday(WORDS.weekday[g["weekday"]], "last", weeks_on=-int(count or 1))


def _beside(g: Groups) -> Form | None:
    number, side = WORDS.weekday[g["weekday"]], g["side"]
    if side in {"before last", "after next"}:
        return Weekday(number, "last", weeks_on=-1) if side == "before last" else Weekday(number, weeks_on=1)
    return Weekday(number, "previous" if side == "before" else "following")


def _of_far_week(g: Groups) -> Form | None:
    number = WORDS.weekday[g["weekday"]]
    if g["side"] == "before last":
        return Weekday(number, week="last", weeks_on=-1)
    return Weekday(number, week="next", weeks_on=1)


def _every_weekday(g: Groups) -> Form | None:
    part = g.get("part")
    code = WORDS.part[part] if part else ""
    return Recurring(f"XXXX-WXX-{WORDS.weekday[g['weekday'] or ''] + 1}" + (f"T{code}" if code else ""))


def _day_word(g: Groups) -> Form | None:
    return DayWord(_DAY_WORDS[g["word"].replace("-", "")])


def _weeks_off(g: Groups) -> Form | None:
    count = values.number(g["number"]) if g.get("number") else 1
    back = (g.get("way") or "").startswith("ago") or g["word"] == "yesterday"
    weeks = int(count or 1) * _WEEKS[g.get("unit", "week").rstrip("s")]
    return DayWord(_DAY_WORDS[g["word"]] + 7 * weeks * (-1 if back else 1))


def _around(days: int) -> Rule:
    words = "before yesterday" if days < 0 else "after tomorrow"
    return Rule(f"the day {words}", rf"(?:the )?day {words}", lambda _: DayWord(days), ("day word",))


_OF_WEEK = r"(?:,? (?:of|in) (?:the )?| )<ref:week_ref> week"

WEEKDAYS: tuple[Rule, ...] = (
    Rule("weekday of a week", rf"{{later?}}(?:the )?<weekday>{{part?}}{_OF_WEEK}", _weekday, ("weekday",)),
    Rule(
        "weekday of the week before last",
        r"(?:the )?<weekday>{part?} (?:of |in )?the week (?P<side>before last|after next)",
        _of_far_week,
        ("weekday",),
    ),
    Rule(
        "weekday of this week's kind",
        r"(?:the )?<ref:week_ref> week(?:'s| on)? <weekday>{part?}",
        _weekday,
        ("unit", "units", "weekday"),
    ),
    Rule(
        "weeks before a weekday",
        r"(?:a|<number>) weeks?(?: ago)?(?: last| ago| on)? <weekday>(?: ago| last)",
        _weeks_back,
        ("unit", "units", "weekday"),
    ),
    Rule(
        "a week ago on a weekday",
        r"(?:a|<number>) weeks? (?:ago|last)(?: on| last| this)? <weekday>",
        _weeks_back,
        ("unit", "units", "weekday"),
    ),
    Rule(
        "weeks after a weekday",
        r"(?:a|<number>) (?P<unit>weeks?|fortnight) (?:on|from|next)(?: next)? <weekday>",
        _weeks_on,
        ("unit", "units", "weekday"),
    ),
    Rule(
        "last weekday week",
        r"(?:last|past) <weekday> week(?!-|end)",
        lambda g: Weekday(WORDS.weekday[g["weekday"]], "last", weeks_on=-1),
        ("weekday",),
    ),
    Rule("weekday week", r"<weekday> week(?!-|end)", _weeks_on, ("weekday",)),
    Rule(
        "weekday fortnight",
        r"<weekday> fortnight",
        lambda g: Weekday(WORDS.weekday[g["weekday"]], weeks_on=2),
        ("weekday",),
    ),
    Rule(
        "weekday last, weekday next",
        r"<weekday>{part?} (?P<behind>last|next)(?! (?:year|month|week|\w+day))",
        _weekday_last,
        ("weekday",),
    ),
    Rule(
        "the weekday before",
        r"(?:the )?<weekday>{part?} (?P<side>before last|after next)|the <weekday>{part?} (?P<side>before|after)(?=[,.;:)]|$| (?:there|he|she|they|it|we|a|some|and|but|when)\b)",
        _beside,
        ("weekday",),
    ),
    Rule("every weekday", r"(?:every|each)(?: other| second)? <weekday>(?: <part>)?", _every_weekday, ("weekday",)),
    Rule("weekdays", r"<weekday>(?: <part>)?s(?!')", _every_weekday, ("weekday", "weekdays")),
    Rule(
        "modified weekday",
        r"{later?}(?:(?:on|the) )?(?:this )?(?!(?<!the.)following )<ref> <weekday>{part?}",
        _weekday,
        ("weekday",),
    ),
    Rule("a weekday", r"an? <weekday>(?: <part>)?(?! [a-z])", _every_weekday, ("weekday",)),
    Rule("weekday", r"{later?}<weekday>{part?}", _weekday, ("weekday",)),
)

DAY_WORDS: tuple[Rule, ...] = (
    _around(-2),
    _around(2),
    Rule(
        "weeks from tomorrow",
        r"(?:a|<number>) (?P<unit>weeks?|fortnight) (?P<way>ago |from |)(?P<word>today|yesterday|tomorrow)",
        _weeks_off,
        ("unit", "units", "day word"),
    ),
    Rule("tomorrow week", r"(?P<word>today|tomorrow) (?P<unit>week(?!end)|fortnight)", _weeks_off, ("day word",)),
    Rule(
        "this day week",
        r"this day (?P<unit>week(?!end)|fortnight)",
        lambda g: DayWord(7 * _WEEKS[g["unit"]]),
        ("unit", "day word"),
    ),
    Rule(
        "day word",
        rf"{{later?}}(?P<word>today|yesterday|tomorrow|{_HYPHENED}(?:day|morrow))(?: (?:early|late))?{{part?}}",
        _day_word,
        ("day word",),
    ),
    Rule("the night before last", r"(?:the )?(?P<part>night|evening) before last", lambda _: DayWord(-2), ("part",)),
    Rule("tonight", rf"{{later?}}(?P<word>tonight|{_HYPHENED}night)", _day_word, ("day word",)),
)
