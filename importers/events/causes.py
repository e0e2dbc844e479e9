"""What or whom a gathering is for, as its title says it: " for Corbyn", " against library closures"."""

from __future__ import annotations

import re

from importers.events.lexicon import taxonomy
from importers.events.mention import Mention
from importers.events.title_words import no_cause
from importers.gazetteer import gazetteer

_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sir|Lord) )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
_PEOPLE = (
    (re.compile(rf"\b(?:for|in support of|to support|supporting|backing|hear|see) {_NAME}"), "for"),
    (re.compile(r"\b[A-Z][a-z]{3,}4(?P<name>[A-Z][a-z]+)"), "for"),
    (
        re.compile(
            r"(?:\b(?:a|the|this|his|her) (?:[A-Z][a-z]+ )?)(?P<name>[A-Z][\w’'-]+) (?:campaign )?(?:rally|rallies|meeting|event)\b"
        ),
        "for",
    ),
    (re.compile(rf"\bwith (?:[a-z]+,? ){{0,4}}{_NAME}"), "with"),
)
_SPEAKER = re.compile(rf"{_NAME} (?:also |then |had )?(?:addressed|spoke|told|visited|toured)\b")
_END = (
    r"(?= (?:on|in|at|last|yesterday|this|to|with|and|but|by|from|which|that|after|before|as|when|while|outside|across"
    r"|through|led|called|planned|organised|held|was|were|is|are|has|have|had|will|drew|where|who|whose|facing|for|during|ahead)\b|[,.;:—–(]|\Z)"
)
_MATTER = re.compile(
    r"\b(?:(?P<against>against|in (?:protest|opposition) (?:at|to|against|over))|(?P<over>over)|(?P<support>in (?:support|defence|solidarity) (?:of|with))"
    rf"|(?P<save>to (?:save|mark|defend|demand)))\s(?P<what>(?![\d£$€])(?:[\w’'-]+ ){{0,4}}?[\w’'-]+){_END}"
)
_WITH = re.compile(rf"\s(?:with|of) (?P<what>(?:the |a )?[a-z][\w’'-]+(?: [\w’'-]+){{0,3}}?){_END}")
"""Whom a meeting is with, right behind its name."""
_NO_MATTER = re.compile(
    r"(?:the |a )?(?:weekend|past|last|next|week|weeks|day|days|night|month|months|year|years|hundred|thousand|half|half of|dozen"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|it|them|him|her|this|that|which|whether|how|again|there|here|the phone|an end|a halt|(?:[\w’'-]+ )?(?:plans|proposals|moves|attempts|threats|efforts)\Z)\b"
)
_MATTERS = frozenset({"protest", "march", "rally", "strike", "meeting"})


def cause_of(text: str, mention: Mention) -> str:
    """Whom a gathering is for or with, or who speaks, else what it is about; "" where the clause does not say."""
    clause = text[mention.span[0] : mention.span[1]]
    return _person(clause, mention) or (_matter(clause, mention) if mention.kind.name in _MATTERS else "")


def _person(clause: str, mention: Mention) -> str:
    places = {place.name for place in mention.places}
    speaks = ((_SPEAKER, "by"),) if mention.kind.name == "speech" else ()
    for pattern, word in (*speaks, *_PEOPLE):
        for match in pattern.finditer(clause):
            name = match["name"].removesuffix("’s").removesuffix("'s")
            last = name.split()[-1]
            if match.group().startswith("for ") and _in_name(clause[: match.start()]):
                continue
            if not no_cause().intersection(name.split()) and name not in places and gazetteer().find(last) is None:
                return f" {word} {name if word == 'with' else last}"
    return ""


def _matter(clause: str, mention: Mention) -> str:
    """What it is against, over or in support of, where the words follow its name."""
    head = mention.trigger.start - mention.span[0] if mention.trigger else 0
    for match in _MATTER.finditer(clause, max(head, 0)):
        what = match["what"]
        if _NO_MATTER.match(what) or any(place.name in what for place in mention.places):
            continue
        if match["save"]:
            return f" {match['save']} {what}"
        word = "against" if match["against"] else "over" if match["over"] else match["support"]
        return f" {word} {what}"
    if mention.kind.name == "meeting" and mention.trigger and mention.trigger.noun:
        met = _WITH.match(clause, max(mention.trigger.end - mention.span[0], 0))
        return f" {met.group().split()[0]} {met['what']}" if met and not _NO_MATTER.match(met["what"]) else ""
    return ""


def _in_name(before: str) -> bool:
    """True where the words before belong to a name that goes on ("Department for Transport")."""
    last = before.split()[-1:]
    return bool(last) and last[0][0].isupper() and last[0].lower() not in taxonomy().words
