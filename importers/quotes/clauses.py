"""Who is the subject of a verb: a shallow reading of the clause to its left, or of the noun phrase to its right.

Everything here works on positions in the tokens of one sentence; a noun phrase is a `Phrase`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.people.lexicon import lexicon
from importers.quotes.lexicon import Tag
from importers.quotes.sentences import Token

_NOMINAL: frozenset[Tag] = frozenset(
    {
        "Name",
        "Name's",
        "word",
        "1",
        "the",
        "his",
        "claim",
        "said",
        "named",
        "say",
        "name it",
        "went",
        "saying",
        "naming",
    }
)
_HEAD: frozenset[Tag] = frozenset({"Name", "word", "claim", "1"})
_SKIPPED: frozenset[Tag] = frozenset({"is", "also", "Monday"})
_FINITE: frozenset[Tag] = frozenset({"is", "said", "named", "went"})
_OPENERS: frozenset[Tag] = frozenset({"the", "his", "Name's", "1"})
_TIME_BEFORE = frozenset({"on", "in", "at", "during", "earlier", "late", "early", "since", "by"})
_ATTACHED = frozenset({"of", "by", "from", "for", "at", "in", "with", "on", "to", "near", "behind", "against", "about"})


REACH = 60
"""So many tokens back the subject of a clause is looked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: positions of its tokens, `first` and `last` both inclusive."""

    first: int
    last: int
    antecedent: Phrase | None = None
    """For "who": what it refers to."""


def subject_before(tokens: Sequence[Token], verb: int, lowest: int = 0) -> Phrase | None:
    """The subject of the verb at `verb`, sought to its left, not below `lowest`."""
    if verb - 1 >= lowest and tokens[verb - 1].low in {
        "to",
        "by",
        "without",
        "after",
        "before",
        "while",
        "in",
        "of",
        "for",
        "about",
        "from",
    }:
        return clause_subject(tokens, verb - 1, lowest)
    at = _before_adverbs(tokens, verb, lowest)
    if at < lowest:
        return None
    tag = tokens[at].tag
    if tag in {",", "—", ")"}:
        if tokens[verb].tag in {"saying", "naming"} or tokens[at + 1].low == "having":
            return clause_subject(tokens, at, lowest)
        return _behind_comma(tokens, at, lowest)
    if tag == "and":
        return clause_subject(tokens, at, lowest)
    if tag == "who" or (tokens[at].low == "that" and at == verb - 1):
        return Phrase(at, at, _antecedent(tokens, at, lowest))
    if tag in {"of", "that", ":", "quotation", "."}:
        return clause_subject(tokens, at, lowest) if tag in {"of", "that"} else None
    if tag == "him" or tag in {"said", "named", "went", "saying", "naming"}:
        return clause_subject(tokens, at + 1, lowest)
    phrase = phrase_ending(tokens, at, lowest)
    if phrase is None:
        return clause_subject(tokens, at, lowest)
    if _is_object(tokens, phrase, verb, lowest):
        return clause_subject(tokens, phrase.first, lowest) or phrase
    return _with_description(tokens, _before_place(tokens, phrase, lowest), lowest)


def _before_place(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> Phrase:
    """The phrase that a place closes: `Ann Price of Columbia, South Carolina said`."""
    comma = phrase.first - 1
    if comma - 2 < lowest or tokens[comma].tag != "," or tokens[comma - 1].tag != "Name":
        return phrase
    if tokens[phrase.last].low.capitalize() not in lexicon().things or tokens[comma - 2].tag != "of":
        return phrase
    return phrase_ending(tokens, comma - 1, lowest) or phrase


def _is_object(tokens: Sequence[Token], phrase: Phrase, verb: int, lowest: int) -> bool:
    """Whether the phrase before a verb belongs to another one: `emailed supporters saying`, `who founded the site said`."""
    if tokens[phrase.last].tag == "he" or phrase.first - 1 < lowest:
        return False
    previous = tokens[phrase.first - 1]
    if previous.tag == "is" and tokens[verb].tag == "said":
        return True
    if previous.low in _PERCEIVED:
        return False
    if phrase.first < phrase.last and tokens[phrase.first].tag == "word" and tokens[phrase.first].low.endswith("ing"):
        return True
    if any(tokens[at].low == "with" for at in range(max(lowest, phrase.first - 3), phrase.first)):
        return False
    if previous.tag in {"went", "named", "word", "say", "name it", "claim"} and _is_finite(
        tokens, phrase.first - 1, lowest
    ):
        return True
    return (
        tokens[verb].low in _REPORTING
        and tokens[verb - 1].tag not in {"is", ","}
        and (previous.low in {"to", "for", "at", "on"} or (previous.low == "of" and phrase.first == phrase.last))
    )


_REPORTING = frozenset(
    {
        "saying",
        "stating",
        "adding",
        "asking",
        "calling",
        "noting",
        "writing",
        "arguing",
        "claiming",
        "declaring",
        "describing",
        "explaining",
        "announcing",
    }
)


_PERCEIVED = frozenset(
    [
        "hear",
        "heard",
        "hears",
        "see",
        "saw",
        "sees",
        "watch",
        "watched",
        "let",
        "lets",
        "make",
        "made",
        "makes",
        "have",
        "had",
        "help",
        "helped",
    ]
)
"""Behind these a noun and a bare verb make a clause: `to hear Ann set out`."""


def _before_adverbs(tokens: Sequence[Token], verb: int, lowest: int) -> int:
    """The position of the last word before the verb that is no auxiliary, adverb or date."""
    at = verb - 1
    while at >= lowest:
        tag = tokens[at].tag
        dated = (
            tag == "1"
            and at - 1 >= lowest
            and tokens[at - 1].low in {"in", "on", "may", "june", "july", "march", "sept."}
        )
        if tag in _SKIPPED or dated:
            timed = tag == "Monday" or dated
            at -= 1
            if timed and at >= lowest and (tokens[at].low in _TIME_BEFORE or tokens[at].low == "the"):
                at -= 1
        else:
            break
    return at


def phrase_ending(tokens: Sequence[Token], last: int, lowest: int = 0, *, governed: bool = False) -> Phrase | None:
    """The noun phrase that ends at `last`; one that a preposition governs only where `governed` allows it."""
    if tokens[last].tag == "he":
        return Phrase(last, last)
    begin = last
    while begin - 1 >= lowest and (
        (tokens[begin - 1].tag in _NOMINAL and not _is_finite(tokens, begin - 1, lowest))
        or tokens[begin - 1].tag == "of"
        or _joins(tokens, begin - 1, lowest)
    ):
        begin -= 1
    while begin <= last and tokens[begin].tag in {"also", "and", "Monday"}:
        begin += 1
    if begin > last:
        return None
    found = _trim(tokens, begin, last)
    return found if governed or found is None else _governed(tokens, found)


def _is_finite(tokens: Sequence[Token], at: int, lowest: int) -> bool:
    """Whether a form that can be something else is a verb: it stands behind its subject, or behind "to" or "will"."""
    if at - 1 < lowest:
        return False
    if tokens[at].tag in {"word", "say", "name it", "claim"}:
        return tokens[at - 1].low in _BEFORE_INFINITIVE
    return tokens[at].tag in {"said", "named", "went"} and tokens[at - 1].tag in {
        "Name",
        "word",
        "who",
        "he",
        "also",
        "and",
    }


_BEFORE_INFINITIVE = frozenset(
    [
        "to",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "must",
        "shall",
        "did",
        "does",
        "do",
        "didn't",
        "doesn't",
        "don't",
        "won't",
        "cannot",
    ]
)


def _joins(tokens: Sequence[Token], at: int, lowest: int) -> bool:
    """Whether an "and" joins two small nouns or two names of one phrase: "shop steward and Labour member Albert"."""
    if tokens[at].low != "and" or at - 1 < lowest:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.low in lexicon().roles and right.tag in {"word", "Name"} and (left.tag == "word")


def _trim(tokens: Sequence[Token], begin: int, last: int) -> Phrase | None:
    """The phrase at the end of a stretch that may begin with a prepositional phrase or the end of another clause."""
    if tokens[begin].tag == "of":
        if begin > 0 and tokens[begin - 1].low in _INDEFINITE:
            return Phrase(begin - 1, last)
        return _last_phrase(tokens, begin, last)
    preposition = next(
        (at for at in range(begin, last + 1) if tokens[at].tag == "of" or _is_reduced(tokens, at, begin)), None
    )
    if preposition is None:
        return _last_phrase(tokens, begin, last)
    head = preposition - 1
    attached = tokens[preposition].low in _ATTACHED or tokens[preposition].tag != "of"
    if tokens[head].tag in _HEAD and attached and not _is_verbal(tokens, begin, head):
        start = _last_phrase(tokens, begin, head)
        if start is not None:
            return Phrase(start.first, last if tokens[preposition].tag == "of" else head)
    return _last_phrase(tokens, begin, last)


def _governed(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The phrase, unless it is the complement of a preposition and no subject: `in a later interview said`."""
    if phrase.first == 0 or tokens[phrase.last].tag == "Name":
        return phrase
    previous = tokens[phrase.first - 1]
    return None if previous.tag == "of" and previous.low not in {"with", "than"} else phrase


