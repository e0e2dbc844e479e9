"""Word a derivation in plain English."""

from __future__ import annotations

from datetime import date

from data.rule_words import in_words
from importers.days import in_words as day_in_words
from importers.times.scene import UNANCHORED
from store.records import Derivation, Time


def span_words(first: date | None, last: date | None) -> str:
    """One day, "from … to …", or that no day can be known."""
    if first is None or last is None:
        return "no day can be known"
    return day_in_words(first) if first == last else f"{day_in_words(first)} to {day_in_words(last)}"


def why(surface: str, first: date | None, last: date | None, derivation: Derivation) -> str:
    """The derivation as one plain sentence."""
    shown = " ".join(surface.split())
    counted = ""
    if derivation.rule == UNANCHORED and first is None:
        return f"“{shown}”: the day of publication is not known"
    if derivation.anchor is not None:
        counted = f", counted from {derivation.anchor_from} ({day_in_words(derivation.anchor)})"
    return f"“{shown}”{counted}: {span_words(first, last)} (rule: {derivation.rule})"


def explain(time: Time) -> list[str]:
    """The derivation of `time`, step by step: words, anchor, rule, result, what lost and why, evidence."""
    lines = [f"“{' '.join(time.text.split())}” is a {time.type} of value {time.value}."]
    derivation = time.derivation
    if derivation is None:
        return lines
    if derivation.anchor is not None:
        lines.append(f"It is counted from {day_in_words(derivation.anchor)}, which is {derivation.anchor_from}.")
    if derivation.rule == UNANCHORED and time.first is None:
        return [*lines, "The day of publication is not known; give --published (or --publication and --issue)."]
    sentence = in_words(derivation.rule)
    lines.append(f"The rule is “{derivation.rule}”{f': {sentence}' if sentence else ''}.")
    if time.first is None:
        lines.append("The words name no day that can be known.")
    else:
        lines.append(f"So it is {span_words(time.first, time.last)}.")
    lines += [
        f"Not {span_words(other.first, other.last)}, because {other.because}." for other in derivation.alternatives
    ]
    lines += [
        f"“{found.text}” says {span_words(found.first, found.last)} and {'agrees' if found.agrees else 'disagrees'}."
        for found in derivation.evidence
    ]
    return lines
