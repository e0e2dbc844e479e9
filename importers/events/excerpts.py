"""The words of a clause as a title: without its day, its openers and what only goes on, and cut where it can end."""

from __future__ import annotations

import re
from collections.abc import Callable

from importers.events.mention import Mention
from importers.events.verbs import is_past, looks_ahead
from store.records import Span

LONGEST = 76
_SHORTEST = 30
_LEAD = 12
"""How far into its clause, in code points, a trigger can stand before the title begins at a later one."""
_FEW = 3
"""Words below which an excerpt says nothing, so that the sentence is taken."""
_OPENERS = re.compile(
    r"(?:['’]s\b|[\s,;:—–•|-]+|[A-Z][A-Z .’'-]{2,}(?:, [A-Z][\w.]+)*(?: \([A-Z]{2,}\))? [—–-]+ "
    r"|(?:CANCELLED|POSTPONED|Cancelled|Postponed): |(?:[Aa]nd then|[Tt]hen|And|But|Meanwhile|However|Also|So|Yet|Now|Later)\b,? |(?:and|but|as|while|where)\b,? )+"
)
_SUBCLAUSE = re.compile(r"(?:,? as (?=[^A-Z])|,? (?:after|while|when|because|where) |[,;] (?:and|but) |—|, )")
_HAPPENS = re.compile(
    r" (?:(?:is|are|was|were|will be|has been|have been)(?: to be)?(?: (?:set|due|scheduled|planned|called|held|being held))?|to be (?:set|held)"
    r"|will|(?:will |to |due to )?takes? place|took place)\Z"
)
_WHERE_TO_END = re.compile(
    r"(?:,| —| –|;)(?= )| (?=(?:following|after|before|while|amid|because|although|when|where|who|which|as|blaming|saying|telling|citing|in the wake|with the|ahead of)\b)"
)
_CLOSING = re.compile(
    r"(?:,? (?:shortly|just|soon|only|even|then|following|after|before|while|amid|and|but|as|with|the|a|an|of|to|in|on|at|for|by|that|from))+\Z"
)
_SUBJECT = re.compile(
    r"[A-Z\d“‘£$€]|(?:the|a|an|his|her|their|its|our|some|more|over|about|around|up|nearly|almost|no|not|he|she|they|it|we|there|this|that|these|those|all|both"
    r"|many|most|hundreds|thousands|dozens|members|workers|people|police|staff|campaigners|organisers|supporters|protesters|students|ballot|voting|polls)\b"
)
"""How a clause begins that has its own subject."""
_CAPITALS = re.compile(r"(?:THE|[A-Z]{5,})(?= [a-zA-Z])")
_IS = re.compile(r"\b(?:is|are|says?|wants?|faces?|calls?|holds?|meets?|votes?|trails?|leads?|goes|go|begins?|ends?)\b")
_SPACE = re.compile(r"\s+")
_DAY_BEFORE = re.compile(
    r"\s*,?\s*(?:\b(?:on|in|at|for|by|from|throughout|during|of|over|late|early|before|after|until|since|between)\s+)?\Z",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"\A\W*(?:on|in|at|by|from|during)?\s*\Z", re.IGNORECASE)
_RANGE = re.compile(r"\s(?:and|to|until|till)\s(?:the |this |last |next )?(?:[A-Z\d]|today|yesterday)")
_AMID = re.compile(
    r"(?<=[a-z])(?<!\bof)(?<!\bthe)(?<!\bfrom)(?<!\bsince)(?<!\buntil)(?<!\btill)(?<!\bfor)(?<!\bby)(?<!\bto)(?<!\bbefore)(?<!\bafter)(?<!\bbetween)"
    r"(?<!\band)(?<!\bthis)(?<!\bearly)(?<!\blate)(?<!\bthan)(?<!\bin)(?<!\bin the)(?<!\bwith)(?<!\bone)(?<!\bduring)(?<!\bon)(?<!\bat)(?: on| in| at)? \Z"
)
_PRONOUN = re.compile(r"(?P<word>[Hh]e|[Ss]he|[Hh]is|[Hh]er)(?= [a-z])")