_INDEFINITE = frozenset(
    [
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "one",
        "many",
        "others",
        "some",
        "most",
        "both",
        "all",
        "none",
        "several",
        "few",
        "each",
    ]
)


def _is_reduced(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a participle behind a noun shortens a relative clause: `a source speaking to the paper`."""
    if at == begin or tokens[at].tag not in {"saying", "naming"}:
        return False
    return tokens[at - 1].tag in {"word", "Name"} and at + 1 < len(tokens) and tokens[at + 1].tag == "of"


def _is_verbal(tokens: Sequence[Token], begin: int, head: int) -> bool:
    return any(tokens[at].tag in {"went", "said", "named"} for at in range(begin + 1, head + 1)) and tokens[
        begin
    ].tag in {"Name", "he"}


def _last_phrase(tokens: Sequence[Token], begin: int, last: int) -> Phrase | None:
    """The shortest stretch up to `last` that can stand alone as a noun phrase."""
    if tokens[last].tag == "Name":
        return _named_phrase(tokens, begin, last)
    at = last
    while at >= begin and tokens[at].tag not in _OPENERS and tokens[at].tag != "of":
        at -= 1
    if at < begin:
        return Phrase(begin, last)
    if tokens[at].tag == "of":
        return Phrase(at + 1, last) if at < last else None
    while (
        at - 1 >= begin
        and tokens[at - 1].tag in {"the", "his", "Name's", "Name", "1"}
        and tokens[at].tag in {"Name's", "1"}
    ):
        at -= 1
    return Phrase(at, last)


def _named_phrase(tokens: Sequence[Token], begin: int, last: int) -> Phrase:
    """The run of names that ends at `last` with the titles and roles before it."""
    at = last
    while at - 1 >= begin and tokens[at - 1].tag == "Name":
        at -= 1
    lex = lexicon()
    reach = at
    while reach - 1 >= begin and tokens[reach - 1].tag in _BEFORE_NAME:
        reach -= 1
        token = tokens[reach]
        if token.low in lex.roles or token.tag == "Name":
            at = reach
        elif token.tag in {"the", "his", "1", "Name's"}:
            at = reach if at == reach + 1 or tokens[at - 1].tag != "word" or _all_modify(tokens, reach + 1, at) else at
            break
    return Phrase(_with_modifiers(tokens, begin, at), last)


_BEFORE_NAME: frozenset[Tag] = frozenset({"Name", "Name's", "word", "1", "the", "his", "claim", "and"})


def _all_modify(tokens: Sequence[Token], low: int, high: int) -> bool:
    return all(tokens[at].tag in {"word", "Name", "Name's"} for at in range(low, high))


def _with_modifiers(tokens: Sequence[Token], begin: int, at: int) -> int:
    while at - 1 >= begin and tokens[at - 1].low in {
        "former",
        "shadow",
        "deputy",
        "longtime",
        "long-time",
        "rival",
        "chief",
        "senior",
        "acting",
        "then",
        "fellow",
        "one",
    }:
        at -= 1
    return at


# --- appositions and relative clauses between subject and verb ---------------------------------------


def _behind_comma(tokens: Sequence[Token], comma: int, lowest: int) -> Phrase | None:
    """The subject of a verb that a comma precedes: what the appositions before it explain."""
    fallback: Phrase | None = None
    end = comma
    while end > lowest:
        begin = end
        while begin - 1 >= lowest and tokens[begin - 1].tag not in {",", ":", "quotation", "—", "."}:
            begin -= 1
        if begin < end:
            if not _is_aside(tokens, begin, end, lowest):
                found = phrase_ending(tokens, end - 1, begin)
                return fallback if found is None else _with_description(tokens, found, lowest)
            if tokens[begin].tag in {"the", "his", "he", "1"} or (tokens[begin].tag == "word" and begin == lowest):
                fallback = _opening_phrase(tokens, begin, end)
        end = begin - 1
        if end < lowest or tokens[end].tag in {":", "quotation", "."}:
            break
    return fallback


def _with_description(tokens: Sequence[Token], name: Phrase, lowest: int) -> Phrase:
    """A name together with the description that a comma parts from it: `the nominee, Donald Trump`."""
    comma = name.first - 1
    if (
        comma - 1 < lowest
        or tokens[comma].tag != ","
        or tokens[comma - 1].tag != "word"
        or tokens[name.last].tag != "Name"
    ):
        return name
    described = phrase_ending(tokens, comma - 1, lowest)
    if (
        described is None
        or not any(tokens[at].low in lexicon().roles for at in range(described.first, comma))
        or (
            described.first - 1 >= lowest
            and tokens[described.first - 1].tag != "quotation"
            and tokens[described.first - 1].tag != ","
        )
    ):
        return name
    return Phrase(described.first, name.last)


def _is_aside(tokens: Sequence[Token], begin: int, end: int, lowest: int) -> bool:
    """Whether the words between two commas explain what stands before them rather than being the subject."""
    first = tokens[begin]
    if first.tag == "Name":
        short = end - begin <= 2
        behind_name = begin - 2 >= lowest and tokens[begin - 1].tag in {",", "—"} and tokens[begin - 2].tag == "Name"
        title = first.low in lexicon().roles or first.low.endswith(".")
        opens_with_place = _chunk_opens_with_preposition(tokens, begin - 2, lowest)
        return behind_name and (short or title) and not opens_with_place
    if first.tag == "and":
        return not any(tokens[at].tag in {"Name", "he"} for at in range(begin, end))
    if first.tag == "that" and end - begin > 1 and tokens[end - 1].tag in {"Name", "he"} and first.low == "that":
        return False
    return first.tag != "he" or end - begin > 1


def _chunk_opens_with_preposition(tokens: Sequence[Token], last: int, lowest: int) -> bool:
    at = last
    while at - 1 >= lowest and tokens[at - 1].tag not in {",", ":", "quotation", "—"}:
        at -= 1
    return at >= lowest and tokens[at].tag in {"of", "that"} and (at == lowest or tokens[at - 1].tag not in {",", "—"})


def _opening_phrase(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The noun phrase with which a stretch opens."""
    return phrase_after(tokens, begin, end)


def _antecedent(tokens: Sequence[Token], who: int, lowest: int) -> Phrase | None:
    at = who - 1
    if at >= lowest and tokens[at].tag in {",", "—"}:
        at -= 1
    if at < lowest or tokens[at].tag not in _HEAD | {"he", ")"}:
        return None
    return phrase_ending(tokens, at, lowest, governed=True)


# --- clauses ----------------------------------------------------------------------------------------


def clause_subject(tokens: Sequence[Token], before: int, lowest: int = 0) -> Phrase | None:
    """The subject of the nearest clause that stands before the position: a phrase with a finite verb behind it."""
    for at in range(before - 2, max(lowest, before - REACH) - 1, -1):
        phrase = _subject_at(tokens, at, before, lowest)
        if phrase is not None:
            return phrase
    return first_subject(tokens, lowest, before)


def first_subject(tokens: Sequence[Token], lowest: int = 0, highest: int | None = None) -> Phrase | None:
    """The subject of the first clause, or failing that the first phrase no preposition governs."""
    end = len(tokens) if highest is None else highest
    for at in range(lowest, end - 1):
        phrase = _subject_at(tokens, at, end, lowest)
        if phrase is not None:
            return phrase
    return None


def _subject_at(tokens: Sequence[Token], at: int, end: int, lowest: int) -> Phrase | None:
    """The phrase that ends at `at` if a finite verb follows and no preposition governs it."""
    tag = tokens[at].tag
    if tag == "he":
        if not _next_verbal(tokens, at + 1, end) or _is_dependent(tokens, Phrase(at, at), lowest):
            return None
        return Phrase(at, at)
    if (
        tag == "who"
        and tokens[at].low == "who"
        and at - 1 >= lowest
        and tokens[at - 1].tag == ","
        and _next_verbal(tokens, at + 1, end)
    ):
        return Phrase(at, at, _antecedent(tokens, at, lowest))
    if tag not in _HEAD or not _next_verbal(tokens, at + 1, end):
        return None
    phrase = phrase_ending(tokens, at, lowest)
    if phrase is None or _is_dependent(tokens, phrase, lowest):
        return None
    return phrase


def _is_dependent(tokens: Sequence[Token], phrase: Phrase, lowest: int) -> bool:
    """Whether the phrase is governed by a preposition or opens a reported clause: `said that she was`."""
    at = phrase.first - 1
    if at < lowest:
        return False
    if tokens[at].tag == "of":
        return tokens[at].low != "with"
    return tokens[at].tag in {"said", "saying", "say"} or (
        tokens[at].low in {"that", "if", "whether", "what", "how", "why"} and at > lowest
    )


def _next_verbal(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a finite verb follows, past adverbs and one apposition."""
    at = _past_aside(tokens, at, end)
    while at < end and tokens[at].tag in {"also", "Monday"}:
        at += 1
    if at >= end:
        return False
    token = tokens[at]
    if token.tag in _FINITE:
        return True
    if token.tag == "saying":
        return any(tokens[k].low == "with" for k in range(max(0, at - 8), at))
    return token.tag == "word" and token.low.endswith("s") and at > 0 and tokens[at - 1].tag in {"Name", "he"}


def _past_aside(tokens: Sequence[Token], at: int, end: int) -> int:
    """The position behind an aside in commas that opens with an article, "who" or a number; else `at`."""
    if at + 1 < end and tokens[at].tag == "," and tokens[at + 1].tag in {"the", "who", "1", "his"}:
        closing = next((here for here in range(at + 2, min(end, at + 25)) if tokens[here].tag == ","), None)
        if closing is not None:
            return closing + 1
    return at


# --- to the right -----------------------------------------------------------------------------------


_VERBAL: frozenset[Tag] = frozenset({"said", "named", "went", "saying", "naming"})


def phrase_after(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `begin`, adverbs before it left out."""
    at = begin
    while at < end and tokens[at].tag in {"also", "Monday"}:
        at += 1
    if at >= end:
        return None
    if tokens[at].tag == "he" or tokens[at].tag == "who":
        return Phrase(at, at)
    if tokens[at].low in {"one", "another", "some", "others", "many"} and (
        at + 1 >= end or tokens[at + 1].tag in {".", ",", "of"}
    ):
        return Phrase(at, at)
    last = at - 1
    here = at
    while here < end and (
        tokens[here].tag in _NOMINAL or (tokens[here].tag == "Monday" and tokens[here - 1].tag == "the")
    ):
        if tokens[here].tag in _VERBAL:
            if here > begin and tokens[here - 1].tag in {"the", "his"} and tokens[here].tag in {"saying", "naming"}:
                last = here
            elif last >= at:
                break
        if tokens[here].tag in {"the", "his"} and last >= at and tokens[last].tag == "Name":
            break
        if tokens[here].tag == "Monday":
            last = here
        if tokens[here].tag in _HEAD or tokens[here].tag in {"say", "name it"}:
            last = here
        here += 1
    if last < at:
        return None
    if any(tokens[number].tag == "Name" for number in range(at, last + 1)) and tokens[last].tag == "Name":
        return Phrase(at, last)
    return _with_attachment(tokens, at, last, end)


def _with_attachment(tokens: Sequence[Token], first: int, last: int, end: int) -> Phrase:
    """A phrase without name together with the prepositional phrase that says whose or where from."""
    if last + 2 < end + 1 and last + 1 < end and tokens[last + 1].low in {"of", "for", "from", "at", "in"}:
        here = last + 2
        reach = last
        while here < end and tokens[here].tag in {"the", "his", "Name", "Name's", "word"}:
            if tokens[here].tag in {"Name", "word"}:
                reach = here
            here += 1
        if reach > last:
            return Phrase(first, reach)
    return Phrase(first, last)
