"""Headlines and opening sentences tell in short what the report tells in full: they take its day and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.documents import BlockKind
from importers.events.mention import Mention
from store.records import Figure

_HEADS: frozenset[BlockKind] = frozenset({"headline", "standfirst", "crosshead", "caption"})
_OPENING = 4
"""How many sentences an opening can stand before the sentence that gives its day."""
_FOLLOWING = 60
"""How many mentions are looked through for the body of a headline."""


def headed(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of headlines and openings that give no day with that of what they announce.

    That is the gathering of the same size, else the first with a day that can be the same.
    """
    return [_dated(mentions, number) for number in range(len(mentions))]


def _dated(mentions: Sequence[Mention], number: int) -> Mention:
    mention = mentions[number]
    head = mention.block in _HEADS
    if mention.time or not mention.crowd or not (head or mention.sentence <= _OPENING):
        return mention
    following = mentions[number + 1 : number + _FOLLOWING]
    bodies = [m for m in following if m.block not in _HEADS and m.section == mention.section]
    same = next((m for m in bodies if m.crowd and _size(m.crowd) == _size(mention.crowd) and head), None)
    near = (m for m in bodies if head or m.sentence - mention.sentence <= _OPENING)
    body = same or next((m for m in near if m.time), None)
    if body is None or not (same or _can_be(mention, body)):
        return mention
    return replace(mention, time=body.time, places=mention.places or body.places)


def _can_be(mention: Mention, body: Mention) -> bool:
    """True where the two are of one kind, and neither place nor size speaks against their being one."""
    ours, theirs = ({place.canonical for place in m.places} for m in (mention, body))
    if not body.kind.gathering or not (mention.kind == body.kind or (body.trigger and not body.trigger.noun)):
        return False
    return (not ours or not theirs or bool(ours & theirs)) and _meet(mention.crowd, body.crowd)


def _meet(one: Figure | None, other: Figure | None) -> bool:
    if one is None or other is None:
        return True
    low = max(one.low or 0, other.low or 0)
    return all(figure.high is None or figure.high >= low for figure in (one, other))


def _size(crowd: Figure) -> tuple[float | None, float | None]:
    return crowd.low, crowd.high
