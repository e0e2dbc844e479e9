"""Units of the calendar pointed at ("last week"), counted off ("two weeks ago") and measured ("three days")."""

from __future__ import annotations

from importers.times.forms import Duration, Form, Grain, Nth, Offset, Recurring, Reference, Unit
from importers.times.grammar import values
from importers.times.grammar.holidays import NAMES
from importers.times.grammar.rules import EVENT, Groups, Rule
from importers.times.vocabulary import WORDS
from importers.word_pattern import exact_pattern

_CALENDAR = r"(?P<unit>week(?:-?end)?|fortnight|month|year|quarter|decade|century|day)"
_NO_NUMBER = r"(?! (?:1[5-9]|20)\d\d\b)"
"""“the end of fiscal year 2014” is a year with a number."""
_BACKWARD = r"(?P<back>ago|back(?=[,.;:)]|$)|earlier|before(?=[,.;:)]|$| (?:and|but|when|at|in)\b)|previously|before that|beforehand)"
_FORWARD = r"(?P<forth>later|from now|from today|hence|afterwards|thereafter|after that|on(?=[,.])|after(?=[,.;]| that\b)|following(?=[,.;]))"


DAY_BESIDE = "day beside the one named"
"""“the day before polling day”: it is dropped where no day stands behind it."""
_HALVES = {"TH": "PT{}H30M", "TM": "PT{}M30S", "Y": "P{}Y6M", "D": "P{}DT12H"}
"""So many and a half, in smaller units."""


def _unit(g: Groups) -> Form | None:
    word = g["unit"].replace("-", "")
    if word == "fortnight":
        return Duration("P2W", "week", 2, values.reference(g.get("ref")))
    grain: Grain = "weekend" if word == "weekend" else values.grain(word)
    return Unit(grain, values.reference(g.get("ref")), fiscal=bool(g.get("fiscal")))


def _beside(g: Groups) -> Form | None:
    return Unit(values.grain(g["unit"]), "previous" if g["side"] in {"before", "earlier"} else "following")


def _but_one(g: Groups) -> Form | None:
    grain: Grain = "weekend" if g["unit"] in {"weekend", "week-end"} else values.grain(g["unit"])
    return Offset(2, grain, -1 if g["side"] == "before last" else 1, deictic=True)


def _end(g: Groups) -> Form | None:
    return Unit(values.grain(g.get("unit", "year")))


def _count(g: Groups) -> float | None:
    if g.get("number"):
        count = values.number(g["number"])
        return count + 0.5 if g.get("half") else count
    if g.get("vague"):
        return 2 if "couple" in (g["vague"]) else None
    if g.get("halfa"):
        return 0.5
    if g.get("one"):
        return 1.5 if g.get("half") else 1
    return 1 if "ended" in g or "long" in g else None


def _offset(g: Groups) -> Form | None:
    unit = g["anyunit"]
    count = _count(g)
    if values.designator(unit) == "F":
        count = None if count is None else 2 * count
    forward = g.get("forth")
    deictic = g.get("back") in {"ago", "back"} or forward == "" or (forward or "").startswith(("from", "hence"))
    return Offset(count, values.grain(unit), -1 if forward is None else 1, deictic, exact="exact" in g or "today" in g)


def _duration(g: Groups) -> Form | None:
    unit = g.get("anyunit") or g.get("units") or g["unit"]
    code, count = values.designator(unit), _count(g)
    if g.get("one") in {"a", "an"} and unit in WORDS.units:
        count = None  # the article of "a decades-old quarrel" counts nothing
    ref: Reference = values.reference(g["ref"]) if g.get("ref") else "bare"
    value = values.duration(count, code)
    if count is not None and count % 1 == 0.5 and code in _HALVES:
        return Duration(_HALVES[code].format(int(count)), values.grain(unit), count, ref)
    if g.get("halfa"):
        value = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "E": "P5Y", "C": "P50Y"}.get(code, value)
    return Duration(value, values.grain(unit), count, ref, article=g.get("one") in {"a", "an"})


def _every(g: Groups) -> Form | None:
    unit = g["unit"]
    count: float = values.number(g["number"]) if g.get("number") else 2 if g.get("other") else 1
    return _again(count, unit)


def _per(g: Groups) -> Form | None:
    return _again(1, g["unit"])


def _again(count: float, unit: str) -> Form:
    """What comes again after so many units; a quarter that does is one of the calendar, and no three months."""
    code = values.designator(unit)
    return Recurring(f"P{count:g}Q" if code == "Q" else values.duration(count, code))


