"""The line a person would write for an event: "Rally for Corbyn, Kilburn: up to 4,000"."""

from __future__ import annotations

import re

from importers.events.causes import cause_of
from importers.events.excerpts import Namer, excerpt, of_list, shortened
from importers.events.mention import Mention
from importers.events.standing import TOLD, Word
from importers.events.title_words import name_of
from importers.numbers import find_numbers
from store.records import Figure

_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "a", "an"})
_EPITHET = re.compile(r"\b(?:its|the|a|an|his|her|their|our|this|first|official) (?P<words>(?:[a-z-]{3,} ){1,2})\Z")
_TO = r"(?= (?:on|in|at|last|yesterday|this|to|with|before)\b|[,.;:—–]|\Z)"
_LAUNCHED = (
    re.compile(rf"\blaunch(?: event| rally)? of (?P<what>[^,.;:—–]{{3,48}}?){_TO}"),
    re.compile(rf"\blaunch(?:ed|es|ing) (?P<what>(?:the|his|her|their|its|a|an) [^,.;:—–]{{3,48}}?){_TO}"),
    re.compile(
        r"\b(?P<what>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]) [^,.;:—–]{3,48}?) (?:was|were|is|will be|has been|had been) (?:formally |officially )?launched\b"
    ),
    re.compile(r"\b(?P<what>[Tt]he (?:[\w’'-]+ ){1,4}campaign)(?:[’']s)? (?:public |official )?launch\b"),
)
_OWN_DAY = re.compile(r"(?:['’]s)? (?:[\w-]+ ){0,3}")
_OCCASION = re.compile(
    r"\W*(?:And |But )?(?:[Aa]t|[Dd]uring|[Ii]n|[Ss]peaking at|[Gg]iving) (?:(?:a|an|the|his|her|their|its|this|that)|\w+['’]s) (?:[\w’'-]+ ){0,3}"
)
_NO_SUBJECT = re.compile(r"(?:Have|Has|Had|Was|Were|Is|Are|Will|To) ")
_BETWEEN = re.compile(
    r"(?:(?:anywhere |somewhere )?between |from )?(?P<low>[\d.,]+) and (?P<high>[\d.,]+)", re.IGNORECASE
)


def title_of(text: str, mention: Mention, word: Word = TOLD, who: Namer | None = None) -> str:
    """The title of a mention: gatherings by name, cause, place and size, others by their own words.

    `word` says on whose word it stands, `who` gives the names that "he" and "she" stand for.
    """
    if word.standing == "denied":
        return excerpt(text, mention, who=who)
    if mention.lead and not mention.places:
        return of_list(text[mention.lead[0] : mention.lead[1]])
    if launch := _launch(text, mention):
        return launch
    cause = cause_of(text, mention) if mention.kind.gathering else ""
    named = mention.kind.gathering and (
        _is_occasion(text, mention) or (mention.kind.name != "speech" and (cause or mention.places))
    )
    off = " called off" if word.standing == "called off" and mention.trigger else ""
    if not (named or mention.crowd or (off and mention.kind.gathering)):
        words = excerpt(text, mention, word.begin, who)
        if mention.kind.gathering and _NO_SUBJECT.match(words):
            return name_of(text, mention) + cause
        return _noun_phrase(text, mention) or _with_votes(words, mention)
    return ", ".join([name_of(text, mention) + cause + off, *_towns(mention)]) + _size(mention)


def _is_occasion(text: str, mention: Mention) -> bool:
    """True where the gathering is only the occasion of what is told: "At Monday’s debate", "In a speech in Luton"."""
    trigger, time = mention.trigger, mention.time
    if trigger is None or not trigger.noun or mention.planned:
        return False
    if time is not None and _OWN_DAY.fullmatch(text, time.end, trigger.start):
        return True
    return _OCCASION.fullmatch(text, mention.span[0], trigger.start) is not None


def _towns(mention: Mention) -> list[str]:
    towns = [place_name(place.name) for place in mention.places if place.kind != "venue"]
    return towns or [place_name(place.name) for place in mention.places]


def place_name(name: str) -> str:
    """A place as a name is written, though a dateline has it in capitals: "Oklahoma City"."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _size(mention: Mention) -> str:
    return f": {size_words(mention.crowd)}" if mention.crowd else ""


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
    return ", ".join([f"Launch of {what}", *towns]) + _size(mention)


def _noun_phrase(text: str, mention: Mention) -> str | None:
    """The words by which a gathering without place or size is called: "Public launch event"."""
    trigger = mention.trigger
    if trigger is None or not trigger.noun or not mention.kind.gathering or mention.planned:
        return None
    lead = _EPITHET.search(text, max(mention.span[0], trigger.start - 32), trigger.start)
    if lead is None:
        return None
    return shortened(text[lead.start("words") : trigger.end])


def _with_votes(words: str, mention: Mention) -> str:
    """With the count of a vote, where the words do not come to it."""
    counts = [figure.text.split()[0] for figure in mention.votes[:2]]
    if len(counts) < 2 or any(count in words for count in counts):
        return words
    return f"{words.rstrip('…')}: {counts[0]} to {counts[1]}"


def size_words(crowd: Figure) -> str:
    """The size as the text words it, without what is counted: "up to 4,000", "6,500 to 9,000"."""
    ends = [number.end for number in find_numbers(crowd.text)]
    words = crowd.text[: ends[-1]] if ends else crowd.text
    between = _BETWEEN.fullmatch(words) if crowd.low != crowd.high else None
    if between:
        return f"{between['low']} to {between['high']}"
    return words.lower() if words[:2].isupper() else words[:1].lower() + words[1:]
