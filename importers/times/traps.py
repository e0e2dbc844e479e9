"""What looks like a time and is none: may, march, the sun, votes, prices, names of papers.

Each test looks at the words around a find and is true where the language says something else.
"""

from __future__ import annotations

import re

from importers.times.forms import (
    Clock,
    Date,
    DayWord,
    Decade,
    Duration,
    Expression,
    Holiday,
    Nth,
    Recurring,
    Season,
    Then,
    Unit,
    Vague,
    Weekday,
)
from importers.times.traps_of_hours import HALVES_UNSAID, is_false_hour
from importers.times.traps_of_names import is_name
from importers.times.traps_of_titles import (
    NAME_BEHIND,
    capital_inside,
    closes_title,
    is_programme,
    is_title,
    is_title_word,
    opens_title,
)
from importers.times.traps_of_units import is_false_recurring, is_false_unit

_BEFORE = 40
_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|by|until|till|til|from|to|through|throughout|of|for|during|before|after|between|late|early|mid|last|next|this|each|every|on|around|and|or|about|over|at|into|following|past|end|beginning)[ -]+|[(/,-] ?|^)$"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|and|or|during|before|after|between|through|the|for|late|early|mid|circa|than|around|about|year|years|fiscal|into|as|post|pre|any|on|at)[ -]+$|[(,/;'\"-] ?$"
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:[£$€#.,:/+]$|\bno\.?|\bnumber|\bsome|\bnearly|\bissue|\broom|\bpage|\bup to|\bover|\bunder|\bboeing|\bmodel|\bflight|\btel:?|\bphone) ?$"
)
_COUNTED = re.compile(
    r" +(?:more |new |other |young |labour |party |socialist |local )?(?:people|men|women|members|supporters|votes|jobs|workers|students|pounds|dollars|euros|copies|miles|seats|delegates|troops|soldiers|"
    r"children|homes|metres|meters|feet|tons|tonnes|km|kilometres|kilometers|yards|points|shares|employees|strikers|activists|protesters|marchers|cases|deaths|times|percent|per cent|%|civilians|"
    r"victims|square|prisoners|refugees|patients|families|strong|gmt|hrs|hours|days|years|minutes|rpm|mm|cm|kg|lbs|pounds|sailors|ships|aircraft|tanks|guns|dead|wounded)\b|-(?:strong|seat|year|mile|foot|man|page|ton)"
)
_NAME_BEFORE = re.compile(r"[A-Z]\w+ $")
_ARTICLE = re.compile(r"\b(?:the|an?|its|their|this year's|last year's) $")
_MODAL = frozenset({"may", "march", "mar", "sun", "sat", "wed", "dec", "jan"})
_MARCHING = re.compile(r" (?:for|against|through|with us|on (?:the|parliament|downing|london))\b")
_TITLE = re.compile(r"\b(?:mail|independent|express|mirror|star|observer|herald|scotland|wales|telegraph|people) on $")
_NAME_AFTER_DAY = re.compile(
    r" (?:times|mirror|telegraph|express|mail|herald|post|night lights|politics programme|world|people|sport|night football|night fever)\b"
)
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|hears?|heard|tells?|told \w+|(?:was|were|been) told|claim(?:s|ed)|announce[sd]?|think|thought|know|knew|believe[sd]?|agree[sd]?|"
    r"warn(?:s|ed)|fear(?:s|ed)|argue[sd]?|insist(?:s|ed)|show(?:s|ed)|mean(?:s|t)|report(?:s|ed)|learn(?:ed|t)|confirm(?:s|ed)) $"
)
_NOWADAYS = re.compile(
    r"'s (?:world|youth|society|young people|generation|children|kids|standards|culture|technology|computers)\b"
)
"""“in today's world”."""
_THOSE_OF = re.compile(
    r"\b(?:people|leaders?|voters|citizens|workers?|youth|generation|world|society|cit(?:y|ies)|technolog(?:y|ies)|jobs|part(?:y|ies)) of $"
)
"""“the leaders of tomorrow”: of a time to come, not of the day after this."""
_NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|last|final) $")
_VERSE = re.compile(
    r"\b(?:genesis|exodus|leviticus|numbers|deuteronomy|joshua|judges|samuel|kings|chronicles|job|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|"
    r"ezekiel|daniel|amos|micah|matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|hebrews|james|peter|revelation)(?: chapter)? $"
)
"""“citing Exodus 18:21”."""
_BLOODY = re.compile(r"\b(?:bloody|black|super|ruby|man|girl|cyber|freaky|casual|plough|manic|good|blue) $")
_CAPITAL_ONLY = frozenset({"good friday", "burns night"})
"""“She had a good Friday”, “it burns night and day”."""
_DAY_BEHIND = re.compile(r" of (?:the )?(?:\w+day\b|\d)")


