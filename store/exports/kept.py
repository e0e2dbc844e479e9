"""What every writer of an export is given, and what it gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from store.records import Derived, Entry, Issue, Person

if TYPE_CHECKING:
    from store.filters import Filter

NamesOf: TypeAlias = Callable[[int | None], Iterable[Entry]]
"""The people and places of the issue with this id."""


def no_names(issue_id: int | None) -> Iterable[Entry]:  # noqa: ARG001 -- the same for every issue
    """For records without a timeline: no people and places."""
    return ()


EventOf: TypeAlias = Callable[[int], int | None]
"""The merged event of the mention with this id, by the id of the mention that stands for it."""


def no_event(entry_id: int) -> int | None:  # noqa: ARG001 -- the same for every mention
    """Where mentions were not merged."""
    return None


class Kept(NamedTuple):
    """An entry that the filter keeps, the record in it, and the issue it was found in."""

    entry: Entry
    record: Derived
    issue: Issue | None
    names_of: NamesOf = no_names
    event_of: EventOf = no_event

    @property
    def event_id(self) -> int | None:
        """The merged event it tells; None where it is no event, or mentions were not merged."""
        return self.event_of(self.entry.id)

    def names(self) -> Iterable[Entry]:
        """The people and places of the issue, which are read when asked for."""
        return self.names_of(self.entry.issue_id)

    def with_role(self, name: str) -> str:
        """A person of the issue as people introduce him or her: "Ann Price (nurse)"; the name alone without a role."""
        people = (entry.record for entry in self.names() if isinstance(entry.record, Person))
        role = next((role for person in people if person.name == name for role in person.roles), None)
        return f"{name} ({role})" if role else name


class Written(msgspec.Struct, frozen=True):
    """What became of the records: how many were written, and why others were left out (reason -> how many)."""

    records: int
    left_out: Counter[str]

    def note(self) -> str:
        """One line for people on what was left out: "left out: events without a day (2)"; "" where nothing was."""
        reasons = ", ".join(f"{reason} ({count})" for reason, count in self.left_out.items())
        return f"left out: {reasons}" if reasons else ""


LeftOut: TypeAlias = Counter[str]
"""What was left out, in the plural, as people read it -> how many records."""


def keep_entries(
    issues: Mapping[int, Issue],
    entries: Iterable[Entry],
    keep: Filter | None,
    names_of: NamesOf = no_names,
    event_of: EventOf = no_event,
) -> Iterator[Kept]:
    """The found records that `keep` keeps, in the order of `entries`; issues, corrections and meta are no records.

    `keep` None: all of them.
    """
    for entry in entries:
        if not isinstance(entry.record, Derived):
            continue
        issue = None if entry.issue_id is None else issues.get(entry.issue_id)
        if keep is None or keep.keeps_all or keep.matches(entry, issue):
            yield Kept(entry, entry.record, issue, names_of, event_of)
