"""Dates of the calendar: days, months and years with their neighbours."""

from __future__ import annotations

from importers.times.forms import Century, Date, Decade, Form, OfMonth, Recurring, Reference, WeekOf, Years
from importers.times.grammar import values
from importers.times.grammar.rules import Groups, Rule
from importers.times.vocabulary import WORDS


def _date(g: Groups) -> Form | None:
    return Date(
        year=values.year(g.get("year") or g.get("short_year")),
        month=values.month(g.get("anymonth") or g.get("month")),
        day=values.whole(g.get("day")),
        weekday=values.weekday(g.get("anyweekday") or g.get("weekday")),
        pointer=values.pointer(g),
        last_day=values.whole(g.get("last_day")),
        reference=values.reference(g.get("ref")),
    )


_OTHER_MONTH: dict[str, Reference] = {"i": "this", "u": "last", "p": "next"}


def _of_other_month(g: Groups) -> Form | None:
    return Date(
        day=int(g["day"]),
        weekday=values.weekday(g.get("anyweekday")),
        reference=_OTHER_MONTH[g["month_said"][0]],
    )


def _ordinal_day(g: Groups) -> Form | None:
    return Date(day=values.ordinal(g["ordinal"]), reference=values.reference(g.get("ref")))


def _week_of(g: Groups) -> Form | None:
    inner = _date(g)
    return WeekOf(inner, weekend=bool(g.get("weekend"))) if isinstance(inner, Date) else None


def _of_month(g: Groups) -> Form | None:
    nth = 0 if "nth" not in g else -1 if g["nth"] in {"last", "final"} else values.ordinal(g["nth"])
    return OfMonth(
        nth,
        values.weekday(g.get("weekday")) if "weekday" in g else 5 if "weekend" in g else None,
        Date(year=values.year(g.get("year")), month=values.month(g.get("month"))),
        values.reference(g.get("this")),
        weekend="weekend" in g,
    )


def _british_first(g: Groups) -> Form | None:
    # Which of the two is the day is the reader's country's affair; the resolver turns it round.
    return Date(year=values.year(g["y"]), month=int(g["m"]), day=int(g["d"]))


def _iso(g: Groups) -> Form | None:
    return Date(year=int(g["y"]), month=int(g["m"]), day=values.whole(g.get("d")))


def _iso_month(g: Groups) -> Form | None:
    # "in 2011-12" are two years; no paper writes the December so.
    return None if (int(g["y"]) + 1) % 100 == int(g["m"]) else _iso(g)


def _year(g: Groups) -> Form | None:
    return Date(year=int(g["year"]))


def _bc(g: Groups) -> Form | None:
    return Date(year=int(g["n"]), month=values.month(g.get("month")), era="BC")


def _years(g: Groups) -> Form | None:
    first, second = int(g["year"]), g["second"]
    scale = 10 ** len(second)
    last = first // scale * scale + int(second)
    return Years(first, last) if first < last else None


def _worded_year(g: Groups) -> Form | None:
    if "rest" not in g:
        return Date(year=2000)
    return Date(year=100 * int(values.number(g["hundreds"])) + int(values.number(g["rest"])))


def _every_month(g: Groups) -> Form | None:
    return Recurring(f"XXXX-{WORDS.month[g['month']]:02}")


