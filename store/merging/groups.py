"""A group of mentions taken for one happening, with what all of them say kept at hand."""

from __future__ import annotations

from store.merging.mentions import Mention, Range


class Group:
    """Mentions of one happening; what they say is summed up, so that a further one is held against the sum."""

    bodies: frozenset[int] = frozenset()
    """The mentions in it that a person joined or split, as bodies of `ties.Ties`."""

    def __init__(self, mention: Mention) -> None:
        self.mentions: list[Mention] = []
        self.kinds: set[str] = set()
        self.people: set[str] = set()
        self.towns: set[str] = set()
        self.venues: set[str] = set()
        self.regions: set[str] = set()
        self.within: set[str] = set()
        self.parts_of_day: set[str] = set()
        self.whom: set[str] = set()
        self.numbers: set[int] = set()
        self.of_report: dict[int, list[Mention]] = {}
        """The mentions by report, in the order in which they came."""
        self.papers: set[str] = set()
        self.sizes: dict[int, set[Range]] = {}
        """The ranges each report gives."""
        self.all_sizes: set[Range] = set()
        self.days: set[int] = set()
        """The days of mentions whose day is certain, as ordinals."""
        self.spans: set[tuple[int, int]] = set()
        """The days every mention allows."""
        self.first, self.last = mention.first, mention.last
        """The days all of them allow; those of the certain ones where they differ."""
        self.roundup = mention.site.roundup
        self.gathering = mention.gathering
        self.dated = False
        self.add(mention)

    def add(self, mention: Mention) -> None:
        """Take in a further mention."""
        self.mentions.append(mention)
        self.kinds.add(mention.event.kind)
        self.people |= mention.people
        self.towns |= mention.site.towns
        self.venues |= mention.site.venues
        self.regions |= mention.site.regions
        self.within |= mention.site.within
        self.of_report.setdefault(mention.report, []).append(mention)
        self.papers.add(mention.paper)
        self.spans.add((mention.first, mention.last))
        self.parts_of_day |= mention.parts_of_day
        if mention.gathering:
            self._add_crowd(mention)
        else:
            self.numbers |= mention.numbers
        self._narrow(mention)

    def _add_crowd(self, mention: Mention) -> None:
        if mention.whom:
            self.whom.add(mention.whom)
        if mention.size is not None:
            self.sizes.setdefault(mention.report, set()).add(mention.size)
            self.all_sizes.add(mention.size)

    def _narrow(self, mention: Mention) -> None:
        if mention.certain:
            self.days.add(mention.first)
        if self.days:
            self.first, self.last = min(self.days), max(self.days)
        elif mention.dated and not self.dated:
            self.first, self.last = mention.first, mention.last
        else:
            self.first, self.last = max(self.first, mention.first), min(self.last, mention.last)
        self.dated = self.dated or mention.dated
