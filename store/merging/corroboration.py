"""Who bears an event out: which papers tell it, which of them agree, and what one paper tells alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

import msgspec

from store.merging.happenings import Conflict, Happening, conflicts_of
from store.merging.mentions import Mention, read_mention, reports_of
from store.records import Bounds, Entry, Issue


class Witness(msgspec.Struct):
    """What one paper tells of an event."""

    paper: str
    """Its name as its masthead gives it; where none is known that of its file."""
    digest: bool
    """Whether it only sums up what others wrote: then it bears nothing out."""
    mentions: tuple[Entry, ...]
    days: tuple[tuple[date, date], ...]
    """The days it gives, each first and last, both inclusive."""
    attendance: tuple[Bounds, ...]
    against: dict[str, tuple[Conflict, ...]] = {}
    """The papers that it contradicts, and on what."""

    @property
    def agrees(self) -> bool:
        """Whether no other paper contradicts it."""
        return not self.against


class Corroboration(msgspec.Struct, frozen=True):
    """Events by how many papers tell them."""

    corroborated: tuple[Happening, ...]
    """Told by two independent papers or more."""
    single: tuple[Happening, ...]
    """Told by one paper alone; a digest of it does not count."""

    @property
    def single_by_day(self) -> dict[date | None, list[Happening]]:
        """The single-source events of each day, in the order of the days; those without a day last."""
        found: defaultdict[date | None, list[Happening]] = defaultdict(list)
        for happening in self.single:
            found[happening.first].append(happening)
        return {day: found[day] for day in sorted(found, key=lambda day: day or date.max)}

    def by_paper(self, issues: Mapping[int, Issue]) -> dict[str, tuple[int, list[Happening]]]:
        """Of each paper, by its name: how many events it tells, and which of them no other paper bears out."""
        tells = Counter[str]()
        alone: defaultdict[str, list[Happening]] = defaultdict(list)
        for happening in (*self.corroborated, *self.single):
            tells.update(papers_of(happening, issues))
        for happening in self.single:
            for paper in papers_of(happening, issues):
                alone[paper].append(happening)
        return {paper: (tells[paper], alone[paper]) for paper in sorted(tells)}


def corroborate(happenings: Iterable[Happening]) -> Corroboration:
    """Sort events by whether two independent papers tell them."""
    both, single = list[Happening](), list[Happening]()
    for happening in happenings:
        (both if len(happening.papers) > 1 else single).append(happening)
    return Corroboration(tuple(both), tuple(single))


def witnesses(happening: Happening, issues: Mapping[int, Issue]) -> list[Witness]:
    """What each paper tells of an event, in the order of its mentions, and which papers contradict which."""
    told: defaultdict[str, list[Mention]] = defaultdict(list)
    reports = reports_of(happening.mentions, issues)
    for entry in happening.mentions:
        told[_name(entry, issues)].append(read_mention(entry, reports[entry.issue_id]))
    found = {paper: _witness(paper, mentions) for paper, mentions in told.items()}
    for one, other in combinations(told, 2):
        conflicts = conflicts_of([*told[one], *told[other]])
        if conflicts:
            found[one].against[other] = found[other].against[one] = conflicts
    return list(found.values())


def contradictions(told: Iterable[Entry], issues: Mapping[int, Issue]) -> tuple[Conflict, ...]:
    """What these mentions of one event contradict each other on."""
    mentions = list(told)
    reports = reports_of(mentions, issues)
    return conflicts_of([read_mention(entry, reports[entry.issue_id]) for entry in mentions])


def papers_of(happening: Happening, issues: Mapping[int, Issue]) -> list[str]:
    """The papers that tell an event, digests included, by name and each once."""
    return list(dict.fromkeys(_name(entry, issues) for entry in happening.mentions))


def _witness(paper: str, mentions: list[Mention]) -> Witness:
    events = [mention.event for mention in mentions]
    return Witness(
        paper=paper,
        digest=all(mention.digest for mention in mentions),
        mentions=tuple(mention.entry for mention in mentions),
        days=tuple(dict.fromkeys((each.first, each.last) for each in events if each.first and each.last)),
        attendance=tuple(dict.fromkeys(each.attendance for each in events if each.attendance)),
    )


def _name(entry: Entry, issues: Mapping[int, Issue]) -> str:
    issue = issues.get(entry.issue_id or 0)
    return (issue and (issue.paper or issue.title)) or f"report {entry.issue_id}"