def _decade(g: Groups) -> Form | None:
    if g.get("n"):
        return Decade(int(g["n"]) // 10)
    two = int(g["two"]) if g.get("two") else WORDS.decade[g["decade"]]
    return Decade(two // 10, short=True)


def _century(g: Groups) -> Form | None:
    return Century(values.ordinal(g["ordinal"]), "BC" if g.get("bc") else "")


_TAIL = r"(?:,? (?:(?:and|or|to|&) )?(?:(?:on )?[a-z]{3,9}\.?,? )?\d{1,2}{th}){0,6}"
_YEAR = r"(?:,? (?:of )?<year>)"

DATES: tuple[Rule, ...] = (
    Rule(
        "range of days, month after",
        rf"(?:<anyweekday>,? )?<day>{{th}} ?- ?(?:<anyweekday:to>,? )?<day:last_day>{{th}}(?: of)? <anymonth>(?:{_YEAR}|{{pointer}})?",
        _date,
        ("month",),
    ),
    Rule(
        "range of days, month before",
        r"(?:<anyweekday>,? )?<anymonth> <day>{th}(?: ?- ?| to | through )<day:last_day>{th}(?!\w|:\d|[.,]\d)(?:, <year>)?",
        _date,
        ("month",),
    ),
    Rule(
        "weekday of a month",
        rf"(?:the )?(?:very )?(?P<nth>first|second|third|fourth|fifth|last|final) (?:<weekday>|week(?P<weekend>end)?) (?:of|in) (?:<month>{_YEAR}?|(?P<this>this|last|next) month)",
        _of_month,
        ("weekday", "unit", "month"),
    ),
    Rule(
        "weekday of the month",
        r"(?:the )?(?:very )?(?P<nth>first|second|third|fourth|fifth|last|final) <weekday> (?:of|in) the month",
        _of_month,
        ("weekday", "unit"),
    ),
    Rule(
        "some weekday of a month",
        rf"(?:an?|one) <weekday>{{part?}} (?:in|of) <month>{_YEAR}?",
        _of_month,
        ("weekday", "month"),
    ),
    Rule(
        "weekday of every month",
        r"(?:the )?(?:first|second|third|fourth|fifth|last|final) <weekday> (?:of|in) (?:every|each) month",
        lambda _: Recurring("P1M"),
        ("weekday", "unit"),
    ),
    Rule(
        "week of a date",
        rf"(?:the )?week(?P<weekend>end)?(?: beginning| starting| commencing| ending)?(?: of)? (?:(?:the )?<day>{{th}}(?:(?: (?:and|to) | ?- ?)<day:last_day>{{th}})?(?: of)? <month>){_YEAR}?",
        _week_of,
        ("unit", "month"),
    ),
    Rule(
        "week of a date, month before",
        rf"(?:the )?week(?P<weekend>end)?(?: beginning| starting| commencing)?(?: of)? <anymonth> <day>{{th}}{_YEAR}?",
        _week_of,
        ("unit", "month"),
    ),
    Rule(
        "day of the attacks",
        r"<anymonth> 11{th}(?= (?:terror\w* )?(?:attack|terror|hijack)|-style)",
        lambda g: Date(2001, 9, 11) if values.month(g["anymonth"]) == 9 else None,
        ("month",),
    ),
    Rule("day-month-year", r"<day>-<anymonth>-(?:<year>|<short_year>)", _date, ("month",)),
    Rule(
        "day month",
        rf"(?:{{edge?}})?(?:<anyweekday>,? )?(?:the )?(?<![\d.,£$])(?<!(?<!:\d)\d[ ])(?<!\d:)<day>{{th}}(?: of|-)? ?<anymonth>(?:{_YEAR}|{{pointer}})?",
        _date,
        ("month",),
    ),
    Rule(
        "month day",
        r"{edge?}(?:<ref> )?(?:<anyweekday>,? )?<anymonth> (?:the )?<day>{th}(?!\w|:\d|[.,]\d|-\d| %| per ?cent| [ap]\.?m\b)(?:(?:,| of|) <year>|{pointer})?",
        _date,
        ("month",),
    ),
    Rule(
        "month day in words",
        rf"(?:<anyweekday>,? )?<month> <ordinal:nth>{_YEAR}?",
        lambda g: Date(
            month=values.month(g["month"]),
            day=values.ordinal(g["nth"]),
            weekday=values.weekday(g.get("anyweekday")),
            year=values.year(g.get("year")),
        ),
        ("month",),
    ),
    Rule("month year", r"{edge?}(?:the month of )?<anymonth>(?:,|,? of|-)? ?(?<=[ ,-])<year>", _date, ("month",)),
    Rule("month BC", r"{edge?}<month> (?P<n>\d{1,4}) <bc>", _bc, ("month",)),
    Rule("month of a year pointed at", r"{edge?}<month>{pointer}", _date, ("month",)),
    Rule("month of last year's kind", r"<ref:year_ref> year's <month>", _date, ("month",)),
    Rule("every month of a name", r"(?:each|every) <month>", _every_month, ("month",)),
    Rule("modified month", r"{edge?}(?:this )?<ref> (?P<edge2>early |late |mid-)?<month>", _date, ("month",)),
    Rule("month's end", r"(?:the )?<month>'s end", _date, ("month",)),
    Rule("month", r"{edge?}(?:the month of )?<month>", _date, ("month",)),
    Rule("short month", r"{edge?}<anymonth>(?<=\.)", _date, ("month",)),
    Rule(
        "day of a list, month after",
        rf"(?:<anyweekday>,? )?(?:the )?<day>{{th}}(?=(?:,| and| or| to|-| &){_TAIL}(?: of)? <anymonth>(?:{_YEAR})?(?!\w))",
        _date,
        ("listed day",),
    ),
    Rule(
        "day of this month or the last",
        r"(?:<anyweekday>,? )?(?:the )?<day>{th},? (?P<month_said>instant|ultimo|proximo|(?:inst|ult|prox)\b(?:\.(?=[,;:)]| (?:the|a|and|in|at|he|she|they|it|when|as|with)\b))?)",
        _of_other_month,
        ("ordinal day",),
    ),
    Rule(
        "day of the month in words",
        r"the <ordinal> of (?:the|<ref>) month",
        _ordinal_day,
        ("unit",),
    ),
    Rule(
        "day of the month",
        r"(?:<weekday>,? )?the <day>(?:st|nd|rd|th)(?: inst\b\.?)?(?=[,.;:)]| (?:the|a|and|in|at|he|she|they|it|when|as|with)\b| of (?:that|the|this) month)(?: of (?:that|the|this) month)?",
        _date,
        ("ordinal day",),
    ),
    Rule(
        "on a day of the month",
        r"(?:(?<=on.)|(?<=by.)|(?<=until.)|(?<=since.))the <day>(?:st|nd|rd|th)(?= (?:will|is|was|were|has|had|but|after|before|by|from|to|there|for|that|which|took|came|brought|made|left|gave|began|drew|went|saw|put|[a-z]{3,}ed|(?:men|women|workers|police|protesters|students|teachers|nurses|miners|thousands|hundreds|dozens|crowds|some|more|many|several) [a-z]+)\b)",
        _date,
        ("ordinal day",),
    ),
    Rule("weekday and day", r"<weekday>,? (?:the )?<day>(?:st|nd|rd|th)(?! (?:of )?<month>)", _date, ("weekday",)),
    Rule(
        "short weekday and day",
        r"<anyweekday> <day>{th}(?=:(?! ?\d)| ?- ?[a-z]|;|\)|$)",
        _date,
        ("weekday", "short weekday"),
    ),
)

YEARS: tuple[Rule, ...] = (
    Rule("ISO date", r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])", _iso, ("number",)),
    Rule("ISO month", r"(?<!the.)(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-/\d])", _iso_month, ("iso month",)),
    Rule(
        "numeric date", r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d\d)(?![./]\d)", _british_first, ("number",)
    ),
    Rule("year BC", r"{edge?}(?:(?:the year|ca?\.|circa) )?(?P<n>\d{1,4})(?: <bc>)", _bc, ("number",)),
    Rule("year BC of a range", r"(?:the )?(?P<n>\d{1,4})(?= ?(?:-|to |and |or )\d{1,4} <bc>)", _bc, ("number",)),
    Rule("century BC", r"{edge?}(?:the )?<ordinal> century <bc>", _century, ("unit",)),
    Rule(
        "decade BC", r"{edge?}(?:the )?(?P<n>\d{1,3}0)s <bc>", lambda g: Date(year=int(g["n"]), era="BC"), ("number",)
    ),
    Rule("years, second one short", r"(?:the )?<year>[-/](?P<second>\d{1,2}(?![\d-]))", _years, ("number",)),
    Rule("decade", r"{edge?}(?:the )?(?P<n>1\d\d0|20\d0)'?s", _decade, ("number",)),
    Rule("short decade", r"{edge?}(?:the )?'?(?P<two>[1-9]0)'?s", _decade, ("number",)),
    Rule(
        "short year",
        r"(?:(?<=since.)|(?<=in.)|(?<=of.)|(?<=from.)|(?<=until.)|(?<=by.))'<short_year>(?=[,.;:)?!\"]| (?:and|when|to|until|but|after|was|were|had|in|at|on|for|as|with|he|she|they|we|it|i)\b|$)",
        _date,
        ("short year",),
    ),
    Rule("worded decade", r"{edge?}(?:the )<decade>", _decade, ("decade",)),
    Rule(
        "year in words",
        r"{edge?}(?:(?:the year )?(?P<hundreds>eighteen|nineteen|twenty) (?P<rest>(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))|the year two thousand)",
        _worded_year,
        ("year in words", "unit"),
    ),
    Rule("century", r"{edge?}(?:the )?<ordinal>[ -]century", _century, ("unit",)),
    Rule(
        "edge of a year",
        r"{edge?}(?:the years? |fiscal |fiscal year |financial year )?<year>(?! ?<bc>)",
        _year,
        ("number", "units"),
    ),
)
