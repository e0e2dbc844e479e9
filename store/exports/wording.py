"""Days, numbers and sources as people write them, in the text exports and on the command line."""

from __future__ import annotations

from datetime import date

from store.records import Bounds, Issue


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


def bounds_in_words(bounds: Bounds) -> str:
    """What the wording bounds: "3,000", "at least 2,000", "at most 4,000", "2,000 to 3,000"; "" without a number."""
    low, high = bounds.low, bounds.high
    if low is None or high is None:
        if high is not None:
            return f"at most {number_in_words(high)}"
        return f"at least {number_in_words(low)}" if low is not None else ""
    return number_in_words(low) if low == high else f"{number_in_words(low)} to {number_in_words(high)}"


def source_in_words(issue: Issue | None) -> str:
    """Where a record was read: "Socialist Worker 2518, 23 August 2016"; the best there is where less is known."""
    if issue is None:
        return "source unknown"
    context = issue.context
    paper = " ".join(part for part in (context.publication, context.issue) if part)
    published = days_in_words(context.published, context.published) if context.published else None
    parts = [part for part in (paper or issue.title or issue.source, published) if part]
    return ", ".join(parts) or "source unknown"
