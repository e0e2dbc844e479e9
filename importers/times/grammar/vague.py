"""Expressions that point at no day: now, recently, in the future, for a while, once more every month."""

from __future__ import annotations

from importers.times.forms import Form, Recurring, Then, Vague
from importers.times.grammar.rules import Build, Groups, Rule
from importers.times.vocabulary import WORDS, either


def _says(value: str, kind: str = "DATE") -> Build:
    form: Form = Vague(value, "DURATION" if kind == "DURATION" else "DATE")
    return lambda _: form


def _recurring(g: Groups) -> Form | None:
    return Recurring(WORDS.recurring[g["word"]])


VAGUE: tuple[Rule, ...] = (
    Rule("since then", r"since then|ever since(?=[,.])", lambda _: Then(since=True), ("vague",)),
    Rule("then", r"(?:just |by |until |only )?then(?=[,.; -])", lambda _: Then(vague=True), ("then",)),
    Rule(
        "that time",
        r"(?:at )?(?:that|the same|this) (?:very )?(?:time|point|moment)(?! of (?:year|day))",
        lambda _: Then(vague=True),
        ("time",),
    ),
    Rule(
        "present",
        r"right now|(?:just |even )?now(?: that)?(?<!that)|nowadays|currently|at (?:present|the moment)|these days|the (?:time being|present(?: day| time)?)|(?:this|the current|the present) moment|presently|to date(?=[,.])",
        _says("PRESENT_REF"),
        ("vague",),
    ),
    Rule("current", r"current(?= \w)", _says("PRESENT_REF"), ("current",)),
    Rule(
        "past",
        r"(?:more |most |just |very |quite |until |as )?recently|(?:the )?(?:recent |distant |not-so-distant )?past(?=[,.;)\"']|$)|previously|formerly|in the past|the recent past|lately|some time ago|a (?:long|short) (?:time|while) (?:ago|back)|a while (?:ago|back)|(?:not )?long ago|once upon a time",
        _says("PAST_REF"),
        ("vague",),
    ),
    Rule("recent", r"(?:(?:more|most|very) )?recent(?= \w)", _says("PAST_REF"), ("recent",)),
    Rule(
        "future",
        r"(?:as )?soon(?:er)?(?: as possible)?|(?:the )?(?:near|immediate|foreseeable|not-too-distant|distant) (?:future|term)|the future|the (?:short|near|long|medium)(?:er)? term|one day soon|in future|shortly(?= (?:be|after)|[,.])|some ?day(?=[,.])|from time to time",
        _says("FUTURE_REF"),
        ("vague",),
    ),
    Rule(
        "a while",
        r"(?:quite )?a (?:long |little |short )?while(?! back| ago)|(?:quite )?some time(?! ago)|a (?:very )?(?:long|short) (?:period of )?time(?! ago)|a (?:long|short|lengthy|prolonged|fairly lengthy) period|ages(?=[,.])",
        _says("PXX", "DURATION"),
        ("vague", "time", "period"),
    ),
)

RECURRING: tuple[Rule, ...] = (
    Rule("recurring", rf"(?:twice-|semi-|bi-)?(?P<word>{either(WORDS.recurring)})", _recurring, ("recurring",)),
)
