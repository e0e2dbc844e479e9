"""How a time expression hangs together with the one beside it: an apposition, a stretch of weekdays, hours that are kept."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from importers.documents import Block
from importers.times.forms import Clock, Date, DayWord, Expression, Holiday, Offset, Quarter, Reference, Unit, Weekday
from importers.times.scene import Antecedent, Reading
from importers.times.story import is_aside
from importers.times.vocabulary import WORDS

APPOSED = re.compile(r", ?| \(| - |—")
BESIDE_EVENTS = frozenset({"the day before an event", "the eve of an event", "the night before an event"})
"""Rules of days that are told by the event beside them."""
_OF_CLAUSE = re.compile(r" (?:the|an?|his|her|their|its|he|she|they|we|it)\b")
"""“the day after the result is declared”."""
_PARTS = {"MO", "AF", "EV", "12:00"}
_SIDE = re.compile(r" (before|after) (?:the )?")
_SIDES: dict[str, Reference] = {"before": "previous", "after": "following"}
_BESIDE_DAY = re.compile(r" (?:before|after|following) (?:the |this )?")
_UP_TO = re.compile(r",? (?:that )?(?:ended|ending)(?: on)? (?:the )?")
_TO = re.compile(r" (?:right |up )?(?:to|until|till|through) (?:the (?:following )?)?| ?- ?")
_BETWEEN = re.compile(r"\bbetween +$")
_AND = re.compile(r" and ")
_AFTER = re.compile(
    r"(?:,? (?:just|only|hours|days|a day|two days|shortly|soon))? after (?!\w+day\b)(?:(?!and\b|but\b|as\b|before\b)[\w'&-]+ ){1,12}"
)
"""“on Monday after they had won in ”: the day behind it came first."""
_ALSO = re.compile(r",? (?:and|&) (?:(?:then|again|also) )?(?:on )?(?:the )?|, (?:on )?")
_AGAIN = (
    r"\b(?:every|each|daily|nightly|weekdays?|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days|usually|normally|generally|"
    r"always|most (?:days|mornings|afternoons|evenings|nights|weeks)|on strike days)\b"
)
_OPEN = (
    r"\b(?:shops?|stores?|supermarkets?|banks?|offices?|librar(?:y|ies)|pubs?|schools?|surger(?:y|ies)|museums?|markets?|"
    r"depots?|centres?|caf(?:é|e)s?|canteens?) (?:(?:now|usually|normally|also|only|still|all|here) )?(?:opens?|closes?|shuts?|are open|is open)\b"
)
_HABIT = re.compile(rf"{_AGAIN}|{_OPEN}")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]* +(?=[^a-z]|$)")
_OPEN_END = re.compile(r"\bsince +$")
_POINT = re.compile(r"(?<!\b[ap]\.m)(?<!\b(?:rev|mrs|sen|gen|gov|rep))(?<!\b(?:mr|ms|dr|st))[.!?][\"')\]]* +(?!\d)")
_REACH = 120
_LONGEST_JOINT = 20
_VOTE_ON = re.compile(
    r"\bby-?elections?(?: (?:in|for|at)(?: (?!on\b)[\w'-]+){1,4})?"
    r"(?:,? (?:which |that )?(?:(?:will|is|was|to|be|being|has|been|set|due|fixed|fought|held|takes?|took|place|for|comes|falls) ?){1,6}|,)? ?(?:on )?$"
)
"""“the by-election in Stoke will be held on ”."""
_OF_VOTE = re.compile(r"'s (?:[\w-]+ ){0,3}by-?elections?\b")


def is_apposed(low: str, expression: Expression, following: Expression | None) -> bool:
    """Whether a date stands beside a day counted from the story: "the following day, Saturday 20 August"."""
    form = expression.form
    if following is None or not isinstance(following.form, Date) or following.form.day is None:
        return False
    if not (isinstance(form, Unit | Offset) and form.grain == "day" and not getattr(form, "deictic", False)):
        return False
    return APPOSED.fullmatch(low, expression.end, following.start) is not None


def is_up_to(low: str, expression: Expression, following: Expression) -> bool:
    """Whether the last day of a quarter stands behind it: "the quarter ended 30 September"."""
    form = expression.form
    if isinstance(form, Unit):
        quarter = form.grain == "quarter" and form.reference == "bare"
    else:
        quarter = isinstance(form, Quarter) and not (form.half or form.year or form.pointer)
    return quarter and _UP_TO.fullmatch(low, expression.end, following.start) is not None


def is_beside_day(low: str, expression: Expression, following: Expression) -> bool:
    """Whether a day stands right behind "the day before": "the day before polling day"."""
    named = isinstance(following.form, Date | DayWord | Holiday | Weekday)
    return named and _BESIDE_DAY.fullmatch(low, expression.end, following.start) is not None


def side_of(low: str, expression: Expression, following: Expression | None, floor: int) -> Reference | None:
    """On which side of the day behind it a weekday lies: "the Tuesday before polling day", "the Friday after 4 May"."""
    if following is None or not _is_bare(expression):
        return None
    side = _SIDE.fullmatch(low, expression.end, following.start)
    return _SIDES[side[1]] if side and low.endswith("the ", floor, expression.start) else None


def opens_stretch(low: str, expression: Expression, following: Expression | None) -> bool:
    """Whether two weekdays are the ends of a stretch, and this is the first: "from Monday to Wednesday"."""
    if following is None or not (_is_bare(expression) and _is_bare(following)):
        return False
    return _TO.fullmatch(low, expression.end, following.start) is not None


def opens_dates(low: str, expression: Expression, following: Expression | None) -> bool:
    """Whether two dates without a year are the ends of a stretch, and this is the first: "between 1 January and 26 September"."""
    if following is None or not (_is_date(expression) and _is_date(following)):
        return False
    joint = _AND if _BETWEEN.search(low, max(0, expression.start - 10), expression.start) else _TO
    return joint.fullmatch(low, expression.end, following.start) is not None


def closes_stretch(low: str, told: Antecedent | None, expression: Expression) -> bool:
    """Whether a weekday ends a stretch that the day told right before it opens."""
    if told is None or told.text.lower().rpartition(" ")[2] not in WORDS.weekday or not _is_bare(expression):
        return False
    return _TO.fullmatch(low, told.span[1], expression.start) is not None


def is_vote(low: str, start: int, end: int, floor: int) -> bool:
    """Whether the day at `low[start:end]` is that of a by-election: "Thursday's by-election", "the by-election on 23 February"."""
    return bool(_OF_VOTE.match(low, end) or _VOTE_ON.search(low, max(floor, start - _REACH), start))


def came_first(low: str, told: Antecedent, expression: Expression) -> bool:
    """Whether the day told right before it came after this one: "he sits on Monday after winning Thursday's vote"."""
    if not _is_bare(expression) or told.text.lower().partition(" ")[0] not in WORDS.weekday:
        return False
    return (
        expression.start - told.span[1] <= _REACH and _AFTER.fullmatch(low, told.span[1], expression.start) is not None
    )


def goes_on(low: str, told: Antecedent, expression: Expression) -> bool:
    """Whether a date without a year stands in a row with the one told right before it: "on 6 April and 26 April"."""
    form = expression.form
    if not (isinstance(form, Date) and form.day and form.weekday is None and _is_date(expression)):
        return False
    if told.explicit or told.interval.grain != "day":
        return False
    return (
        expression.start - told.span[1] <= _LONGEST_JOINT
        and _ALSO.fullmatch(low, told.span[1], expression.start) is not None
    )


def names_again(low: str, told: Antecedent, expression: Expression) -> bool:
    """Whether the expression calls the day told right before it by what came next: "on Sunday, the eve of the strike"."""
    night = expression.rule == "the part of the day" and low.startswith("the ", expression.start)
    clause = expression.rule == "the unit before, the unit after" and _OF_CLAUSE.match(low, expression.end)
    if not (night or clause or expression.rule in BESIDE_EVENTS) or told.interval.grain != "day":
        return False
    return APPOSED.fullmatch(low, told.span[1], expression.start) is not None


def takes_up(low: str, told: Antecedent, expression: Expression, published: date | None) -> bool:
    """Whether "the same day" or "the afternoon" means the day told right before it, be it told in passing."""
    form = expression.form
    if not isinstance(form, Clock | Unit) or told.interval.grain != "day":
        return False
    sentences = 1
    if isinstance(form, Unit):
        if form != Unit("day", "same"):
            return False
    elif form.reference == "same":
        planned = published is not None and told.interval.first > published
        sentences = 0 if told.passing or planned or is_aside(low, told.span[0], "day") else 1
    elif not (expression.definite and expression.rule == "the part of the day" and told.part in _PARTS):
        return False  # "She said on Friday morning that it would rain. By the afternoon it did."
    return len(_POINT.findall(low, told.span[1], expression.start)) <= sentences


def looks_back(expression: Expression) -> bool:
    """Whether it counts back from the day told: "the night before", "two days earlier"."""
    form = expression.form
    if isinstance(form, Offset):
        return form.direction < 0 and not form.deictic
    return isinstance(form, Clock | Unit | Weekday) and form.reference == "previous"


def is_stamp(low: str, expression: Expression, block: Block) -> bool:
    """Whether an hour stands alone in its block, as over the entries of a running report: it is one of the day of writing."""
    form = expression.form
    if not isinstance(form, Clock) or form.reference != "bare" or not form.code[0].isdigit():
        return False
    return low[block.start : block.end].strip(" .:-—|") == low[expression.start : expression.end].strip(" .")


def is_kept_daily(low: str, expression: Expression, floor: int, ceiling: int) -> bool:
    """Whether an hour comes again day by day: "shops open at 9am", "every morning at 6"."""
    form = expression.form
    if not isinstance(form, Clock) or form.reference != "bare" or not form.code[0].isdigit():
        return False
    end = _SENTENCE_END.search(low, expression.end, min(ceiling, expression.end + _REACH))
    right = end.start() if end else min(ceiling, expression.end + _REACH)
    return _HABIT.search(low, max(floor, expression.start - _REACH), right) is not None


def with_open_end(low: str, expression: Expression, reading: Reading, published: date | None) -> Reading:
    """The reading, run on to the day of publication where "since" leaves its end open."""
    of = reading.interval
    if published is None or of is None or of.grain != "day" or isinstance(expression.form, Clock):
        return reading
    if reading.last is None or reading.last > published:
        return reading
    if not _OPEN_END.search(low, max(0, expression.start - 10), expression.start):
        return reading
    return replace(reading, rule=f"{reading.rule}, open to publication", last=published)


def _is_date(expression: Expression) -> bool:
    form = expression.form
    return isinstance(form, Date) and form.month is not None and form.year is None and form.reference == "bare"


def _is_bare(expression: Expression) -> bool:
    form = expression.form
    return isinstance(form, Weekday) and form.reference == "bare" and form.week is None and not form.weeks_on
