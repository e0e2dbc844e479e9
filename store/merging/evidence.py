"""Whether a mention is of the happening that a group of mentions tells: what rules it out, what speaks for it.

Precision comes first: a contradiction ends the matter, and the less the days and places say, the more else has to
speak for it. `Fit.weak` marks a match that counts only where no other group matches as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from store.merging.blocks import LONGEST
from store.merging.groups import Group
from store.merging.kinds import kinds
from store.merging.mentions import Mention, Range

SLACK = 1.1
"""Counts that differ by less are one count, told roundly."""
CLOSE = 1.5
"""Two papers that count one crowd are often so far apart."""
FAR = 3.0
"""And sometimes so far; then something else has to speak for one crowd."""
PART = 8.0
"""A crowd is at most so many times as large as a part of it that a report counts apart."""
FEW = 8
"""The words of so many mentions of a group are looked at."""

Days: TypeAlias = Literal["same", "alike", "near", "inside", "undated"]
Ground: TypeAlias = Literal["same", "partly", "within", "open"]


class Fit(NamedTuple):
    """How well a mention fits a group; the larger fits better."""

    quality: int
    support: int
    weak: bool


def fit(mention: Mention, group: Group) -> Fit | None:
    """How well it fits; None where it does not."""
    kind = mention.event.kind
    if mention.gathering != group.gathering or not all(kinds().compatible(kind, other) for other in group.kinds):
        return None
    days = _days(mention, group)
    if days is None:
        return None
    return _gathering(mention, group, days) if mention.gathering else _other(mention, group, days)


# --- gatherings -----------------------------------------------------------------------------------


def _gathering(mention: Mention, group: Group, days: Days) -> Fit | None:
    """What is quick to see comes first: most of what is looked at is of another happening."""
    ground = _ground(mention, group)
    if ground is None:
        return None
    needed = _needed(mention, group, days, ground)
    size = None if needed is None else size_support(mention, group)
    if needed is None or size is None:
        return None
    support = size + _support(mention, group)
    if support < needed or _told_apart(mention, group):
        return None
    weak = days not in {"same", "alike"} or ground in {"within", "open"}
    quality = (days in {"same", "alike"}) * 4 + (ground in {"same", "partly"}) * 2 + (days != "undated")
    return Fit(quality, support, weak)


def _support(mention: Mention, group: Group) -> int:
    shared = bool(mention.people & group.people) + bool(mention.site.venues & group.venues)
    return shared + (bool(group.of(mention.report)) and not _strangers(mention, group))


def _strangers(mention: Mention, group: Group) -> bool:
    """Whether each names people and none of them is the same; one report names the speakers of "the rally" in turn."""
    if not mention.people or not group.people or mention.people & group.people:
        return False
    beside = group.of(mention.report)[:FEW]
    return not (beside and any(told.definite for told in (mention, *beside)))


def _needed(mention: Mention, group: Group, days: Days, ground: Ground) -> int | None:
    """How much has to speak for it beside day and place; None where nothing would be enough."""
    together = bool(group.of(mention.report))
    if days == "near" and (mention.paper in group.papers or ground not in {"same", "partly"}):
        return None
    if ground in {"within", "open"} and days != "same":
        return None
    if ground == "open" and not together:
        return None
    needed = {
        "same": 0,
        "alike": mention.last - mention.first >= LONGEST,
        "near": 3,
        "inside": 1,
        "undated": 2 - together,
    }[days]
    needed += {"same": 0, "partly": 1, "within": 2, "open": 2}[ground]
    needed += not any(kinds().same(mention.event.kind, other) for other in group.kinds)
    return needed + _strangers(mention, group)


def _told_apart(mention: Mention, group: Group) -> bool:
    """Whether their words say that they are two: times of day, for whom, "another"."""
    if mention.parts_of_day and group.parts_of_day and not mention.parts_of_day & group.parts_of_day:
        return True
    if mention.whom and _for_others(mention.whom, group):
        return True
    return any(_another(mention, other) for other in group.of(mention.report)[:FEW])


def _for_others(whom: str, group: Group) -> bool:
    """Whether all that the group says of whom it was for, or with, is another."""
    named = {other.whom for other in group.mentions if other.whom}
    return bool(named) and not any(_one_name(whom, other) for other in named)


def _another(one: Mention, other: Mention) -> bool:
    """Whether the later of two mentions of a report says that it is of "another" happening."""
    later = max(one, other, key=lambda mention: mention.entry.id).all_words
    return bool(later & kinds().another) and not later & kinds().part


def _one_name(one: str, other: str) -> bool:
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def _ground(mention: Mention, group: Group) -> Ground | None:
    """What their places say; None where they are two places."""
    site = mention.site
    if site.roundup or group.roundup:
        return "same" if _mostly(site.towns, group.towns) else None
    if site.towns & group.towns:
        return "same" if site.towns == group.towns else "partly"
    if site.towns and group.towns:
        # Two papers that name two districts for one hall: everything else has to agree.
        agree = mention.people & group.people and size_support(mention, group) == 2
        return "partly" if site.venues & group.venues and agree else None
    if site.venues & group.venues:
        return "same" if group.of(mention.report) else "within"
    if (site.regions & (group.within | group.regions)) or (site.within & group.regions):
        return "within"
    return "open" if site.bare or not (group.towns or group.venues or group.regions) else None


def _mostly(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = set(one), set(other)
    return len(first & second) >= 0.6 * len(first | second)


def size_support(mention: Mention, group: Group) -> int | None:
    """2 for the same number, 1 for numbers that can be true together, 0 where none is given, -1 for numbers two
    papers may give for one crowd; None where they are two crowds.
    """  # noqa: D205
    if mention.size is None or not group.all_sizes:
        return 0
    own = group.sizes_of(mention.report)
    others = own or group.all_sizes
    if mention.size in others:
        return 2
    ratio = min(_ratio(mention.size, other) for other in others)
    if ratio <= SLACK:
        return 1
    if own and _names_part(mention, group):
        return 0 if ratio <= PART else None
    if ratio <= CLOSE:
        return 0
    plain = any(kinds().same(mention.event.kind, other) for other in group.kinds)
    return -1 if not own and plain and ratio <= FAR else None


def _ratio(one: Range, other: Range) -> float:
    """How many times the smaller range has to grow to touch the larger; at most 1 where they overlap."""
    return max(one[0], other[0]) / max(min(one[1], other[1]), 1)


def _names_part(mention: Mention, group: Group) -> bool:
    told = [mention, *group.of(mention.report)[:FEW]]
    return any(other.all_words & kinds().part for other in told)


# --- everything else ------------------------------------------------------------------------------


def _other(mention: Mention, group: Group, days: Days) -> Fit | None:
    if days == "near" or _at_odds(mention, group):
        return None
    kind = mention.event.kind
    needed = 4 if kind in kinds().common else 2
    needed += not any(kinds().same(kind, other) for other in group.kinds)
    needed += days in {"inside", "undated"}
    support = _numbers(mention.numbers & group.numbers) + _words(mention, group)
    support += min(len(mention.people & group.people), 2)
    support += bool(mention.site.towns & group.towns or mention.site.venues & group.venues)
    return Fit(0, support, weak=days in {"inside", "undated"}) if support >= needed else None


def _numbers(shared: set[int] | frozenset[int]) -> int:
    """What shared numbers are worth: the larger, the less likely they meet by chance."""
    if max(shared, default=0) >= 10_000:
        return 3
    return 2 if len(shared) > 1 or max(shared, default=0) >= 100 else len(shared)


def _at_odds(mention: Mention, group: Group) -> bool:
    pairs: tuple[tuple[Iterable[object], Iterable[object]], ...] = (
        (mention.site.towns, group.towns),
        (mention.people, group.people),
        (mention.numbers, group.numbers),
    )
    return any(one and other and not set(one) & set(other) for one, other in pairs)


def _words(mention: Mention, group: Group) -> int:
    """2 where most of the shorter one's words are in the other, 1 where many are; names of people do not count."""
    names = {part[:6] for person in mention.people | group.people for part in person.split()}
    own = mention.words - names
    shares = [_share(own, other.words - names) for other in group.mentions[:FEW]]
    return 2 if max(shares) >= 0.6 else int(max(shares) >= 0.4)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= 3 else 0.0


# --- days -----------------------------------------------------------------------------------------


def _days(mention: Mention, group: Group) -> Days | None:
    """How their days meet; None where they do not."""
    if mention.dated and group.dated:
        if mention.certain and group.days:
            return _certain(mention.first, group)
        if (mention.first, mention.last) in group.spans:
            return "alike"
    if mention.first == 0 or group.first == 0 or mention.first > group.last or mention.last < group.first:
        return "undated" if group.of(mention.report) and not (mention.dated and group.dated) else None
    return "inside" if mention.dated and group.dated else "undated"


def _certain(day: int, group: Group) -> Days | None:
    if day in group.days:
        return "same"
    return "near" if all(abs(day - other) == 1 for other in group.days) else None
