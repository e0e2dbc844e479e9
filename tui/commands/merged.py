"""What `list` shows of events that several mentions tell: one of the mentions, for all of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from store.exports import IssuesOf, Kept, Readable, tell
from store.exports.of_timeline import entries_kept, mentions_of
from store.exports.wording import bounds_in_words, source_in_words
from store.filters import Filter
from store.merging import Happening, merge
from store.records import Entry, Event
from tui.models.happenings import conflict_in_words, told_by


@dataclass(frozen=True, slots=True)
class Merged:
    """The events of several mentions among what a filter keeps."""

    leads: dict[int, Happening]
    """By the id of the mention that stands for the event."""
    hidden: frozenset[int]
    """The ids of the other mentions that the filter keeps."""
    issues: IssuesOf
    ids: Sequence[int] | None
    """What the filter keeps, in order; None for everything."""

    def words(self, kept: Kept) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """The headline, the details and, of an event of several mentions, a line for each of them."""
        happening = self.leads.get(kept.entry.id)
        if happening is None or not isinstance(kept.record, Event):
            told = tell(kept)
            return told.headline, (*told.details, told.source), ()
        told = tell(_as_a_whole(kept, happening))
        notes = filter(None, (told_by(happening), conflict_in_words(happening)))
        return told.headline, (*told.details, *notes), self._sources(happening)

    def mentions(self, kept: Kept) -> Sequence[Entry]:
        """The mentions for which this one stands; itself where it stands for none."""
        happening = self.leads.get(kept.entry.id)
        return happening.mentions if happening else (kept.entry,)

    def _sources(self, happening: Happening) -> tuple[str, ...]:
        """Each report with its own numbers."""
        numbers: dict[int, list[str]] = {}
        for entry in happening.mentions:
            given = numbers.setdefault(entry.issue_id or 0, [])
            if isinstance(entry.record, Event) and entry.record.attendance:
                given.append(bounds_in_words(entry.record.attendance))
        return tuple(
            " · ".join((source_in_words(self.issues.get(issue)), *dict.fromkeys(given)))
            for issue, given in numbers.items()
        )


def _as_a_whole(kept: Kept, happening: Happening) -> Kept:
    """The mention with the days, places, people and numbers of the whole event."""
    record = msgspec.structs.replace(
        kept.record,
        title=happening.title,
        first=happening.first,
        last=happening.last,
        places=happening.places,
        people=happening.people,
        attendance=happening.attendance,
    )
    return kept._replace(record=record)


def merged_of(timeline: Readable, keep: Filter) -> Merged:
    """The merged events of the days a filter names; a mention that it leaves out still counts for its event."""
    issues = IssuesOf(timeline)
    ids, wanted = None, None
    if not keep.keeps_all:
        ids, wanted = array("q"), set[int]()
        for entry in entries_kept(timeline, keep):
            ids.append(entry.id)
            if entry.kind == "event":
                wanted.add(entry.id)
    leads, hidden = dict[int, Happening](), set[int]()
    for happening in merge(mentions_of(timeline, keep), issues, wanted):
        kept = [entry for entry in happening.mentions if wanted is None or entry.id in wanted]
        if len(happening.mentions) > 1:
            lead = next((entry.id for entry in kept if entry.id == happening.id), kept[0].id)
            leads[lead] = happening
            hidden |= {entry.id for entry in kept} - {lead}
    return Merged(leads, frozenset(hidden), issues, ids)
