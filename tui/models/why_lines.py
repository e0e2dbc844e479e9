"""Why an item stands on its day: the derivation of its date in words people read, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from data.rule_words import in_words
from store.records import Alternative, Derivation, Entry, Evidence, Issue, Time
from tui.hints import keyed
from tui.models.about_lines import about, told_elsewhere
from tui.models.notes import in_the_app
from tui.models.pieces import Line, Row, cut, wrap
from tui.models.reading import time_of
from tui.models.record_rows import paper_of
from tui.models.shown import Library, bounds_of
from tui.models.words import SIGNS, long_day, span_of_days

LABEL = 9
"""Width of the column of labels, in cells."""

HOW = {
    "certain": "certain",
    "bounded": "some day of these",
    "reported": "undated in the text",
    "unknown": "undated",
}


def why_rows(entry: Entry | None, library: Library, width: int, said: Sequence[tuple[str, str]] = ()) -> list[Row]:
    """The derivation as rows, `width` cells wide; `said` is what a person said of the item, by label."""
    if entry is None:
        return []
    time, issue = time_of(entry, library), library.issue_of(entry)
    rows = [Row((_head(entry, time, width),), selectable=False)]
    facts = list(_corrected(entry, library) if entry.corrected else _facts(entry, time, issue))
    for label, words in chain(facts[:1], said, about(entry, library), _elsewhere(entry, library), facts[1:]):
        for number, text in enumerate(wrap(words, max(width - LABEL, 8), 12)):
            label_text = f"{label:<{LABEL}}" if number == 0 else " " * LABEL
            rows.append(Row((((label_text, "muted"), (text, "")),), selectable=False))
    return rows


def _elsewhere(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    if others := told_elsewhere(entry, library):
        yield "others", others


def _corrected(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    """What a person made of the day, and below it what the paper says and what day that had been."""
    found = library.as_found(entry)
    time, issue = time_of(found, library), library.issue_of(found)
    yield "because", "Corrected by hand (✎)."
    if _has_others(found, library):
        yield "stays", "The figures and quotes of this event keep their days."
    if time is not None:
        yield "words", f"‘{time.text}’"
    yield "was", _days(found, time)
    yield from _facts(found, time, issue)


def _has_others(entry: Entry, library: Library) -> bool:
    others = library.of_issue.get(entry.issue_id or 0, ())
    return any((event := library.event_of(other)) is not None and event.id == entry.id for other in others)


def why_in_short(entry: Entry | None, library: Library) -> str:
    """The derivation on one line: "‘Saturday’ = Sat 23 Jul 2016 ●"."""
    if entry is None:
        return ""
    time = time_of(entry, library)
    said = f"‘{time.text}’ = " if time else ""
    return f"{said}{_days(entry, time)} {SIGNS[entry.certainty]}"


def _head(entry: Entry, time: Time | None, width: int) -> Line:
    days = _days(entry, time)
    said: Line = ((cut(time.text, max(width - len(days) - 3, 4)), "date"), (" = ", "")) if time else ()
    return (*said, (days, "strong"))


def _days(entry: Entry, time: Time | None) -> str:
    days = span_of_days(*bounds_of(entry))
    if days:
        return days
    if time is not None and time.first is not None:
        return span_of_days(time.first, time.last)
    return f"reported {long_day(entry.day)}" if entry.day else "undated"


def _facts(entry: Entry, time: Time | None, issue: Issue | None) -> Iterator[tuple[str, str]]:
    yield "sure", f"{SIGNS[entry.certainty]} {HOW[entry.certainty]}"
    if time is not None:
        yield from _rule(time)
    elif entry.certainty == "reported":
        yield "because", "The text names no day for this; it is filed under the day of publication."
    elif entry.certainty == "unknown":
        say = keyed("{context.change} gives the report one")
        yield "because", f"The text names no day, and the day of publication is not known; {say}."
    else:
        yield "because", "The day was carried over from what is told around it."
    if issue is not None:
        note = in_the_app(issue.context.note)
        yield "paper", ", ".join(filter(None, [paper_of(issue), note or _published(issue)]))


def _rule(time: Time) -> Iterator[tuple[str, str]]:
    if time.derivation is not None:
        yield from _derivation(time.derivation)
    elif time.why:
        yield "because", time.why
    yield "TIMEX3", " ".join(filter(None, [time.type, time.value, time.mod]))


def _derivation(derivation: Derivation) -> Iterator[tuple[str, str]]:
    sentence = in_words(derivation.rule)
    if sentence:
        yield "because", f"{sentence[0].upper()}{sentence[1:]}."
    yield "rule", derivation.rule
    if derivation.anchor is not None:
        anchor = f"{long_day(derivation.anchor)}, {derivation.anchor_from}"
        yield "from", anchor.removesuffix(", ")
    for evidence in derivation.evidence:
        yield "also", _evidence(evidence)
    for alternative in derivation.alternatives:
        yield "not", _alternative(alternative)


def _evidence(evidence: Evidence) -> str:
    days = span_of_days(evidence.first, evidence.last) or "no day"
    return f"‘{evidence.text}’ = {days} ({'agrees' if evidence.agrees else 'disagrees'})"


def _alternative(alternative: Alternative) -> str:
    days = span_of_days(alternative.first, alternative.last)
    return f"{days}: {alternative.because}" if days else alternative.because


def _published(issue: Issue) -> str:
    return long_day(issue.context.published) if issue.context.published else "day of publication not known"