_AMOUNT = r"(?:(?:an? (?=hundred|dozen|thousand))?<number>(?:-plus)?(?: more| further| full| bloody| brutal| consecutive| straight| successive| long| solid)?|<vague>|(?P<one>an?(?: single| full| whole| further| mere)?|another|an additional|a further|a mere)|(?P<halfa>half an?))"
_ADJECTIVE = r"(?:(?:trading|business|working|calendar|fiscal|full|more|long|short|whole) )?"

_DATE = r"(?:(?:the|an?|early|mid|late)\b|\d|end-|<anymonth>\b|date\b|<weekday>)"
"""What follows in "the year to 31 March", where "to" opens no verb: "at the weekend to plan"."""

_NAMED_DAY = rf"(?:the |this |last |next )?(?:<weekday>|<anymonth> \d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? <anymonth>|{exact_pattern(NAMES)}\b)"

_STOP = r"(?=[,.;:)\"']|$| (?:and|but|when|while|at|in|he|she|they|it|we|to|there|some|several|hundreds|thousands|(?:an?|the) [a-z-]+ (?:was|were|had|is|are))\b)"

POINTED: tuple[Rule, ...] = (
    Rule(
        "unit before last, unit after next",
        r"(?:the )?(?P<unit>week(?:-?end)?|month|year) (?P<side>before last|after next)",
        _but_one,
        ("unit",),
    ),
    Rule(
        "the unit before, the unit after",
        rf"the (?P<unit>day|week|month|year) (?P<side>before|earlier|after|following)(?: that\b|{_STOP})",
        _beside,
        ("unit",),
    ),
    Rule("unit or so", r"(?:the )?(?P<ref>next|last|past|coming)(?P<long>) <unit> or (?:so|two)", _duration, ("unit",)),
    Rule(
        "part of a unit pointed at",
        rf"(?:(?:the |its )?(?:very )?<edge>(?: part| half| days| weeks| months)?(?: of| in)?(?: the)?[ -]|{{later?}})(?:the |its )?<ref>(?: (?P<fiscal>fiscal|financial|calendar))? {_CALENDAR}",
        _unit,
        ("unit",),
    ),
    Rule(
        "unit pointed at",
        rf"(?:(?:the |its )?(?:very )?(?:that (?=same)|this (?=past|last|coming|present|same))?<ref>(?: (?P<fiscal>fiscal|financial|calendar))?|(?:the )?(?:current|present)) {_CALENDAR}",
        _unit,
        ("unit",),
    ),
    Rule(
        "edge of the unit",
        rf"(?:the |its )?<edge>(?: of| in) (?:the |its )?(?:(?P<fiscal>fiscal|financial|calendar) )?{_CALENDAR}{_NO_NUMBER}",
        _unit,
        ("unit",),
    ),
    Rule("comparative in the unit", rf"(?:earlier|later|late|early) in the {_CALENDAR}", _unit, ("unit",)),
    Rule(
        "last day of the unit",
        r"(?:the )?(?P<unit>year|month|quarter)-end",
        lambda g: Unit(values.grain(g["unit"]), closes=True),
        ("unit",),
    ),
    Rule(
        "year end",
        r"(?:(?:the )?(?P<unit>year|month|week(?!-)|quarter)(?:'s |-| )end|(?:the )?end of (?:the )?year)",
        _end,
        ("unit",),
    ),
    Rule(
        "year ended",
        r"the (?:fiscal |full |financial )?(?P<unit>year)(?P<ended>)(?= (?:ended|ending) )",
        _duration,
        ("unit",),
    ),
    Rule(
        "the unit",
        rf"(?:the )(?:(?P<fiscal>fiscal|financial|calendar|full|whole|entire) )?(?P<unit>week(?:-?end)?|month|year|quarter|decade){_NO_NUMBER}(?!-|'s time| (?:before|after|ahead|that|when|to come)\b| of\b(?! [£$€#]\d)|(?<!week.end)(?<!weekend) to {_DATE})",
        _unit,
        ("unit",),
    ),
    Rule(
        "nth unit",
        r"(?:the |its |their |his |her |our |my )?(?:very )?<ordinal> (?P<unit>day|night|week|month|year|hour)(?! (?:students?|pupils?|undergraduates?|anniversary)\b|-)",
        lambda g: Nth(values.designator(g["unit"])),
        ("unit",),
    ),
    Rule(DAY_BESIDE, rf"the (?P<unit>day)(?= (?P<side>before|after|following) {_NAMED_DAY})", _beside, ("unit",)),
    Rule(
        "the day before an event",
        rf"the (?P<unit>day|week) (?P<side>before|after)(?= {EVENT})",
        _beside,
        ("unit",),
    ),
    Rule(
        "the eve of an event",
        rf"the eve(?= of (?:{EVENT}|conference|congress|elections?|battle)\b)",
        lambda _: Unit("day", "previous"),
        ("eve",),
    ),
    Rule("midweek", r"(?P<edge>mid)-?(?P<unit>week)", _unit, ("unit", "midweek")),
    Rule("the day told", rf"the (?P<unit>day){_STOP}", _unit, ("unit",)),
    Rule("weekend", r"(?P<unit>weekend)(?= of\b|[,.])", _unit, ("unit",)),
)

