"""What a time expression is read against: the day of writing, what was told before, and the clause it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from importers.times.forms import Grain
from importers.times.intervals import Interval
from importers.times.tense import Tense
from store.records import Alternative, Span, TimexType

UNANCHORED = "counted from a day of publication that is not known"
"""The rule of a reading that only wants the day of publication."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A time told before."""

    interval: Interval
    span: Span
    text: str
    quoted: bool = False
    explicit: bool = False
    """True where it was written with its year."""
    passing: bool = False
    """True where it was told in passing: in a relative clause, in the pluperfect, as what another day is counted from."""
    part: str = ""
    """The time of day told with it, as TIMEX3 writes it: 15:30, NI."""
    since: bool = False
    """True where it opens a stretch that lasts: "since Monday"."""
    bounds: bool = False
    """True where it is an end of a stretch, in which the story does not stand: "since 1980", "by May"."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which an expression is counted."""

    day: date
    source: str
    span: Span | None = None


@dataclass(slots=True)
class Scene:
    """What is known at one expression."""

    now: Anchor | None
    """The day of writing, or the day on which quoted words were spoken."""
    country: str = "GB"
    start: int = 0
    """Where the expression starts."""
    before: str = ""
    """The plain text that leads up to the expression within its block, some forty characters."""
    after: str = ""
    """The plain text that follows it within its block, some twenty characters."""
    part: str | None = None
    """The time of day within the expression, as TIMEX3 writes it behind the day: TNI, T20:00."""
    sentence: Callable[[], int] = field(default=lambda: 0)
    """Where the sentence begins, as far as the last day told."""
    tense: Callable[[], Tense | None] = field(default=lambda: None)
    day: Antecedent | None = None
    """The last day told before."""
    any: Antecedent | None = None
    """The last stretch of any grain told before."""
    by_grain: dict[Grain, Antecedent] = field(default_factory=dict)
    """The last stretch of each grain told before."""
    counted: str = ""
    """The months that a report went on to from its quarter, as TIMEX3 writes them: P9M."""
    length: str = ""
    """The length of time told last, where no day was told since."""
    beside: Antecedent | None = None
    """The day that the sentence itself names."""
    again: bool = False
    """True where the hours that the sentence tells come again day by day."""
    printed: bool = False
    """True where a paper that has a name printed the text, and not an agency that sends it out as things happen."""
    says_yesterday: Callable[[], bool] = field(default=lambda: False)
    """Whether the report itself calls the day before its own "yesterday", as papers do and agencies do not."""
    narrative: bool = False
    """True in a text that tells of times long past, each dated with its year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means here: a `Time` without its place in the text."""

    type: TimexType
    value: str
    rule: str
    first: date | None = None
    last: date | None = None
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    interval: Interval | None = None
    """What later expressions may refer back to."""
    explicit: bool = False
