"""A group of mentions taken for one happening, with what all of them say kept at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from store.merging.mentions import Mention, Range

T = TypeVar("T")

# Python makes each empty set anew, and one takes 216 bytes.
NOBODY: frozenset[int] = frozenset()
_NO_NUMBERS: tuple[int, frozenset[int]] = (0, frozenset())
_NO_PARTS: tuple[int, frozenset[str]] = (0, frozenset())


class Group:
    """Mentions of one happening; what they say is summed up, so that a further one is held against the sum.

    Most groups never get a second mention: so a group begins with the very sets of its first one, and what takes reading
    its text is summed up when somebody asks for it.
    """

    __slots__ = (
        "_numbers", "_of_report", "_parts_of_day", "all_sizes", "bodies", "dated", "days", "first", "gathering",
        "kinds", "last", "mentions", "number", "papers", "people", "regions", "roundup", "spans", "towns", "venues", "within",
    )  # fmt: skip

    def __init__(self, mention: Mention, number: int) -> None:
        """Begin with one mention; `number` tells it from the other groups."""
        site = mention.site
        self.number = number
        self.mentions = [mention]
        self.bodies = NOBODY
        """The mentions in it that a person joined or split, as bodies of `ties.Ties`."""
        self.kinds: tuple[str, ...] = (mention.event.kind,)
        self.people = mention.people
        self.towns, self.venues, self.regions, self.within = site.towns, site.venues, site.regions, site.within
        self.papers: tuple[str, ...] = (mention.paper,)
        self.all_sizes: tuple[Range, ...] = _sizes([mention])
        self.days: tuple[int, ...] = (mention.first,) if mention.certain else ()
        """The days of mentions whose day is certain, as ordinals."""
        self.spans: tuple[tuple[int, int], ...] = ((mention.first, mention.last),)
        """The days every mention allows."""
        self.first, self.last = mention.first, mention.last
        """The days all of them allow; those of the certain ones where they differ."""
        self.roundup = site.roundup
        self.gathering = mention.gathering
        self.dated = mention.dated
        self._of_report: dict[int, list[Mention]] | None = None
        self._numbers, self._parts_of_day = _NO_NUMBERS, _NO_PARTS

    def add(self, mention: Mention) -> None:
        """Take in a further mention."""
        if self._of_report is None:
            self._of_report = {self.mentions[0].report: [self.mentions[0]]}
        self._of_report.setdefault(mention.report, []).append(mention)
        self.mentions.append(mention)
        self.kinds = _with(self.kinds, mention.event.kind)
        self.people |= mention.people
        self.towns |= mention.site.towns
        self.venues |= mention.site.venues
        self.regions |= mention.site.regions
        self.within |= mention.site.within
        self.papers = _with(self.papers, mention.paper)
        self.spans = _with(self.spans, (mention.first, mention.last))
        for size in _sizes([mention]):
            self.all_sizes = _with(self.all_sizes, size)
        self._narrow(mention)

    def _narrow(self, mention: Mention) -> None:
        if mention.certain:
            self.days = _with(self.days, mention.first)
        if self.days:
            self.first, self.last = min(self.days), max(self.days)
        elif mention.dated and not self.dated:
            self.first, self.last = mention.first, mention.last
        else:
            self.first, self.last = max(self.first, mention.first), min(self.last, mention.last)
        self.dated = self.dated or mention.dated

    def of(self, report: int) -> Sequence[Mention]:
        """The mentions of a report, in the order in which they came."""
        if self._of_report is None:
            return self.mentions if self.mentions[0].report == report else ()
        return self._of_report.get(report, ())

    def sizes_of(self, report: int) -> tuple[Range, ...]:
        """The ranges a report gives."""
        return _sizes(self.of(report))

    @property
    def parts_of_day(self) -> frozenset[str]:
        """The parts of the day its mentions name."""
        read, found = self._parts_of_day
        if read < len(self.mentions):
            found = found.union(*(mention.parts_of_day for mention in self.mentions[read:]))
            self._parts_of_day = len(self.mentions), found
        return found

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers in the words of its mentions."""
        read, found = self._numbers
        if read < len(self.mentions):
            found = found.union(*(mention.numbers for mention in self.mentions[read:]))
            self._numbers = len(self.mentions), found
        return found


def _sizes(mentions: Sequence[Mention]) -> tuple[Range, ...]:
    """How many came, as far as people came together."""
    return tuple(mention.size for mention in mentions if mention.size is not None and mention.gathering)


def _with(there: tuple[T, ...], value: T) -> tuple[T, ...]:
    return there if value in there else (*there, value)