def is_trap(text: str, low: str, found: Expression) -> bool:
    """Whether the find is something else; `low` is the plain form of `text`."""
    form = found.form
    if is_name(text, low, found) or is_programme(text, found):
        return True
    if isinstance(form, Date):
        return _false_date(text, low, found, form)
    if isinstance(form, Weekday):
        return _false_weekday(text, low, found)
    if isinstance(form, Holiday) and form.name in _CAPITAL_ONLY:
        return form.name.partition(" ")[0] in text[found.start : found.end].split()
    if isinstance(form, Season):
        return _false_season(text, low, found)
    if isinstance(form, Duration | Unit | Nth):
        opens = isinstance(form, Unit) and opens_title(text, found)
        return opens or is_title(text, found) or is_false_unit(low, found)
    if isinstance(form, Recurring):
        return is_false_recurring(text, low, found)
    if isinstance(form, Decade):
        return bool(
            re.search(r"\b(?:his|her|their|my|your|our) (?:early |mid-|late )?$", _before(low, found))
        )  # "in her 30s"
    if isinstance(form, Clock):
        return _false_clock(text, low, found, form)
    if isinstance(form, DayWord):
        if form.days == 0 and _NOWADAYS.match(low, found.end):
            return True
        if _THOSE_OF.search(low, max(0, found.start - _BEFORE), found.start) and not low.startswith("'s", found.end):
            return True
        return text[found.start].isupper() and bool(_NAME_BEFORE.search(text, max(0, found.start - 15), found.start))
    if isinstance(form, Then | Vague):
        return _false_vague(low, found)
    return False


def _false_clock(text: str, low: str, found: Expression, form: Clock) -> bool:
    if found.rule == "part of a day pointed at":
        led = _NAME_BEFORE.search(text, max(0, found.start - 15), found.start)
        return led is not None and is_title_word(text, found)  # "CBS This Morning"
    if found.rule in HALVES_UNSAID:
        return is_false_hour(low, found)
    if found.rule == "24-hour clock":
        return (found.start > 0 and low[found.start - 1] in "-:./") or _VERSE.search(
            low, max(0, found.start - 20), found.start
        ) is not None
    if found.rule != "the part of the day":
        return False
    before = low[max(0, found.start - 6) : found.start]
    if before.endswith(("good ", "pre-")):
        return form.reference == "bare"  # "Good morning", "a pre-dawn raid"
    if low.startswith(" of ", found.end) and low.endswith("dawn", found.start, found.end):
        return not _DAY_BEHIND.match(low, found.end)  # "the dawn of an age"
    return capital_inside(text, found)  # "Operation Red Dawn", "High Noon"


def _before(low: str, found: Expression) -> str:
    return low[max(0, found.start - _BEFORE) : found.start]


def _false_date(text: str, low: str, found: Expression, form: Date) -> bool:
    if form.era:
        return False
    if form.month is None and form.day is None and form.year is not None:
        return _false_year(low, found)
    if form.month is not None and found.rule in {
        "month",
        "short month",
        "month day",
        "day month",
        "month year",
        "modified month",
    }:
        return _false_month(text, low, found, form)
    return False


