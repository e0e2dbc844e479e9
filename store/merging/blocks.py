"""Where to look for the group a mention belongs to: by day and place, so that the work grows with the mentions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain

from store.merging.groups import Group
from store.merging.mentions import Mention

LONGEST = 14
"""An interval of at most this many days is looked up day by day; a longer one as itself."""
MOST = 64
"""So many groups of one block are looked at, the latest: what is sought is one of the few of a day and place."""

Key = Hashable


class Blocks:
    """The groups made so far, found again by what their mentions say."""

    def __init__(self) -> None:
        self._groups: dict[Key, list[Group]] = {}

    def near(self, mention: Mention) -> Iterable[Group]:
        """The groups that may tell what `mention` tells, each once."""
        found = (self._groups.get(key, ())[-MOST:] for key in wanted(mention))
        return dict.fromkeys(chain.from_iterable(found))

    def file(self, mention: Mention, group: Group) -> None:
        """Let `group` be found by what `mention` says."""
        for key in keys(mention):
            groups = self._groups.setdefault(key, [])
            if group not in groups[-MOST:]:
                groups.append(group)


def keys(mention: Mention) -> Iterator[Key]:
    """What a group is filed under for the sake of this mention."""
    for day in _days(mention):
        for name in _features(mention):
            yield day, name
        if mention.gathering:
            yield from ((day, "in", region) for region in mention.site.within)
    if mention.gathering:
        yield from _of_month(mention)


def wanted(mention: Mention) -> Iterator[Key]:
    """Under what the groups are filed that may tell the same."""
    if mention.certain and mention.gathering:
        for beside in (mention.first - 1, mention.first + 1):
            yield from ((beside, name) for name in chain(mention.site.towns, mention.site.venues))
    for day in _days(mention):
        yield from ((day, name) for name in _features(mention))
        if mention.gathering:
            yield from ((day, "in", region) for region in mention.site.regions)
            yield from ((day, region) for region in mention.site.within)
    if mention.gathering:
        yield from _of_month(mention)


def _features(mention: Mention) -> Iterator[Key]:
    yield from mention.site.towns
    yield from mention.site.venues
    if mention.gathering:
        yield from mention.site.regions
        yield mention.report
    else:
        yield from mention.people
        yield from (("number", number) for number in mention.numbers)
        yield mention.event.kind


def _of_month(mention: Mention) -> Iterator[Key]:
    """A report without a day meets the others by its number, or within the same report."""
    months = {mention.first // 31, mention.last // 31}
    for place in chain(mention.site.towns, mention.site.venues):
        yield "report", mention.report, place
        if mention.size is not None and len(months) <= 2:
            yield from (("month", month, place, mention.size) for month in months)


def _days(mention: Mention) -> Iterable[Key]:
    if not mention.dated:
        return () if mention.gathering else (None,)
    if mention.last - mention.first < LONGEST:
        return range(mention.first, mention.last + 1)
    return ((mention.first, mention.last),)
