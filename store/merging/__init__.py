"""Merge event mentions into events: one happening, all the papers that tell it, and where they disagree.

`merge` is a pure function; the order of the mentions does not matter to it. It goes through the mentions from the most
to the least certain and adds each to the one group it fits (`evidence`), which it looks for by day and place
(`blocks`); a mention that fits none, or several equally, begins a group. What a person joined or split comes before
all that (`ties`). Words and kinds are in `data/merging.toml`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from store.merging.blocks import Blocks
from store.merging.corroboration import Corroboration, Witness, contradictions, corroborate, witnesses
from store.merging.evidence import Fit, fit
from store.merging.groups import Group
from store.merging.happenings import Conflict, Happening, compose
from store.merging.mentions import Mention, forget_names, read_mention, reports_of
from store.merging.ties import Ties, what_can_meet
from store.merging.uncollected import give_back_memory, uncollected
from store.records import Entry, Issue

__all__ = [
    "Conflict",
    "Corroboration",
    "Happening",
    "Witness",
    "contradictions",
    "corroborate",
    "merge",
    "witnesses",
]

MANY = 10_000
"""From so many mentions on memory is given back before they are composed, which takes some hundredths of a second."""


def merge(
    entries: Iterable[Entry], issues: Mapping[int, Issue], about: Collection[int] | None = None
) -> list[Happening]:
    """The events that the entries of kind event tell, in the order of their days; those without a day last.

    Every mention is in exactly one event; entries of other kinds are left out. `issues` by id: the reports. `about`:
    the ids of mentions; then only the events that one of these tells, the same as without it, at less expense.
    """
    if about is not None and not about:
        return []
    told = [entry for entry in entries if entry.kind == "event"]
    if about is not None:
        told = what_can_meet(told, about)
    reports, many = reports_of(told, issues), len(told) > MANY

    def read(place: int) -> Mention:
        return read_mention(told[place], reports[told[place].issue_id])

    with uncollected():
        # What the grouping needs is large, and gone before the first event is composed: what is kept would else lie
        # scattered among it, and hold its memory. So mentions are read once more.
        group_of = _grouped(list(map(read, range(len(told)))))
        if many:
            forget_names()
            give_back_memory()
        alike = groupby(sorted(range(len(told)), key=group_of.__getitem__), key=group_of.__getitem__)
        groups = (list(places) for _, places in alike)
        asked = (places for places in groups if about is None or any(told[place].id in about for place in places))
        found = sorted((compose(list(map(read, places))) for places in asked), key=_by_day)
    if many:
        forget_names()
    return found


def _grouped(mentions: list[Mention]) -> array[int]:
    """The number of the group of each mention."""
    blocks, ties, groups = Blocks(), Ties(mentions), list[Group]()
    group_of = array("I", [0]) * len(mentions)
    for place in sorted(range(len(mentions)), key=lambda place: _order(mentions[place])):
        mention = mentions[place]
        group = ties.home(mention) or _group_of(mention, blocks, ties)
        if group is None:
            group = Group(mention, len(groups))
            groups.append(group)
        else:
            group.add(mention)
        group_of[place] = group.number
        ties.settle(mention, group)
        blocks.file(mention, group)
    return group_of


def _order(mention: Mention) -> tuple[object, ...]:
    """From the most to the least certain, each day by day; of a day those first that say most of place and people."""
    placed = bool(mention.site.towns or mention.site.venues)
    rich = (mention.size is not None) + min(len(mention.people), 2)
    return not mention.certain, not mention.dated, mention.first, not placed, -rich, mention.entry.id


def _group_of(mention: Mention, blocks: Blocks, ties: Ties) -> Group | None:
    """The group it fits best; None where it fits none, or another as well."""
    near = (group for group in blocks.near(mention) if ties.allow(mention, group))
    fits = [(found, group) for group in near if (found := fit(mention, group)) is not None]
    if not fits:
        return None
    best = max(_weight(found) for found, _ in fits)
    equal = [group for found, group in fits if _weight(found) == best]
    return equal[0] if len(equal) == 1 else None


def _weight(found: Fit) -> tuple[int, int]:
    return found.quality, found.support


def _by_day(happening: Happening) -> tuple[object, ...]:
    first = happening.first or happening.mentions[0].day
    return first is None, first.toordinal() if first else 0, happening.mentions[0].id
