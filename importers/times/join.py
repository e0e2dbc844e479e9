"""Join finds that stand side by side and say one time together: "9 a.m." and "Thursday", "Monday" and "16 August"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from importers.times.forms import (
    Clock,
    Date,
    DayWord,
    Expression,
    Holiday,
    Quarter,
    Recurring,
    Season,
    Weekday,
    is_hour,
)

_TO_DAY = re.compile(r",? (?:on |of )?(?:the )?$|,? of (?:the )?$")
_TO_DATE = re.compile(r",? $|, the $| \($| of (?:the )?$")
_PARTS = {True: re.compile(""), False: re.compile(r"\d")}
"""What may be joined to a day without, and to one with, a part of the day: "6am on Sunday morning"."""
_FIRST_HOURS = {"AF": "01", "EV": "04", "NI": "05"}
"""From these hours on of twelve, those of a part of the day are of the second half of it."""
_JOINED = re.compile(r" (?:and|to|or|until|through|till) (?:the )?| ?- ?|/|, ?|, and ")
_NEXT_DAY = re.compile(
    r"(?:,| and|, and| or|-| to| &) ?(?:the +)?(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?![\w%:])(?!\.\d|,\d)"
    r"(?= (?:in|at|on|for|of|during|with|as|to|and|were|was|had|has|have|will|would|are|is|but|by|from|over|near|outside|against|after|before|when|while|saw|kept|brought|drew|left|cost|made|passed|began|came)\b|[.,;)]|\Z)"
)
_EVERY_WEEK = re.compile(r"XXXX-WXX-\d(T[A-Z]+|)")
_ZONED = re.compile(r"\d ?(?:[ap]\. ?m\.?|[ap]m)? ?(?:gmt|utc|bst|cest|cet|ist|[ecmp][sd]?t)$")
_AND_EVERY = re.compile(r" +(?:and|or|to|through) +")
_AND_NTH = re.compile(r" +(?:and|or) +")
_LONGEST_GAP = 9


def join(found: list[Expression], low: str) -> list[Expression]:
    """`found` in order, with neighbours that belong together made one."""
    joined: list[Expression] = []
    for expression in found:
        previous = joined[-1] if joined else None
        if previous is not None and expression.start - previous.end <= _LONGEST_GAP:
            one = _one(previous, expression, low[previous.end : expression.start])
            if one is not None:
                joined[-1] = one
                continue
            if _says_again(previous, expression, low):
                continue
        joined.append(expression)
    return joined


def with_year_of(expression: Expression, following: Expression | None, low: str) -> Expression:
    """What is joined to a fuller date, with its year or week: "from May to September 2015", "Friday and Saturday of next week"."""
    form = expression.form
    if following is None:
        return expression
    if isinstance(form, Weekday):
        return _with_weekday(expression, form, following, low)
    if following.start - expression.end > _LONGEST_GAP or not isinstance(form, Date | Season):
        return expression
    if (
        form.year is not None
        or form.pointer
        or not isinstance(following.form, Date | Season)
        or following.form.year is None
    ):
        return expression
    if following.form.era or not _JOINED.fullmatch(low[expression.end : following.start]):
        return expression
    year = following.form.year
    if isinstance(form, Date) and isinstance(following.form, Date):
        if form.month is None or following.form.month is None:
            return expression
        year -= (form.month, form.day or 0) > (following.form.month, following.form.day or 31)
    return replace(expression, form=replace(form, year=year))


def _says_again(left: Expression, right: Expression, low: str) -> bool:
    """Whether an hour in brackets is the one before them on other clocks: "10.35am (0735 GMT)"."""
    if not (isinstance(left.form, Clock) and isinstance(right.form, Clock)):
        return False
    bracketed = low[left.end : right.start] == " (" and low.startswith(")", right.end)
    return bracketed and _ZONED.search(low, right.start, right.end) is not None


def _with_weekday(expression: Expression, form: Weekday, following: Expression, low: str) -> Expression:
    """A weekday with the week of the one it is joined to, or coming again as that does."""
    if isinstance(following.form, Recurring):
        return _again_with(expression, form, following.form, low[expression.end : following.start])
    week = following.form.week if isinstance(following.form, Weekday) else None
    if week and form == Weekday(form.number) and _JOINED.fullmatch(low[expression.end : following.start]):
        return replace(expression, form=replace(form, week=week))
    return expression


def _again_with(expression: Expression, form: Weekday, behind: Recurring, gap: str) -> Expression:
    """A weekday that comes again with the one behind it: the Monday of "on Monday and Tuesday nights"."""
    again = _EVERY_WEEK.fullmatch(behind.value)
    if again is None or form != Weekday(form.number) or expression.part or not _AND_EVERY.fullmatch(gap):
        return expression
    return replace(expression, form=Recurring(f"XXXX-WXX-{form.number + 1}{again[1]}"))


def days_after(low: str, found: Expression, end: int) -> Iterator[Expression]:
    """The days that follow a month and day: the 7 and 9 of "September 5, 7 and 9"."""
    form = found.form
    if not isinstance(form, Date) or form.day is None or found.rule != "month day":
        return
    at = found.end
    while match := _NEXT_DAY.match(low, at, end):
        if int(match["day"]) <= form.day:
            return
        date = replace(form, day=int(match["day"]), weekday=None)
        yield Expression(match.start("day"), match.end(), date, "day of a list, month before")
        at = match.end()


def quarters_of(low: str, found: Expression) -> Iterator[Expression]:
    """The two that a find names: "the second and fourth quarters"."""
    form = found.form
    gap = _AND_NTH.search(low, found.start, found.end)
    if gap is None or not isinstance(form, Quarter):
        yield found
        return
    yield replace(found, end=gap.start(), form=replace(form, also=None))
    yield replace(found, start=gap.end(), form=replace(form, number=form.also or 0, also=None))


def _one(left: Expression, right: Expression, gap: str) -> Expression | None:
    if left.rule == "overnight" and _is_day(right) and right.part is None and gap in {" on ", " from "}:
        return replace(right, start=left.start, part="TNI")
    if isinstance(left.form, Clock) and isinstance(right.form, Clock):
        return _hour_of_part(left, right, gap)
    if is_hour(left.form) and _is_day(right) and _PARTS[right.part is None].match(left.form.code):
        return (
            replace(right, start=left.start, part=f"T{_in_part(left.form.code, (right.part or '')[1:])}", mod=left.mod)
            if _TO_DAY.fullmatch(gap)
            else None
        )
    if _is_day(left) and left.part is None and is_hour(right.form):
        if (
            right.rule in {"clock time", "24-hour clock", "noon in figures", "the part of the day"}
            and gap in {" ", ", "}
            and not right.rule.startswith("the")
        ):
            return replace(left, end=right.end, part=f"T{right.form.code}")
        return None
    if right.rule in {"year in words", "short year"} and isinstance(right.form, Date) and gap in {" ", " of ", ", "}:
        if isinstance(left.form, Date) and left.form.month and left.form.year is None:
            return replace(left, end=right.end, form=replace(left.form, year=right.form.year))
        if isinstance(left.form, Season) and left.form.year is None:
            return replace(left, end=right.end, form=replace(left.form, year=right.form.year))
        return None
    if not (
        isinstance(left.form, Weekday) and left.rule in {"weekday", "modified weekday"} and isinstance(right.form, Date)
    ):
        return None
    if right.form.day is None or right.form.weekday is not None or gap == " (" or not _TO_DATE.fullmatch(gap):
        return None
    date = replace(right.form, weekday=left.form.number)
    return replace(left, end=right.end, form=date, rule=right.rule, part=left.part or right.part)


def _hour_of_part(left: Expression, right: Expression, gap: str) -> Expression | None:
    """“5.15 this morning”, “10pm last night”: the hour of a part of the day that is pointed at."""
    hour, part = left.form, right.form
    if not isinstance(hour, Clock) or not isinstance(part, Clock) or gap != " " or part.reference == "bare":
        return None
    if hour.reference != "bare" or not hour.code[0].isdigit() or not part.code.isalpha():
        return None
    return replace(right, start=left.start, form=replace(part, code=_in_part(hour.code, part.code)))


def _in_part(code: str, part: str) -> str:
    """An hour within a part of the day: nine of a night is 21:00, and two of it 02:00."""
    first = _FIRST_HOURS.get(part)
    if first is None or not first <= code < "12":
        return code
    return f"{int(code[:2]) + 12:02}{code[2:]}"


def _is_day(expression: Expression) -> bool:
    form = expression.form
    if isinstance(form, Date):
        return form.day is not None and form.era == ""
    return isinstance(form, Weekday | DayWord | Holiday)
