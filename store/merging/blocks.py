"""Where to look for the group a mention belongs to: by day and place, so that the work grows with the mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice

from store.merging.groups import Group
from store.merging.kinds import kinds
from store.merging.mentions import Mention

LONGEST = 14
"""An interval of at most this many days is looked up day by day; a longer one as itself."""
MOST = 64
"""So many groups of one block are looked at, the latest: what is sought is one of the few of a day and place."""

Key = Hashable


class _Day:
    """The groups of one day, by what their mentions say; small, so that it stays at hand while a day is worked on."""

    __slots__ = ("first", "more")

    def __init__(self) -> None:
        self.first: dict[Key, Group] = {}
        self.more: dict[Key, dict[Group, None]] = {}  # apart, since most blocks hold one group

    def look(self, keys: Iterable[Key], found: dict[Group, None]) -> None:
        """Add the groups under these keys to those found."""
        for key in keys:
            group = self.first.get(key)
            if group is not None:
                found[group] = None
                if key in self.more:
                    found.update(dict.fromkeys(islice(reversed(self.more[key]), MOST)))

    def file(self, keys: Iterable[Key], group: Group) -> None:
        """Let the group be found under these keys."""
        for key in keys:
            if self.first.setdefault(key, group) is not group:
                self.more.setdefault(key, {})[group] = None


class Blocks:
    """The groups made so far, found again by what their mentions say; those of kinds that never meet lie apart."""

    def __init__(self) -> None:
        self._rooms: defaultdict[str, dict[Key, _Day]] = defaultdict(dict)

    def near(self, mention: Mention) -> Iterable[Group]:
        """The groups that may tell what `mention` tells, each once."""
        found: dict[Group, None] = {}
        room = self._rooms[kinds().room(mention.event.kind)]
        _look(room, _days(mention), list(_wanted(mention)), found)
        if mention.gathering and mention.site.towns:
            _look(room, _around(mention), mention.site.towns, found)
        return found

    def file(self, mention: Mention, group: Group) -> None:
        """Let `group` be found by what `mention` says."""
        keys = list(_told(mention))
        room = self._rooms[kinds().room(mention.event.kind)]
        for day in _days(mention):
            there = room.get(day)
            if there is None:
                there = room[day] = _Day()
            there.file(keys, group)


def _look(room: Mapping[Key, _Day], days: Iterable[Key], keys: Iterable[Key], found: dict[Group, None]) -> None:
    for day in days:
        there = room.get(day)
        if there is not None:
            there.look(keys, found)


def _told(mention: Mention) -> Iterator[Key]:
    """What a group is filed under, on each of its days, for the sake of this mention."""
    site = mention.site
    yield from site.towns
    yield from _hall(mention)
    if mention.gathering:
        yield from (("in", region) for region in site.within)
        yield from site.regions
        yield mention.report, site.bare
    else:
        yield from _apart(mention)


def _wanted(mention: Mention) -> Iterator[Key]:
    """Under what the groups are filed that may tell the same."""
    site = mention.site
    yield from site.towns
    yield from _hall(mention)
    if mention.gathering:
        yield from (("in", region) for region in site.regions)
        yield from site.regions
        yield from site.within
        yield mention.report, True
        if site.bare:
            yield mention.report, False
    else:
        yield from _apart(mention)


def _hall(mention: Mention) -> Iterator[Key]:
    """Halls have their names from a short list, so a hall alone is no block: a person or the number goes with it."""
    for venue in mention.site.venues:
        yield from ((venue, name) for name in mention.people)
        if mention.size is not None:
            yield venue, mention.size
        yield venue, mention.report


def _apart(mention: Mention) -> Iterator[Key]:
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


def _around(mention: Mention) -> Iterable[Key]:
    """Further days on which a gathering in the same town may be the same."""
    if mention.certain:
        return mention.first - 1, mention.first + 1
    if not mention.dated and mention.last > 0:
        return range(mention.first, mention.last + 1)
    return ()
