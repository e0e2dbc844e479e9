"""Words of time within the name of something or somebody: the October Revolution, the 1922 Committee, Theresa May."""

from __future__ import annotations

import re

from importers.times.forms import Clock, Date, DayWord, Expression, Holiday, Season, Weekday

_CALLED = re.compile(
    r" (?:Accords?|Agreement|Alliance|Brigades?|Circle|Club|Committee|Decrees?|Foundation|Group|Institute|League|Manifesto|Massacre|"
    r"Movement|Network|Revolution|Road|Society|Street)\b"
)
_PROGRAMME = re.compile(
    r"(?:friday night (?:lights|dinner)|saturday night (?:fever|live|takeaway)|monday night football|today (?:programme|show)|"
    r"winter (?:of discontent|gardens?|palace|olympics|fuel)|summer of love|spring clean\w*|sunset clause|dawn chorus|morning sickness)\b"
)
_COMPOUND = re.compile(
    r"(?:spring|summer|autumn|winter) (?:fuel|coats?|schools?|camps?|clothes|wardrobe|sports|olympics|palace|onions?|rolls?)\b"
)
_PAPER = re.compile(
    r" (?:Advertiser|Argus|Call|Chronicle|Echo|Express|Gazette|Herald|Mail|News|Post|Press|Standard|Star|Telegraph|Times)\b"
)
_CAPITAL = re.compile(r" (?!(?:I|Mr|Mrs|Ms|Dr|The)\b|[A-Z]\w+day\b)[A-Z][a-z]")
_COLOUR = re.compile(r"\b(?:Black|Red) $")
_CAR = re.compile(
    r" (?:Audi|BMW|Bentley|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ford|Honda|Hyundai|Jaguar|Jeep|Kia|Lexus|Mazda|Mercedes|Nissan|Peugeot|"
    r"Porsche|Renault|Saab|Subaru|Tesla|Toyota|Vauxhall|Volkswagen|Volvo)\b(?! (?:strike|workers?|plant|dispute|pay|factory|walkout|deal))"
)
_NAMED = re.compile(r"\b(?:called|named|dubbed|titled|entitled|christened) [“\"‘']?(?:[A-Z][\w’'-]* ){1,3}$")
"""“a venture called Meridian 1990”."""
_OWNED = re.compile(r"(?:\b(?:his|her|their|my|an?)|'s) $")
_NAME = 40
"""So far back, in code points, begins the name that a year ends."""
_MAY = re.compile(r"\b(?:theresa|mrs|ms|minister) may\b")
_REACH = 20_000
"""How far back a minister of that name is looked for, in code points."""
_IN_MAY = re.compile(
    r"\b(?:in|since|until|till|during|last|next|this|early|late|mid|throughout|end of|beginning of|month of)[ -]+$"
)
_HERS = re.compile(
    r"'s (?:government|cabinet|speech|premiership|team|leadership|resignation|allies|party|plans?|deal|ministers?|victory|letter)\b"
)

_ACTS = re.compile(
    r" (?:becomes?|became|sa(?:id|ys)|told|tells|took|takes|resigned|resigns|announced|insisted|insists|promised|claimed|claims)\b"
)


def is_name(text: str, low: str, found: Expression) -> bool:
    """Whether the find is part of a name; `low` is the plain form of `text`."""
    form = found.form
    if _PROGRAMME.match(low, found.start) and not low.startswith("winter of discontent of ", found.start):
        return True
    if isinstance(form, Season):
        where = max(found.start, found.end - 6)
        return any(_COMPOUND.match(low, at) for at in range(where, found.end))
    if isinstance(form, Clock):
        return _PAPER.match(text, found.end) is not None or _is_first_of_name(text, found)
    if isinstance(form, Date) and form.month is not None and form.year is None and form.day is None:
        return _is_named_month(text, low, found, form)
    if isinstance(form, Date):
        return _is_year(form) and _is_named_year(text, low, found)
    if isinstance(form, Weekday | Holiday | DayWord):
        return _CALLED.match(text, found.end) is not None
    return False


def _is_named_year(text: str, low: str, found: Expression) -> bool:
    """Whether a year is part of a name: "his 1987 Chevrolet", "a venture called Meridian 1990", "the 1922 Committee"."""
    if _CAR.match(text, found.end) and _OWNED.search(low, max(0, found.start - 6), found.start):
        return True
    called = _CALLED.match(text, found.end) is not None
    return called or _NAMED.search(text, max(0, found.start - _NAME), found.start) is not None


def _is_first_of_name(text: str, found: Expression) -> bool:
    """Whether a part of the day by itself has a capital and a name goes on behind it: "Morning Consult", “Morning Joe”."""
    return (
        found.rule == "the part of the day"
        and text[found.start].isupper()
        and " " not in text[found.start : found.end]
        and _CAPITAL.match(text, found.end) is not None
    )


def _is_year(form: object) -> bool:
    return isinstance(form, Date) and form.month is None and form.day is None


def _is_named_month(text: str, low: str, found: Expression, form: Date) -> bool:
    if (
        text.startswith(" Day", found.end)
        or _CALLED.match(text, found.end)
        or _COLOUR.search(text, max(0, found.start - 6), found.start)
    ):
        return True
    if form.month != 5 or found.rule != "month" or low[found.start : found.end] != "may":
        return False
    if not _MAY.search(low, max(0, found.start - _REACH), found.end):
        return False
    return (
        _HERS.match(low, found.end) is not None
        or _ACTS.match(low, found.end) is not None
        or _IN_MAY.search(low, max(0, found.start - 20), found.start) is None
    )
