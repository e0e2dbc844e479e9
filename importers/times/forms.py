"""What a time expression says, before anybody asks which day that is.

Recognition yields an `Expression` with one of these forms in it; resolution turns the form into days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeGuard

from store.records import TimexType

Reference: TypeAlias = Literal["bare", "last", "past", "this", "next", "coming", "previous", "following", "same"]
"""How a modifier points: last, past, this, next, coming count from the day of writing, previous, following and
same ("that day", "the same day") from what was told before; bare has no modifier but perhaps "the"."""

Grain: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]


@dataclass(frozen=True, slots=True)
class YearReference:
    """The year of a date that names it by pointing: "July last year", "March of the same year"."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the calendar, as much of it as is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    pointer: YearReference | None = None
    last_day: int | None = None
    """The 18 of "16-18 August"."""
    reference: Reference = "bare"
    """The modifier of a bare month: "last May"."""
    era: Literal["", "BC"] = ""


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years written as one: "1984-85", both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Decade:
    """“the 1930s” (193); “the nineties” (9, century open)."""

    number: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    """“the 19th century” is 19."""

    number: int
    era: Literal["", "BC"] = ""


@dataclass(frozen=True, slots=True)
class DayWord:
    """today 0, yesterday -1, the day after tomorrow +2."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "last Friday", "Friday of last week", "a week on Monday"."""

    number: int
    reference: Reference = "bare"
    week: Reference | None = None
    """The week it is said to lie in: "of last week", "this week's"."""
    weeks_on: int = 0
    """Whole weeks after the coming one: "Monday week" is 1."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar pointed at: "last week", "the year", "this weekend"."""

    grain: Grain
    reference: Reference = "bare"
    fiscal: bool = False
    closes: bool = False
    """True for its last day: "year-end"."""


@dataclass(frozen=True, slots=True)
class Season:
    """A season: "last summer", "the spring of 1942"."""

    code: str
    reference: Reference = "bare"
    year: int | None = None
    pointer: YearReference | None = None
    era: Literal["", "BC"] = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarters from `first` to `last` of a year (1 to 4), or its halves (1 and 2)."""

    number: int
    half: bool = False
    year: int | None = None
    pointer: YearReference | None = None
    also: int | None = None
    """The fourth of "the second and fourth quarters"."""


@dataclass(frozen=True, slots=True)
class YearAgo:
    """“the year-ago quarter”, “the year-earlier period”: what was spoken of, a year before; “the 1988 quarter” in that year."""

    grain: Grain | None
    year: int | None = None
    period: bool = False
    """True for "the year-earlier period", which is as long as what was spoken of."""


@dataclass(frozen=True, slots=True)
class Latest:
    """“the latest quarter”, “the latest period”: the last complete one that was reported."""

    grain: Grain | None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """“the week of 6 March”, “the weekend of 13 and 14 August”."""

    inner: Date
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class OfMonth:
    """“the first Saturday in July”, “the last week of September”, “the second weekend of next month”."""

    nth: int
    """From 1; -1 is the last, 0 some one of them."""
    weekday: int | None
    """0 is Monday; None is a week, seven days from the 1st, the 8th, the 15th, the 22nd."""
    month: Date
    reference: Reference = "bare"
    """How it points where the month has no name: "of last month"."""
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before or after a day: "two weeks ago", "three days later"."""

    count: float | None
    """None is "a few", "several", or no number at all."""
    grain: Grain
    direction: Literal[-1, 1]
    deictic: bool
    """True counts from the day of writing ("ago", "from now"), False from what was told ("later", "earlier")."""
    exact: bool = False
    """True means the very day: "exactly two years ago"."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, perhaps pinned to one end: "three weeks", "the last year", "the next few days"."""

    value: str
    """The TIMEX3 value, P3W."""
    grain: Grain
    count: float | None = None
    reference: Reference = "bare"
    article: bool = False
    """True for "a year", which after an amount is a rate."""


@dataclass(frozen=True, slots=True)
class Nth:
    """“the third day”, “its eighth week”: a unit counted from a beginning that is seldom told."""

    unit: str
    """Its ISO 8601 designator: D, W, TH."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again: "every Friday", "monthly", "two nights a week"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF, FUTURE_REF and the durations nobody can count."""

    value: str
    type: TimexType = "DATE"


@dataclass(frozen=True, slots=True)
class Then:
    """“then”, “that time”: the time told before; `since` makes it the start of what runs to the day of writing."""

    since: bool = False
    told: bool = False
    """True where it stands for that very time: "until then"."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without its day: 9 a.m. is T09:00, "the evening" TEV."""

    code: str
    reference: Reference = "bare"
    """“this morning”, “that evening”, “last night”, “the previous night”, “the next morning”."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: "Easter Monday", "last Christmas"."""

    name: str
    reference: Reference = "bare"
    year: int | None = None
    pointer: YearReference | None = None
    weekend: bool = False
    week: bool = False
    """The week that holds it: "Easter week"."""
    eve: bool = False
    """The day before it: "Anzac Day eve"."""


Form: TypeAlias = (
    Date
    | Years
    | Decade
    | Century
    | DayWord
    | Weekday
    | Unit
    | Season
    | Quarter
    | YearAgo
    | Latest
    | WeekOf
    | OfMonth
    | Offset
    | Duration
    | Nth
    | Recurring
    | Vague
    | Then
    | Clock
    | Holiday
)


def is_hour(form: Form) -> TypeGuard[Clock]:
    """Whether it is an hour or part of a day told elsewhere."""
    return isinstance(form, Clock) and form.reference == "bare"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression found in a text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int
    form: Form
    rule: str
    """The rule of the grammar that read it."""
    mod: str | None = None
    """TIMEX3's mod: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE."""
    definite: bool = False
    """True where it opens with "the"."""
    part: str | None = None
    """The time of day within the day: T09:00, TNI."""
