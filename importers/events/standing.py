"""On whose word an event stands: the report's own, a claim, a denial; or that it hangs on an "if" or was called off.

The words are in `data/standing.toml`. What a quotation tells is the business of `quoted`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from importers.events.standing_cues import DAY, patterns
from store.records import Span, Standing

_BOUND = re.compile(
    r"[.;:—–“”\"]|, (?=[a-z])|\b(?:but|while|whereas|although|and|when|where|after|before|as|that|which|who)\b"
)
_ASIDE = re.compile(r", [^,]{2,80}, ")
"""What is said in it is said of the noun before: "Hull, thought to be safe, backed her"."""
_BREAK = re.compile(r"; |—|, but |, while |, whereas |\bbut (?=\w+ (?:was|were|had|has)\b)")
_OUTSIDE = re.compile(r"\b(?:after|before|although|though|while|whereas)\b")
"""Behind these the report speaks for itself again: "they vowed to go on after 900 marched"."""
_IF = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided (?:that )?|[Ii]n the event (?:of|that)|[Ss]hould (?:the|a|an|his|her|their|talks|[A-Z][a-z]+)\b)"
)
_NO_IF = re.compile(r"\b(?:as|even|only|what|see|asked?|wondere?d?|doubt\w*|know|knew)\s+\Z", re.IGNORECASE)
_HANGING = re.compile(r"\b(?:will|would|could|may|might|shall|is to|are to|plans? to|threaten\w*)\b")
_THREAT = re.compile(r"\bthreaten(?:s|ed|ing)? (?:(?:to|a|an|more|further)\b(?=[^,;]*\Z)|\Z)")
_NOBODY = frozenset({"there", "it", "this", "i", "we", "you", "he", "she", "they", "the", "a", "an", "one"})
_THE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|(?:day|night|week|month)[’']s|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\w’'-]+ ){0,3}\Z"
)
_THAT = re.compile(rf"(?: (?:[\w’'-]+ ){{0,4}}?that\b|,? {DAY}\b)?[, ]*")
_NEAR = 60
_VERBS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|could|can|cannot|did|does|he|she|they|it|there|that)\b"
)
_NOT_WITHOUT = re.compile(
    r"\b(?:[Hh]ardly|[Ss]carcely|[Bb]arely|[Rr]arely|[Ss]eldom|[Nn]ever|[Nn]ot?|[Nn]or)\b[^,]*\bwithout (?:[\w’'-]+ ){0,4}\Z"
    r"|n['’]t\b[^,]*\bwithout (?:[\w’'-]+ ){0,4}\Z"
)
"""Two denials affirm: "hardly a week went by without a march"."""
_NOT_ONLY = re.compile(r"\b(?:not|n['’]t) (?:only|just|merely|simply)\b")


@dataclass(frozen=True, slots=True)
class Word:
    """How an event is told, and on whose word, as the text names them."""

    standing: Standing
    who: Span | None = None
    begin: int | None = None
    """Where the words that are claimed begin, behind "said that"."""


TOLD = Word("told")
Named: TypeAlias = Literal["noun", "verb", "day"]
"""What names a happening: a noun ("rally"), a verb ("rallied"), or no word but its day."""


def standing_of(text: str, sentence: Span, head: Span, named: Named, *, said: bool) -> Word:
    """How `sentence` tells the happening whose naming words are `head`.

    `named` says what these are; `said` that the happening is itself something said: "said on Friday" is told,
    whatever was said.
    """
    if is_called_off(text, sentence, head, named):
        return Word("called off")
    denial = _denial(text, sentence, head, named)
    if denial is not None:
        return denial
    claim = None if said or (named == "noun" and _is_known(text, sentence, head)) else _claim(text, sentence, head)
    if _is_conditional(text, sentence, head):
        return replace(claim or TOLD, standing="conditional")
    return claim or TOLD


def _is_known(text: str, sentence: Span, head: Span) -> bool:
    """True for a happening that is taken for granted: "police said the march drew 900" claims the size alone."""
    return _THE.search(text, max(sentence[0], head[0] - _NEAR), head[0]) is not None


def is_called_off(text: str, sentence: Span, head: Span, named: Named) -> bool:
    """True for "the rally was cancelled", "she called off the rally", "the march will not go ahead"."""
    clause = _clause(text, sentence, head)
    before, after = text[clause[0] : head[0]], text[head[1] : clause[1]]
    found = patterns()
    if named == "day":
        return found["surely off"].search(before + after) is not None
    if named == "verb":
        return found["surely off head"].fullmatch(text, *head) is not None
    if found["off before"].search(before) or found["off head"].search(before):
        return True
    return any(found[name].match(after) for name in ("off after", "off later", "not to be"))


def _denial(text: str, sentence: Span, head: Span, named: Named) -> Word | None:
    found, before, after = patterns(), text[sentence[0] : head[0]], text[head[1] : sentence[1]]
    for match in found["denied"].finditer(before):
        if not _BREAK.search(before, match.end()):
            return Word("denied", _subject(text, sentence, sentence[0] + match.start("verb")))
    if found["reports"].search(before) and found["untrue"].search(after):
        return Word("denied")
    clause = _clause(text, sentence, head)
    near = text[clause[0] : head[0]]
    if named == "day" or _NOT_ONLY.search(near) or _IF.search(near) or _NOT_WITHOUT.search(near):
        return None
    negated = found["not verb"].search(near)
    if named == "noun":
        negated = negated or found["no noun"].search(near) or found["not held"].match(text, head[1], clause[1])
    return Word("denied") if negated else None


def _claim(text: str, sentence: Span, head: Span) -> Word | None:
    found, before, after = patterns(), text[sentence[0] : head[0]], text[head[1] : sentence[1]]
    for match in found["claims"].finditer(before):
        if not (_BREAK.search(before, match.end()) or _OUTSIDE.search(before, match.end())):
            who = _subject(text, sentence, sentence[0] + match.start("verb"))
            return Word("claimed", who, _behind(text, sentence[0] + match.end()))
    if source := found["source"].search(before):
        return Word("claimed", _trimmed(text, sentence[0] + source.start("who"), sentence[0] + source.end("who")))
    for pattern in (found["tail"], found["tail turned"], found["source"]):
        if (tail := pattern.search(after)) and (pattern is found["source"] or not _VERBS.search(tail["who"])):
            return Word("claimed", _trimmed(text, head[1] + tail.start("who"), head[1] + tail.end("who")))
    clause = _clause(text, sentence, head)
    near = after[: clause[1] - head[1]].partition(",")[0]
    if (
        _last_clause(found["hearsay"], _ASIDE.sub("", before))
        or found["hearsay"].search(near)
        or found["reports"].search(before)
    ):
        return Word("claimed")
    return None


def _behind(text: str, verb: int) -> int:
    """Where the words begin that a verb of saying introduces."""
    that = _THAT.match(text, verb)
    return that.end() if that else verb


def _last_clause(pattern: re.Pattern[str], before: str) -> bool:
    """True where the pattern stands in the clause that leads up to the head."""
    found = list(pattern.finditer(before))
    return bool(found) and not re.search(r", (?:and|but) ", before[found[-1].end() :])


def _is_conditional(text: str, sentence: Span, head: Span) -> bool:
    """True where the happening hangs on an "if", or is only threatened."""
    if _THREAT.search(text, sentence[0], head[0]):
        return True
    for match in _IF.finditer(text, *sentence):
        if _NO_IF.search(text, max(sentence[0], match.start() - 16), match.start()):
            continue
        said = (patterns()["claims"], patterns()["denied"])
        if match.start() > head[1] and any(verb.search(text, head[1], match.start()) for verb in said):
            continue
        inside = match.start() < head[0] and "," not in text[match.end() : head[0]]
        if inside or _HANGING.search(text, *_clause(text, sentence, head)):
            return True
    return False


def _clause(text: str, sentence: Span, head: Span) -> Span:
    """The stretch around the head in which its own verb stands."""
    starts = [m.end() for m in _BREAK.finditer(text, sentence[0], head[0])]
    end = _BREAK.search(text, head[1], sentence[1])
    return (starts[-1] if starts else sentence[0]), (end.start() if end else sentence[1])


def _subject(text: str, sentence: Span, verb: int) -> Span | None:
    """Who stands before the verb."""
    bounds = [m.end() for m in _BOUND.finditer(text, sentence[0], verb)]
    start = bounds[-1] if bounds else sentence[0]
    return _trimmed(text, start, verb)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The name of a source without the words around it; None where nothing of it is left."""
    words = text[start:end]
    lead = patterns()["lead in"].match(words)
    begin = lead.end() if lead else 0
    tail = patterns()["modest"].search(words)
    stop = tail.start() if tail else len(words.rstrip())
    while begin < stop and words[begin].isspace():
        begin += 1
    name = words[begin:stop]
    return (
        (start + begin, start + stop)
        if begin < stop and name.casefold() not in _NOBODY and not _VERBS.search(name)
        else None
    )
