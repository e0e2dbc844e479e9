"""Days, numbers and sources as people write them, in the text exports and on the command line."""

from __future__ import annotations

import re
from datetime import date

from store.records import Bounds, Figure, Issue, Quote


def day_in_words(day: date) -> str:
    """A heading: "Sunday 21 August 2016"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def days_in_words(first: date, last: date) -> str:
    """An interval, both ends inclusive: "8 to 14 August 2016", "30 July to 2 August 2016", "21 August 2016"."""
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {first:%B} {first.year} to {end}"
    return f"{first.day} {first:%B} to {end}" if first.month != last.month else f"{first.day} to {end}"


def number_in_words(number: float) -> str:
    """Digits with thousands separated: "3,000", "1.5"."""
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"


_LOOSE = frozenset(
    [
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "approx",
        "approx.",
        "circa",
        "c.",
        "estimated",
        "close",
        "near",
        "region",
        "something",
        "somewhere",
        "order",
        "perhaps",
        "maybe",
        "probably",
        "averaging",
        "average",
        "odd",
        "so",
        "thereabouts",
        "~",
    ]
)
"""Words that leave a number open on both sides."""
_BINDING = frozenset(
    [
        "over",
        "more",
        "excess",
        "upwards",
        "upward",
        "above",
        "fewer",
        "less",
        "least",
        "minimum",
        "greater",
        "exceeding",
        "exceeded",
        "topped",
        "beyond",
        ">",
        "up",
        "nearly",
        "almost",
        "under",
        "many",
        "much",
        "below",
        "most",
        "maximum",
        "short",
        "quite",
        "approaching",
        "nigh",
        "getting",
        "<",
        "+",
        "plus",
        "counting",
    ]
)
"""Words that bound a number on one side."""
_BEHIND = frozenset({"or", "and", "odd", "plus", "+"})
"""With these begins what stands behind the number: "or more", "and counting"."""


def is_loose(qualifier: str | None) -> bool:
    """Whether the words say that the number is not exact: "around", "or so"; "another" and "only" do not."""
    return qualifier is not None and not _LOOSE.isdisjoint(qualifier.split())


def bounds_in_words(bounds: Bounds, sign: str = "") -> str:
    """What the wording bounds, in its own words where they are known: "around 500", "up to 4,000", "200 or more".

    Else "3,000", "at least 2,000", "at most 4,000", "2,000 to 3,000"; "" without a number. `sign` goes before each
    number: "£".
    """
    low, high = bounds.low, bounds.high
    if low is not None and high is not None and low != high:
        return f"{sign}{number_in_words(low)} to {sign}{number_in_words(high)}"
    stated = low if high is None else high
    if stated is None:
        return ""
    number, words = f"{sign}{number_in_words(stated)}", (bounds.qualifier or "").split()
    if low != high and _BINDING.isdisjoint(words):
        return f"at least {number}" if high is None else f"at most {number}"
    behind = next((at for at, word in enumerate(words) if word in _BEHIND), len(words))
    return " ".join([*words[:behind], number, *words[behind:]]).replace(" +", "+")


_MONEY = re.compile(r"^(?:pounds?|dollars?|euros?|quid|pence)\b\s*", re.IGNORECASE)
"""What the sign says already."""
_SIGNS = {"GBP": "£", "USD": "$", "EUR": "€"}


def number_of(figure: Figure) -> str:
    """The number of a figure and what it counts: "up to 900 dockers", "£10", "35 percent"."""
    stated = Bounds(low=figure.low, high=figure.high, qualifier=figure.qualifier)
    sign = _SIGNS.get(figure.unit or "", "")
    counted = counted_of(figure) or ("" if sign else figure.unit)
    return " ".join(part for part in (bounds_in_words(stated, sign), counted) if part)


def counted_of(figure: Figure) -> str:
    """What a figure counts, without what the sign of its money says: "a month" of "£200 pounds a month"."""
    return _MONEY.sub("", figure.counted or "") if figure.unit in _SIGNS else figure.counted or ""


def speaker_in_words(quote: Quote) -> str:
    """Who speaks, and how sure that is: "Ann Price", "probably Ann Price", "speaker not named"."""
    if quote.speaker is None:
        return "speaker not named"
    return f"probably {quote.speaker}" if quote.speaker_certainty == "likely" else quote.speaker


_OF_A_CROWD = frozenset({"attendance", "membership", "votes", "audience", "contacts"})


def claim_in_words(figure: Figure, paper: str = "the paper") -> str:
    """Whose number it is: "according to organisers"; of a crowd that nobody else counted, "says the paper"."""
    if figure.claimant:
        return f"according to {figure.claimant}"
    return f"says {paper}" if figure.kind in _OF_A_CROWD else ""


def source_in_words(issue: Issue | None) -> str:
    """Where a record was read: "Socialist Worker 2518, 23 August 2016"; the best there is where less is known."""
    if issue is None:
        return "source unknown"
    context = issue.context
    paper = " ".join(part for part in (context.publication, context.issue) if part)
    published = days_in_words(context.published, context.published) if context.published else None
    parts = [part for part in (paper or issue.title or issue.source, published) if part]
    return ", ".join(parts) or "source unknown"
