"""What merging looks at in one event mention, read from its entry once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache, cached_property, lru_cache
from typing import NamedTuple, TypeAlias, cast

import msgspec

from store.filters.folding import fold
from store.merging.kinds import kinds
from store.merging.places import Site, forget_places, names, site_of
from store.records import Bounds, Entry, Event, Issue

Range: TypeAlias = tuple[float, float]
"""The numbers a wording allows, both ends inclusive."""

OPEN = 2.5
"""An open bound reaches so many times as far: nobody writes "over 200" of two thousand."""
VAGUE = 5
"""The same for "hundreds" and "thousands", which say less than "over 300"."""
RECENT = timedelta(31)
"""A report without a day tells of what happened at most so long before it was published."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\w.,/])\d{1,3}(?:,\d{3})+(?!\w)|(?<![\w.,/])\d{2,}(?![\w/])")
_MONTH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATED = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_MONTH)})\b|\b(?:{'|'.join(_MONTH)}) \d{{1,2}}\b|\b(?:19|20)\d\d\b")
_FOR = re.compile(r"\b(?:for|with|by) ([^\W\d_][\w'-]+(?: [A-Z][\w'-]+)*)")


class Mention(msgspec.Struct, frozen=True, dict=True):
    """An event mention with the days it can be of, and where; text is looked at only where it is asked for."""

    entry: Entry
    event: Event
    digest: bool
    paper: str
    """The name of the paper; where none is known one that no other report has."""
    first: int
    """The days it can be of, as ordinals, both inclusive."""
    last: int
    dated: bool
    """Whether the text gives the day or interval."""
    certain: bool
    """Whether it is of one known day."""
    site: Site
    report: int
    """The id of the issue it was found in."""
    gathering: bool
    """Whether people came together."""
    people: frozenset[str]
    """The people, by folded name."""
    size: Range | None
    """The attendance as a closed range; None where none is stated."""

    @cached_property
    def whom(self) -> str:
        """For whom, or with whom, the title says it was; folded, by the fullest name known; empty where it does not."""
        found = _FOR.search(self.event.title.partition(",")[0]) if self.gathering else None
        if found is None or not found[1][0].isupper():
            return ""
        named = fold(found[1])
        return next((name for name in sorted(self.people) if named in name.split()), named)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell it apart, cut to their first six letters so that inflected forms meet."""
        told = _WORD.findall(fold(self.event.text))
        return frozenset(word[:6] for word in told if word not in kinds().empty)

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word of three letters and more."""
        return frozenset(_WORD.findall(fold(self.event.text)))

    @cached_property
    def parts_of_day(self) -> frozenset[str]:
        """The parts of the day it names."""
        known = kinds().time_of_day
        return names([known[word.casefold()] for word in _times_of_day().findall(self.event.text)])

    @cached_property
    def definite(self) -> bool:
        """Whether its words take the gathering for known: "the rally", "the packed Leeds meeting"."""
        return self.gathering and bool(_definite().search(self.event.text))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers in its words from ten up, without dates; none of a gathering, of which the size counts."""
        if self.gathering:
            return frozenset()
        text = _DATED.sub(" ", fold(self.event.text))
        return frozenset(int(found.replace(",", "")) for found in _NUMBER.findall(text))


@cache
def _times_of_day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(kinds().time_of_day)})\b", re.IGNORECASE)


@cache
def _definite() -> re.Pattern[str]:
    known = "|".join(sorted(kinds().gatherings))
    return re.compile(rf"\b(?:the|this|that)\s+(?:[\w,’'-]+\s+){{0,3}}?(?:{known})\b", re.IGNORECASE)


def closed(bounds: Bounds | None) -> Range | None:
    """A range for bounds that may be open; None where nothing is stated."""
    if bounds is None or (bounds.low is None and bounds.high is None):
        return None
    low = bounds.low if bounds.low is not None else (bounds.high or 0) / OPEN
    high = bounds.high if bounds.high is not None else low * (VAGUE if _is_vague(low) else OPEN)
    return (low, max(low, high))


def _is_vague(low: float) -> bool:
    """Whether it is the low bound of a vague plural: 200 for hundreds, 24 for dozens."""
    return low in {24, 40} or str(int(low)).rstrip("0") == "2"


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    """Names come again and again."""
    return fold(name)


def forget_names() -> None:
    """Remember no name that was read; those of a large timeline take 12 MB, and the gazetteer 2 MB."""
    _folded.cache_clear()
    forget_places()


class Report(NamedTuple):
    """What merging looks at in the report of a mention."""

    paper: str
    digest: bool


def reports_of(entries: Iterable[Entry], issues: Mapping[int, Issue]) -> dict[int | None, Report]:
    """The reports of these entries by id; each issue is looked up once."""
    numbers = sorted({entry.issue_id for entry in entries}, key=lambda number: number or 0)
    return {number: _report_of(number, issues.get(number or 0)) for number in numbers}


def _report_of(number: int | None, issue: Issue | None) -> Report:
    name = _folded(issue.paper or "") if issue else ""
    return Report(name or f"#{number}", digest=issue is not None and issue.digest)


def read_mention(entry: Entry, report: Report) -> Mention:
    """What merging looks at in an entry of kind event and its report."""
    event = cast("Event", entry.record)
    first, last = _days(entry, event)
    return Mention(
        entry=entry,
        event=event,
        digest=report.digest,
        paper=report.paper,
        first=first,
        last=last,
        dated=event.first is not None,
        certain=event.first is not None and first == last,
        site=site_of(event.places),
        report=entry.issue_id or 0,
        gathering=event.kind in kinds().gatherings,
        people=names(list(map(_folded, event.people))),
        size=closed(event.attendance),
    )


def _days(entry: Entry, event: Event) -> tuple[int, int]:
    """The days it can be of; (0, 0) where not even the day of publication is known."""
    if event.first is not None:
        return event.first.toordinal(), (event.last or event.first).toordinal()
    if entry.day is None:
        return 0, 0
    filed, reach = entry.day.toordinal(), RECENT.days
    return (filed, filed + reach) if event.planned else (filed - reach, filed)
