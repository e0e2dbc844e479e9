"""One event with all that the papers tell of it, composed from its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, combinations
from typing import Literal, TypeAlias

import msgspec

from store.merging.evidence import SLACK
from store.merging.mentions import Mention
from store.records import Bounds, Entry

Conflict: TypeAlias = Literal["day", "place", "size", "fact"]
"""fact: one paper tells that it took place, another that it was called off, or denies it."""


class Happening(msgspec.Struct, frozen=True, gc=False):
    """One event, told by one or more mentions.

    There are about as many as mentions, and they are kept: what is the same as in a mention is that of the mention.
    """

    id: int
    """The id of the mention that gives the title."""
    mentions: tuple[Entry, ...]
    """All its mentions, in the order of their ids."""
    title: str
    kind: str
    first: date | None
    last: date | None
    """The days, both inclusive, that all mentions allow; from the earliest to the latest where papers differ."""
    places: tuple[str, ...]
    people: tuple[str, ...]
    attendance: Bounds | None
    """From the lowest to the highest number any paper gives for the whole; None is open."""
    papers: tuple[str, ...]
    """Independent papers, by folded name; digests do not count."""
    sources: tuple[str, ...]
    """All that tell of it, by folded name, the digests too."""
    conflicts: tuple[Conflict, ...]
    """What the papers contradict each other on."""


def compose(mentions: Sequence[Mention]) -> Happening:
    """The event that `mentions`, at least one, tell."""
    told = sorted(mentions, key=lambda mention: mention.entry.id)
    best = min(told, key=_rank) if len(told) > 1 else told[0]
    whole = _whole(told)
    first, last = _days(told)
    return Happening(
        id=best.entry.id,
        mentions=tuple(mention.entry for mention in told),
        title=best.event.title,
        kind=best.event.kind,
        first=first,
        last=last,
        places=_each_once(best.event.places, (mention.event.places for mention in told)),
        people=_each_once(best.event.people, (mention.event.people for mention in told)),
        attendance=_range([mention.event.attendance for mention in whole if mention.event.attendance]),
        papers=_papers(tuple(dict.fromkeys(mention.paper for mention in told if not mention.digest))),
        sources=_papers(tuple(dict.fromkeys(mention.paper for mention in told))),
        conflicts=tuple(_conflicts(told, whole)) if len(told) > 1 else (),
    )


@lru_cache(maxsize=4096)
def _papers(names: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all events that the same papers tell."""
    return names


def _rank(mention: Mention) -> tuple[object, ...]:
    """The mention a person would quote first: told as a fact, dated, of what has happened, with a number, from a paper itself."""
    named = bool(mention.site.towns or mention.site.venues)
    doubtful = mention.event.standing not in {"told", "called off"}
    return (
        doubtful,
        not mention.certain,
        mention.event.planned,
        not named,
        mention.size is None,
        mention.digest,
        mention.entry.id,
    )


def conflicts_of(mentions: Sequence[Mention]) -> tuple[Conflict, ...]:
    """What the papers of these mentions of one event contradict each other on."""
    return tuple(_conflicts(mentions, _whole(mentions)))


def _whole(told: Sequence[Mention]) -> list[Mention]:
    """The mentions that do not count a part of a crowd."""
    return [mention for mention in told if not _is_part(mention, told)]


def _is_part(mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether another mention of the same report gives a larger crowd, of which this one counts a part."""
    size = mention.size
    if size is None:
        return False
    return any(
        other.size is not None and other.report == mention.report and size[1] * SLACK < other.size[0] for other in told
    )


def _days(told: Sequence[Mention]) -> tuple[date | None, date | None]:
    certain = [mention for mention in told if mention.certain]
    if certain:
        return min(map(_first, certain)), max(map(_first, certain))
    dated = [mention for mention in told if mention.dated]
    if not dated:
        return None, None
    first, last = max(map(_first, dated)), min(map(_last, dated))
    return min(first, last), max(first, last)


def _first(mention: Mention) -> date:
    return mention.event.first or date.fromordinal(mention.first)


def _last(mention: Mention) -> date:
    return mention.event.last or _first(mention)


def _each_once(first: tuple[str, ...], told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names without repetition, the `first` ones first."""
    found = tuple(dict.fromkeys(chain(first, *told)))
    return first if found == first else found


def _range(stated: Sequence[Bounds]) -> Bounds | None:
    lows = [bounds.low for bounds in stated if bounds.low is not None]
    highs = [bounds.high for bounds in stated if bounds.high is not None]
    if not lows and not highs:
        return None
    high = max(highs, default=None)
    low = min(lows, default=None)
    said = stated[0].qualifier if len(set(stated)) == 1 else None
    found = Bounds(low=low, high=high if high is None or not lows or max(lows) <= high else None, qualifier=said)
    return next((bounds for bounds in stated if bounds == found), found)


def _conflicts(told: Sequence[Mention], whole: Sequence[Mention]) -> Iterator[Conflict]:
    if any(one.last < other.first or other.last < one.first for one, other in _across([m for m in told if m.dated])):
        yield "day"
    placed = [mention for mention in told if mention.site.towns]
    if any(not one.site.towns & other.site.towns for one, other in _across(placed)):
        yield "place"
    if _sizes_conflict([mention for mention in whole if mention.size is not None]):
        yield "size"
    if _facts_conflict(told):
        yield "fact"


def _facts_conflict(told: Sequence[Mention]) -> bool:
    """Whether a paper that does not itself tell of it says that it was not, while another tells that it was."""
    held = {mention.paper for mention in told if mention.event.standing == "told" and not mention.event.planned}
    against = {mention.paper for mention in told if mention.event.standing in {"denied", "called off"}}
    return bool(held - against and against - held)


def _across(told: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of different papers, of each paper those that say something new."""
    distinct = {(mention.paper, mention.first, mention.last, mention.site.towns): mention for mention in told}
    return ((one, other) for one, other in combinations(distinct.values(), 2) if one.paper != other.paper)


def _sizes_conflict(sized: Sequence[Mention]) -> bool:
    """Whether of two papers none of the numbers of the one can be true together with one of the other."""
    of_paper: dict[str, set[Bounds]] = {}
    for mention in sized:
        if mention.event.attendance is not None:
            of_paper.setdefault(mention.paper, set()).add(mention.event.attendance)
    return any(
        not any(_together(left, right) for left in one for right in other)
        for one, other in combinations(of_paper.values(), 2)
    )


def _together(one: Bounds, other: Bounds) -> bool:
    return not _below(one, other) and not _below(other, one)


def _below(one: Bounds, other: Bounds) -> bool:
    return one.high is not None and other.low is not None and one.high * SLACK < other.low