def _false_year(low: str, found: Expression) -> bool:
    digits = low[found.start : found.end]
    if not digits.isdigit():
        return bool(_COUNTED.match(low, found.end))
    year = int(digits)
    before = _before(low, found)
    after = low[found.end : found.end + 3]
    if (
        _NOT_YEAR_BEFORE.search(before)
        or re.match(r"[,.]\d|%|:\d|-\d{3}(?!\d)|/\d", low[found.end : found.end + 5])
        or _COUNTED.match(low, found.end)
    ):
        return True
    if not 1400 <= year <= 2099:
        return True
    if _YEAR_BEFORE.search(before) and year >= 1500:
        return False
    return not (
        1800 <= year <= 2050
        and (after[:1] in {"", ".", ",", ";", ":", ")", "'", "-", "?", "!", '"', "—"} or before.endswith((" ", "\n")))
    )


def _false_month(text: str, low: str, found: Expression, form: Date) -> bool:
    words = re.findall(r"[a-z]+", low[found.start : found.end])
    name = next((word for word in words if word in _MODAL), None)
    last = name or words[-1]
    where = low.find(last, found.start, found.end)
    capital = text[where].isupper()
    if form.year is not None or (form.day is not None and name is None):
        return False
    if not capital:
        return True
    if len(words) > 1 or form.day is not None:
        return False
    if last in {"may", "march", "april", "june", "august"}:
        before = _before(low, found)
        if last == "march" and _MARCHING.match(low, found.end) and (not before or before.endswith((". ", "  ", '"'))):
            return True  # "March for jobs on Saturday"
        if _ARTICLE.search(before):
            return not re.match(
                r" (?!for\b|of\b|on\b|to\b|in\b|against\b|was\b|is\b|and\b)[a-z]{3,}", text[found.end : found.end + 8]
            )
        return not _PREPOSITION.search(before) and not low.startswith("'s ", found.end)
    return False


def _false_weekday(text: str, low: str, found: Expression) -> bool:
    before = _before(low, found)
    if low.startswith("that ", found.start) and low.startswith("'s ", found.end) and _SAYING.search(before):
        return True  # "they heard that Sunday's march was off": the weekday alone is read
    if found.rule != "weekday":
        return False
    if _NTH.search(low, max(0, found.start - 12), found.start) and low.startswith(
        (" of the ", " of our ", " of a "), found.end
    ):
        return True  # "the first Sunday of the campaign"
    if closes_title(text, found):
        return True  # “Fox News Sunday”
    if (low.startswith("sunday", found.start) and _TITLE.search(before)) or _is_named_day(text, low, found):
        return True
    return bool(_NAME_AFTER_DAY.match(low, found.end)) and low.startswith(
        ("sunday", "friday night lights", "saturday night fever", "monday night football"), found.start
    )


def _is_named_day(text: str, low: str, found: Expression) -> bool:
    """Whether a capital adjective makes it a day of its own: "Bloody Sunday", but not "she had a good Friday"."""
    named = _BLOODY.search(low, max(0, found.start - _BEFORE), found.start)
    return named is not None and (text[named.start()].isupper() or named.group() != "good ")


def _false_season(text: str, low: str, found: Expression) -> bool:
    if found.rule != "season":
        return False
    words = low[found.start : found.end]
    season = words.rsplit(" ", 1)[-1]
    if season == "fall" and text[found.end - 4].isupper():
        return True
    if text[found.end - len(season)].isupper() and NAME_BEHIND.match(text, found.end):
        return True  # "the Winter Gardens"
    before = _before(low, found)
    if season in {"fall", "spring"}:
        if words == season:
            return not re.search(
                r"\b(?:in|this|next|last|since|by|until|during|early|late|each|every) $", before
            ) or before.endswith(("to ",))
        if season == "fall" and re.match(r" (?:of|in)\b", low[found.end : found.end + 5]):
            return True
        return not words.startswith(("the", "early", "late", "mid")) or not re.search(
            r"\b(?:in|by|until|during|since|for|of|through|throughout|from|over|spen[dt]|spending) $", before
        )
    return text[found.start + len(words) - len(season)].isupper() and bool(
        re.search(r"[A-Z]\w+ $", text[max(0, found.start - 15) : found.start])
    )


def _false_vague(low: str, found: Expression) -> bool:
    if found.rule == "current":
        return bool(re.match(r" (?:account|affairs|accounts)\b", low[found.end : found.end + 10]))
    return False