COUNTED: tuple[Rule, ...] = (
    Rule(
        "weekends", r"(?:every|each|most) weekends?|weekends", lambda _: Recurring("XXXX-WXX-WE"), ("unit", "weekends")
    ),
    Rule(
        "every so many units",
        r"(?:every|each)(?: (?P<other>other|second)| <number>)? <anyunit:unit>",
        _every,
        ("unit", "units"),
    ),
    Rule(
        "so often a unit",
        r"(?:once|twice|<number> (?:times|nights|days|evenings|hours|mornings|weeks|months)) (?:a|an|per|each|every) <unit>",
        _per,
        ("unit", "units"),
    ),
    Rule("per unit", r"per <unit>", _per, ("unit",)),
    Rule(
        "offset and a half",
        rf"{{approx?}}(?P<one>an?) <anyunit> and (?P<half>a half) (?:{_BACKWARD}|{_FORWARD})",
        _offset,
        ("unit",),
    ),
    Rule(
        "units ago, units later",
        rf"{{approx?}}(?:(?:just|only|(?P<exact>exactly)|barely|fully|little more than|a little more than|even) )?{_AMOUNT}(?: and (?P<half>a half))? (?:more )?{_ADJECTIVE}<anyunit>(?: or (?:so|two|more))? {_ADJECTIVE}(?:{_BACKWARD}(?P<today> today(?!'))?|{_FORWARD})",
        _offset,
        ("unit", "units"),
    ),
    Rule(
        "uncounted units ago",
        rf"(?:(?:just|only|many) )?<units:anyunit> (?:{_BACKWARD}|{_FORWARD})",
        _offset,
        ("units",),
    ),
    Rule(
        "in units' time",
        r"(?:in )?(?P<forth>)(?:(?P<one>an?)|<number>|<vague>) <anyunit>'s? time",
        _offset,
        ("unit", "units"),
    ),
    Rule(
        "pinned duration",
        rf"(?:at least )?(?:each of |all of |most of |much of )?(?:the |these |those |its |his |her |their )?(?:very )?(?P<order>first|final|opening|initial|<ref>|latest|recent)(?: or next)? (?:<number>|<vague>)(?: full| consecutive| fiscal)?(?:(?: to|-) \d+)? {_ADJECTIVE}<units:anyunit>(?: or so)?",
        _duration,
        ("units",),
    ),
    Rule(
        "pinned uncounted duration",
        r"(?:the |its )?<ref> {fiscal}<units>(?: (?:and|or) (?:months|weeks|years))?",
        _duration,
        ("units",),
    ),
    Rule(
        "recent units",
        r"(?:the )?(?:(?:more|most) )?recent <units>(?: (?:and|or) (?:months|weeks|years))?",
        _duration,
        ("units",),
    ),
    Rule(
        "unit and a half",
        r"{approx?}(?:(?P<one>an?)|<number>) <anyunit> and (?P<half>a half)",
        _duration,
        ("unit", "units"),
    ),
    Rule(
        "counted units",
        rf"{{approx?}}(?:the |these |those )?{_AMOUNT}(?: and (?P<half>a half))?(?: to <number:to>|-<number:upto>)?(?:~(?:or|and) (?:so|two|more|three))?(?: more| further|-and-a-half)?~{_ADJECTIVE}<anyunit>(?!-(?:ago|earlier)\b)(?:-long|-old)?(?:'|'s)?(?: or (?:so|more))?(?: period)?",
        _duration,
        ("unit", "units"),
    ),
    Rule("half units", r"half an? <unit:anyunit>", _duration, ("unit",)),
    Rule("unit-long", r"<unit>-?(?P<long>long)", _duration, ("unit", "unitlong")),
    Rule("uncounted units", r"<units>(?: or (?:days|weeks|months|years|decades)|-long|-old)?", _duration, ("units",)),
)
