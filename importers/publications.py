"""The papers we know: names, countries and calendars, from `data/publications.toml`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal, TypeAlias

import msgspec

import data
from importers.calendar_words import WEEKDAYS, weekday_number
from importers.calendars import Break, KnownIssue, OnSale, WeeklyCalendar

Weekday: TypeAlias = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class CoverDate(msgspec.Struct, frozen=True):
    """The weekday that a paper prints on its cover, and the last printed date for which that is known."""

    weekday: Weekday
    until: date


class Publication(msgspec.Struct, frozen=True, dict=True):
    """A paper and what is known of its calendar."""

    title: str
    country: str
    """ISO 3166 code."""
    aliases: tuple[str, ...] = ()
    days: tuple[Weekday, ...] = ()
    """The weekdays on which it comes out; empty where they are not known."""
    issues: tuple[KnownIssue, ...] = ()
    skipped: frozenset[date] = frozenset()
    breaks: tuple[Break, ...] = ()
    cover: CoverDate | None = None
    window: tuple[int, int] = (0, 0)
    """A piece with an issue number was written this many days before to this many days after the day on sale."""

    @cached_property
    def calendar(self) -> WeeklyCalendar:
        """The calendar by issue numbers."""
        weekday = weekday_number(self.days[0]) if self.days else 0
        return WeeklyCalendar(issues=self.issues, weekday=weekday, skipped=self.skipped, breaks=self.breaks)

    def on_sale(self, issue: str) -> OnSale | None:
        """When the issue of this number, as printed, was on sale; None where the calendar cannot say."""
        return self.calendar.on_sale(int(issue)) if issue.isascii() and issue.isdigit() and len(issue) < 7 else None

    def written(self, sale: OnSale) -> tuple[date, date]:
        """The first and last day, inclusive, on which a piece of an issue on sale then can have been written."""
        before, after = self.window
        return sale.first + timedelta(before), sale.last + timedelta(after)

    def cover_of(self, on_sale: date) -> date | None:
        """The printed date of the issue on sale that day, where it is known and another day."""
        for known in self.issues:
            if known.on_sale == on_sale:
                return known.cover
        if self.cover is None or not self.days:
            return None
        ahead = (weekday_number(self.cover.weekday) - on_sale.weekday()) % 7
        printed = on_sale + timedelta(ahead)
        return printed if printed <= self.cover.until and printed != on_sale else None

    def sold_before(self, printed: date) -> date | None:
        """The day on sale of the issue with this printed date, where that is known to be an earlier day."""
        for known in self.issues:
            if known.cover == printed:
                return known.on_sale
        if self.cover is None or printed > self.cover.until or printed.weekday() != weekday_number(self.cover.weekday):
            return None
        return printed - timedelta((printed.weekday() - weekday_number(self.days[0])) % 7)

    def comes_out(self, day: date) -> bool:
        """Whether the paper can have come out that day, as far as its weekdays are known."""
        return not self.days or WEEKDAYS[day.weekday()] in self.days


@cache
def publications() -> dict[str, Publication]:
    """Every paper we know, by its key in the data file."""
    return msgspec.toml.decode(data.path("publications.toml").read_bytes(), type=dict[str, Publication])


@cache
def _by_name() -> dict[str, Publication]:
    return {_key(name): paper for paper in publications().values() for name in (paper.title, *paper.aliases)}


def find_publication(name: str) -> Publication | None:
    """The paper of this title or alias, upper and lower case and a leading "the" aside; None for one we do not know."""
    return _by_name().get(_key(name))


def is_masthead(words: str) -> bool:
    """Whether the line is nothing but the name of a paper we know."""
    return len(words) <= 80 and find_publication(words) is not None


def _key(name: str) -> str:
    plain = " ".join(name.casefold().split()).strip(" .,:|–—-")
    return plain.removeprefix("the ")
