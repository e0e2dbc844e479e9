"""The line a person would write for an event: "Rally for Corbyn, Kilburn: up to 4,000"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from importers.events.lexicon import taxonomy
from importers.gazetteer import gazetteer
from importers.numbers import find_numbers
from store.records import Figure, Standing

if TYPE_CHECKING:
    from importers.events.mention import Mention

_LONGEST = 76
_LEAD = 12
"""How far into its clause, in code points, a trigger can stand before the title begins at a later one."""
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sir|Lord) )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
_CAUSES = (
    (re.compile(rf"\b(?:for|in support of|to support|supporting|backing|hear|see) {_NAME}"), "for"),
    (re.compile(r"\b[A-Z][a-z]{3,}4(?P<name>[A-Z][a-z]+)"), "for"),
    (
        re.compile(
            r"(?:\b(?:a|the|this|his|her) (?:[A-Z][a-z]+ )?)(?P<name>[A-Z][\w’'-]+) (?:campaign )?(?:rally|rallies|meeting|event)\b"
        ),
        "for",
    ),
    (re.compile(rf"\bwith (?:[a-z]+ ){{0,3}}{_NAME}"), "with"),
)
_SPEAKER = re.compile(rf"{_NAME} (?:also |then |had )?(?:addressed|spoke|told|visited|toured)\b")
_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "a", "an"})
_NO_CAUSE = frozenset(
    {
        "Labour",
        "Party",
        "Socialist",
        "Tory",
        "CLP",
        "Momentum",
        "Unite",
        "The",
        "Black",
        "London",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Britain",
        "TUC",
        "RMT",
        "NHS",
        "He",
        "She",
        "It",
        "They",
        "We",
        "You",
        "I",
    }
)
_OPENERS = re.compile(
    r"(?:[Aa]nd then|[Tt]hen|And|But|As|Meanwhile|However|Also|So|After|Yet)\b,? |(?:and|but|as|while|where)\b,? |[—–,;] ?"
)
_SUBCLAUSE = re.compile(r"(?:,? as (?=[^A-Z])|,? (?:after|while|when|because|where) |[,;] (?:and|but) |—|, )")
_EPITHET = re.compile(r"\b(?:its|the|a|an|his|her|their|our|this|first|official) (?P<words>(?:[a-z-]{3,} ){1,2})\Z")
_LIST_OF = re.compile(r"(?P<what>[\w’' -]+?) (?:dates|days)(?: (?:are|will be|so far|this month))?\Z", re.IGNORECASE)
_HAPPENS = re.compile(
    r" (?:(?:is|are|was|were|will be|to be) (?:set|due|scheduled|planned|held)|(?:will |to |due to )?takes? place|took place)\Z"
)
_RELATIVE = re.compile(r"(?:who|which|that|whose|said|closes|will|have|has|had|is|are|was|were)\b", re.IGNORECASE)
_LAUNCHED = (
    re.compile(
        r"\blaunch(?: event| rally)? of (?P<what>[^,.;:—–]{3,48}?)(?= (?:on|in|at|last|yesterday|this|to|with)\b|[,.;:—–]|\Z)"
    ),
    re.compile(
        r"\blaunch(?:ed|es|ing) (?P<what>(?:the|his|her|their|its|a|an) [^,.;:—–]{3,48}?)(?= (?:on|in|at|last|yesterday|this|to|with|before)\b|[,.;:—–]|\Z)"
    ),
    re.compile(
        r"\b(?P<what>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]) [^,.;:—–]{3,48}?) (?:was|were|is|will be|has been|had been) (?:formally |officially )?launched\b"
    ),
    re.compile(r"\b(?P<what>[Tt]he (?:[\w’'-]+ ){1,4}campaign)(?:[’']s)? (?:public |official )?launch\b"),
)
_SPACE = re.compile(r"\s+")
_DAY_BEFORE = re.compile(
    r"\s*,?\s*(?:\b(?:on|in|at|for|by|from|throughout|during|of|over|late|early)\s+)?\Z", re.IGNORECASE
)
_DAY_FIRST = re.compile(r"\A\W*(?:on|in|at|by|from|during)?\s*\Z", re.IGNORECASE)


def title_of(text: str, mention: Mention, standing: Standing = "told") -> str:
    """The title of a mention: gatherings by kind, cause, place and size, others by their own words."""
    if standing == "denied":
        return excerpt(text, mention)
    if mention.lead and not mention.places:
        return _of_list(text[mention.lead[0] : mention.lead[1]])
    if launch := _launch(text, mention):
        return launch
    kind = mention.kind.name.capitalize()
    cause = _cause(text, mention) if mention.kind.gathering else ""
    named = mention.kind.gathering and mention.kind.name != "speech" and (cause or mention.places)
    if not (named or mention.crowd):
        return _noun_phrase(text, mention) or excerpt(text, mention)
    towns = [place.name for place in mention.places if place.kind != "venue"] or [p.name for p in mention.places]
    size = f": {size_words(mention.crowd)}" if mention.crowd else ""
    off = " called off" if standing == "called off" else ""
    return ", ".join([kind + cause + off, *towns]) + size


def _launch(text: str, mention: Mention) -> str | None:
    """What a launch launches, where its clause says so: "Launch of the Corbyn campaign"."""
    if mention.kind.name != "launch":
        return None
    words = text[mention.span[0] : mention.span[1]]
    found = next((match for pattern in _LAUNCHED if (match := pattern.search(words))), None)
    if found is None:
        return None
    what = found["what"]
    what = what[0].lower() + what[1:] if what.split()[0].lower() in _DETERMINERS else what
    towns = [place.name for place in mention.places if place.kind != "venue" and place.name not in what]
    size = f": {size_words(mention.crowd)}" if mention.crowd else ""
    return ", ".join([f"Launch of {what}", *towns]) + size


def _of_list(lead: str) -> str:
    """What the words before a list of days tell: "Strike dates:" a strike day, "They struck on" that they struck."""
    words = _SPACE.sub(" ", _DAY_BEFORE.sub("", lead.rstrip(" :—–") + " ")).strip()
    named = _LIST_OF.match(words)
    return _shortened(f"{named['what']} day" if named else words)


def _cause(text: str, mention: Mention) -> str:
    """Whom a gathering is for or with, or who speaks: " for Corbyn"."""
    clause = text[mention.span[0] : mention.span[1]]
    places = {place.name for place in mention.places}
    speaks = ((_SPEAKER, "by"),) if mention.kind.name == "speech" else ()
    for pattern, word in (*speaks, *_CAUSES):
        for match in pattern.finditer(clause):
            name = match["name"].removesuffix("’s").removesuffix("'s")
            last = name.split()[-1]
            if match.group().startswith("for ") and _in_name(clause[: match.start()]):
                continue
            if not _NO_CAUSE.intersection(name.split()) and name not in places and gazetteer().find(last) is None:
                return f" {word} {name if word == 'with' else last}"
    return ""


def _in_name(before: str) -> bool:
    """True where the words before belong to a name that goes on ("Department for Transport")."""
    last = before.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower() not in taxonomy().words


def _noun_phrase(text: str, mention: Mention) -> str | None:
    """The words by which a gathering without place or size is called: "Public launch event"."""
    trigger = mention.trigger
    if trigger is None or not trigger.noun or not mention.kind.gathering or mention.planned:
        return None
    lead = _EPITHET.search(text, max(mention.span[0], trigger.start - 32), trigger.start)
    if lead is None:
        return None
    words = text[lead.start("words") : trigger.end]
    return words[:1].upper() + words[1:]


def size_words(crowd: Figure) -> str:
    """The size as the text words it, without what is counted: "up to 4,000"."""
    ends = [number.end for number in find_numbers(crowd.text)]
    words = crowd.text[: ends[-1]] if ends else crowd.text
    return words.lower() if words[:2].isupper() else words[:1].lower() + words[1:]


def excerpt(text: str, mention: Mention) -> str:
    """The words of the clause that tells the event, on one line, without its day, cut at a word."""
    start, end = mention.span
    if mention.trigger and mention.trigger.start - start > _LEAD:
        cuts = [m.end() for m in _SUBCLAUSE.finditer(text, start, mention.trigger.start + 1)]
        start = cuts[-1] if cuts and not _RELATIVE.match(text, cuts[-1]) else start
    words = _SPACE.sub(" ", _without_day(text, start, end, mention)).strip(" ,;—–")
    if opener := _OPENERS.match(words):
        words = words[opener.end() :]
    return _shortened(_HAPPENS.sub("", words))


def _shortened(words: str) -> str:
    words = words[:1].upper() + words[1:].rstrip(".")
    if len(words) <= _LONGEST:
        return words
    cut = words.rfind(" ", 0, _LONGEST)
    return words[: cut if cut > 0 else _LONGEST].rstrip(" ,;:—–") + "…"


def _without_day(text: str, start: int, end: int, mention: Mention) -> str:
    """The words without the expression of the day where it opens or closes them."""
    time = mention.time
    if time is None or not start <= time.start < time.end <= end:
        return text[start:end]
    if not text[time.end : end].strip(" .,;—–"):
        lead = text[start : time.start]
        day = _DAY_BEFORE.search(lead)
        return lead[: day.start()] if day else lead
    return text[time.end : end] if _DAY_FIRST.match(text[start : time.start]) else text[start:end]