Namer = Callable[[int, str], str | None]
"""Whom a pronoun at an offset means: its full name, or None."""


def excerpt(text: str, mention: Mention, begin: int | None = None, who: Namer | None = None) -> str:
    """The words of the clause that tells the event, on one line, from `begin` on; `who` names "he" and "she"."""
    start, end = mention.span
    if begin is not None and start < begin < end:
        start = begin
    elif mention.trigger and mention.trigger.start - start > _LEAD:
        cuts = [m.end() for m in _SUBCLAUSE.finditer(text, start, mention.trigger.start + 1)]
        start = cuts[-1] if cuts and _SUBJECT.match(text, cuts[-1]) else start
    words = _excerpt(text, start, end, mention, who)
    if len(words.split()) < _FEW and start > mention.whole[0]:
        words = _excerpt(text, mention.whole[0], end, mention, who)
    return words


def _excerpt(text: str, start: int, end: int, mention: Mention, who: Namer | None) -> str:
    start, end = _without_day(text, start, end, mention)
    if opener := _OPENERS.match(text, start, end):
        start = opener.end()
    words = text[start:end]
    if day := _day_amid(text, start, end, mention):
        words = text[start : day[0]] + text[day[1] : end]
    pronoun = _PRONOUN.match(text, start, end)
    name = who(start, pronoun["word"].lower()) if pronoun and who else None
    if pronoun and name:
        own = "’s" if pronoun["word"].lower() in {"his", "her"} else ""
        words = name + own + words[pronoun.end() - start :]
    return shortened(_HAPPENS.sub("", _SPACE.sub(" ", words).strip(" ,;—–")))


def _day_amid(text: str, start: int, end: int, mention: Mention) -> Span | None:
    """The day with its preposition, where it only says when: "ruled Friday that", "voted on 1 October to condemn"."""
    time = mention.time
    if time is None or not (start < time.start and time.end < end) or not text[time.end].isspace():
        return None
    if _RANGE.match(text, time.end):
        return None
    lead = _AMID.search(text, start, time.start)
    return (lead.start(), time.end) if lead else None


def of_list(lead: str) -> str:
    """What the words before a list of days tell: "Strike dates:" a strike day, "They struck on" that they struck."""
    words = _SPACE.sub(" ", _DAY_BEFORE.sub("", lead.rstrip(" :—–") + " ")).strip()
    named = _LIST_OF.match(words)
    return shortened(f"{named['what']} day" if named else words)


_LIST_OF = re.compile(r"(?P<what>[\w’' -]+?) (?:dates|days)(?: (?:are|will be|so far|this month))?\Z", re.IGNORECASE)


def shortened(words: str) -> str:
    """With a capital and without a stop, and where too long ended where the sense allows it, else at a word."""
    words = words[:1].upper() + words[1:].rstrip(".")
    if capitals := _CAPITALS.match(words):
        words = capitals.group().capitalize() + words[capitals.end() :]
    if len(words) <= LONGEST:
        return words
    ends = [m.start() for m in _WHERE_TO_END.finditer(words, _SHORTEST, LONGEST) if _tells(words, m.start())]
    if ends:
        return _CLOSING.sub("", words[: ends[-1]].rstrip(" ,;:—–"))
    cut = words.rfind(" ", 0, LONGEST)
    return _CLOSING.sub("", words[: cut if cut > 0 else LONGEST].rstrip(" ,;:—–")) + "…"


def _tells(words: str, end: int) -> bool:
    return _IS.search(words, 0, end) is not None or is_past(words, 0, end) or looks_ahead(words, 0, end)


def _without_day(text: str, start: int, end: int, mention: Mention) -> tuple[int, int]:
    """The stretch without the expression of the day where it opens or closes it."""
    time = mention.time
    if time is None or not start <= time.start < time.end <= end:
        return start, end
    if not text[time.end : end].strip(" .,;—–"):
        day = _DAY_BEFORE.search(text, start, time.start)
        return start, day.start() if day else time.start
    opens = _DAY_FIRST.match(text[start : time.start]) and not _RANGE.match(text, time.end)
    return (time.end, end) if opens else (start, end)
