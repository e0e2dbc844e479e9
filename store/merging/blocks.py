"""Where to look for the group a mention belongs to: by day and place, so that the work grows with the mentions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

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
        self._first: dict[Key, Group] = {}
        self._more: dict[Key, list[Group]] = {}  # apart, since most blocks hold one group

    def near(self, mention: Mention) -> Iterable[Group]:
        """The groups that may tell what `mention` tells, each once."""
        found: dict[Group, None] = {}
        for key in wanted(mention):
            first = self._first.get(key)
            if first is not None:
                found[first] = None
                found.update(dict.fromkeys(self._more.get(key, ())[-MOST:]))
        return found

    def file(self, mention: Mention, group: Group) -> None:
        """Let `group` be found by what `mention` says."""
        for key in keys(mention):
            if self._first.setdefault(key, group) is not group:
                more = self._more.setdefault(key, [])
                if group not in more[-MOST:]:
                    more.append(group)


def keys(mention: Mention) -> Iterator[Key]:
    """What a group is filed under for the sake of this mention."""
    site = mention.site
    for day in _days(mention):
        yield from ((day, name) for name in site.towns)
        yield from _hall(mention, day)
        if mention.gathering:
            yield from ((day, "in", region) for region in site.within)
            yield from ((day, region) for region in site.regions)
            yield day, mention.report, site.bare
        else:
            yield from ((day, name) for name in _told(mention))


def wanted(mention: Mention) -> Iterator[Key]:
    """Under what the groups are filed that may tell the same."""
    site = mention.site
    if mention.certain and mention.gathering:
        for beside in (mention.first - 1, mention.first + 1):
            yield from ((beside, name) for name in site.towns)
    for day in _days(mention):
        yield from ((day, name) for name in site.towns)
        yield from _hall(mention, day)
        if mention.gathering:
            yield from ((day, "in", region) for region in site.regions)
            yield from ((day, region) for region in site.regions | site.within)
            yield day, mention.report, True
            if site.bare:
                yield day, mention.report, False
        else:
            yield from ((day, name) for name in _told(mention))
    if mention.gathering and not mention.dated and mention.last > 0:
        reach = range(mention.first, mention.last + 1)
        yield from ((day, name) for day in reach for name in site.towns)


def _hall(mention: Mention, day: Key) -> Iterator[Key]:
    """Halls have their names from a short list, so a hall alone is no block: a person or the number goes with it."""
    for venue in mention.site.venues:
        yield from ((day, venue, name) for name in mention.people)
        if mention.size is not None:
            yield day, venue, mention.size
        yield day, venue, mention.report


def _told(mention: Mention) -> Iterator[Key]:
    """What else than a place tells a vote, a decision or a statement apart."""
    yield from mention.people
    yield from (("number", number) for number in mention.numbers)
    yield mention.event.kind


def _days(mention: Mention) -> Iterable[Key]:
    if not mention.dated:
        return (None,)
    if mention.last - mention.first < LONGEST:
        return range(mention.first, mention.last + 1)
    return ((mention.first, mention.last),)
