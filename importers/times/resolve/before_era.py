"""Times in a history of the years before our era, for which no calendar is at hand: a value, and never a day."""

from __future__ import annotations

import re

from importers.times.forms import Clock, Date, Expression, Holiday, Offset, Reference, Season, Unit, Weekday
from importers.times.scene import Reading

_YEAR = re.compile(r"BC(\d{4})")
_STEPS: dict[Reference, int] = {"previous": 1, "last": 1, "following": -1, "next": -1}
"""The years count down."""
RULE = "time in the years before our era"


def year_of(value: str) -> int | None:
    """The year of a TIMEX3 value before our era, counted from 1."""
    found = _YEAR.match(value)
    return int(found[1]) if found else None


def read_before_era(expression: Expression, year: int) -> Reading | None:
    """What counts from the time told where that lies in this year before our era; None for what does not."""
    value = _value(expression, year)
    return None if value is None else Reading("TIME" if "T" in value else "DATE", value, RULE)


def _value(expression: Expression, year: int) -> str | None:
    match expression.form:
        case Season(year=None, pointer=None, era=""):
            return f"BC{year:04}-{expression.form.code}"
        case Date(year=None, pointer=None, era="", month=int()):
            day = expression.form.day
            return f"BC{year:04}-{expression.form.month:02}" + (f"-{day:02}" if day else "")
        case Unit(grain="year") if expression.form.reference != "this":
            return f"BC{max(year + _STEPS.get(expression.form.reference, 0), 1):04}"
        case Offset(grain="year", deictic=False, count=float() | int() as count):
            return f"BC{max(year - expression.form.direction * int(count), 1):04}"
        case Unit() | Offset() | Weekday() | Holiday() | Date(year=None, pointer=None, era=""):
            return "XXXX-XX-XX"
        case Clock():
            return f"XXXX-XX-XXT{expression.form.code}"
    return None
