"""What a person said of which mentions tell one happening: it counts before all evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import cast

from store.merging.groups import Group
from store.merging.kinds import kinds
from store.merging.mentions import Mention
from store.records import Entry, Event, Tie


class Ties:
    """The bodies of mentions that a person joined, and which of them were split from each other.

    The words are taken from the latest to the earliest; one that contradicts those taken before does not count. A
    body goes by the id of one of its mentions.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._body: dict[int, int] = {}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self._home: dict[int, Group] = {}
        tied = {mention.entry.id: mention.entry.ties for mention in mentions if mention.entry.ties}
        if tied:
            known = {mention.entry.id for mention in mentions}
            for one, tie in _latest_first(tied):
                if tie.other in known:
                    self._take(self._find(one), self._find(tie.other), together=tie.together)

    def _find(self, mention: int) -> int:
        body = self._body.setdefault(mention, mention)
        while body != self._body[body]:
            body = self._body[body]
        self._body[mention] = body
        return body

    def _take(self, one: int, other: int, *, together: bool) -> None:
        if one == other or other in self._apart[one]:
            return
        if not together:
            self._apart[one].add(other)
            self._apart[other].add(one)
            return
        self._body[other] = one
        for third in self._apart.pop(other, ()):
            self._apart[third] = self._apart[third] - {other} | {one}
            self._apart[one].add(third)

    def home(self, mention: Mention) -> Group | None:
        """The group that a mention joined to this one is in already."""
        return self._home.get(self._find(mention.entry.id)) if mention.entry.id in self._body else None

    def allow(self, mention: Mention, group: Group) -> bool:
        """Whether nobody split the mention from one that is in the group."""
        if not group.bodies or mention.entry.id not in self._body:
            return True
        return group.bodies.isdisjoint(self._apart[self._find(mention.entry.id)])

    def settle(self, mention: Mention, group: Group) -> None:
        """Note that the mention is in the group now, and with it all that are joined to it."""
        if mention.entry.id in self._body:
            body = self._find(mention.entry.id)
            self._home[body] = group
            group.bodies |= {body}


def _latest_first(tied: dict[int, tuple[Tie, ...]]) -> Iterator[tuple[int, Tie]]:
    found = [(one, tie) for one, ties in tied.items() for tie in ties]
    found.sort(key=lambda pair: (-pair[1].said, pair[0], pair[1].other))
    return iter(found)


def what_can_meet(told: list[Entry], about: Collection[int]) -> list[Entry]:
    """The event mentions that can be one happening with one of these ids: of kinds that meet theirs, or as a person said."""
    room_of = {entry.id: kinds().room(cast("Event", entry.record).kind) for entry in told}
    joined = {frozenset((room_of[entry.id], room_of.get(tie.other, ""))) for entry in told for tie in entry.ties}
    rooms = {room_of[key] for key in about if key in room_of}
    while more := {room for pair in joined if pair & rooms for room in pair} - rooms:
        rooms |= more
    return [entry for entry in told if room_of[entry.id] in rooms]
