"""Expressions that point at no day: now, recently, in the future, for a while, once more every month."""

from __future__ import annotations

from importers.times.forms import Form, Recurring, Then, Vague
from importers.times.grammar.rules import Build, Groups, Rule
from importers.times.vocabulary import WORDS
from importers.word_pattern import exact_pattern


def _says(value: str, kind: str = "DATE") -> Build:
    form: Form = Vague(value, "DURATION" if kind == "DURATION" else "DATE")
    return lambda _: form


def _recurring(g: Groups) -> Form | None:
    return Recurring(WORDS.recurring[g["word"]])


_UNIT = (
    r"(?:fiscal |financial |business )?(?:days?|weeks?|months?|quarters?|years?|decades?|century|centuries|period)\b"
)
_PRESENT = (
    r"right now|(?:just |even )?now|nowadays|currently|at present|these days|"
    r"the (?:present(?:[- ]day| time)?)|present[- ]day|(?:this|the current|the present)(?: very| crucial| critical)? moment|presently|to date(?=[,.])"
)
_PAST = (
    r"(?:more |most |just |very |quite |as )?recently|the (?:recent |distant )?past(?=[,.;:)\"']| (?:and|but|that|it|they|he|she|we|i|when|as)\b|$)|lately|some time ago|"
    r"a (?:long|short) (?:time|while) (?:ago|back)|a while (?:ago|back)|long ago|once upon a time"
)
_FUTURE = (
    r"as soon as possible|(?:the )?(?:near|immediate|foreseeable|not-too-distant|distant) (?:future|term)|the future|"
    r"the (?:short|near|long|medium)(?:er)?[ -]term(?! \w)|one day soon|some ?day(?=[,.])|from time to time|a later date|"
    r"future (?:quarters|years|months)"
)
_DREAM = "|".join(
    rf"(?<=\b{word}.of.)"
    for word in ("dream", "dreams", "dreamt", "dreamed", "dreaming", "hope", "hopes", "thought", "idea", "prospect")
)
"""“He dreamt of one day leading it”, but not "a stoppage of one day costing millions"."""
_LONG = (
    r"(?:quite )?a (?:long |little |short )?while(?! back| ago)|(?:quite )?some time(?! ago)|"
    r"a (?:very )?(?:long|short) (?:period of )?time(?! ago)|a (?:fairly )?(?:long|short|lengthy|prolonged) period"
)

VAGUE: tuple[Rule, ...] = (
    Rule("since then", r"since then|ever since(?=[,.])", lambda _: Then(since=True), ("vague",)),
    Rule("until then", r"(?:(?<=until.)|(?<=by.)|(?<=till.))then(?!-)", lambda _: Then(told=True), ("vague",)),
    Rule("that time", r"(?:at )?that (?:very )?(?:time|moment)(?! of (?:year|day))", lambda _: Then(), ("time",)),
    Rule("present", _PRESENT, _says("PRESENT_REF"), ("vague", "time")),
    Rule("then current", r"then[- ]current(?= \w)", _says("PAST_REF"), ("current",)),
    Rule("current", rf"current(?= \w)(?! {_UNIT})", _says("PRESENT_REF"), ("current",)),
    Rule("past", _PAST, _says("PAST_REF"), ("vague",)),
    Rule("future", _FUTURE, _says("FUTURE_REF"), ("vague", "time")),
    Rule("a while", _LONG, _says("PXX", "DURATION"), ("vague", "time", "period")),
    Rule(
        "one day",
        rf"(?<=\bto.)one day(?! (?:an?|per|in|of|off|out|at|on|each|every|and|or|from|only|for|with|before|after|when|the|this|next)\b)(?= [a-z])|(?:{_DREAM})one day(?= [a-z]+ing\b)|(?<=\bshall.)one day|(?<='ll.)one day|(?<=\bwill.)one day|(?<=\bwould.)one day|(?<=\bmay.)one day|(?<=\bmight.)one day|(?<=\bcould.)one day|(?<=\bcan.)one day",
        _says("FUTURE_REF"),
        ("day word",),
    ),
)

_ADJECTIVES = {"former": "PAST_REF", "recent": "PAST_REF", "future": "FUTURE_REF"}


def _adjective(g: Groups) -> Form | None:
    return Vague(_ADJECTIVES[g["adjective"]])


HISTORIES: tuple[Rule, ...] = (
    Rule("the moment", r"(?:at|for) the moment|the time being", _says("PRESENT_REF"), ("vague", "time")),
    Rule(
        "adjective of time", rf"(?P<adjective>{exact_pattern(_ADJECTIVES)})(?= (?!{_UNIT})\w)", _adjective, ("vague",)
    ),
)
"""What dates in histories alone: in news "the former minister" tells an office, "recent" and "for the moment" often nothing."""

RECURRING: tuple[Rule, ...] = (
    Rule("recurring", rf"(?:twice-|semi-|bi-)?(?P<word>{exact_pattern(WORDS.recurring)})", _recurring, ("recurring",)),
)
