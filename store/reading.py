"""Entries as they are read, with what a person corrected laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from store.anchors import Anchors
from store.corrections import Pinned, lay_over, others_of
from store.found import Found
from store.line_file import LineFile
from store.line_index import FOUND_CODES, KIND_CODES
from store.records import Context, Correction, Derived, Entry, Issue, Records, Tie
from store.rows import KIND_OF, days_of, file_under, in_order
from store.scan import Touched

NO_ISSUE = Issue(text="", context=Context())
"""Stands for an issue that another program removed."""
_KEPT_ISSUES = 64


class Reading:
    """Reads entries from the lines, and remembers corrections and the issues read last."""

    def __init__(self, lines: Callable[[], LineFile], notices: list[str]) -> None:
        self._lines = lines
        self._found = Found(lines, notices)
        self._issues: dict[int, Issue | None] = {}
        self._pinned: dict[int, Pinned] = {}
        self._anchors: dict[int, Anchors] = {}

    def raw(self, key: int) -> Entry:
        """The entry of this id as it was found; raises KeyError."""
        return self._found.one(key)

    def raw_of_kind(self, kind: int) -> Iterator[Entry]:
        """All entries of a kind (its code), as they were found, in the order in which they came."""
        return self._found.of_kind(kind)

    def latest_of_kind(self, kind: int) -> Iterator[Entry]:
        """The same, the latest first."""
        return self._found.latest_of_kind(kind)

    def raw_of_issue(self, issue_id: int) -> Iterator[Entry]:
        """What was found in an issue, in the order of the text."""
        return self._found.of_issue(issue_id)

    def between(self, first: int | None, last: int | None) -> Iterator[Entry]:
        """Derived entries that touch these days (ordinals, inclusive), corrections laid over them, no hidden ones."""
        for batch in self._found.between(first, last):
            if self.corrections.keys().isdisjoint([entry.issue_id for entry in batch]):
                yield from batch
            else:
                yield from (entry for entry in map(self.lay_over, batch) if not entry.hidden)

    def lay_over(self, entry: Entry) -> Entry:
        """The entry with the corrections that fit it."""
        issue_id = entry.issue_id or 0
        if issue_id not in self.corrections or KIND_CODES[entry.kind] not in FOUND_CODES:
            return entry
        corrections = self.pinned(issue_id).of_entry.get(entry.id)
        if not corrections:
            return entry
        return lay_over(entry, self.issue(entry.issue_id) or NO_ISSUE, corrections, self._ties(corrections))

    def pinned(self, issue_id: int) -> Pinned:
        """The corrections of an issue at the records they are about."""
        if issue_id not in self._pinned:
            self._pinned[issue_id] = Pinned(self.corrections.get(issue_id, {}), self.anchors(issue_id))
        return self._pinned[issue_id]

    def anchors(self, issue_id: int) -> Anchors:
        """What was found in an issue, by what anchors say of it."""
        if issue_id not in self._anchors:
            if len(self._anchors) >= _KEPT_ISSUES:
                self._anchors.pop(next(iter(self._anchors)), None)
            self._anchors[issue_id] = Anchors(self.raw_of_issue(issue_id))
        return self._anchors[issue_id]

    def _ties(self, corrections: Mapping[int, Correction]) -> Iterator[Tie]:
        """What they say of other event mentions; those that are gone are left out."""
        for key, correction in corrections.items():
            for anchor in others_of(correction):
                other = self.anchors(anchor.issue_id).find(anchor)
                if other is not None:
                    yield Tie(other=other.id, together=correction.act == "join", said=key)

    def issue(self, issue_id: int | None) -> Issue | None:
        """The issue of this id; None where there is none."""
        if issue_id is None:
            return None
        if issue_id not in self._issues:
            if len(self._issues) >= _KEPT_ISSUES:
                self._issues.pop(next(iter(self._issues)), None)
            self._issues[issue_id] = self._read_issue(issue_id)
        return self._issues[issue_id]

    def _read_issue(self, issue_id: int) -> Issue | None:
        try:
            record = self.raw(issue_id).record
        except KeyError:
            return None
        return record if isinstance(record, Issue) else None

    @cached_property
    def corrections(self) -> dict[int, dict[int, Correction]]:
        """By issue and by id, in the order in which they were made."""
        return _by_issue(self._found.of_kind(KIND_CODES["correction"]))

    def loose_corrections(self) -> list[int]:
        """Ids of the corrections that fit nothing that was found, or tie to what is gone."""
        loose: list[int] = []
        for issue_id, corrections in self.corrections.items():
            pinned = self.pinned(issue_id)
            loose += pinned.loose
            for fitting in pinned.of_entry.values():
                loose += [key for key in fitting if not self._ties_hold(corrections[key])]
        return sorted(loose)

    def _ties_hold(self, correction: Correction) -> bool:
        return all(self.anchors(each.issue_id).find(each) is not None for each in others_of(correction))

    def trial(self, issue_id: int, issue: Issue, records: Records) -> tuple[list[Entry], list[int]]:
        """See Timeline.preview."""
        found = [
            Entry(id=-number, day=day, kind=KIND_OF[type(record)], issue_id=issue_id, certainty=sure, record=record)
            for number, record in enumerate(in_order(records), start=1)
            for day, sure in (file_under(record, issue.context),)
        ]
        pinned = Pinned(self.corrections.get(issue_id, {}), Anchors(found))
        laid = (lay_over(entry, issue, pinned.of_entry.get(entry.id, {})) for entry in found)
        loosened = [key for key in pinned.loose if key not in self.pinned(issue_id).loose]
        return [entry for entry in laid if not entry.hidden and isinstance(entry.record, Derived)], loosened

    def digest(self, touched: Touched) -> None:
        """Forget what has changed, and file corrected records under their corrected days."""
        self._issues.clear()
        for issue_id in touched.issues | touched.corrected:
            self._pinned.pop(issue_id, None)
            self._anchors.pop(issue_id, None)
        if touched.corrected and "corrections" in self.__dict__:
            for issue_id in touched.corrected:
                self.corrections.pop(issue_id, None)
            self.corrections.update(_by_issue(self._found.of_kind(KIND_CODES["correction"], touched.corrected)))
        for issue_id in touched.corrected | (touched.issues & self.corrections.keys()):
            for entry in map(self.lay_over, self.raw_of_issue(issue_id)):
                self._lines().file_under(entry.id, *days_of(entry))


def _by_issue(entries: Iterable[Entry]) -> dict[int, dict[int, Correction]]:
    found: dict[int, dict[int, Correction]] = {}
    for entry in entries:
        if isinstance(entry.record, Correction) and entry.issue_id is not None:
            found.setdefault(entry.issue_id, {})[entry.id] = entry.record
    return found
