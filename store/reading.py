"""Entries as they are read: decoded one by one, with what a person corrected laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from store.corrections import lay_over
from store.errors import DamagedError
from store.line_file import LineFile
from store.line_index import DERIVED_CODES, KIND_CODES, Slot
from store.records import Context, Correction, Entry, Issue
from store.rows import days_of
from store.scan import Touched

NO_ISSUE = Issue(text="", context=Context())
"""Stands for an issue that another program removed."""
_KEPT_ISSUES = 64


class Reading:
    """Reads entries from the lines, and remembers corrections and the issues read last."""

    def __init__(self, lines: Callable[[], LineFile], notices: list[str]) -> None:
        self._lines = lines
        self._notices = notices
        self._issues: dict[int, Issue | None] = {}

    def raw(self, key: int) -> Entry:
        """The entry of this id as it was found; raises KeyError."""
        try:
            return self._lines().entry(key)
        except ValueError as error:
            raise KeyError(key) from error

    def raw_of_kind(self, kind: int) -> Iterator[Entry]:
        """All entries of a kind (its code), as they were found, in the order in which they came."""
        return self._readable(filter(None, map(self._lines().index.get, self._lines().index.of_kind(kind))))

    def raw_of_issue(self, issue_id: int) -> Iterator[Entry]:
        """What was found in an issue, in the order of the text."""
        return self._readable(filter(None, map(self._lines().index.get, self._lines().index.of_issue(issue_id))))

    def between(self, first: int | None, last: int | None) -> Iterator[Entry]:
        """Derived entries that touch these days (ordinals, inclusive), corrections laid over them."""
        return map(self.lay_over, self._readable(self._lines().index.between(first, last)))

    def _readable(self, slots: Iterable[Slot]) -> Iterator[Entry]:
        """The entries in these slots; a notice tells of each that is damaged or made unreadable by another program."""
        for slot in slots:
            try:
                yield self._lines().entry_at(slot)
            except DamagedError as error:
                self._tell(f"{error}.")
            except ValueError as error:
                self._tell(f"Record {slot.id} stays in the file but cannot be shown: {error}.")

    def _tell(self, notice: str) -> None:
        if notice not in self._notices:
            self._notices.append(notice)

    def lay_over(self, entry: Entry) -> Entry:
        """The entry with the corrections that fit it."""
        corrections = self.corrections.get(entry.issue_id or 0)
        if not corrections or KIND_CODES[entry.kind] not in DERIVED_CODES:
            return entry
        return lay_over(entry, self.issue(entry.issue_id) or NO_ISSUE, corrections.values())[0]

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
        found: dict[int, dict[int, Correction]] = {}
        for entry in self.raw_of_kind(KIND_CODES["correction"]):
            if isinstance(entry.record, Correction) and entry.issue_id is not None:
                found.setdefault(entry.issue_id, {})[entry.id] = entry.record
        return found

    def loose_corrections(self) -> list[int]:
        """Ids of the corrections that fit nothing that was found."""
        loose: list[int] = []
        for issue_id, corrections in self.corrections.items():
            used: list[Correction] = []
            for entry in self.raw_of_issue(issue_id):
                used += lay_over(entry, NO_ISSUE, corrections.values())[1]
            loose += [key for key, correction in corrections.items() if correction not in used]
        return sorted(loose)

    def digest(self, touched: Touched) -> None:
        """Forget what has changed, and file corrected records under their corrected days."""
        self._issues.clear()
        if touched.corrected:
            self.__dict__.pop("corrections", None)
        for issue_id in touched.corrected | (touched.issues & self.corrections.keys()):
            for entry in map(self.lay_over, self.raw_of_issue(issue_id)):
                self._lines().file_under(entry.id, *days_of(entry))
